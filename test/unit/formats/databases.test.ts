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
    assert.deepEqual(issued('<MedlineDate>1977-1978</MedlineDate>'), { 'date-parts': [[1977], [1978]] });
    assert.deepEqual(issued('<MedlineDate>2003 1st Quarter</MedlineDate>'), { 'date-parts': [[2003]] });
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

  it('tells the title in English from that in its own language, where there are both', () => {
    const both = pubmed('<ArticleTitle>[A title].</ArticleTitle><VernacularTitle>Ein Titel.</VernacularTitle>');
    assert.deepEqual([both?.title, both?.['original-title']], ['[A title]', 'Ein Titel']);
    const one = pubmed('<ArticleTitle>[Not Available].</ArticleTitle><VernacularTitle>Ein Titel.</VernacularTitle>');
    assert.deepEqual([one?.title, one?.['original-title']], ['Ein Titel', undefined]);
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
    const chapter = endnote('Book Section', '<isbn>0123751063&#xD;0012-9658</isbn>');
    assert.deepEqual([chapter?.ISBN, chapter?.ISSN], ['0123751063', '0012-9658']);
  });

  it('takes the authors of an edited book for its editors, and an electronic article in no journal for a preprint', () => {
    const people = '<contributors><authors><author>Chen, Y. M.</author></authors></contributors>';
    assert.deepEqual(endnote('Edited Book', people)?.editor, [{ family: 'Chen', given: 'Y. M.' }]);
    assert.equal(endnote('Electronic Article', people)?.type, 'article');
    assert.equal(endnote('Electronic Article', '<titles><secondary-title>J</secondary-title></titles>')?.type, 'article-journal');
  });

  it('keeps the lines of an abstract and of notes', () => {
    assert.equal(endnote('Book', '<abstract>One\n  two.&#xD;Three.</abstract>')?.abstract, 'One two.\nThree.');
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

describe('MODS', () => {
  const mods = (inner: string): CslItem | undefined => readText(`<mods xmlns="http://www.loc.gov/mods/v3"><titleInfo><title>T</title></titleInfo>${inner}</mods>`, 'mods').records[0];

  it('tells the type by MARC\'s genre terms, by names of types of Zotero\'s and JabRef\'s exports, and by a manuscript\'s mark', () => {
    const genre = (text: string, inner = ''): unknown => mods(`<genre>${text}</genre>${inner}`)?.type;
    for (const [text, type] of [
      ['handbook', 'book'], ['yearbook', 'book'], ['poetry', 'book'], ['reporting', 'report'], ['online system or service', 'webpage'], ['remote sensing image', 'map'],
      ['legal article', 'article-journal'], ['technical drawing', 'graphic'], ['journal', 'periodical'], ['Doctoral thesis', 'thesis'],
      ['journalArticle', 'article-journal'], ['bookSection', 'chapter'], ['conferencePaper', 'paper-conference'], ['blogPost', 'post-weblog'], ['statute', 'legislation'],
      ['inproceedings', 'paper-conference'], ['techreport', 'report'], ['phdthesis', 'thesis'], ['incollection', 'chapter'], ['misc', 'document'], ['constructor', 'document'],
    ] as const) assert.equal(genre(text), type, text);
    assert.equal(genre('poetry', '<typeOfResource>sound recording-nonmusical</typeOfResource>'), 'song');
    assert.equal(genre('statistics', '<originInfo><issuance>serial</issuance></originInfo>'), 'periodical');
    assert.equal(genre('journalArticle', '<relatedItem type="host"><titleInfo><title>Gut</title></titleInfo></relatedItem>'), 'article-journal');
    assert.equal(mods('<typeOfResource manuscript="yes">text</typeOfResource>')?.type, 'manuscript');
    assert.equal(mods('<genre>mastersthesis</genre>')?.genre, "Master's thesis");
  });

  it('reads a page alone as bibutils has it, and leaves out the signs that libraries set between place and publisher', () => {
    const part = '<part><detail type="volume"><number>3</number></detail><detail type="page"><number>e17</number></detail></part>';
    assert.equal(mods(`<relatedItem type="host"><titleInfo><title>Gut</title></titleInfo>${part}</relatedItem>`)?.page, 'e17');
    const book = mods('<originInfo><place><placeTerm type="text">London ;</placeTerm></place><publisher>Longman :</publisher></originInfo>');
    assert.deepEqual([book?.['publisher-place'], book?.publisher], ['London', 'Longman']);
  });

  it('knows the roles of films, recordings and maps', () => {
    const role = (code: string): CslItem | undefined => mods(`<name type="personal"><namePart type="family">Berg</namePart><role><roleTerm type="code">${code}</roleTerm></role></name>`);
    assert.deepEqual([role('ctg')?.author, role('edc')?.editor, role('nrt')?.narrator, role('ths')?.author], [[{ family: 'Berg' }], [{ family: 'Berg' }], [{ family: 'Berg' }], undefined]);
  });

  it('reads ranges, copyright dates and the marks of libraries', () => {
    const origin = (inner: string): unknown => mods(`<originInfo>${inner}</originInfo>`)?.issued;
    assert.deepEqual(origin('<dateIssued encoding="marc">199u</dateIssued>'), { 'date-parts': [[1990], [1999]] });
    assert.deepEqual(origin('<dateIssued encoding="edtf">1964/2008</dateIssued>'), { 'date-parts': [[1964], [2008]] });
    assert.deepEqual(origin('<dateIssued encoding="edtf">1984~</dateIssued>'), { 'date-parts': [[1984]], circa: true });
    assert.deepEqual(origin('<dateIssued point="start">1999</dateIssued><dateIssued point="end">2001</dateIssued>'), { 'date-parts': [[1999], [2001]] });
    assert.deepEqual(origin('<dateIssued>1998-2000</dateIssued>'), { 'date-parts': [[1998], [2000]] });
    assert.deepEqual(origin('<copyrightDate>c2011</copyrightDate>'), { 'date-parts': [[2011]] });
    assert.deepEqual(origin('<dateIssued>c1998</dateIssued><dateIssued encoding="marc">1998</dateIssued>'), { 'date-parts': [[1998]] });
  });

  it('tells a series’ number, a conference, and who granted a degree', () => {
    const series = mods('<relatedItem type="series"><titleInfo><title>Lecture Notes</title><partNumber>7</partNumber></titleInfo></relatedItem>');
    assert.deepEqual([series?.['collection-title'], series?.['collection-number']], ['Lecture Notes', '7']);
    const paper = mods('<relatedItem type="host"><titleInfo><title>Proceedings</title></titleInfo><name type="conference"><namePart>A Conference</namePart></name></relatedItem>');
    assert.deepEqual([paper?.['event-title'], paper?.['container-author']], ['A Conference', undefined]);
    const thesis = mods('<genre>thesis</genre><name type="corporate"><namePart>MIT</namePart><role><roleTerm type="code">dgg</roleTerm></role></name>');
    assert.deepEqual([thesis?.publisher, thesis?.contributor, thesis?.genre], ['MIT', undefined, undefined]);
  });

  it('takes a variant of a title where there is no other', () => {
    assert.equal(readText('<mods><titleInfo type="uniform"><title>Uniform</title></titleInfo></mods>', 'mods').records[0]?.title, 'Uniform');
  });
});

describe('Word’s sources', () => {
  it('joins a place’s parts, and takes whoever publishes for the publisher', () => {
    const source = '<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:SourceType>Film</b:SourceType><b:Title>T</b:Title><b:Distributor>D</b:Distributor><b:City>Boston</b:City><b:StateProvince>MA</b:StateProvince><b:CountryRegion>USA</b:CountryRegion></b:Source></b:Sources>';
    const [item] = readText(source).records;
    assert.deepEqual([item?.type, item?.publisher, item?.['publisher-place']], ['motion_picture', 'D', 'Boston, MA, USA']);
  });
});

describe('Unixref', () => {
  it('tells a dataset’s date, a standard’s number and body, and the title in the work’s own language', () => {
    const read = (inner: string): CslItem | undefined => readText(`<doi_records><doi_record><crossref>${inner}</crossref></doi_record></doi_records>`).records[0];
    const titles = '<titles><title>T</title><original_language_title language="de">U</original_language_title></titles>';
    const data = read(`<database><database_metadata><titles><title>D</title></titles></database_metadata><dataset>${titles}<database_date><creation_date><year>2012</year></creation_date></database_date></dataset></database>`);
    assert.deepEqual([data?.issued, data?.['original-title']], [{ 'date-parts': [[2012]] }, 'U']);
    const standard = read(`<standard><standard_metadata>${titles}<designators><std_as_published>ISO 1</std_as_published></designators><standards_body><standards_body_name>ISO</standards_body_name></standards_body></standard_metadata></standard>`);
    assert.deepEqual([standard?.number, standard?.publisher], ['ISO 1', 'ISO']);
  });

  it('takes no number that is too long for a year', () => {
    const article = (year: string): unknown => readText(`<doi_records><doi_record><crossref><journal><journal_article><titles><title>T</title></titles><publication_date><year>${year}</year></publication_date></journal_article></journal></crossref></doi_record></doi_records>`).records[0]?.issued;
    assert.deepEqual([article('1995'), article('19951995')], [{ 'date-parts': [[1995]] }, undefined]);
  });
});

describe('values in XML', () => {
  it('take no longer for being crafted to take long', () => {
    const size = 30_000;
    const values = ['(@', ' ', 'a,', '1-', ';', '10.1234/', '1995 ', '978-', '0', 'van ', 'A. ', 'Jan-', '&#xD;'].map((part) => part.repeat(size / part.length));
    for (const value of values) {
      const start = process.cpuUsage();
      endnote('Book', `<contributors><authors><author>${value}</author></authors></contributors><titles><title>${value}</title></titles><dates><year>${value}</year><pub-dates><date>${value}</date></pub-dates></dates><pages>${value}</pages><isbn>${value}</isbn><keywords><keyword>${value}</keyword></keywords><electronic-resource-num>${value}</electronic-resource-num><label>${value}</label>`);
      pubmed(`<ArticleTitle>${value}</ArticleTitle><Journal><Title>${value}</Title><JournalIssue><PubDate><MedlineDate>${value}</MedlineDate></PubDate></JournalIssue></Journal><Pagination><MedlinePgn>${value}</MedlinePgn></Pagination><AuthorList><Author><LastName>${value}</LastName><ForeName>${value}</ForeName></Author></AuthorList>`);
      readText(`<mods><titleInfo><title>${value}</title></titleInfo><name type="personal"><namePart>${value}</namePart></name><originInfo><dateIssued>${value}</dateIssued></originInfo><identifier type="isbn">${value}</identifier></mods>`, 'mods');
      assert.ok(process.cpuUsage(start).user < 1_500_000, value.slice(0, 10));
    }
  });
});
