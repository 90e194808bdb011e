import { abstractOf, dateElement, identifiers, keywordsOf, languageOf, pagesOf, peopleOf, titleText } from './pubmedParts';
import type { RecordReading } from './recordList';
import { cslItem } from './recordList';
import type { XmlElement } from './xmlElement';

/** A book of NCBI's Bookshelf, or one chapter of it where the record has a title of its own (GeneReviews, StatPearls). */
export function pubmedBook(document: XmlElement, whole: XmlElement): RecordReading {
  const book = document.first('Book');
  const bookTitle = titleText(book?.first('BookTitle'));
  const ownTitle = titleText(document.first('ArticleTitle')) ?? titleText(document.first('VernacularTitle'));
  const isChapter = ownTitle !== undefined && ownTitle !== bookTitle;
  const own = peopleOf(document, 'authors');
  const accession = document.first('ArticleIdList')?.all('ArticleId').find((id) => id.attribute('IdType') === 'bookaccession')?.text();
  const record = cslItem(isChapter ? 'chapter' : 'book', {
    title: isChapter ? ownTitle : (bookTitle ?? ownTitle),
    'container-title': isChapter ? bookTitle : undefined,
    author: own.length > 0 ? own : peopleOf(book, 'authors'),
    'container-author': isChapter && own.length > 0 ? peopleOf(book, 'authors') : undefined,
    editor: peopleOf(book, 'editors'),
    issued: dateElement(book?.first('PubDate')) ?? dateElement(document.first('ContributionDate')),
    publisher: book?.textAt('Publisher', 'PublisherName'),
    'publisher-place': book?.textAt('Publisher', 'PublisherLocation'),
    edition: book?.textAt('Edition'),
    volume: book?.textAt('Volume'),
    'collection-title': titleText(book?.first('CollectionTitle')),
    page: pagesOf(document),
    ISBN: book?.texts('Isbn').join(', '),
    ...identifiers(document, whole, document.textAt('PMID')),
    URL: accession === undefined ? undefined : `https://www.ncbi.nlm.nih.gov/books/${accession}/`,
    language: languageOf(document),
    abstract: abstractOf(document),
    keyword: keywordsOf(document),
  });
  return { record };
}
