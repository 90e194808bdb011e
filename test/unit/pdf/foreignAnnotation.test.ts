import assert from 'node:assert/strict';
import { commentOf, isUnderlined, meaningOf, pageOf, quoteOf } from '../../../src/core/annotating/annotation';
import { type ForeignAnnotation, takenOverAmong, readForeignAnnotations } from '../../../src/core/pdf/foreignAnnotation';
import { markOf, takenOver } from '../../../src/core/pdf/pdfAnnotation';
import { annotatedPdf } from '../../support/pdf/annotatedPdf';
import { foreignIn } from '../../support/pdf/readPdf';

describe('annotations that other readers left in a PDF', () => {
  let all: ForeignAnnotation[];

  before(async () => {
    all = await foreignIn(await annotatedPdf());
  });

  const by = (author: string): ForeignAnnotation => {
    const found = all.find((one) => one.author === author);
    assert.ok(found, `none by ${author}`);
    return found;
  };

  it('are on the words under their quads, over lines, with author, dates, colour and comment', () => {
    const { kind, passage, created, modified, comment, color } = by('Ada');
    assert.deepEqual([kind, passage.page, created, modified, comment, color], ['highlight', 1, '2026-03-01T08:30:00Z', '2026-03-02T08:30:00Z', 'Compare with day 14.', '#ffd400']);
    assert.equal(passage.exact.replace(/\s+/g, ' '), 'leukemoid reaction after the second dose, and it went away');
    assert.match(passage.prefix, /The patient had a $/);
    assert.equal(passage.rectangles.length, 2);
  });

  it('are on the right one of words that come again and again', () => {
    assert.match(by('Ben').passage.prefix, /Third dose: no $/);
    assert.equal(by('Ben').passage.exact, 'fever');
  });

  it('say nothing where the comment is the marked words themselves', () => {
    assert.equal(by('Cleo').comment, undefined);
    assert.equal(by('Cleo').kind, 'underline');
  });

  it('are notes on a place, or free text, or replies', () => {
    assert.deepEqual([by('Dora').kind, by('Dora').passage.exact, by('Dora').comment], ['note', '', 'Is this table right?']);
    assert.equal(by('Dora').passage.rectangles.length, 1);
    assert.equal(by('Emil').comment, 'Typed on the page');
    assert.equal(by('Fay').answers, by('Dora').id);
  });

  it('leave out links, hidden ones, states of a review and drawings that say nothing', () => {
    assert.deepEqual(all.map(({ author }) => author), ['Ada', 'Ben', 'Cleo', 'Dora', 'Emil', 'Fay']);
  });

  it('have the same ids each time they are read', async () => {
    assert.deepEqual((await foreignIn(await annotatedPdf())).map(({ id }) => id), all.map(({ id }) => id));
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  });

  it('become annotations of the paper', () => {
    const ada = takenOver(by('Ada'), 'chen1995.pdf', [{ name: 'finding', color: '#FFD400' }]);
    assert.deepEqual([ada.creator, ada.created, meaningOf(ada), commentOf(ada), pageOf(ada), ada.motivation], ['Ada', '2026-03-01T08:30:00Z', 'finding', 'Compare with day 14.', 1, 'commenting']);
    assert.equal(meaningOf(takenOver(by('Ada'), 'chen1995.pdf', [])), '#ffd400');
    assert.ok(isUnderlined(takenOver(by('Cleo'), 'chen1995.pdf', [])));
    const reply = takenOver(by('Fay'), 'chen1995.pdf', []);
    assert.deepEqual([reply.motivation, reply.target.source, commentOf(reply)], ['replying', by('Dora').id, 'Yes, see the text.']);
    assert.equal(quoteOf(takenOver(by('Dora'), 'chen1995.pdf', [])), undefined);
  });

  it('are known again when they were taken over, also where their ids are others', () => {
    const mark = markOf(takenOver(by('Ada'), 'chen1995.pdf', []), []);
    assert.ok(takenOverAmong([mark])(by('Ada')));
    assert.ok(takenOverAmong([{ ...mark, id: 'a2345' }])(by('Ada')));
    assert.ok(!takenOverAmong([{ ...mark, id: 'a2345', comment: 'Another.' }])(by('Ada')));
    assert.ok(!takenOverAmong([mark])(by('Ben')));
  });

  it('come over messages whole, and nothing else does', () => {
    const sent: unknown = JSON.parse(JSON.stringify(all));
    assert.deepEqual(readForeignAnnotations(sent), all);
    assert.deepEqual(readForeignAnnotations([{ ...all[0], id: '../x' }, { ...all[0], kind: 'script' }, null, 'p']), []);
  });
});
