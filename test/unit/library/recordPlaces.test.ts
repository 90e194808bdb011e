import assert from 'node:assert/strict';
import { recordPlaces } from '../../../src/core/library/recordPlaces';

/** By key, where it and the variables stand, as the text there. */
function told(text: string, format: string): Record<string, Record<string, string>> {
  const at = (span: { start: number; end: number } | undefined): string => (span ? text.slice(span.start, span.end) : '-');
  return Object.fromEntries(recordPlaces(text, format).map(({ key, keySpan, variables }) => [
    key, { '@': at(keySpan), ...Object.fromEntries([...variables].map(([name, span]) => [name, at(span)])) },
  ]));
}

describe('the places of records', () => {
  it('tells where a BibTeX field stands by what it says, and passes over what is no work', () => {
    const text = '@xdata{x, publisher={P}}\n@book{a, title={The {B}}, subtitle={C}, year=1995, month=aug, my={x}, xdata={x}}\n@comment{no}\n';
    assert.deepEqual(told(text, 'bibtex'), { a: { '@': 'a', title: 'The {B}', issued: '1995', publisher: 'x' } });
  });

  it('tells it of CSL in YAML and JSON, under other spellings too', () => {
    assert.deepEqual(told('references:\n- id: "a"\n  type: book\n  doi: 10.1000/x\n', 'csl-yaml'), { a: { '@': 'a', type: 'book', DOI: '10.1000/x' } });
    assert.deepEqual(told('[{"id":"a","type":"book","title":"T"}]', 'csl-json'), { a: { '@': 'a', type: 'book', title: 'T' } });
  });

  it('tells it of tags, also of a value over several lines', () => {
    const ris = 'TY  - JOUR\nID  - a1\nTI  - One\n  two\nAU  - Chen, Y.\nSP  - 1\nEP  - 9\nER  - \n';
    assert.deepEqual(told(ris, 'ris'), { a1: { '@': 'a1', type: 'JOUR', title: 'One\n  two', author: 'Chen, Y.', page: '1' } });
    assert.deepEqual(told('PMID- 12\nTI  - One.\n      two\n', 'nbib'), { one: { '@': '-', PMID: '12', title: 'One.\n      two' } });
  });

  it('gives nothing for formats that are only read', () => {
    assert.deepEqual(recordPlaces('{"works": []}', 'crossref-json'), []);
  });
});
