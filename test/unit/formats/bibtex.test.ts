import assert from 'node:assert/strict';
import { formatById, readText } from '../../../src/core/formats/registry';
import { latexToText } from '../../../src/core/formats/latex';
import type { CslItem } from '../../../src/core/library/record';

const read = (text: string) => readText(text, 'bibtex');
const one = (fields: string, type = 'article'): CslItem | undefined => read(`@${type}{k,\n${fields}\n}`).records[0];

describe('bibtex', () => {
  it('reads an article', () => {
    assert.deepEqual(
      one('author = {Chen, Y. M. and Jan van der Berg}, title = "{Hiccups} in {\\"O}sterreich", journal = {Gut}, year = 1995, month = aug, day = 1, volume = 25, number = {4}, pages = {168--172}, doi = {https://doi.org/10.1000/A_b}, issn = {0368-2811}, language = "English"'),
      {
        id: 'k', type: 'article-journal', title: 'Hiccups in Österreich',
        author: [{ family: 'Chen', given: 'Y. M.' }, { 'non-dropping-particle': 'van der', family: 'Berg', given: 'Jan' }],
        issued: { 'date-parts': [[1995, 8, 1]] }, 'container-title': 'Gut', volume: '25', page: '168-172', issue: '4', DOI: '10.1000/A_b', ISSN: '0368-2811', language: 'en',
      },
    );
  });

  it('reads names of all kinds', () => {
    const names = (text: string): unknown => one(`author = {${text}}`)?.author;
    assert.deepEqual(names('{World Health Organization and Friends}'), [{ literal: 'World Health Organization and Friends' }]);
    assert.deepEqual(names('King, Jr., Martin Luther'), [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }]);
    assert.deepEqual(names('Huang, {Fa Peng}'), [{ family: 'Huang', given: 'Fa Peng' }]);
    assert.deepEqual(names('Loh, \\\\Gabriel H.\\\\'), [{ family: 'Loh', given: 'Gabriel H.' }]);
    assert.deepEqual(names("O'Brien, Ann AND {\\'E}mile Zola"), [{ family: "O'Brien", given: 'Ann' }, { family: 'Zola', given: 'Émile' }]);
  });

  it('tells where names are left out', () => {
    assert.deepEqual(read('@book{k, title = {T}, author = {Chen, Y. and others}}').problems.map(({ code }) => code), ['names-incomplete']);
  });

  it('resolves strings and joins them', () => {
    assert.equal(read('@string{gut = "Gut"}\n@string(b = gut # { B})\n@article{k, title={T}, journal = b # " C"}').records[0]?.['container-title'], 'Gut B C');
  });

  it('takes from a crossref what is missing', () => {
    const { records } = read('@inproceedings{a, title = {Part}, crossref = {b}}\n@proceedings{b, title = {Whole}, year = 2020, publisher = {P}}');
    assert.deepEqual([records[0]?.['container-title'], records[0]?.issued, records[0]?.publisher], ['Whole', { 'date-parts': [[2020]] }, 'P']);
  });

  it('loses only the entry that is broken, and shows where', () => {
    const text = '@article{a, title = {ok}}\n@article{b,\n  title = {open,\n\n@article{c, title = {ok}}\n@article{d title}\n@book{e, title = {ok}}';
    const { records, problems } = read(text);
    assert.deepEqual(records.map(({ id }) => id), ['a', 'c', 'e']);
    assert.deepEqual(problems.map(({ code }) => code), ['record-dropped', 'record-dropped']);
    assert.match(text.slice(problems[0]?.span?.start), /^\{open/);
  });

  it('keeps what stands before the break', () => {
    assert.equal(read('@article{a, title = {ok}, year = {2000\n@book{b, title={x}}').records[0]?.title, 'ok');
  });

  it('skips comments and preambles', () => {
    assert.deepEqual(read('@comment{jabref-meta: {x;}}\n@preamble{"\\def\\x{}"}\ntext\n@book{a, title={T}}').records.map(({ id }) => id), ['a']);
  });

  it('turns TeX into text', () => {
    const cases: Record<string, string> = {
      '{\\"o} \\"{o} \\"o': 'ö ö ö', "\\'{\\i}": 'í', '\\v{s}\\c{c}\\aa\\ss': 'šçåß', '{\\O}re': 'Øre', 'A \\& B \\% \\$ \\_ \\#': 'A & B % $ _ #',
      '1--2---3': '1–2—3', "``a''": '“a”', "O'Brien": "O'Brien", '\\emph{in vitro}': '<i>in vitro</i>', 'CO$_2$ and 10$^{3}$': 'CO<sub>2</sub> and 10<sup>3</sup>',
      '$\\alpha$-globin': 'α-globin', '{DNA}': 'DNA', 'a~b': 'a b', '\\textcopyright{} 2023': '© 2023', '\\unknown{x}': 'x', '{unclosed': 'unclosed', 'a}b': 'ab',
    };
    for (const [tex, text] of Object.entries(cases)) assert.equal(latexToText(tex), text, tex);
  });

  it('writes what it reads', () => {
    const record: CslItem = {
      id: 'chen1995', type: 'article-journal', title: 'A & B: 5% of <i>in vitro</i> {x}', author: [{ family: 'Chen, jr', given: 'Y. M.' }, { literal: 'WHO and friends' }, { family: 'Berg', given: 'J.', 'non-dropping-particle': 'van der' }],
      issued: { 'date-parts': [[1995, 8, 1]] }, 'container-title': 'Gut', volume: '2', issue: '4', page: '168-172', DOI: '10.1/a_b', language: 'en',
    };
    const again = read(formatById('bibtex')?.write?.([record]) ?? '').records[0];
    assert.deepEqual(again, record);
  });
});
