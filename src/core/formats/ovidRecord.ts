import type { CslDate, CslItem, CslName } from '../library/record';
import { nameFromDatabase } from './databaseNames';
import { dateInWords } from './datesInWords';
import { findDoi, serialNumbers } from './doi';
import { languageTag } from './languages';
import { fullPages } from './pages';
import { cleanTitle } from './portalHeader';
import type { RecordReading } from './recordList';
import { cslItem, joinKeywords } from './recordList';
import type { TaggedRecord } from './taggedRecord';

/** Longer than any source line; what follows is something else. */
const longestSource = 1000;

/** Degrees that some journals print after a name: `Verbeek, Jan MD`. */
const degrees = /(?:,?\s+(?:MD|PhD|MSc|BSc|MPH|DO|RN|MS|MA|BA|BS|FACS|FRCS\w*|MBBS|MBChB|MRCP\w*|DDS|DVM|PharmD|DSc|ScD|EdD|PsyD|MBA)\b\.?)+$/;

/** One Ovid record as a CSL item without its id. */
export function ovidRecord(fields: TaggedRecord): RecordReading | undefined {
  const title = fields.first('chapter title', 'title', 'book title');
  const authors = namesOf(fields.all('author', 'authors', 'book author'));
  if (title === undefined && authors.length === 0 && fields.first('source') === undefined) {
    return undefined;
  }
  const source = sourceOf((fields.first('source') ?? '').slice(0, longestSource));
  const type = typeOf(fields, source);
  return {
    record: cslItem(type, {
      title: title === undefined ? undefined : cleanTitle(title.replace(/\s*\[[^[\]]{3,40}\]\.?$/, '')),
      author: authors,
      ...source,
      ...(type === 'chapter' && { 'container-title': fields.first('book title') ?? source['container-title'] }),
      editor: nonEmpty(namesOf(fields.all('editor', 'editors', 'book editor'))) ?? source.editor,
      issued: source.issued ?? issuedOf(fields),
      volume: source.volume ?? fields.first('volume'),
      issue: source.issue ?? fields.first('issue'),
      page: source.page ?? fields.first('page', 'pages'),
      publisher: fields.first('publisher') ?? source.publisher,
      ...numbersOf(fields),
      language: fields.first('language') === undefined ? undefined : languageTag((fields.first('language') ?? '').replace(/\.$/, '')),
      abstract: fields.first('abstract'),
      keyword: joinKeywords(keywordsOf(fields)),
      type,
    }),
    truncated: fields.all('author', 'authors').some((value) => /\bet al\b/i.test(value)),
  };
}

function typeOf(fields: TaggedRecord, source: Partial<CslItem>): string {
  const kind = fields.all('publication type', 'document type').join(' ');
  if (fields.has('chapter title') || /\bchapter\b/i.test(kind) || source.type === 'chapter') return 'chapter';
  if (/\bdissertation|thesis\b/i.test(kind)) return 'thesis';
  if (/\bconference (?:paper|proceeding)/i.test(kind) && source.volume === undefined) return 'paper-conference';
  if (/\bbook\b/i.test(kind) && !/review/i.test(kind)) return 'book';
  return source.type ?? 'article-journal';
}

/** `Kohler, Lars 1;  Hertel, Dietrich MD *`, or one name a line: marks of affiliations and degrees are no names. */
function namesOf(values: readonly string[]): CslName[] {
  const list = values.flatMap((value) => value.split(/\s*;\s*/)).map(withoutMarks).filter((name) => /\p{L}/u.test(name));
  return list.map(nameFromDatabase).filter((name) => name !== undefined);
}

function withoutMarks(name: string): string {
  const bare = name.slice(0, 300).replace(/\s*\[[^[\]]*\]/g, '').replace(/(?:\s+(?:\(?\d{1,3}\)?|[*+#@$&^~=|]+|[a-z])(?:,\s*)?)+$/, '').replace(/[.,]+$/, (end) => (/\b\p{Lu}$/u.test(name.slice(0, name.length - end.length)) ? '.' : ''));
  return /^et\.? al\.?$/i.test(bare) ? '' : bare.replace(degrees, '').trim();
}

/**
 * `Ecohydrology.   8(6):1048-1064, September 2015.`, `Gut. Vol 92(5) May 2007, 418-423.`, and of books
 * `Smith, A [Ed]. (1999). The book. (pp. 12-34). xx, 400 pp. Place: Publisher`.
 */
function sourceOf(text: string): Partial<CslItem> {
  const journal = /^([^()]{2,300}?)\.\s+(?:Vol\.?\s*)?(\d+\w*)?\s*(?:\(([^()]*)\))?\s*(?::\s*([\w.+-]+(?:,\s*\d[\w-]*)*))?[,\s]+((?:[A-Z][\w/-]*\.?,?\s*)?(?:\d{1,2}(?:-\d{1,2})?,?\s+)?\d{4}(?:\s+[A-Z][a-z]{2,8}(?:\s+\d{1,2})?)?)(?:,\s*([\w-]+(?:\s*-\s*\w+)?))?\.?\s*(?:Date of.*)?$/.exec(text);
  if (journal) {
    const [, name, volume, issue, before, date, after] = journal;
    const pages = before ?? after;
    const issued = dateInWords(date ?? '');
    return {
      type: 'article-journal', 'container-title': name, volume, issue, issued,
      page: pages === undefined ? undefined : fullPages(pages),
    } as Partial<CslItem>;
  }
  return bookSource(text) ?? { 'container-title': /^(\p{Lu}[^.]{2,200})\.\s*$/u.exec(text)?.[1] };
}

function bookSource(text: string): Partial<CslItem> | undefined {
  const year = /\(((?:1[5-9]|20)\d\d)\)\.\s*/.exec(text);
  if (!year) {
    return undefined;
  }
  const editors = text.slice(0, year.index).replace(/\[Eds?\]|\(Eds?\.?\)/gi, ';');
  const rest = text.slice(year.index + year[0].length);
  const pages = /\(pp?\.\s*([\w-]+)\)/.exec(rest);
  const imprint = /\bpp\.\s+([^:.]{2,100}):\s+([^:]{2,100}?)\.?$/.exec(rest);
  const container = pages ? rest.slice(0, pages.index).replace(/[.,\s]+$/, '') : undefined;
  return {
    type: pages ? 'chapter' : 'book',
    issued: dateInWords(year[1] ?? ''),
    'container-title': container,
    page: pages?.[1],
    editor: pages ? nonEmpty(namesOf([editors])) : undefined,
    'publisher-place': imprint?.[1],
    publisher: imprint?.[2],
  } as Partial<CslItem>;
}

function issuedOf(fields: TaggedRecord): CslDate | undefined {
  const stated = fields.first('date of publication', 'publication date', 'year of publication');
  return stated === undefined ? dateInWords(/\d{1,2} [A-Z][a-z]+ \d{4}/.exec(fields.first('status') ?? '')?.[0] ?? '') : dateInWords(stated.replace(/\.$/, ''));
}

function numbersOf(fields: TaggedRecord): Readonly<Record<string, string | undefined>> {
  const serial = fields.all('issn', 'issn print', 'issn electronic', 'isbn').map(serialNumbers);
  const id = /^(?:PMID:?\s*)?(\d{1,8})\.?$/.exec(fields.first('pmid', 'unique identifier') ?? '')?.[1];
  return {
    DOI: findDoi(fields.first('doi number', 'digital object identifier', 'doi') ?? ''),
    PMID: id,
    PMCID: /PMC\d+/.exec(fields.first('pmc identifier') ?? '')?.[0],
    ISSN: [...new Set(serial.map(({ ISSN }) => ISSN).filter(Boolean))].join(', '),
    ISBN: [...new Set(serial.map(({ ISBN }) => ISBN).filter(Boolean))].join(', '),
  };
}

function keywordsOf(fields: TaggedRecord): string[] {
  const list = fields.all('author keywords', 'keywords', 'key words', 'keyword heading').flatMap((value) => value.split(/[;\n]\s*/));
  return list.map((word) => word.trim().replace(/\.$/, '')).filter(Boolean);
}

function nonEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}
