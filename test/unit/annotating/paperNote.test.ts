import assert from 'node:assert/strict';
import type { Annotation } from '../../../src/core/annotating/annotation';
import { defaultTemplate, newPaperNote, type PaperNoteSource, updatePaperNote } from '../../../src/core/annotating/paperNote';
import { quoteMarkdown } from '../../../src/core/annotating/quoteMarkdown';

const record = { id: 'chen1995', type: 'article-journal', title: 'A "leukemoid" <i>reaction</i>', page: '168-172', author: [{ family: 'Chen', given: 'Y. M.' }], issued: { 'date-parts': [[1995]] } };

function annotation(id: string, exact: string, meaning: string, comment?: string, page?: number): Annotation {
  return {
    id,
    motivation: 'highlighting',
    target: { source: 'chen1995.pdf', selector: [{ type: 'TextQuoteSelector', exact }, ...(page === undefined ? [] : [{ type: 'FragmentSelector', value: `page=${page}` } as const])] },
    body: [{ type: 'TextualBody', purpose: 'classifying', value: meaning }, ...(comment === undefined ? [] : [{ type: 'TextualBody', purpose: 'commenting', value: comment } as const])],
  };
}

const source = (...annotations: Annotation[]): PaperNoteSource => ({ record, annotations, meanings: ['finding', 'diagnosis'], date: '2026-11-26', link: ({ id }) => `vscode://casebook.casebook/paper?key=chen1995&annotation=${id}` });

describe('quotes for notes', () => {
  it('have the citation with the printed page, and the way back', () => {
    assert.equal(
      quoteMarkdown(record, annotation('a1', 'WBC was\n120 000/µl.', 'finding', undefined, 3), 'vscode://x/paper?a=1'),
      '> WBC was 120 000/µl.\n>\n> [@chen1995, p. 170] [↗](<vscode://x/paper?a=1>)',
    );
  });

  it('show what a paper says as it says it, whatever signs it has', () => {
    assert.equal(quoteMarkdown(record, annotation('a1', '1. *p* < 0.05 [see @b]', 'finding'), undefined), '> 1\\. \\*p\\* \\< 0.05 \\[see \\@b\\]\n>\n> [@chen1995]');
  });

  it('cite keys that pandoc takes in braces alone', () => {
    assert.match(quoteMarkdown({ ...record, id: 'chen 1995' }, annotation('a1', 'x', 'finding'), undefined) ?? '', /\[@\{chen 1995\}\]/);
  });

  it('join words that were broken at the end of a PDF’s line, and no others', () => {
    const quote = 'granulocytic hy-\nperplasia after GM-\nCSF and a dose-response';
    assert.match(quoteMarkdown(record, annotation('a1', quote, 'finding', undefined, 1), undefined) ?? '', /^> granulocytic hyperplasia after GM- CSF and a dose-response$/m);
    assert.match(quoteMarkdown(record, annotation('a1', quote, 'finding'), undefined) ?? '', /hy- perplasia/);
  });

  it('are none where nothing is quoted', () => {
    assert.equal(quoteMarkdown(record, { ...annotation('a1', 'x', 'finding'), target: { source: 'chen1995.pdf', selector: [] } }, undefined), undefined);
  });
});

describe('notes on papers', () => {
  it('cite the page of a comment that is on no words', () => {
    const onPage = { ...annotation('a1', '', 'finding', 'Table 2 is cut off.'), target: { source: 'chen1995.pdf', selector: [{ type: 'FragmentSelector', value: 'page=3' } as const] } };
    assert.match(newPaperNote(defaultTemplate, source(onPage)), /^Table 2 is cut off\. \[@chen1995, p\. 170\] \[↗\]\(</m);
  });

  it('are made from a template, escaped for where it is put', () => {
    const text = newPaperNote('---\ntitle: "{{title}}"\n---\n\n{{ title }} {{authors}} {{year}} {{unknown}}\n\n{{annotations}}\n', source(annotation('a1', 'one', 'diagnosis', 'mine'), annotation('a2', 'two', 'finding')));
    assert.match(text, /^---\ntitle: "A \\"leukemoid\\" reaction"\n---\n\nA "leukemoid" reaction Y\. M\. Chen 1995 \{\{unknown\}\}\n\n<!-- casebook:annotations \w+ -->\n## Annotations\n/);
    assert.ok(text.indexOf('### finding') < text.indexOf('### diagnosis'), 'in the order of the settings');
    assert.match(text, /> one\n>\n> \[@chen1995\] \[↗\]\(<vscode:[^\n]*annotation=a1>\)\n\nmine\n/);
  });

  it('say where a paper is from with what is known of it', () => {
    const whole = source();
    const sourceOf = (record: PaperNoteSource['record']): string => newPaperNote('{{source}}', { ...whole, record });
    assert.equal(sourceOf({ id: 'a', type: 'article-journal', author: [{ family: 'Chen' }], issued: { 'date-parts': [[1995]] }, 'container-title': 'Jpn J Clin Oncol' }), 'Chen (1995). Jpn J Clin Oncol.');
    assert.equal(sourceOf({ id: 'a', type: 'article-journal', 'container-title': 'Gut' }), 'Gut.');
    assert.equal(sourceOf({ id: 'a', type: 'article-journal', issued: { 'date-parts': [[1995]] } }), '(1995).');
    assert.equal(sourceOf({ id: 'a', type: 'article-journal' }), '');
  });

  it('are brought up to date in that part alone', () => {
    const first = newPaperNote(defaultTemplate, source(annotation('a1', 'one', 'finding')));
    const mine = `${first.replace('title: "Notes on chen1995"', 'title: My own')}My thoughts.\n`;
    const updated = updatePaperNote(mine, source(annotation('a1', 'one', 'finding'), annotation('a2', 'two', 'finding')));
    assert.equal(updated.kind, 'updated');
    const text = updated.kind === 'updated' ? updated.text : '';
    const outside = (note: string): string => note.replace(/<!-- casebook:annotations[^]*<!-- \/casebook:annotations -->/, '');
    assert.equal(outside(text), outside(mine));
    assert.match(text, /> two/);
    assert.equal(updatePaperNote(text, source(annotation('a1', 'one', 'finding'), annotation('a2', 'two', 'finding'))).kind, 'same');
  });

  it('keep what was written by hand into that part', () => {
    const mine = newPaperNote(defaultTemplate, source(annotation('a1', 'one', 'finding'))).replace('> one', '> one\n\nMy thought in between.');
    const updated = updatePaperNote(mine, source(annotation('a2', 'two', 'finding')));
    assert.equal(updated.kind, 'edited');
    const text = updated.kind === 'edited' ? updated.text : '';
    assert.match(text, /> two[^]*<!-- \/casebook:annotations -->\n\n[^]*My thought in between\./);
    assert.equal(updatePaperNote(text, source(annotation('a2', 'two', 'finding'))).kind, 'same', 'and never ask again');
  });

  it('get that part at the end where there is none', () => {
    const updated = updatePaperNote('# Mine\n', source(annotation('a1', 'one', 'finding')));
    assert.match(updated.kind === 'updated' ? updated.text : '', /^# Mine\n\n<!-- casebook:annotations/);
  });
});
