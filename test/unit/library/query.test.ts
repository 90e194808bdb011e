import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matches } from '../../../src/core/library/filter';
import { mistypedField, parseQuery } from '../../../src/core/library/query';
import type { SearchedPaper } from '../../../src/core/library/queryTermMatch';

describe('parseQuery', () => {
  it('takes words, fields, phrases and what is not wanted', () => {
    assert.deepEqual(parseQuery('Ödem author:Chen title:"leukemoid  reaction" -liver -tag:methods'), [
      { field: undefined, words: 'odem', not: false },
      { field: 'author', words: 'chen', not: false },
      { field: 'title', words: 'leukemoid reaction', not: false },
      { field: undefined, words: 'liver', not: true },
      { field: 'tag', words: 'methods', not: true },
    ]);
  });

  it('takes years and stretches of them', () => {
    const years = (text: string) => parseQuery(text).map((term) => term.years && [term.years.from, term.years.to])[0];
    assert.deepEqual([years('year:1995'), years('year:1990-2000'), years('year:1990-'), years('year:-2000'), years('year:199')], [
      [1995, 1995], [1990, 2000], [1990, Infinity], [-Infinity, 2000], undefined,
    ]);
  });

  it('takes what is no field for words, and asks nothing by a field that is still being typed', () => {
    assert.deepEqual(parseQuery('foo:bar x:').map(({ field, words }) => [field, words]), [[undefined, 'foo:bar'], [undefined, 'x:']]);
    assert.deepEqual(parseQuery('author: - "" , ; @'), []);
    assert.deepEqual(parseQuery('title:"not closed').map(({ words }) => words), ['not closed']);
    assert.deepEqual(parseQuery('@chen1995').map(({ words }) => words), ['chen1995']);
    assert.deepEqual(parseQuery('well-known').map(({ words, not }) => [words, not]), [['well-known', false]]);
  });

  it('knows a field that is mistyped', () => {
    const mistake = (text: string): string | undefined => {
      const found = mistypedField(parseQuery(text));
      return found && `${found.typed} ${found.meant}`;
    };
    assert.equal(mistake('liver autor:chen'), 'autor author');
    assert.equal(mistake('-Titel:"a b"'), 'titel title');
    for (const none of ['author:chen', 'autor: chen', 'autor', 'https://doi.org/10.1/x', 'foobar:x', '']) assert.equal(mistake(none), undefined, none);
  });

  it('understands any text, in time that grows with it', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      for (const { words } of parseQuery(text)) assert.notEqual(words, '');
    }));
    assert.equal(parseQuery('"'.repeat(100_000)).length, 0);
    assert.ok(parseQuery('a:'.repeat(100_000)).length <= 500);
  });
});

const paper: SearchedPaper = {
  record: {
    id: 'chen1995', type: 'article-journal', title: 'Leukemoid reaction', DOI: '10.1093/jjco/25.4.168', abstract: 'A man.', 'other-ids': ['old95'],
    author: [{ family: 'Chen', given: 'Yuh Min' }, { family: 'Berg', 'non-dropping-particle': 'van der' }],
    issued: { 'date-parts': [[1995, 8]] }, 'container-title': 'Japanese Journal of Clinical Oncology', keyword: 'fever, neutrophils',
  },
  subjects: ['Oncology'],
  attachments: ['file:///w/library/chen1995.PDF'],
  annotations: [{ quote: 'x' }],
  case: { status: 'Reading', tags: ['Methods', 'to cite'] },
};

describe('matches', () => {
  const holds = (text: string, of: SearchedPaper = paper): boolean => matches(of, parseQuery(text));

  it('finds what a field says', () => {
    for (const query of [
      'author:chen', 'author:"van der berg"', 'title:leuk', 'journal:oncology', 'type:article', 'tag:methods', 'tag:"to cite"', 'status:reading',
      'subject:fever', 'subject:oncology', 'key:chen1995', 'key:old95', 'doi:10.1093', 'year:1995', 'year:1990-2000', 'year:-1995', 'year:199',
    ]) assert.ok(holds(query), query);
    for (const query of ['author:leukemoid', 'title:chen', 'journal:gut', 'status:read', 'status:unread', 'tag:fever', 'year:1996-', 'year:9', 'key:1996']) {
      assert.equal(holds(query), query === 'year:9', query);
    }
  });

  it('finds what a paper has', () => {
    for (const query of ['has:pdf', 'has:attachments', 'has:annotations', 'has:tags', 'has:abstract', 'has:doi', 'has:keywords']) assert.ok(holds(query), query);
    for (const query of ['has:md', 'has:volume', 'has:pmid', 'has:constructor']) assert.ok(!holds(query), query);
  });

  it('wants all terms, and none of those with a minus', () => {
    assert.ok(holds('leukemoid author:chen -liver -tag:old'));
    assert.ok(!holds('leukemoid -author:chen') && !holds('leukemoid liver') && !holds('-has:pdf'));
  });

  it('finds tags by plain words, and takes a paper without a status for unread', () => {
    const bare: SearchedPaper = { record: { id: 'a', type: 'book' }, subjects: [] };
    assert.ok(holds('methods') && holds('status:unread', bare) && !holds('has:tags', bare) && !holds('year:1990-2000', bare));
  });
});
