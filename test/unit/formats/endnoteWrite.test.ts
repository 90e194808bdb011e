import assert from 'node:assert/strict';
import { endnoteLayout } from '../../../src/core/formats/endnoteLayout';
import { writeEndnoteXml } from '../../../src/core/formats/endnoteWrite';
import { endnoteXml } from '../../../src/core/formats/endnoteXml';
import type { CslItem } from '../../../src/core/library/record';

const read = (text: string): readonly CslItem[] => endnoteXml.read?.(text).records ?? [];
const again = (record: CslItem): CslItem | undefined => read(writeEndnoteXml([record]))[0];

const article: CslItem = {
  id: 'chen1995', type: 'article-journal', title: 'Growth of <i>E. coli</i> at p < 0.05 & more',
  author: [{ family: 'Berg', 'non-dropping-particle': 'van der', given: 'Jan' }, { family: 'King', given: 'M. L.', suffix: 'Jr.' }, { literal: 'World Health Organization' }],
  'container-title': 'Japanese Journal of Clinical Oncology', 'container-title-short': 'Jpn. J. Clin. Oncol.', issued: { 'date-parts': [[1995, 8, 1]] },
  volume: '25', issue: '4', page: '168-172', ISSN: '0368-2811', DOI: '10.1093/oxfordjournals.jjco.a039751', PMID: '7666596',
  keyword: 'Aged, 80 and over; Humans', abstract: 'First.\nSecond.', language: 'en', note: 'One\nTwo',
};

describe('writing EndNote XML', () => {
  it('writes the elements that EndNote has, under its names and in its order', () => {
    const text = writeEndnoteXml([article]);
    assert.match(text, /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<xml><records>\n<record>/);
    assert.match(text, /<ref-type name="Journal Article">17<\/ref-type>/);
    assert.match(text, /<title><style face="normal" font="default" size="100%">Growth of <\/style><style face="italic" font="default" size="100%">E\. coli<\/style>/);
    assert.match(text, / at p &lt; 0\.05 &amp; more/);
    assert.match(text, /<authors><author>van der Berg, Jan<\/author><author>King, M\. L\., Jr\.<\/author><author>World Health Organization,<\/author><\/authors>/);
    assert.match(text, /<periodical><full-title>Japanese Journal of Clinical Oncology<\/full-title><abbr-1>Jpn\. J\. Clin\. Oncol\.<\/abbr-1><\/periodical>/);
    assert.match(text, /<dates><year>1995<\/year><pub-dates><date>Aug 1<\/date><\/pub-dates><\/dates>/);
    assert.match(text, /<accession-num>7666596<\/accession-num>.*<remote-database-name>Medline<\/remote-database-name>/);
    assert.match(text, /<abstract>First\.&#xD;Second\.<\/abstract>/);
    const order = ['ref-type', 'contributors', 'titles', 'periodical', 'pages', 'volume', 'number', 'keywords', 'dates', 'isbn', 'accession-num', 'electronic-resource-num', 'abstract', 'label', 'notes', 'language'];
    const places = order.map((name) => text.indexOf(`<${name}`));
    assert.deepEqual(places, [...places].sort((a, b) => a - b));
    assert.ok(places.every((place) => place > 0));
  });

  it('gives the same record when read again', () => {
    assert.deepEqual(again(article), article);
  });

  it('keeps a citekey, and what a book, a chapter, a thesis and a film call their fields', () => {
    const records: readonly CslItem[] = [
      { id: 'a:1', type: 'book', title: 'A', editor: [{ family: 'Edt', given: 'A.' }], translator: [{ family: 'Trl', given: 'B.' }], edition: '2', 'number-of-pages': '532', ISBN: '978-0-12-375106-5', 'collection-title': 'Series', 'collection-number': '7', 'collection-editor': [{ family: 'Ser', given: 'C.' }] },
      { id: 'b', type: 'book', title: 'B', author: [{ family: 'Aut', given: 'A.' }], editor: [{ family: 'Edt', given: 'A.' }] },
      { id: 'c', type: 'chapter', title: 'C', 'container-title': 'Book', editor: [{ family: 'Edt', given: 'A.' }], 'collection-title': 'Series', 'collection-number': '7', page: '1-2', ISBN: '0123751063', ISSN: '0368-2811' },
      { id: 'd', type: 'thesis', title: 'D', genre: 'PhD thesis', publisher: 'Univ', 'publisher-place': 'Taipei', 'number-of-pages': '99' },
      { id: 'e', type: 'motion_picture', title: 'E', producer: [{ family: 'Pro', given: 'P.' }] },
      { id: 'f', type: 'article', title: 'F', publisher: 'bioRxiv', URL: 'https://doi.org/x' },
      { id: 'g', type: 'patent', title: 'G', number: 'US123' },
      { id: 'h', type: 'software', title: 'H', version: '1.2' },
    ];
    assert.deepEqual(read(writeEndnoteXml(records)), records);
  });

  it('keeps dates of every kind', () => {
    const dates = [
      { 'date-parts': [[1995]] }, { 'date-parts': [[1995, 8]] }, { 'date-parts': [[1995, 1], [1995, 2]] }, { 'date-parts': [[1995, 8, 30], [1995, 9, 1]] },
      { 'date-parts': [[1998, 12], [1999, 1]] }, { 'date-parts': [[1998], [1999]] }, { 'date-parts': [[2004]], season: 2 }, { 'date-parts': [[1900]], circa: true }, { 'date-parts': [[1900, 3, 4]], circa: true }, { 'date-parts': [[476]], circa: true },
      { 'date-parts': [[1995, 2, 21], [1995, 2, 23]] }, { literal: 'in press' },
    ];
    for (const issued of dates) assert.deepEqual(again({ id: 'a', type: 'book', title: 'x', issued })?.issued, issued);
    assert.deepEqual(again({ id: 'a', type: 'book', title: 'x', accessed: { 'date-parts': [[2020, 1, 2]] } })?.accessed, { 'date-parts': [[2020, 1, 2]] });
  });

  it('leaves out what XML forbids, and writes nothing that could be markup', () => {
    const odd: CslItem = { id: 'a"<b>', type: 'book', title: '</title>]]>\u0001&#65;\uFFFF', publisher: '"\'<!--' };
    assert.deepEqual(again(odd), { ...odd, title: '</title>]]>&#65;' });
  });

  it('says for every type what its fields hold', () => {
    assert.equal(endnoteLayout('article-journal').number, 'issue');
    assert.equal(endnoteLayout('no such type').number, 'number');
    assert.equal(endnoteLayout('__proto__').number, 'number');
  });
});
