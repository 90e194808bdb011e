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

  it('takes fields from xdata and multivolume works under their own names', () => {
    const { records } = read('@incollection{a, title = {Part}, crossref = {b}}\n@xdata{x, publisher = {P}, location = {Graz}}\n@collection{b, title = {Volume}, date = {1999}, volume = 2, xdata = {x}, crossref = {c}, doi = {10.1000/whole}}\n@mvcollection{c, title = {Whole}}');
    assert.deepEqual(records.map(({ id }) => id), ['a', 'b', 'c']);
    const [part] = records;
    assert.deepEqual([part?.['container-title'], part?.['volume-title'], part?.volume, part?.publisher, part?.['publisher-place'], part?.DOI], ['Whole', 'Volume', '2', 'P', 'Graz', undefined]);
  });

  it('bears circles of crossref', () => {
    assert.equal(read('@book{a, title = {A}, crossref = {b}}\n@book{b, title = {B}, crossref = {a}}').records.length, 2);
  });

  it('parts names at their words in lower case', () => {
    const names = (text: string): unknown => one(`author = {${text}}`)?.author;
    assert.deepEqual(names('Ludwig van der Berg'), [{ 'non-dropping-particle': 'van der', family: 'Berg', given: 'Ludwig' }]);
    assert.deepEqual(names('prefix=van, family=Berg, given=Jan'), [{ 'non-dropping-particle': 'van', family: 'Berg', given: 'Jan' }]);
    assert.deepEqual(names('Frank {van Belle}'), [{ family: 'van Belle', given: 'Frank' }]);
  });

  it('reads dates of BibLaTeX and BibTeX', () => {
    const issued = (fields: string): unknown => one(`title = {T}, ${fields}`)?.issued;
    assert.deepEqual(issued('date = {1999-10-14/2000-01}'), { 'date-parts': [[1999, 10, 14], [2000, 1]] });
    assert.deepEqual(issued('date = {1997/..}'), { 'date-parts': [[1997]] });
    assert.deepEqual(issued('date = {2004-22}'), { 'date-parts': [[2004]], season: 2 });
    assert.deepEqual(issued('date = {1723~}'), { 'date-parts': [[1723]], circa: true });
    assert.deepEqual(issued('date = {199X}'), { 'date-parts': [[1990], [1999]] });
    assert.deepEqual(issued('year = 2013, month = {08}'), { 'date-parts': [[2013, 8]] });
    assert.deepEqual(issued('year = 2013, month = "10~" # dec'), { 'date-parts': [[2013, 12, 10]] });
    assert.deepEqual(issued('year = {[1984]}'), { 'date-parts': [[1984]] });
  });

  it('knows what a macro is that nothing defines', () => {
    assert.equal(one('journal = jama')?.['container-title'], 'jama');
    assert.equal(one('title = "A" # nothing # "B"')?.title, 'AB');
  });

  it('reads other ids, parts of volumes and lists of publishers', () => {
    const record = one('title = {T}, ids = {a, b}, volume = 7, part = 2, date = 1990, publisher = {One and Two}', 'book');
    assert.deepEqual([record?.['other-ids'], record?.volume, record?.publisher], [['a', 'b'], '7.2', 'One; Two']);
    assert.equal(one('title = {T}, year = 1990, publisher = {Smith and Sons}', 'book')?.publisher, 'Smith and Sons');
  });

  it('passes a commented entry by, and faces hold to the end of their group', () => {
    assert.deepEqual(read('% @book{a, title = {A}}\n@book{b, title = {x {\\it y} z}}').records.map(({ id, title }) => [id, title]), [['b', 'x <i>y</i> z']]);
  });

  it('reads crafted text in linear time', () => {
    for (const part of ['@article{a,', '@', '{', '@string{a = a # ', '@book{k, title = {', '\\it ', 'a and ']) {
      assert.ok(read(part.repeat(50_000)).records.length >= 0);
    }
  }).timeout(10_000);

  it('writes what it reads', () => {
    const record: CslItem = {
      id: 'chen1995', type: 'article-journal', title: 'A & B: 5% of <i>in vitro</i> {x}', author: [{ family: 'Chen, jr', given: 'Y. M.' }, { literal: 'WHO and friends' }, { family: 'Berg', given: 'J.', 'non-dropping-particle': 'van der' }],
      issued: { 'date-parts': [[1995, 8, 1]] }, 'container-title': 'Gut', volume: '2', issue: '4', page: '168-172', DOI: '10.1/a_b', language: 'en',
    };
    const again = read(formatById('bibtex')?.write?.([record]) ?? '').records[0];
    assert.deepEqual(again, record);
  });
});
