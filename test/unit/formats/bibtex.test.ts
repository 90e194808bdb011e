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
    assert.deepEqual(names('King, Martin Luther, Jr.'), [{ family: 'King', given: 'Martin Luther', suffix: 'Jr.' }]);
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

  it('tells a field that is lost from an entry that is', () => {
    const text = '@article{a,\n  title = {ok},\n  year = ,\n  volume = {3}\n}\n@article{b, title}\n@book{c, title = {ok}}';
    const { records, problems } = read(text);
    assert.deepEqual(records.map(({ id, volume }) => [id, volume]), [['a', '3'], ['c', undefined]]);
    assert.deepEqual(problems.map(({ code, severity, params }) => [code, severity, 'id' in params && params.id]), [['field-dropped', 'warning', 'a'], ['record-dropped', 'error', 'b']]);
  });

  it('gives names no empty parts', () => {
    const { author } = one('author = {{} Chen and Chen {} and van {}, Jan and family={}, given=Yi and {} {} and family=}') ?? {};
    assert.deepEqual(author, [{ family: 'Chen' }, { family: 'Chen' }, { 'non-dropping-particle': 'van', given: 'Jan' }, { given: 'Yi' }]);
  });

  it('reads a chain of 20,000 crossrefs in time', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `@inbook{k${index}, crossref = {k${index + 1}}, title = {T}}\n`).join('');
    const start = process.cpuUsage();
    assert.equal(read(text).records.length, 20_000);
    assert.ok(process.cpuUsage(start).user < 5_000_000);
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

  it('bears entries that all take from all others', () => {
    const keys = Array.from({ length: 40 }, (_, index) => `x${String(index)}`);
    const text = keys.map((key) => `@xdata{${key}, ${key} = {T}, xdata = {${keys.join(', ')}}}`).join('\n');
    assert.equal(read(`${text}\n@book{a, title = {A}, xdata = {x1}}`).records.length, 1);
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
    assert.deepEqual(one('author = FREED # { and R. Harris}')?.author, [{ family: 'FREED' }, { family: 'Harris', given: 'R.' }]);
  });

  it('knows the macros of BibTeX\'s standard styles, which a file may define anew', () => {
    assert.equal(one('journal = JACM')?.['container-title'], 'Journal of the ACM');
    assert.equal(read('@string{jacm = {J. ACM}}\n@article{a, title = {T}, journal = jacm}').records[0]?.['container-title'], 'J. ACM');
  });

  it('parts names where a brace among them is not closed', () => {
    assert.deepEqual(one("author = {Sylvie Thi\\{'ebaux and Joachim Hertzberg}")?.author?.map(({ given }) => given), ['Sylvie', 'Joachim']);
  });

  it('gives an entry without a title all that the entry of its kind says which it refers to', () => {
    const [record] = read('@article{a, crossref = {b}}\n@article{b, title = {T}, pages = {1--31}, doi = {10.1000/1}}').records;
    assert.deepEqual([record?.title, record?.page, record?.DOI], ['T', '1-31', '10.1000/1']);
  });

  it('has a thesis published by its school', () => {
    assert.equal(one('title = {T}, school = {University of Pittsburgh}, publisher = {PIT}', 'phdthesis')?.publisher, 'University of Pittsburgh');
  });

  it('reads other ids, parts of volumes and lists of publishers', () => {
    const record = one('title = {T}, ids = {a, b}, volume = 7, part = 2, date = 1990, publisher = {One and Two}', 'book');
    assert.deepEqual([record?.['other-ids'], record?.volume, record?.publisher], [['a', 'b'], '7.2', 'One; Two']);
    assert.equal(one('title = {T}, year = 1990, publisher = {Smith and Sons}', 'book')?.publisher, 'Smith and Sons');
  });

  it('gives a set the data of its first entry', () => {
    const [set] = read('@set{s, entryset = {a, b}}\n@article{a, title = {A}, journal = {J}}\n@book{b, title = {B}}').records;
    assert.deepEqual([set?.id, set?.type, set?.title], ['s', 'article-journal', 'A']);
  });

  it('reads who did what, in BibLaTeX\'s words', () => {
    const record = one('title = {T}, editor = {Lee, A.}, editortype = {compiler}, editora = {Poe, B.}, editoratype = {collaborator}, translator = {Roe, C.}', 'book');
    assert.deepEqual([record?.compiler, record?.contributor, record?.translator, record?.editor], [[{ family: 'Lee', given: 'A.' }], [{ family: 'Poe', given: 'B.' }], [{ family: 'Roe', given: 'C.' }], undefined]);
  });

  it('says localisation keys in words, and joins what is added to the note', () => {
    const record = one('title = {T}, type = {patentus}, pubstate = {inpress}, note = {N.}, addendum = {M}', 'patent');
    assert.deepEqual([record?.genre, record?.status, record?.note], ['U.S. patent', 'in press', 'N. M']);
  });

  it('takes lists of people whose writers knew no `and`, and particles after given names', () => {
    const names = (text: string): unknown => one(`author = {${text}}`)?.author;
    assert.deepEqual(names('Smith, John; Lee, Ann'), [{ family: 'Smith', given: 'John' }, { family: 'Lee', given: 'Ann' }]);
    assert.deepEqual(names('John Smith, Ann Lee, Jan Poe, Ed Roe'), [{ family: 'Smith', given: 'John' }, { family: 'Lee', given: 'Ann' }, { family: 'Poe', given: 'Jan' }, { family: 'Roe', given: 'Ed' }]);
    assert.deepEqual(names('Souza, Luciana Moreira de'), [{ family: 'Souza', given: 'Luciana Moreira', 'dropping-particle': 'de' }]);
    assert.deepEqual(names('Richard %A.\n B. Johnson'), [{ family: 'Johnson', given: 'Richard B.' }]);
  });

  it('reads ranges of months and years, seasons, and dates in parts', () => {
    const issued = (fields: string): unknown => one(`title = {T}, ${fields}`)?.issued;
    assert.deepEqual(issued('year = 2001, month = {May/June}'), { 'date-parts': [[2001, 5], [2001, 6]] });
    assert.deepEqual(issued('year = 2001, month = dec # "--" # jan'), { 'date-parts': [[2001, 12], [2002, 1]] });
    assert.deepEqual(issued('year = 2001, month = {Spring}'), { 'date-parts': [[2001]], season: 1 });
    assert.deepEqual(issued('year = {1984--1986}'), { 'date-parts': [[1984], [1986]] });
    assert.deepEqual(issued('year = {in press}'), { literal: 'in press' });
    assert.deepEqual(issued('date = {1999-uu-uu}'), { 'date-parts': [[1999]] });
    assert.deepEqual(one('title = {T}, urlyear = 2019, urlmonth = 6, urlday = 4')?.accessed, { 'date-parts': [[2019, 6, 4]] });
  });

  it('reads JabRef\'s months, and of days between slashes what cannot be otherwise', () => {
    const issued = (fields: string): unknown => one(fields)?.issued;
    assert.deepEqual(issued('year = 2010, month = {#oct#}'), { 'date-parts': [[2010, 10]] });
    assert.deepEqual(issued('year = 2010, month = {Aug.-Sept.}'), { 'date-parts': [[2010, 8], [2010, 9]] });
    assert.deepEqual(issued('date = {28/05/2010}'), { 'date-parts': [[2010, 5, 28]] });
    assert.deepEqual(issued('date = {05/28/2010}'), { 'date-parts': [[2010, 5, 28]] });
    assert.deepEqual(issued('date = {05/08/2010}'), { 'date-parts': [[2010]] });
  });

  it('knows entry types of CSL, of BibLaTeX\'s styles and of its extensions, and a @misc in an archive of preprints', () => {
    const type = (name: string, fields = ''): unknown => one(`title = {T}, ${fields}`, name)?.type;
    for (const [name, csl] of [
      ['map', 'map'], ['interview', 'interview'], ['softwareversion', 'software'], ['codefragment', 'software'], ['legadminmaterial', 'regulation'], ['Presentation', 'speech'],
      ['blog', 'post-weblog'], ['bachelorsthesis', 'thesis'], ['nameonly', 'document'],
    ] as const) assert.equal(type(name), csl, name);
    assert.equal(type('misc', 'eprint = {2101.00001}, archivePrefix = {arXiv}'), 'article');
    assert.equal(type('misc', 'eprint = {2101.00001}, eprinttype = {arxiv}'), 'article');
    assert.equal(type('misc', 'publisher = {arXiv}, doi = {10.48550/ARXIV.2101.00001}'), 'article');
    assert.equal(type('misc', 'eprint = {12345}, eprinttype = {jstor}'), 'document');
    assert.equal(type('online', 'eprint = {2101.00001}, eprinttype = {arxiv}'), 'webpage');
  });

  it('takes a @book with another book\'s title for a part of it', () => {
    assert.deepEqual([one('title = {A}, booktitle = {B}', 'book')?.type, one('title = {A}, booktitle = {{A}}', 'book')?.type], ['chapter', 'book']);
  });

  it('passes a commented entry by, and faces hold to the end of their group', () => {
    assert.deepEqual(read('% @book{a, title = {A}}\n@book{b, title = {x {\\it y} z}}').records.map(({ id, title }) => [id, title]), [['b', 'x <i>y</i> z']]);
  });

  it('reads crafted text in linear time', () => {
    for (const part of ['@article{a,', '@', '{', '@string{a = a # ', '@book{k, title = {', '\\it ', 'a and ', '@comment{']) {
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
