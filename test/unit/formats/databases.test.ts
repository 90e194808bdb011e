import assert from 'node:assert/strict';
import { readText } from '../../../src/core/formats/registry';
import type { CslItem } from '../../../src/core/library/record';

const pubmed = (inner: string, after = ''): CslItem | undefined =>
  readText(`<PubmedArticle><MedlineCitation><PMID>1</PMID><Article>${inner}</Article>${after}</MedlineCitation></PubmedArticle>`, 'pubmed-xml').records[0];
const issued = (date: string): unknown => pubmed(`<Journal><JournalIssue><PubDate>${date}</PubDate></JournalIssue></Journal>`)?.issued;
const endnote = (type: string, inner: string): CslItem | undefined => readText(`<xml><records><record><ref-type name="${type}">0</ref-type>${inner}</record></records></xml>`, 'endnote-xml').records[0];

describe('PubMed XML', () => {
  it('reads every way to tell a date', () => {
    assert.deepEqual(issued('<Year>2008</Year><Month>Feb</Month><Day>03</Day>'), { 'date-parts': [[2008, 2, 3]] });
    assert.deepEqual(issued('<Year>2017</Year><Month>06</Month>'), { 'date-parts': [[2017, 6]] });
    assert.deepEqual(issued('<MedlineDate>2010 Sep-Oct</MedlineDate>'), { 'date-parts': [[2010, 9], [2010, 10]] });
    assert.deepEqual(issued('<Year>2013</Year><Season>Jan-Mar</Season>'), { 'date-parts': [[2013, 1], [2013, 3]] });
    assert.deepEqual(issued('<Year>2020</Year><Season>Winter</Season>'), { 'date-parts': [[2020]], season: 4 });
    assert.deepEqual(pubmed('<ArticleDate><Year>2019</Year><Month>1</Month></ArticleDate>')?.issued, { 'date-parts': [[2019, 1]] });
  });

  it('writes pages out, and takes an article number for them only where it is one', () => {
    const page = (inner: string): unknown => pubmed(inner)?.page;
    assert.equal(page('<Pagination><MedlinePgn>5194-210</MedlinePgn></Pagination>'), '5194-5210');
    assert.equal(page('<ELocationID EIdType="pii">e154225</ELocationID>'), 'e154225');
    assert.equal(page('<ELocationID EIdType="pii">S0022-0302(15)00395-1</ELocationID>'), undefined);
  });

  it('tells authors, editors and groups apart', () => {
    const list = (type: string, family: string): string => `<AuthorList${type}><Author><LastName>${family}</LastName></Author></AuthorList>`;
    const item = pubmed(list('', 'Chen') + list(' Type="editors"', 'Loon'));
    assert.deepEqual([item?.author, item?.editor], [[{ family: 'Chen' }], [{ family: 'Loon' }]]);
  });

  it('keeps the place that tells journals of one name apart out of the name', () => {
    const item = pubmed('<Journal><Title>Drugs (Abingdon, England)</Title></Journal>');
    assert.deepEqual([item?.['container-title'], item?.['publisher-place']], ['Drugs', 'Abingdon, England']);
  });

  it('says when it holds no article', () => {
    const { records, problems } = readText('<PubmedArticleSet><PubmedArticle> wrong </PubmedArticle></PubmedArticleSet>');
    assert.deepEqual([records.length, problems[0]?.code], [0, 'record-dropped']);
  });
});

describe('EndNote XML', () => {
  it('takes the one field for numbers for what the type has', () => {
    assert.equal(endnote('Patent', '<isbn>WO2011US30214</isbn>')?.number, 'WO2011US30214');
    assert.equal(endnote('Book', '<isbn>0881929115</isbn>')?.ISBN, '0881929115');
    assert.equal(endnote('Journal Article', '<isbn>0012-9658</isbn>')?.ISSN, '0012-9658');
  });

  it('counts the pages of a book, and cites those of a chapter', () => {
    assert.deepEqual([endnote('Book', '<pages>312</pages>')?.['number-of-pages'], endnote('Book Section', '<pages>312</pages>')?.page], ['312', '312']);
  });
});

describe('answers of APIs', () => {
  const work = '{"DOI": "10.9999/a", "type": "journal-article", "title": ["A"], "reference-count": 1, "deposited": {}}';

  it('reads a work alone, in a list, in pages, and line by line', () => {
    for (const text of [work, `[${work}]`, `{"message": ${work}}`, `{"message": {"items": [${work}]}}`, `\uFEFF${work}`]) {
      assert.deepEqual(readText(text).records.map(({ title }) => title), ['A'], text.slice(0, 40));
    }
    assert.equal(readText(`${work}\n${work}`, 'crossref-json').records.length, 2);
  });

  it('loses one work at most to one mistake', () => {
    const { records, problems } = readText(`{"message": {"items": [\n${work},\n{"DOI": "10.9999/b", "type": },\n${work}\n]}}`, 'crossref-json');
    assert.deepEqual([records.length, problems[0]?.code], [2, 'json-syntax']);
  });

  it('takes no list without end and no key that reaches a prototype', () => {
    const deep = `${'{"message":'.repeat(5000)}{}${'}'.repeat(5000)}`;
    assert.deepEqual(readText(deep, 'crossref-json').records, []);
    readText('{"DOI": "10.9999/a", "type": "__proto__", "author": [{"family": "A", "__proto__": {"polluted": 1}}]}', 'crossref-json');
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
  });

  it('takes no longer for what is crafted to take long', () => {
    for (const sign of [' ', '\n', '(', ':', '<', '.', ',', '<p>', '&', '-', 'a ']) {
      const long = JSON.stringify(sign.repeat(60_000));
      const start = performance.now();
      readText(`{"DOI": ${long}, "type": "book", "title": ${long}, "subtitle": "x", "abstract": ${long}, "page": ${long}, "author": [{"family": ${long}}]}`, 'crossref-json');
      readText(`{"resultList": {"result": [{"id": "1", "source": "MED", "title": ${long}, "authorString": ${long}, "abstractText": ${long}, "pageInfo": ${long}, "journalIssn": ${long}}]}}`, 'europepmc-json');
      readText(`{"id": "https://openalex.org/W1", "title": ${long}, "authorships": [{"raw_author_name": ${long}}], "doi": ${long}}`, 'openalex-json');
      const text = sign.replace(/[<&]/g, 'x').repeat(60_000);
      readText(`<mods><titleInfo><title>${text}</title></titleInfo><name type="personal"><namePart>${text}</namePart></name><originInfo><dateIssued>${text}</dateIssued></originInfo><physicalDescription><extent>${text}</extent></physicalDescription></mods>`, 'mods');
      endnote('Book', `<titles><title>${text}</title></titles><contributors><authors><author>${text}</author></authors></contributors><isbn>${text}</isbn><pages>${text}</pages><dates><year>${text}</year></dates><electronic-resource-num>10.1000/${text}</electronic-resource-num>`);
      pubmed(`<ArticleTitle>${text}</ArticleTitle><Journal><Title>${text}</Title></Journal><Pagination><MedlinePgn>${text}</MedlinePgn></Pagination><AuthorList><Author><LastName>${text}</LastName><ForeName>${text}</ForeName></Author></AuthorList>`);
      assert.ok(performance.now() - start < 3000, JSON.stringify(sign));
    }
  });

  it('knows Crossref works from CSL-JSON', () => {
    assert.equal(readText(work).format, 'crossref-json');
    assert.equal(readText('[{"id": "a", "type": "article-journal", "title": "A"}]').format, 'csl-json');
  });
});
