import assert from 'node:assert/strict';
import { checkText } from '../../../../src/core/library/checks/checkText';
import { fixEdits, type FixRequest } from '../../../../src/core/library/checks/fixEdits';
import { applyEdits } from '../../../../src/core/library/edit/textEdit';
import { readText } from '../../../../src/core/formats/registry';

const today = { year: 2026, month: 11, day: 25 };

const bib = `% kept as it is
@article{one,
  title   = {A title}, author = {Chen, Y. M.}, journal = {Sample Journal of Cases},
  year    = 1995, volume = 1,
  pages   = {168-72}, % cut short
}
@article{two,
  title = {Another}, author = {CHEN, Y. M. and LI, W.}, journal = {Sample Journal of Cases}, year = 1996, volume = 2,
  pages = {12-5},
}
`;

function found(text: string, format: string): string[] {
  return checkText(text, format, readText(text, format).records, today).map(({ key, problem, range }) => {
    const { start, end } = problem.span ?? { start: 0, end: 0 };
    return `${key} ${problem.code} ${range ? range.start.line + 1 : '-'}: ${text.slice(start, end)}`;
  });
}

function fixed(text: string, format: string | undefined, request: Omit<FixRequest, 'today'>): string {
  return applyEdits(text, fixEdits(text, format, { ...request, today }));
}

describe('checkText', () => {
  it('finds each thing at its field, and what is missing at the citekey', () => {
    assert.deepEqual(found(bib, 'bibtex'), [
      'one page-range-abbreviated 5: 168-72',
      'two name-capitals 8: CHEN, Y. M. and LI, W.',
      'two page-range-abbreviated 9: 12-5',
    ]);
    assert.deepEqual(found(bib.replace('volume = 1,', ''), 'bibtex')[0], 'one volume-missing 2: one');
  });

  it('finds no place in what we can only read, and no fix', () => {
    const json = '{"resultList":{"result":[{"id":"1","source":"MED","title":"A TITLE THAT IS CAPITALS THROUGHOUT","authorString":"Chen Y","journalInfo":{"volume":"1","journal":{"title":"J"}},"pageInfo":"12-5","pubYear":"1995"}]}}';
    assert.deepEqual(found(json, 'europepmc-json'), ['chen1995 title-capitals -: ']);
    assert.deepEqual(fixEdits(json, 'europepmc-json', { code: 'title-capitals', today }), []);
  });
});

describe('fixEdits', () => {
  const code = 'page-range-abbreviated';

  it('changes one value and nothing else', () => {
    const expected = bib.replace('168-72', '168--172');
    assert.equal(fixed(bib, 'bibtex', { code, only: { key: 'one', variable: 'page' } }).replace('168-172', '168--172'), expected);
  });

  it('changes all of a kind', () => {
    const text = fixed(bib, undefined, { code });
    assert.deepEqual(readText(text, 'bibtex').records.map(({ page }) => page), ['168-172', '12-15']);
    assert.deepEqual(found(text, 'bibtex'), ['two name-capitals 8: CHEN, Y. M. and LI, W.']);
  });

  it('writes names anew', () => {
    const [, two] = readText(fixed(bib, 'bibtex', { code: 'name-capitals' }), 'bibtex').records;
    assert.deepEqual(two?.author, [{ family: 'Chen', given: 'Y. M.' }, { family: 'Li', given: 'W.' }]);
  });

  it('changes a paper file in its own style', () => {
    const yaml = (authors: string, rest: string): string => `references:\n  - id: one # kept\n    type: article-journal\n    title: A title\n    author:\n      - {family: Chen, given: Y. M.}\n${authors}    container-title: ${rest}    issued: 1995\n    volume: 1\n    page: 1-2\nannotations: []\n`;
    const others = yaml('      - literal: et al.\n', 'Sample Journal\n');
    assert.equal(fixed(others, 'csl-yaml', { code: 'name-et-al' }), yaml('', 'Sample Journal\n'));
    const text = fixed(yaml('', 'Jpn J Clin Oncol\n'), 'csl-yaml', { code: 'journal-abbreviated' });
    assert.equal(text.replace('    container-title-short: Jpn J Clin Oncol\n', ''), yaml('', 'Japanese Journal of Clinical Oncology\n'));
    assert.equal(readText(text, 'csl-yaml').records[0]?.['container-title-short'], 'Jpn J Clin Oncol');
  });

  it('finds the record though others in the text cannot be read', () => {
    const text = `@article{broken,\n  title = {no end\n}\n@string{x = {y}}\n${bib}`;
    assert.ok(fixed(text, 'bibtex', { code, only: { key: 'two', variable: 'page' } }).includes(bib.slice(bib.indexOf('@article{two'), bib.indexOf('12-5'))));
    assert.ok(!fixed(text, 'bibtex', { code, only: { key: 'two', variable: 'page' } }).includes('{12-5}'));
  });

  it('takes the text as it is now', () => {
    const mended = bib.replace('168-72', '168-172');
    assert.equal(fixed(mended, 'bibtex', { code, only: { key: 'one', variable: 'page' } }), mended);
    assert.equal(fixed('', 'bibtex', { code }), '');
  });
});
