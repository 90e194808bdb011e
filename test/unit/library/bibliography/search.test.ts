import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BibliographyWork } from '../../../../src/core/library/bibliography/bibliographyWork';
import { fold } from '../../../../src/core/library/fold';
import type { CslItem } from '../../../../src/core/library/record';
import { MemoryFiles } from './support';

async function workWith(bibliographies: Readonly<Record<string, readonly CslItem[]>>): Promise<BibliographyWork> {
  const work = new BibliographyWork(new MemoryFiles());
  for (const [uri, items] of Object.entries(bibliographies)) await work.open(uri, { content: JSON.stringify(items), format: 'csl-json' });
  return work;
}

function item(id: string, rest: Partial<CslItem> = {}): CslItem {
  return { id, type: 'article-journal', ...rest } as CslItem;
}

const author = (family: string, given: string): Pick<CslItem, 'author'> => ({ author: [{ family, given }] });
const year = (value: number): Pick<CslItem, 'issued'> => ({ issued: { 'date-parts': [[value]] } });

/** What a word counts in a field: inside of a word, beginning one, being one. */
const weights = { key: [5, 10, 20], part: [5, 10, 10], names: [4, 8, 9], year: [4, 8, 9], title: [3, 6, 7], container: [2, 4, 5] };

/** The ranking as it is described, by trying every word of every record. */
function rankedSlowly(items: readonly CslItem[], query: string): { readonly ids: string[]; readonly total: number } {
  const scored = items.map((record) => {
    const texts: readonly (readonly [keyof typeof weights, readonly string[]])[] = [
      ['key', [fold(record.id)]], ['part', wordsOf(record.id)], ['names', (record.author ?? []).flatMap((name) => wordsOf(`${name.family ?? ''} ${name.given ?? ''}`))],
      ['year', wordsOf(String(record.issued?.['date-parts']?.[0]?.[0] ?? ''))], ['title', wordsOf(record.title ?? '')], ['container', wordsOf(record['container-title'] ?? '')],
    ];
    const best = (word: string): number => Math.max(0, ...texts.flatMap(([field, words]) => words.map((own) => weights[field][own === word ? 2 : own.startsWith(word) ? 1 : word.length >= 3 && own.includes(word) ? 0 : 3] ?? 0)));
    const scores = fold(query).split(/[\s,;]+/).filter((word) => wordsOf(word).length > 0).map((word) => {
      const parts = wordsOf(word);
      return Math.max(best(word), parts.length === 1 && parts[0] === word ? 0 : Math.min(...parts.map(best)));
    });
    return { id: record.id, score: scores.includes(0) ? 0 : scores.reduce((a, b) => a + b, 0) };
  });
  const found = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return { ids: found.map(({ id }) => id), total: found.length };
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

describe('BibliographyWork.search', () => {
  it('ranks whole citekeys first, then authors and years, then titles, then containers', async () => {
    const work = await workWith({ a: [
      item('in-container', { 'container-title': 'Archives of Chen' }), item('in-title', { title: 'A chen case' }), item('inside-title', { title: 'Kitchen hygiene' }),
      item('by-author', author('Chen', 'Y.')), item('begins-author', author('Cheney', 'D.')), item('chen1995'), item('chen'),
    ] });
    assert.deepEqual(work.search(['a'], 'chen').rows.map(({ key }) => key), ['chen', 'chen1995', 'by-author', 'begins-author', 'in-title', 'in-container', 'inside-title']);
  });

  it('wants every word, in whatever field, without regard to case and accents', async () => {
    const work = await workWith({ a: [item('a1', { ...author('Müller', 'Jörg'), ...year(1995), title: 'Größe' }), item('a2', { ...author('Müller', 'Jörg'), ...year(1996) })] });
    assert.deepEqual(work.search(['a'], 'MULLER, 1995 grosse').rows.map(({ key }) => key), ['a1']);
    assert.equal(work.search(['a'], 'jorg').total, 2);
    assert.equal(work.search(['a'], 'jorg 1997').total, 0);
  });

  it('looks inside of words from three letters on, and in scripts without spaces from the first', async () => {
    const work = await workWith({ a: [item('a1', { title: 'Adenocarcinoma' }), item('a2', { title: '肝細胞癌の一例' })] });
    assert.deepEqual([work.search(['a'], 'ca').total, work.search(['a'], 'car').total, work.search(['a'], '癌').total], [0, 1, 1]);
  });

  it('finds keys with signs in them, whole or by their parts', async () => {
    const work = await workWith({ a: [item('doi:10.1000/x-y'), item('smith_2020', author('Whang-Peng', 'J.')), item('o’brien')] });
    const keys = (query: string): string[] => work.search(['a'], query).rows.map(({ key }) => key);
    assert.deepEqual(keys('@doi:10.1000/x-y'), ['doi:10.1000/x-y']);
    assert.deepEqual(keys('doi:10'), ['doi:10.1000/x-y']);
    assert.deepEqual(keys('whang-peng'), ['smith_2020']);
    assert.deepEqual(keys('peng & j.'), ['smith_2020']);
    assert.deepEqual(keys("o'brien"), ['o’brien']);
    assert.deepEqual(keys('&'), ['doi:10.1000/x-y', 'smith_2020', 'o’brien'], 'nothing to look for finds all');
  });

  it('looks in the bibliographies that it is told to, and counts what it does not show', async () => {
    const many = (prefix: string): CslItem[] => Array.from({ length: 150 }, (_, at) => item(`${prefix}${at}`, { title: 'Same' }));
    const work = await workWith({ a: many('a'), b: [...many('b'), item('same')], c: many('c') });
    const found = work.search(['b', 'missing', 'a'], 'same');
    assert.deepEqual([found.rows.length, found.total, found.rows[0]?.key, found.rows[1]?.key, found.rows[99]?.key], [100, 301, 'same', 'b0', 'b98']);
    assert.deepEqual([work.search(['b', 'a'], 'same', 0).rows.length, work.search(['a'], 'same', 200).rows.length, work.search([], 'same').total], [0, 150, 0]);
    assert.deepEqual([work.search(['c', 'a'], '', 160).rows.at(-1)?.key, work.search(['c', 'a'], '').total], ['a9', 300]);
  });

  it('ranks as described, whatever the records', () => {
    const word = fc.constantFrom('chen', 'cheney', 'kitchen', 'che', '1995', '199', 'a', 'ab', 'abc', 'xabc', 'Größe', 'o’brien', 'x-y', 'hen', '肝細胞');
    const text = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));
    const record = fc.record({ key: fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join('')), family: text, given: text, year: fc.constantFrom(1995, 199, 2000), title: text, container: text });
    return fc.assert(fc.asyncProperty(fc.uniqueArray(record, { selector: ({ key }) => key, maxLength: 12 }), fc.array(fc.constantFrom('chen', 'che', 'hen', 'a', 'ab', 'abc', '1995', '199', 'gro', 'brien', 'x-y', "o'b", 'x-', 'chen199'), { minLength: 1, maxLength: 3 }), async (records, words) => {
      const items = records.map((each) => item(each.key, { ...author(each.family, each.given), ...year(each.year), title: each.title, 'container-title': each.container }));
      const work = await workWith({ a: items });
      const { rows, total } = work.search(['a'], words.join(' '), 1000);
      assert.deepEqual({ ids: rows.map(({ key }) => key), total }, rankedSlowly(items, words.join(' ')));
    }), { numRuns: 200 });
  });

  it('takes any query', async () => {
    const work = await workWith({ a: [item('a1', { title: 'x'.repeat(10_000) })] });
    for (const query of ['\n', '\0', '\uffff', 'x'.repeat(100_000), 'x '.repeat(1000), '😀', '\ud800', ')(*', 'x'.repeat(150)]) assert.ok(work.search(['a'], query).total >= 0);
    assert.equal(work.search(['a'], 'x'.repeat(150)).total, 1);
  });
});
