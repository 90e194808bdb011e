import * as assert from 'node:assert/strict';
import type { LibraryPaper } from '../../../src/core/library/library';
import { CitekeySearch } from '../../../src/features/citing/citekeySearch';

const paper = (id: string, title: string, family: string, year: number): LibraryPaper => ({
  uri: `file:///library/${id}.yaml`,
  folder: 'file:///',
  attachments: [],
  topics: [],
  subjects: [],
  record: { id, type: 'article-journal', title, author: [{ family }], issued: { 'date-parts': [[year]] }, 'container-title': 'Journal of Fevers' },
});

const papers = [paper('zhao2020', 'An (IL-6) case', 'Zhao', 2020), paper('muller-2001', 'Zhao revisited', 'Müller', 2001), paper('chen1995', 'Leukemoid reaction', 'Chen', 1995)];

describe('The search for citekeys', () => {
  const search = new CitekeySearch();
  const found = (typed: string) => search.find(papers, typed, 10).map(({ record }) => record.id);

  it('gives all by key where nothing was typed', () => assert.deepEqual(found(''), ['chen1995', 'muller-2001', 'zhao2020']));

  it('knows the beginnings of words in all fields, without case and accents', () => {
    assert.deepEqual(found('LEUK'), ['chen1995']);
    assert.deepEqual(found('müll'), ['muller-2001']);
    assert.deepEqual(found('mull'), ['muller-2001']);
    assert.deepEqual(found('2020'), ['zhao2020']);
    assert.deepEqual(found('il-6'), ['zhao2020']);
    assert.equal(found('fever').length, 3);
    assert.deepEqual(found('emoid'), []);
  });

  it('puts keys before authors, and authors before titles', () => assert.deepEqual(found('zhao'), ['zhao2020', 'muller-2001']));

  it('gives what VS Code can match with what was typed and with what is typed next', () => {
    assert.equal(search.find(papers, 'Leuk', 10)[0]?.matched.slice(0, 12), 'Leukemoid re');
    assert.equal(search.find(papers, 'müll', 10)[0]?.matched.slice(0, 6), 'müller');
  });

  it('gives no more than asked for', () => assert.equal(search.find(papers, '', 2).length, 2));
});
