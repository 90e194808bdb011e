import assert from 'node:assert/strict';
import { groupPapers, sortPapers } from '../../../src/core/library/arrange';
import { authorLabel, sourceLine, yearOf } from '../../../src/core/library/display';
import { duplicateCitekeys } from '../../../src/core/library/duplicates';
import { matches, searchPapers } from '../../../src/core/library/filter';
import type { Paper } from '../../../src/core/library/paper';
import { parseQuery } from '../../../src/core/library/query';
import type { CslItem } from '../../../src/core/library/record';

const make = (id: string, family: string, year: number | undefined, more: Partial<CslItem> = {}, subjects: string[] = []): Paper & { uri: string } => ({
  uri: `file:///w/library/${id}.yaml`,
  record: { id, type: 'article-journal', ...(family && { author: [{ family }] }), ...(year && { issued: { 'date-parts': [[year]] } }), ...more },
  subjects,
  idSpan: { start: 20, end: 20 + id.length },
});

const papers = [
  make('wang2020', 'Wang', 2020, { title: 'The hiccups', 'container-title': 'Gut' }, ['Oncology', 'Surgery']),
  make('chen1995', 'Chen', 1995, { title: 'Leukemoid reaction', 'container-title': 'Japanese Journal of Clinical Oncology' }, ['Oncology']),
  make('angstrom2020', 'Ångström', 2020, { title: 'Ödema', keyword: 'liver' }),
  make('x', '', undefined, { title: 'A title' }),
];
const ids = (list: readonly Paper[]): string[] => list.map(({ record }) => record.id);

describe('arrange', () => {
  it('sorts', () => {
    assert.deepEqual(ids(sortPapers(papers, 'author')), ['angstrom2020', 'chen1995', 'wang2020', 'x']);
    assert.deepEqual(ids(sortPapers(papers, 'year')), ['angstrom2020', 'wang2020', 'chen1995', 'x']);
    assert.deepEqual(ids(sortPapers(papers, 'title')), ['wang2020', 'chen1995', 'angstrom2020', 'x']);
    assert.deepEqual(ids(sortPapers(papers, 'added')), ids(papers));
  });

  it('groups', () => {
    const groups = (by: Parameters<typeof groupPapers>[1]): unknown[] => groupPapers(papers, by).map(({ name, papers: list }) => [name, ...ids(list)]);
    assert.deepEqual(groups('year'), [['2020', 'wang2020', 'angstrom2020'], ['1995', 'chen1995'], ['', 'x']]);
    assert.deepEqual(groups('subject'), [['Oncology', 'wang2020', 'chen1995'], ['Surgery', 'wang2020'], ['', 'angstrom2020', 'x']]);
    assert.deepEqual(groups('author'), [['Ångström', 'angstrom2020'], ['Chen', 'chen1995'], ['Wang', 'wang2020'], ['', 'x']]);
    assert.deepEqual(groups('journal')[0], ['Gut', 'wang2020']);
    assert.deepEqual(groups('none'), [['', ...ids(papers)]]);
    const placed = papers.map((paper, at) => ({ ...paper, folder: ['file:///a/Ward', 'file:///a/ward'][at % 2] ?? '' }));
    assert.deepEqual(groupPapers(placed, 'folder').map(({ name, papers: list }) => [name, ...ids(list)]), [
      ['file:///a/Ward', 'wang2020', 'angstrom2020'],
      ['file:///a/ward', 'chen1995', 'x'],
    ]);
  });
});

describe('filter', () => {
  it('wants every word somewhere, without regard to case and diacritics', () => {
    const [wang, chen, angstrom] = papers;
    assert.ok(chen && angstrom && wang);
    const found = (paper: Paper, text: string): boolean => matches(paper, parseQuery(text));
    assert.ok(found(chen, 'CHEN leuk 1995') && found(chen, 'oncology japanese') && found(angstrom, 'angstrom odema liver') && found(chen, ''));
    assert.ok(!found(chen, 'chen 1996') && !found(wang, 'liver'));
  });

  it('puts the likeliest first', () => {
    assert.deepEqual(ids(searchPapers(papers, 'oncology')), ['chen1995', 'wang2020']);
    assert.deepEqual(ids(searchPapers(papers, '@wang2020')), ['wang2020']);
    assert.deepEqual(ids(searchPapers(papers, '  ')), ids(papers));
  });
});

describe('display', () => {
  it('labels authors', () => {
    const label = (...author: object[]): string => authorLabel({ id: 'a', type: 'book', author });
    assert.equal(label({ family: 'Chen' }), 'Chen');
    assert.equal(label({ family: 'Chen' }, { family: 'Wang' }), 'Chen & Wang');
    assert.equal(label({ family: 'Chen' }, { literal: 'WHO' }, { family: 'Li' }), 'Chen et al.');
    assert.equal(label({ family: 'Berg', 'non-dropping-particle': 'van der' }), 'van der Berg');
    assert.equal(authorLabel({ id: 'a', type: 'book', editor: [{ literal: 'WHO' }] }), 'WHO');
    assert.equal(label(), '');
  });

  it('tells year and source', () => {
    const record: CslItem = { id: 'a', type: 'article-journal', 'container-title': 'Japanese Journal of Clinical Oncology', issue: '4', page: '168-172', issued: { 'date-parts': [[1995, 8, 1]] } };
    assert.equal(sourceLine(record), 'Japanese Journal of Clinical Oncology (4), 168–172');
    assert.equal(sourceLine({ ...record, volume: '25' }), 'Japanese Journal of Clinical Oncology 25(4), 168–172');
    assert.equal(sourceLine({ id: 'a', type: 'book', publisher: 'P' }), 'P');
    assert.equal(yearOf(record), '1995');
    assert.equal(yearOf({ id: 'a', type: 'book', issued: { 'date-parts': [[1999, 12], [2000, 1]] } }), '1999–2000');
    assert.equal(yearOf({ id: 'a', type: 'book', issued: { literal: 'forthcoming' } }), 'forthcoming');
    assert.equal(yearOf({ id: 'a', type: 'book' }), '');
  });
});

describe('duplicates', () => {
  it('tells of one key in two files, at its place', () => {
    const twice = [...papers, { ...make('chen1995', 'Chen', 2001), uri: 'file:///w/library/chen%201.yaml' }];
    const problems = duplicateCitekeys(twice);
    assert.deepEqual([...problems.keys()], ['file:///w/library/chen1995.yaml', 'file:///w/library/chen%201.yaml']);
    assert.deepEqual(problems.get('file:///w/library/chen1995.yaml'), [
      { code: 'citekey-duplicate', severity: 'error', params: { id: 'chen1995', other: 'chen 1.yaml' }, span: { start: 20, end: 28 } },
    ]);
  });

  it('lets folders have the same keys', () => {
    const [one] = papers;
    assert.ok(one);
    assert.equal(duplicateCitekeys([{ ...one, folder: 'a' }, { ...one, folder: 'b' }]).size, 0);
  });
});
