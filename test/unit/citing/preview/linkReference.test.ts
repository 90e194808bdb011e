import assert from 'node:assert/strict';
import { linkReference } from '../../../../src/core/citing/preview/linkReference';

const item = { id: 'a', type: 'book', title: 'Fever & chills', DOI: '10.1000/x(1)', PMID: '123' };

describe('linkReference', () => {
  it('links addresses, and a DOI that is shown by itself', () => {
    assert.equal(linkReference('See https://a.org/b?c=1&#38;d=2.', undefined), 'See <a href="https://a.org/b?c=1&#38;d=2">https://a.org/b?c=1&#38;d=2</a>.');
    assert.equal(linkReference('doi:10.1000/X(1)', item), 'doi:<a href="https://doi.org/10.1000/x(1)">10.1000/X(1)</a>');
  });

  it('links nothing within a link or a longer word', () => {
    assert.equal(linkReference('https://doi.org/10.1000/x(1)', item).match(/<a /g)?.length, 1);
    assert.doesNotMatch(linkReference('no. 1234, doi:10.1000/x(1)', item), />123</);
  });

  it('links the title where no address is shown', () => {
    assert.equal(linkReference('Li A. <i>Fever &#38; Chills</i>. 2001', item), 'Li A. <i><a href="https://doi.org/10.1000/x(1)">Fever &#38; Chills</a></i>. 2001');
    assert.equal(linkReference('Fever', { id: 'a', type: 'book', title: 'Fever', URL: 'javascript:alert(1)' }), 'Fever');
  });
});
