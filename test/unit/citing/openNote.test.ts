import assert from 'node:assert/strict';
import { CitingWork } from '../../../src/core/citing/citingWork';
import type { CslItem } from '../../../src/core/library/record';
import type { LinkedCitation, RenderedCitation } from '../../../src/core/citing/rendered';
import { parseNote } from '../../../src/core/notes/parseNote';
import { styleAssets } from './styleAssets';

const families = ['Adams', 'Brown', 'Chen', 'Dietz', 'Evans', 'Fuchs'];
/** Two of each author in the same year, so that letters tell them apart. */
const items: CslItem[] = families.flatMap((family) =>
  ['x', 'y'].map((part) => ({
    id: `${family}${part}`, type: 'article-journal', title: `Case ${part}`, author: [{ family, given: 'Ann' }], issued: { 'date-parts': [[1999]] }, 'container-title': 'Journal',
  })));
const all = { start: 0, end: Infinity };
/** Steps of one note as its author writes it. */
const versions = [
  'Seen [@Adamsx; @Browny].\n\nThen [@Chenx, p. 3].\n',
  'Seen [@Adamsx; @Browny].\n\nAnd @Dietzx.\n\nThen [@Chenx, p. 3].\n',
  'Seen [@Adamsy; @Browny].\n\nAnd @Dietzx.[^1]\n\nThen [@Chenx, p. 3] and [@Chenx, p. 3; @Adamsx].\n\n[^1]: As [@Dietzx] says, and @nobody.\n',
  'First [@Evansx].\n\nAnd @Dietzx.[^1]\n\nThen [@Chenx, p. 3] and [@Chenx, p. 3; @Adamsx].\n\n[^1]: As [@Dietzx] says, and @nobody.\n',
  'First [@Evansx].\n',
  '---\nnocite: "@*"\n---\n\nFirst [@Evansx].\n',
];

describe('an open note', () => {
  for (const id of ['apa', 'nlm-citation-sequence', 'american-medical-association', 'chicago-author-date', 'chicago-shortened-notes-bibliography', 'ieee', 'modern-language-association']) {
    it(`reads after each change as if it were new: ${id}`, async () => {
      const [kept, presentation] = [new CitingWork(await styleAssets()), { style: { id }, locale: '' }];
      for (const text of versions) {
        const fresh = await new CitingWork(await styleAssets()).renderNote(parseNote(text), items, presentation);
        const shown = await kept.openNote('n', parseNote(text), items, presentation, all);
        // What is shown in an editor has no links.
        assert.deepEqual(shown.citations, fresh.citations.map(withoutLinks));
        assert.deepEqual(kept.noteEntries('n', 0, Infinity), fresh.bibliography);
        assert.deepEqual(shown.works.map((work) => work.id), fresh.bibliography.map((entry) => entry.id));
      }
    });
  }

  it('renders no more than it is asked for', async () => {
    const work = new CitingWork(await styleAssets());
    const text = versions[1] ?? '';
    const shown = await work.openNote('n', parseNote(text), items, { style: { id: 'apa' }, locale: '' }, { start: 0, end: 10 });
    assert.deepEqual(shown.citations.map((one) => one.text), ['(Adams, 1999; Brown, 1999)']);
    assert.deepEqual(work.noteCitations('n', { start: text.indexOf('And'), end: Infinity })?.map((one) => one.text), ['Dietz (1999)', '(Chen, 1999, p. 3)']);
    assert.deepEqual(work.noteEntries('n', 1, 3)?.map((entry) => entry.id), ['Browny', 'Chenx']);
  });

  it('says where each work is cited, and what is unknown', async () => {
    const work = new CitingWork(await styleAssets());
    const text = versions[2] ?? '';
    const shown = await work.openNote('n', parseNote(text), items, { style: { id: 'apa' }, locale: '' }, all);
    const said = (places: readonly { readonly start: number; readonly end: number }[]) => places.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(shown.works.map(({ id, places }) => [id, said(places).length]), [['Adamsx', 1], ['Adamsy', 1], ['Browny', 1], ['Chenx', 2], ['Dietzx', 2]]);
    assert.deepEqual(shown.unknown.map(({ key, places }) => [key, said(places)]), [['nobody', ['@nobody']]]);
  });

  it('keeps two notes apart, and what was last given of the library', async () => {
    const [work, presentation] = [new CitingWork(await styleAssets()), { style: { id: 'nlm-citation-sequence' }, locale: '' }];
    await work.openNote('a', parseNote('[@Chenx]'), items, presentation, all);
    await work.openNote('b', parseNote('[@Adamsx] [@Chenx]'), items, presentation, all);
    await work.references(items, presentation);
    assert.deepEqual(work.noteCitations('a', all)?.map((one) => one.text), ['(1)']);
    assert.deepEqual(work.noteCitations('b', all)?.map((one) => one.text), ['(1)', '(2)']);
    const again = await work.openNote('a', parseNote('[@Adamsx] [@Chenx]'), undefined, presentation, all);
    assert.deepEqual(again.citations.map((one) => one.text), ['(1)', '(2)']);
    work.closeNote('a');
    assert.deepEqual([work.noteCitations('a', all), work.noteEntries('a', 0, 1)], [undefined, undefined]);
  });
});

function withoutLinks({ start, end, text, html, apart }: LinkedCitation): RenderedCitation {
  return { start, end, text, html, ...(apart && { apart: { author: apart.author, note: { text: apart.note.text, html: apart.note.html } } }) };
}
