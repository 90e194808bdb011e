import assert from 'node:assert/strict';
import { detectFormat, formatById, readText } from '../../../src/core/formats/registry';
import type { CslItem } from '../../../src/core/library/record';

const lines = ['PMID- 1', 'TI  - Hiccups', 'FAU - Chen, Y M', 'AU  - Chen YM', 'DP  - 1995 Aug 1', 'JT  - Gut', 'PG  - 168-72'];
const codes = (text: string, format: string): string[] => readText(text, format).problems.map(({ code }) => code);

describe('formats of tagged lines', () => {
  it('read every kind of line end, and a mark of byte order', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { records, format } = readText(`\uFEFF${lines.join(end)}`);
      assert.equal(format, 'nbib');
      assert.deepEqual([records[0]?.title, records[0]?.page, records[0]?.author], ['Hiccups', '168-172', [{ family: 'Chen', given: 'Y. M.' }]]);
    }
  });

  it('nbib: records without an empty line between them, and text with one after every line', () => {
    assert.deepEqual(readText([...lines, ...lines].join('\n'), 'nbib').records.map(({ id }) => id), ['chen1995', 'chen1995a']);
    assert.equal(readText([...lines, ...lines].join('\n\n'), 'nbib').records.length, 2);
  });

  it('nbib: a record that says nothing costs itself alone', () => {
    const text = `STAT- MEDLINE\n\n${lines.join('\n')}`;
    assert.equal(readText(text, 'nbib').records.length, 1);
    assert.deepEqual(codes('PMID- 1\nTI  - A\n\nDP  - 2001\n', 'nbib'), ['record-dropped']);
  });

  it('nbib: dates of every form that MEDLINE has', () => {
    const issued = (date: string): unknown => readText(`PMID- 1\nTI  - T\nDP  - ${date}`, 'nbib').records[0]?.issued;
    assert.deepEqual(issued('2009 Jan-Feb'), { 'date-parts': [[2009, 1], [2009, 2]] });
    assert.deepEqual(issued('2000 Nov 30-Dec 1'), { 'date-parts': [[2000, 11, 30], [2000, 12, 1]] });
    assert.deepEqual(issued('2000 Winter'), { 'date-parts': [[2000]], season: 4 });
    assert.deepEqual(issued('Apr 2019'), { 'date-parts': [[2019, 4]] });
    assert.deepEqual(issued('2000 1st Quart'), { 'date-parts': [[2000]] });
    assert.deepEqual(issued('2003 3d Quart'), { 'date-parts': [[2003]] });
  });

  it('nbib: JT is a book\'s publisher in ERIC alone, which has no tag for one', () => {
    const book = (first: string): (string | undefined)[] => {
      const [item] = readText(`${first}\nTI  - T\nPT  - Book\nJT  - Sage\n`, 'nbib').records;
      return [item?.type, item?.['container-title'], item?.publisher];
    };
    assert.deepEqual(book('PMID- 1'), ['book', 'Sage', undefined]);
    assert.deepEqual(book('OWN - ERIC'), ['book', undefined, 'Sage']);
    assert.deepEqual(book('OID - ED123456'), ['book', undefined, 'Sage']);
  });

  it('nbib: writes what it reads', () => {
    const record = {
      id: 'vanderberg1998', type: 'article-journal', title: 'Hiccups in a choir with a title that is long enough to go on over a second line of the file',
      author: [{ family: 'Berg', given: 'Jan P.', 'non-dropping-particle': 'van der' }, { family: 'King', given: 'Martin L.', suffix: 'Jr' }, { literal: 'Hiccup Study Group' }],
      issued: { 'date-parts': [[1998, 12], [1999, 1]] }, 'container-title': 'Japanese journal of hiccups', 'container-title-short': 'Jpn J Hiccup', volume: '31', issue: '12',
      page: '475-482', DOI: '10.1000/x', PMID: '1', PMCID: 'PMC2', ISSN: '0368-2811', language: 'en', abstract: 'One case.', keyword: 'Aged, 80 and over; hiccup',
    };
    const written = formatById('nbib')?.write?.([record as CslItem]) ?? '';
    assert.equal(detectFormat(written)?.id, 'nbib');
    assert.deepEqual(readText(written, 'nbib').records, [record]);
  });

  it('wos-tagged: values that go on without being indented, and a record without its PT', () => {
    const text = 'FN Clarivate\nVR 1.0\nPT J\nTI Hiccups in\nIN VIVO choirs\nAU Chen, YM (chen@example.org)\nLee, A\nPY 2001\nER\n\nTI Next\nAU Lee, A\nER\nEF';
    const { records } = readText(text, 'wos-tagged');
    assert.deepEqual(records.map(({ title }) => title), ['Hiccups in IN VIVO choirs', 'Next']);
    assert.deepEqual(records[0]?.author, [{ family: 'Chen', given: 'Y. M.' }, { family: 'Lee', given: 'A.' }]);
  });

  it('refer-enw: refer without types, names given first', () => {
    const { records, format } = readText('%A Brian van Chen\n%T Hiccups\n%J Gut\n%D Aug 1995\n\n%A Ann Lee\n%B A book\n%T Part\n');
    assert.equal(format, 'refer-enw');
    assert.deepEqual(records.map(({ type }) => type), ['article-journal', 'chapter']);
    assert.deepEqual(records[0]?.author, [{ family: 'Chen', given: 'Brian', 'non-dropping-particle': 'van' }]);
  });

  it('are no TeX comments, notes or lists', () => {
    for (const text of ['% A comment\n\\section{x}', '# A note\n\nPT said that AU is gold.', '- one\n- two', '<1> is a tag']) {
      assert.equal(detectFormat(text), undefined, text);
    }
  });
});
