import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { formatById, readText } from '../../../../src/core/formats/registry';
import { BibliographyWork } from '../../../../src/core/library/bibliography/bibliographyWork';
import { largeBibtex, largeRis } from '../../../bench/formatsLarge';
import { sharedPath } from '../../../support/shared';
import { assertOpensAsRead, bibtexPieces, MemoryFiles, wellFormed } from './support';

describe('a bibliography’s listing', () => {
  it('has the rows, records and problems that the format’s reader has', async () => {
    await assertOpensAsRead(largeBibtex(300));
    await assertOpensAsRead(largeRis(100));
    await assertOpensAsRead(bibtexPieces.slice(0, 11).join('\n'));
    await assertOpensAsRead('@string{jj = {Journal}}\n@a{x, journal = jj, title = {T}}\n@string{jj = {Other}}\n@a{y, journal = jj # { B}, title = {T}}\n@b{z, crossref = {y}}\n');
    await assertOpensAsRead('');
    await assertOpensAsRead('no bibliography at all');
  });

  it('has records with mistakes as the whole text has them, wherever a lost brace would close', async () => {
    const entry = '@article{chen1995,\n  title = {A {DNA} case},\n  author = {Chen, Y. M.},\n  year = 1995\n}\n';
    await assertOpensAsRead(entry.replace('case},', `cas${entry},`), 'bibtex');
    await assertOpensAsRead(`${entry.replace('case}', 'case')}\n${entry.replace('chen1995', 'chen1996')}`, 'bibtex');
    await assertOpensAsRead(entry.replace('{Chen', '{,Chen'), 'bibtex');
  });

  it('has what an entry takes from others where a mistake stands at the text’s end', async () => {
    await assertOpensAsRead('@inbook{c, crossref = {b}, title = {C}}\n@comment{@incollection{d, xdata = {x}, crossref = {c}, t=', 'bibtex');
    await assertOpensAsRead('@xdata{x, year = 2000, journal = {XJ}}\n@incollection{d, xdata = {x}, title =% {D}, author={D, E}}\n%', 'bibtex');
    await assertOpensAsRead('@inbook{c, crossref = {b}, title = {C}}\n@book{b,\n title = {Book}', 'bibtex');
  });

  it('takes nothing from an entry by the key that was made up for it', async () => {
    await assertOpensAsRead('@inbook{title = {C}}\n@incollection{d, crossref = {c}, title = {D}}\n', 'bibtex');
  });

  it('tells where a key stands that begins as a comment would', async () => {
    const text = '@misc{%again}}\ne';
    await assertOpensAsRead(text, 'bibtex');
    assert.deepEqual(readText(text, 'bibtex').problems.map(({ code, span }) => [code, span && text.slice(span.start, span.end)])[0], ['record-dropped', '%again']);
  });

  it('is the same for any mixture of entries and mistakes', async function () {
    this.timeout(60_000);
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...bibtexPieces), { maxLength: 30 }), (parts) => assertOpensAsRead(wellFormed(parts.join('')), 'bibtex')), { numRuns: 500 });
  });

  it('makes up the keys that the reader makes up', async () => {
    const text = '@misc{,title={Alpha}, year=2000}\n@misc{alpha2000, title={x}}\n@misc{, title={Alpha}, year=2000, crossref={p}}\n@book{p, author={Pane, A.}}\n';
    const work = new BibliographyWork(new MemoryFiles());
    await work.open('a', { content: text });
    assert.deepEqual(work.rows('a', 0, 10).map(({ key }) => key), ['alpha2000a', 'alpha2000', 'pane2000', 'p']);
    await assertOpensAsRead(text);
  });

  const folder = sharedPath('data', 'formats');
  for (const file of folder === undefined ? [] : readdirSync(folder).filter((name) => formatById(name.replace('.jsonl', '')))) {
    it(`is that of the reader for the cases of ${file}`, async function () {
      this.timeout(60_000);
      const lines = readFileSync(join(folder ?? '', file), 'utf8').split('\n').filter(Boolean);
      for (const line of lines) {
        const { input } = JSON.parse(line) as { input: unknown };
        if (typeof input === 'string') await assertOpensAsRead(wellFormed(input), file.replace('.jsonl', ''));
      }
    });
  }
  if (folder === undefined) it.skip('is that of the reader for the shared cases');
});
