import assert from 'node:assert/strict';
import { check, codes } from './checking';

describe('checks of what is missing', () => {
  it('find nothing in a whole record', () => {
    assert.deepEqual(check({}), []);
  });

  it('find what a reference cannot do without', () => {
    const bare = { author: undefined, 'container-title': undefined, issued: undefined, volume: undefined, issue: undefined, page: undefined };
    assert.deepEqual(codes(bare), ['author-missing', 'container-missing', 'date-missing']);
    assert.deepEqual(codes({ volume: undefined }), ['volume-missing']);
    assert.deepEqual(codes({ page: undefined }), ['pages-missing']);
    assert.deepEqual(codes({ type: 'book', volume: undefined }), ['publisher-missing']);
    assert.deepEqual(codes({ type: 'thesis', 'container-title': undefined }), ['publisher-missing']);
    assert.deepEqual(codes({ type: 'chapter', 'container-title': undefined, publisher: 'P' }), ['container-missing']);
  });

  it('take an article number for pages, and an editor for an author', () => {
    assert.deepEqual(codes({ page: undefined, number: 'e1234' }), []);
    assert.deepEqual(codes({ type: 'book', publisher: 'P', author: undefined, editor: [{ family: 'Chen', given: 'Y.' }] }), []);
  });

  it('ask no volume of what has none yet, or never will', () => {
    const unnumbered = { volume: undefined, issue: undefined, page: undefined };
    assert.deepEqual(codes({ ...unnumbered, issued: { 'date-parts': [[2026, 3]] } }), []);
    assert.deepEqual(codes({ ...unnumbered, issued: { 'date-parts': [[2020]] } }), ['volume-missing', 'pages-missing']);
    assert.deepEqual(codes({ ...unnumbered, issued: { literal: 'in press' } }), []);
    assert.deepEqual(codes({ ...unnumbered, status: 'forthcoming' }), []);
    assert.deepEqual(codes({ ...unnumbered, 'container-title': 'medRxiv' }), []);
    assert.deepEqual(codes({ volume: 'In Press', issue: undefined, page: undefined }), []);
    assert.deepEqual(codes({ volume: undefined, issue: '1120' }), []);
    assert.deepEqual(codes({ volume: undefined, issue: '2', page: 'CD001234', 'container-title': 'Cochrane Database of Systematic Reviews', 'container-title-short': 'x' }), []);
  });

  it('ask no publisher of an old book, nor of an entry on the web', () => {
    assert.deepEqual(codes({ type: 'book', issued: { 'date-parts': [[1851]] } }), []);
    assert.deepEqual(codes({ type: 'chapter', URL: 'https://plato.stanford.edu/entries/x/' }), []);
  });

  it('ask nothing of a web page', () => {
    const page = { type: 'webpage', author: undefined, 'container-title': undefined, issued: undefined, volume: undefined, issue: undefined, page: undefined };
    assert.deepEqual(codes(page), []);
  });

  it('ask no author of an editorial', () => {
    assert.deepEqual(codes({ author: undefined, title: 'Editorial: a sign of the times' }), []);
    assert.deepEqual(codes({ author: undefined, PMID: '7564391' }), []);
  });
});
