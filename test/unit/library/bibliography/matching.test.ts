import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BibliographyWork } from '../../../../src/core/library/bibliography/bibliographyWork';
import { matches } from '../../../../src/core/library/filter';
import { parseQuery } from '../../../../src/core/library/query';
import type { CslItem } from '../../../../src/core/library/record';
import { MemoryFiles } from './support';

async function workWith(content: string, format: string): Promise<BibliographyWork> {
  const work = new BibliographyWork(new MemoryFiles());
  await work.open('a', { content, format });
  return work;
}

async function keys(work: BibliographyWork, query: string, limit?: number): Promise<string[]> {
  return (await work.matching(['a'], parseQuery(query), limit)).rows.map(({ key }) => key);
}

const bib = `@article{chen_case_1995, title = {Leukemoid reaction: a case}, author = {Chen, Yuh Min and Liu, J. and Wang, A. and van der Berg, Ö.}, journal = {Gut}, year = 1995, doi = {10.1093/jjco/25.4.168}}
@book{case, title = {Gut feelings}, author = {Case, A.}, year = 2001, ids = {older}}
@article{liu, title = {Chen's sign}, author = {Liu, J.}, journal = {Case Reports}, year = 1990, DOI = {10.1000/A\\_B}}
`;

describe('matching records of a bibliography', () => {
  it('asks each field for what it has, wherever else the word stands', async () => {
    const work = await workWith(bib, 'bibtex');
    const found: Readonly<Record<string, readonly string[]>> = {
      'author:chen': ['chen_case_1995'], 'title:chen': ['liu'], 'author:case': ['case'], 'title:case': ['chen_case_1995'], 'journal:case': ['liu'],
      'title:gut': ['case'], 'journal:gut': ['chen_case_1995'], 'author:wang': ['chen_case_1995'], 'author:"van der berg"': ['chen_case_1995'], 'author:"liu, j"': [],
      'year:1990-1995': ['chen_case_1995', 'liu'], 'year:2001': ['case'], 'year:-1994': ['liu'], 'year:199': ['chen_case_1995', 'liu'], 'type:book': ['case'],
      'key:case': ['chen_case_1995', 'case'], 'key:older': ['case'], 'key:chen_case': ['chen_case_1995'], 'title:"leukemoid reaction"': ['chen_case_1995'],
      '"reaction leukemoid"': [], '"reaction: a"': ['chen_case_1995'], 'doi:10.1093': ['chen_case_1995'], 'doi:a_b': ['liu'], 'doi:10.1000/b': [],
      '-chen': ['case'], '-author:liu': ['case'], '-type:article': ['case'], '-doi:jjco': ['case', 'liu'], '-year:1990-2000': ['case'],
      'tag:methods': [], 'status:unread': [], 'has:pdf': [], '-has:pdf type:book': ['case'], 'author:liu year:1990': ['liu'], 'case author:liu': ['chen_case_1995', 'liu'],
    };
    for (const [query, expected] of Object.entries(found)) assert.deepEqual((await keys(work, query)).sort(), [...expected].sort(), query);
  });

  it('looks for a phrase of the title in the title alone, at each key stroke', async () => {
    const entry = (key: string, author: string, title: string, journal: string): string => `@article{${key}, author = {${author}}, title = {${title}}, journal = {${journal}}}\n`;
    const work = await workWith(
      entry('apart', 'Novák, A.', 'A case so rare', 'Rare Case Reports') + entry('near', 'Novák, A.', 'A rare case', 'Gut')
      + entry('accents', 'Novak, A.', 'À la rare case', 'Case') + entry('accented', 'Novak, A.', 'Case or räre cäse', 'Médecine rare'), 'bibtex');
    for (const query of ['title:"rare c', 'title:"rare ca', 'title:"rare case"']) assert.deepEqual((await keys(work, query)).sort(), ['accented', 'accents', 'near'], query);
    assert.deepEqual(await keys(work, 'journal:"rare case"'), ['apart']);
  });

  it('ranks by the words, and counts what it does not show', async () => {
    const work = await workWith(bib, 'bibtex');
    assert.deepEqual(await keys(work, 'case year:1990-2005'), ['case', 'chen_case_1995', 'liu']);
    assert.deepEqual(await keys(work, 'type:article', 1), ['chen_case_1995']);
    assert.equal((await work.matching(['a'], parseQuery('type:article'), 1)).total, 2);
    assert.equal((await work.matching(['a'], [], 1)).total, 3);
  });

  it('finds a DOI among many', async () => {
    const many = Array.from({ length: 600 }, (_, at) => `@article{k${at}, title = {T}, doi = {10.1000/X${at}.y}}\n`).join('');
    const work = await workWith(many, 'bibtex');
    assert.deepEqual(await keys(work, 'doi:10.1000/x77.y'), ['k77']);
    assert.equal((await work.matching(['a'], parseQuery('doi:10.1000'), 3)).total, 600);
    assert.equal((await work.matching(['a'], parseQuery('-doi:x5'), 3)).total, 600 - 111);
  });

  it('matches what a paper of the same record would', () => {
    const word = fc.constantFrom('chen', 'cheney', 'kitchen', '1995', '1996', 'abc', 'xabc', 'Größe', 'case');
    const text = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));
    const record = fc.record({ id: fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join('_')), families: fc.array(text, { maxLength: 5 }), given: fc.option(word), doi: fc.constantFrom(undefined, '10.9/q', '10.9/ZQ.7'), year: fc.constantFrom(1995, 1996, 2000), title: text, container: text, type: fc.constantFrom('book', 'article-journal') });
    const field = fc.constantFrom('', 'author:', 'title:', 'journal:', 'key:', 'year:', 'type:', 'tag:', 'doi:');
    const asked = fc.oneof(fc.constantFrom('chen', 'hen', 'abc', 'grosse', '1995', '199', 'book', 'case', '"chen abc"', '"case case"', '"abc chen"', '"hen abc"', '"größe case"', '10.9', 'q.7'), fc.constantFrom('1995-1996', '1996-'));
    const term = fc.tuple(fc.constantFrom('', '', '-'), field, asked).map((parts) => parts.join(''));
    return fc.assert(fc.asyncProperty(fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 10 }), fc.array(term, { minLength: 1, maxLength: 3 }), async (records, terms) => {
      const items = records.map(({ id, families, given, doi, year, title, container, type }): CslItem => ({ id, type, title, 'container-title': container, ...(doi !== undefined && { DOI: doi }), author: families.map((family) => ({ family, ...(given !== null && { given }) })), issued: { 'date-parts': [[year]] } }));
      const query = parseQuery(terms.join(' '));
      // The index parts words at signs, where a phrase of a paper goes on over them: `1995-1996` alone is two words there.
      fc.pre(query.every(({ field, words }) => field !== undefined || !/[-.]/.test(words)));
      const work = await workWith(JSON.stringify(items), 'csl-json');
      const { rows, total } = await work.matching(['a'], query, 100);
      const expected = items.filter((item) => matches({ record: item, subjects: [] }, query)).map(({ id }) => id);
      assert.deepEqual([rows.map(({ key }) => key).sort(), total], [expected.sort(), expected.length]);
    }), { numRuns: 300 });
  });
});
