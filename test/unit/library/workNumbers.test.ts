import assert from 'node:assert/strict';
import { comparableDoi, comparableIsbns, workNumbers } from '../../../src/core/library/workNumbers';

describe('workNumbers', () => {
  it('makes DOIs equal, however they are written', () => {
    for (const text of ['10.1016/S0140-6736(95)90748-3', 'https://doi.org/10.1016/s0140-6736(95)90748-3', 'doi: 10.1016/S0140-6736(95)90748-3.', 'http://dx.doi.org/10.1016/S0140-6736%2895%2990748-3', 'DOI:https://doi.org/10.1016/S0140-6736(95)90748-3']) {
      assert.equal(comparableDoi(text), '10.1016/s0140-6736(95)90748-3', text);
    }
    for (const text of ['', 'none', '10.1016', 'doi:', '11.1000/x', '10.1000/%zz x']) assert.equal(comparableDoi(text), '', text);
    assert.equal(comparableDoi('10.1000/%zz'), '10.1000/%zz');
  });

  it('makes ISBNs of ten and thirteen digits equal', () => {
    // The example of the ISBN Users' Manual: both are of one book.
    assert.deepEqual(comparableIsbns('0-306-40615-2'), ['9780306406157']);
    assert.deepEqual(comparableIsbns('978-0-306-40615-7, 0306406152'), ['9780306406157']);
    assert.deepEqual(comparableIsbns('080442957X'), ['9780804429573']);
    assert.deepEqual(comparableIsbns('0-306-40615-3; 978-0-306-40615-8; 1234'), []);
  });

  it('finds numbers in addresses too, and takes nothing else for one', () => {
    const numbers = (record: object) => workNumbers({ id: 'a', type: 'book', ...record });
    assert.equal(numbers({ URL: 'https://doi.org/10.1000/ABC' }).doi, '10.1000/abc');
    assert.equal(numbers({ URL: 'https://pubmed.ncbi.nlm.nih.gov/7563111/' }).pmid, '7563111');
    assert.equal(numbers({ URL: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/' }).pmcid, '123456');
    assert.deepEqual([numbers({ PMID: 'PMID: 7563111' }).pmid, numbers({ PMID: 7563111 }).pmid, numbers({ PMCID: 'PMC123456' }).pmcid], ['7563111', '7563111', '123456']);
    assert.deepEqual([numbers({ PMID: '000000000000' }).pmid, numbers({ PMID: 'x' }).pmid, numbers({ URL: 'https://example.org/1234567' }).pmid], ['', '', '']);
  });
});
