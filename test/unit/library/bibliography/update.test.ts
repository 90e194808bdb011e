import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BibliographyWork } from '../../../../src/core/library/bibliography/bibliographyWork';
import { commonEnds } from '../../../../src/core/library/bibliography/commonEnds';
import type { RowOrder } from '../../../../src/core/library/bibliography/row';
import { parseQuery } from '../../../../src/core/library/query';
import { largeBibtex } from '../../../bench/formatsLarge';
import { assertAsRead, bibtexPieces, MemoryFiles, wellFormed } from './support';

const queries = ['', 'a', 'chen', 'che', 'DNA', 'book', 'müller 2001', 'b1', 'key', 'übung', '1995 gut', 'ase', 'q', 'x y', 'jörg'];
const fieldQueries = ['author:chen', 'author:"j müller"', 'author:"y. m. chen"', '-author:chen', 'title:"dna case"', '"a dna"', 'doi:10.1', 'key:b1', 'type:book', 'year:1990-2001', 'journal:gut', 'journal:x'];
const keys = ['chen1995', 'b', 'b1', 'b2', 'c', 'C', 'd', 'müller', 'nofields', 'q', 'alpha2000', 'key2003'];
const orders: readonly RowOrder[] = ['author', 'year', 'title'];

/** Everything that a service says of a bibliography. */
async function everything(work: BibliographyWork, uri: string): Promise<object> {
  return {
    rows: work.rows(uri, 0, 10_000),
    found: queries.map((query) => work.search([uri], query, 5)),
    matching: fieldQueries.map((query) => work.matching([uri], parseQuery(query), 5)),
    records: await work.find([uri], keys),
    ordered: orders.map((order) => work.rows(uri, 0, 10_000, order).map(({ index }) => index)),
    shared: work.duplicateKeys(uri),
  };
}

async function opened(text: string | Uint8Array): Promise<BibliographyWork> {
  const work = new BibliographyWork(new MemoryFiles(), 0);
  await work.open('a', { content: typeof text === 'string' ? new TextEncoder().encode(text) : text, format: 'bibtex' });
  return work;
}

interface Edit {
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const anyText = fc.array(fc.constantFrom(...bibtexPieces), { maxLength: 25 }).map((parts) => parts.join(''));
const anyEdit: fc.Arbitrary<Edit> = fc.record({
  at: fc.nat(), length: fc.constantFrom(0, 0, 1, 2, 10, 100), text: fc.array(fc.constantFrom(...bibtexPieces), { maxLength: 2 }).map((parts) => parts.join('')),
});

function edited(text: string, { at, length, text: own }: Edit): string {
  const place = at % (text.length + 1);
  return wellFormed(text.slice(0, place) + own + text.slice(place + length));
}

describe('BibliographyWork.update', () => {
  it('gives what opening the new text gives, after any edits', async function () {
    this.timeout(120_000);
    await fc.assert(fc.asyncProperty(anyText, fc.array(anyEdit, { minLength: 1, maxLength: 5 }), async (start, edits) => {
      let text = wellFormed(start);
      const work = await opened(text);
      for (const order of orders) work.rows('a', 0, 1, order);
      for (const edit of edits) {
        const before = work.rows('a', 0, 10_000);
        text = edited(text, edit);
        const change = await work.update('a', { content: new TextEncoder().encode(text), format: 'bibtex' });
        const fresh = await opened(text);
        assert.deepEqual(await everything(work, 'a'), await everything(fresh, 'a'));
        const after = work.rows('a', 0, 10_000);
        assert.ok(change);
        const { first, removed, added } = change;
        assert.equal(before.length - removed + added, after.length);
        assert.deepEqual(after.slice(0, first), before.slice(0, first));
        assert.deepEqual(after.slice(first + added).map((row) => ({ ...row, index: 0 })), before.slice(first + removed).map((row) => ({ ...row, index: 0 })));
      }
      await assertAsRead(work, 'a', text, 'bibtex');
    }), { numRuns: 200 });
  });

  it('reads only what changed', async () => {
    const text = largeBibtex(2000);
    const work = await opened(text);
    const at = text.indexOf('title = {', 500_000);
    const change = await work.update('a', { content: new TextEncoder().encode(`${text.slice(0, at)}title = {Zebrafish ${text.slice(at + 9)}`) });
    assert.deepEqual([change?.removed, change?.added, change?.count], [1, 1, 2000]);
    assert.deepEqual(work.search(['a'], 'zebraf').rows.map(({ index }) => index), [change?.first]);
    assert.deepEqual(await everything(work, 'a'), await everything(await opened(`${text.slice(0, at)}title = {Zebrafish ${text.slice(at + 9)}`), 'a'));
  });

  it('changes the records that take fields from the changed one, and those alone', async () => {
    const text = `${'@misc{m, title={M}}\n'.repeat(50)}@inbook{c, crossref={b}, title={C}}\n@inbook{d, crossref={c}, title={D}}\n@book{b, title={Old}, author={Own, A.}}\n${'@misc{m, title={M}}\n'.repeat(50)}`;
    const work = await opened(text);
    assert.equal(work.rows('a', 50, 1)[0]?.container, 'Old');
    const change = await work.update('a', { content: new TextEncoder().encode(text.replace('Old', 'New')) });
    assert.deepEqual([change?.first, change?.removed, change?.added], [50, 3, 3]);
    assert.equal(work.rows('a', 50, 1)[0]?.container, 'New');
    await assertAsRead(work, 'a', text.replace('Old', 'New'));
  });

  it('sees that nothing changed', async () => {
    const text = new TextEncoder().encode(bibtexPieces.slice(0, 3).join('\n'));
    const work = await opened(text);
    const change = await work.update('a', { content: text.slice() });
    assert.deepEqual([change?.first, change?.removed, change?.added], [0, 0, 0]);
  });

  it('takes a file in another encoding for what it is now', async () => {
    const work = await opened('@a{x, title={Größe}}\n@a{y, title={T}}\n');
    await work.update('a', { content: Uint8Array.from('@a{x, title={Gr\u00f6\u00dfe}}\n@a{y, title={U}}\n', (letter) => letter.charCodeAt(0)) });
    assert.deepEqual(work.rows('a', 0, 9).map(({ title }) => title), ['Größe', 'U']);
    assert.deepEqual((await work.problems('a')).map(({ code }) => code), ['encoding-invalid']);
    await work.update('a', { content: new TextEncoder().encode('@a{x, title={Größe}}\n@a{y, title={V}}\n') });
    assert.deepEqual(work.rows('a', 0, 9).map(({ title }) => title), ['Größe', 'V']);
    assert.deepEqual(await work.problems('a'), []);
  });

  it('keeps up with a thousand changes', async function () {
    this.timeout(60_000);
    let text = largeBibtex(60);
    const work = await opened(text);
    for (let count = 0; count < 1050; count += 1) {
      const at = text.indexOf('title = {', (count * 7919) % (text.length - 2000));
      text = `${text.slice(0, at)}title = {W${count} ${text.slice(at + 9)}`;
      await work.update('a', { content: new TextEncoder().encode(text) });
    }
    assert.deepEqual(await everything(work, 'a'), await everything(await opened(text), 'a'));
  });
});

describe('commonEnds', () => {
  it('finds how much is the same at both ends, whatever the arrays lie at', () => {
    const bytes = fc.uint8Array({ max: 2, maxLength: 40 });
    fc.assert(fc.property(bytes, bytes, bytes, bytes, fc.nat(3), fc.nat(3), (head, tail, a, b, shiftA, shiftB) => {
      const before = Uint8Array.from([...new Array<number>(shiftA).fill(9), ...head, ...a, ...tail]).subarray(shiftA);
      const after = Uint8Array.from([...new Array<number>(shiftB).fill(8), ...head, ...b, ...tail]).subarray(shiftB);
      const shorter = Math.min(before.length, after.length);
      let start = 0;
      while (start < shorter && before[start] === after[start]) start += 1;
      let end = 0;
      while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
      assert.deepEqual(commonEnds(before, after), { start, end });
    }), { numRuns: 2000 });
  });
});
