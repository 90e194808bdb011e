import type { Work } from './formatsLarge';
import { works } from './formatsLarge';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const headings = ['Humans', 'Female', 'Male', 'Adult', 'Aged, 80 and over', 'Carcinoma, Renal Cell', 'Kidney Neoplasms', 'Tomography, X-Ray Computed', 'Treatment Outcome', 'Antineoplastic Agents', 'Liver', 'Magnetic Resonance Imaging', 'Neoplasm Staging'];
const places = ['Department of Surgery, University Hospital, Prague, Czech Republic', 'Veterans General Hospital, Taipei, Taiwan', 'Division of Oncology, School of Medicine, Stanford University, Stanford, CA, USA. mail@example.org'];
const pubmedTypes = ['Case Reports', 'Journal Article', 'Review', 'Comparative Study', "Research Support, Non-U.S. Gov't"];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign);
}

/** Repeats what a function makes of each number below a limit. */
function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('');
}

/**
 * What efetch answers: one record a line or one element a line, with all that NLM adds. In 83 real records three
 * quarters of the text are lists of references, 8 % authors and their affiliations, 5 % abstracts, 3 % headings; this
 * comes near that, and without references it is harder.
 *
 * @param size characters at least
 */
export function largePubmedXml(size: number, withReferences = true): string {
  const parts = ['<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n<PubmedArticleSet>\n'];
  let length = 0;
  let index = 0;
  for (const work of works(200_000)) {
    const compact = pubmedRecord(work, index, withReferences);
    const record = index % 3 === 0 ? compact.replace(/></g, '>\n          <') : compact;
    parts.push(record);
    length += record.length;
    index += 1;
    if (length >= size) break;
  }
  return `${parts.join('\n')}\n</PubmedArticleSet>\n`;
}

function pubmedRecord(work: Work, index: number, withReferences: boolean): string {
  const pmid = 10_000_000 + index * 7;
  const date = `<Year>${work.year}</Year><Month>${String(work.month + 1).padStart(2, '0')}</Month><Day>${String(1 + (index % 28)).padStart(2, '0')}</Day>`;
  return `<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM" IndexingMethod="Manual"><PMID Version="1">${pmid}</PMID><DateCompleted>${date}</DateCompleted><DateRevised>${date}</DateRevised>${
    pubmedArticle(work, index, date)}<MedlineJournalInfo><Country>Japan</Country><MedlineTA>${escaped(work.container)}</MedlineTA><NlmUniqueID>0313225</NlmUniqueID><ISSNLinking>${work.issn}</ISSNLinking></MedlineJournalInfo>${
    index % 5 < 2 ? `<ChemicalList>${times(1 + (index % 4), (at) => `<Chemical><RegistryNumber>0</RegistryNumber><NameOfSubstance UI="D00097${at}">Antineoplastic Agents</NameOfSubstance></Chemical>`)}</ChemicalList>` : ''
  }<CitationSubset>IM</CitationSubset>${
    index % 3 === 2 ? '' : `<MeshHeadingList>${times(5 + (index % 9), (at) => `<MeshHeading><DescriptorName UI="D00${6801 + at}" MajorTopicYN="N">${headings[(index + at) % headings.length] ?? ''}</DescriptorName>${at % 2 === 0 ? '' : '<QualifierName UI="Q000473" MajorTopicYN="Y">pathology</QualifierName>'}</MeshHeading>`)}</MeshHeadingList>`
  }${index % 5 < 3 ? `<KeywordList Owner="NOTNLM">${work.keywords.map((word) => `<Keyword MajorTopicYN="N">${word}</Keyword>`).join('')}</KeywordList>` : ''}</MedlineCitation>${
    pubmedData(work, index, pmid, withReferences)}</PubmedArticle>`;
}

function pubmedArticle(work: Work, index: number, date: string): string {
  const isNew = index % 2 === 0;
  const published = index % 11 === 0 ? `<MedlineDate>${work.year} Nov-Dec</MedlineDate>` : `<Year>${work.year}</Year><Month>${months[work.month] ?? 'Jan'}</Month>`;
  const authors = work.authors.map(([family, given], at) => `<Author ValidYN="Y"><LastName>${escaped(family)}</LastName><ForeName>${given}</ForeName><Initials>${given.slice(0, 1)}</Initials>${
    isNew ? '<Identifier Source="ORCID">0000-0002-1825-0097</Identifier>' : ''}<AffiliationInfo><Affiliation>${places[(index + at) % places.length] ?? ''}</Affiliation></AffiliationInfo></Author>`);
  return `<Article PubModel="Print-Electronic"><Journal><ISSN IssnType="${isNew ? 'Electronic' : 'Print'}">${work.issn}</ISSN><JournalIssue CitedMedium="Internet"><Volume>${work.volume}</Volume><Issue>${work.issue}</Issue><PubDate>${published}</PubDate></JournalIssue><Title>${
    escaped(work.container)}</Title><ISOAbbreviation>${escaped(work.container)}</ISOAbbreviation></Journal><ArticleTitle>${work.title.replace(/p53/g, '<i>p53</i>')} in ${index} patients.</ArticleTitle><Pagination><StartPage>${
    work.start}</StartPage><EndPage>${work.end}</EndPage><MedlinePgn>${work.start}-${String(work.end).slice(-2)}</MedlinePgn></Pagination><ELocationID EIdType="doi" ValidYN="Y">${work.doi}</ELocationID>${
    pubmedAbstract(work, index)}<AuthorList CompleteYN="Y">${authors.join('')}</AuthorList><Language>eng</Language>${
    index % 5 < 2 ? '<GrantList CompleteYN="Y"><Grant><GrantID>R01 CA123456</GrantID><Acronym>CA</Acronym><Agency>NCI NIH HHS</Agency><Country>United States</Country></Grant></GrantList>' : ''
  }<PublicationTypeList>${times(1 + (index % 3), (at) => `<PublicationType UI="D01642${at}">${pubmedTypes[(index + at) % pubmedTypes.length] ?? ''}</PublicationType>`)}</PublicationTypeList><ArticleDate DateType="Electronic">${date}</ArticleDate></Article>`;
}

function pubmedAbstract(work: Work, index: number): string {
  if (index % 10 === 0) return '';
  const body = escaped(`${work.title}, with p < 0.05 & more. `.repeat(5));
  const isParted = index % 2 === 0;
  const sections = ['BACKGROUND', 'CASE', 'CONCLUSIONS'].map((label) => `<AbstractText Label="${label}" NlmCategory="${label}">${body}</AbstractText>`);
  return `<Abstract>${isParted ? sections.join('') : `<AbstractText>${body.repeat(3)}</AbstractText>`}<CopyrightInformation>© ${work.year} ${work.publisher}</CopyrightInformation></Abstract>`;
}

function pubmedData(work: Work, index: number, pmid: number, withReferences: boolean): string {
  const statuses = ['received', 'accepted', 'pubmed', 'medline', 'entrez'];
  const history = statuses.map((status) => `<PubMedPubDate PubStatus="${status}"><Year>${work.year}</Year><Month>${1 + work.month}</Month><Day>${1 + (index % 28)}</Day><Hour>6</Hour><Minute>0</Minute></PubMedPubDate>`);
  const reference = (at: number): string => `<Reference><Citation>Chen YM, Whang-Peng J, Perng RP. ${work.title}. Jpn J Clin Oncol. 1995;25:${at}&#x2013;${at + 5}.</Citation><ArticleIdList><ArticleId IdType="doi">10.1016/j.${index}.${at}</ArticleId><ArticleId IdType="pubmed">${7_000_000 + at}</ArticleId></ArticleIdList></Reference>`;
  const references = withReferences && index % 5 < 3 ? `<ReferenceList>${times(20 + (index % 60), reference)}</ReferenceList>` : '';
  return `<PubmedData><History>${history.join('')}</History><PublicationStatus>ppublish</PublicationStatus><ArticleIdList><ArticleId IdType="pubmed">${pmid}</ArticleId>${
    index % 4 === 0 ? `<ArticleId IdType="pmc">PMC${1_000_000 + index}</ArticleId>` : ''}<ArticleId IdType="doi">${work.doi}</ArticleId></ArticleIdList>${references}</PubmedData>`;
}

const refTypes = { article: ['Journal Article', 17], book: ['Book', 6], incollection: ['Book Section', 5], inproceedings: ['Conference Paper', 47], phdthesis: ['Thesis', 32] } as const;

/** What EndNote exports: all on one line, each text in runs of a style; other programs write the texts plainly. */
export function largeEndnoteXml(size: number): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8" ?><xml><records>'];
  let length = 0;
  let index = 0;
  for (const work of works(200_000)) {
    const record = endnoteRecord(work, index);
    parts.push(record);
    length += record.length;
    index += 1;
    if (length >= size) break;
  }
  return `${parts.join('')}</records></xml>`;
}

function endnoteRecord(work: Work, index: number): string {
  const isStyled = index % 4 !== 0;
  const run = (text: string): string => (isStyled ? `<style face="normal" font="default" size="100%">${escaped(text)}</style>` : escaped(text));
  const field = (name: string, text: string): string => `<${name}>${run(text)}</${name}>`;
  const [typeName, type] = refTypes[work.kind];
  const authors = work.authors.map(([family, given]) => field('author', `${family}, ${given}`)).join('');
  return `<record><database name="My.enl" path="C:\\My.enl">My.enl</database><source-app name="EndNote" version="20.4">EndNote</source-app><rec-number>${index}</rec-number><foreign-keys><key app="EN" db-id="dstt999adpex2qeprz9xtt0fe2rrpwtarfwv" timestamp="1700000000">${index}</key></foreign-keys><ref-type name="${typeName}">${type}</ref-type><contributors><authors>${
    authors}</authors></contributors>${field('auth-address', places[index % places.length] ?? '')}<titles>${field('title', work.title)}${field('secondary-title', work.container)}</titles><periodical>${field('full-title', work.container)}</periodical>${
    field('pages', `${work.start}-${work.end}`)}${field('volume', String(work.volume))}${field('number', String(work.issue))}<keywords>${work.keywords.map((word) => field('keyword', word)).join('')}</keywords><dates>${
    field('year', String(work.year))}<pub-dates>${field('date', months[work.month] ?? 'Jan')}</pub-dates></dates>${field('publisher', work.publisher)}${field('isbn', work.issn)}${
    work.abstract === '' ? '' : field('abstract', work.abstract)}<urls><related-urls>${field('url', `https://doi.org/${work.doi}`)}</related-urls></urls>${field('electronic-resource-num', work.doi)}</record>`;
}
