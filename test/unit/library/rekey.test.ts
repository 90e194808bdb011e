import assert from 'node:assert/strict';
import { readText } from '../../../src/core/formats/registry';
import { citekeyFormula } from '../../../src/core/library/citekeyFormula';
import { allRekeyed, rekeyed } from '../../../src/core/library/citekeys/rekey';

const { make } = citekeyFormula("auth + '_' + year");

function keys(text: string, format: string): string[] {
  return rekeyed(readText(text, format).records, format, make).map(({ id }) => id);
}

describe('rekeyed', () => {
  const nbib = 'PMID- 1\nTI  - One\nFAU - Wang, Lei\nDP  - 2001\n';
  const ris = (id: string): string => `TY  - JOUR\n${id}AU  - Wang, L.\nPY  - 2001\nTI  - One\nER  - \n`;

  it('gives records without keys of their own those of the formula, each its own', () => {
    assert.deepEqual(keys(`${nbib}\n${nbib.replace('PMID- 1', 'PMID- 2')}`, 'nbib'), ['Wang_2001', 'Wang_2001a']);
    assert.deepEqual(keys(ris(''), 'ris'), ['Wang_2001']);
  });

  it('keeps what the user gave', () => {
    assert.deepEqual(keys(ris('ID  - liver-paper\n'), 'ris'), ['liver-paper']);
    assert.deepEqual(keys('@article{wang2001, author = {Wang, L.}, year = 2001, title = {One}}', 'bibtex'), ['wang2001']);
    const { records } = readText(nbib, 'nbib');
    assert.equal(rekeyed(records, 'nbib', citekeyFormula('').make), records);
  });

  it('gives all records new ones where that is asked for', () => {
    const { records } = readText('@article{a, author = {Wang, L.}, year = 2001}\n@article{b, author = {Wang, L.}, year = 2001}', 'bibtex');
    assert.deepEqual(allRekeyed(records, make).map(({ id }) => id), ['Wang_2001', 'Wang_2001a']);
  });
});
