import type { CslItem } from '../library/record';
import type { Format } from './format';
import { pubmedBook } from './pubmedBook';
import { abstractOf, articleNumber, articleTitles, dateElement, elocation, identifiers, keywordsOf, languageOf, pagesOf, peopleOf } from './pubmedParts';
import type { RecordReading } from './recordList';
import { cslItem } from './recordList';
import type { XmlElement } from './xmlElement';
import type { XmlFormat } from './xmlRecords';
import { xmlHead } from './xmlHead';
import { readXml } from './xmlRecords';

/** PubMed's own XML, as efetch and "Save" give it: articles, and the books and chapters of its Bookshelf. */
export const pubmedXml: Format = {
  id: 'pubmed-xml',
  name: 'PubMed XML',
  extensions: ['xml'],
  detect: (text) => (/<(?:PubmedArticle|PubmedBookArticle|MedlineCitation)(?:Set)?[\s>]/.test(xmlHead(text)) ? 0.97 : 0),
  read: (text) => readXml(text, /<Pubmed(?:Book)?Article[\s>]/.test(text) ? inSets : alone),
};

/** What a record says beside its own bibliography; the longest parts of most records. */
const skip = [
  'AffiliationInfo', 'Affiliation', 'ReferenceList', 'CommentsCorrectionsList', 'ChemicalList', 'GrantList', 'DataBankList', 'History',
  'InvestigatorList', 'GeneSymbolList', 'PersonalNameSubjectList', 'SupplMeshList', 'Sections', 'DateCompleted', 'DateRevised', 'Identifier',
  'QualifierName', 'CopyrightInformation', 'CoiStatement', 'GeneralNote', 'OtherID',
];
const inSets: XmlFormat = { records: ['PubmedArticle', 'PubmedBookArticle'], read: readRecord, skip };
/** Older files have the citations without what PubMed adds to them. */
const alone: XmlFormat = { records: ['MedlineCitation'], read: readRecord, skip };

function readRecord(element: XmlElement): RecordReading | undefined {
  const book = element.first('BookDocument');
  if (book) {
    return pubmedBook(book, element);
  }
  const citation = element.name === 'MedlineCitation' ? element : element.first('MedlineCitation');
  const article = citation?.first('Article');
  if (!citation || !article) {
    return undefined;
  }
  const record = articleItem(citation, article, element);
  const authors = article.all('AuthorList').find((list) => list.attribute('Type') !== 'editors');
  return { record, truncated: authors?.attribute('CompleteYN') === 'N' };
}

function articleItem(citation: XmlElement, article: XmlElement, whole: XmlElement): Partial<CslItem> {
  const journal = article.first('Journal');
  const issue = journal?.first('JournalIssue');
  const isPreprint = article.first('PublicationTypeList')?.texts('PublicationType').includes('Preprint') ?? false;
  const { name, place } = journalName(journal?.textAt('Title'));
  const short = journal?.textAt('ISOAbbreviation') ?? citation.textAt('MedlineJournalInfo', 'MedlineTA');
  const pii = elocation(article, 'pii');
  const pages = pagesOf(article) ?? (isPreprint ? undefined : articleNumber(pii));
  return cslItem(isPreprint ? 'article' : 'article-journal', {
    ...articleTitles(article),
    author: peopleOf(article, 'authors'),
    editor: peopleOf(article, 'editors'),
    issued: dateElement(issue?.first('PubDate')) ?? dateElement(article.first('ArticleDate')),
    ...(isPreprint ? { publisher: name ?? short, number: pii, genre: 'Preprint' } : { 'container-title': name ?? short, 'container-title-short': short === name ? undefined : short }),
    volume: issue?.textAt('Volume'),
    issue: issue?.textAt('Issue'),
    page: pages,
    'publisher-place': place,
    ISSN: isPreprint ? undefined : journal?.textAt('ISSN'),
    ...identifiers(article, whole, citation.textAt('PMID')),
    language: languageOf(article),
    abstract: abstractOf(article),
    keyword: keywordsOf(citation),
  });
}

/** NLM tells journals of one name apart by a place or year: `Drugs (Abingdon, England)`. */
function journalName(title: string | undefined): { readonly name?: string; readonly place?: string } {
  const match = /^(.+?)\s*\(([^()]+)\)$/.exec(title ?? '');
  if (!match) {
    return title === undefined ? {} : { name: title.replace(/\s+:/g, ':') };
  }
  const place = /^\D+,\D+?(?=\s*:|$)/.exec(match[2] ?? '')?.[0];
  return { name: (match[1] ?? '').replace(/\s+:/g, ':'), ...(place !== undefined && { place }) };
}
