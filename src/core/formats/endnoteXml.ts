import type { CslDate, CslItem, CslName } from '../library/record';
import { nameFromDatabase } from './databaseNames';
import { datePrecision, parseDate } from './dates';
import { dateInWords } from './datesInWords';
import { findDoi, serialNumbers, wholeDoi } from './doi';
import { endnoteType } from './endnoteTypes';
import type { Format } from './format';
import { languageTag } from './languages';
import { normalPages } from './pages';
import type { RecordReading } from './recordList';
import { cslItem, joinKeywords } from './recordList';
import { styledText } from './endnoteStyle';
import type { XmlElement } from './xmlElement';
import { readXml } from './xmlRecords';

/** EndNote's XML export, which Bookends, Zotero and others write as well. */
export const endnoteXml: Format = {
  id: 'endnote-xml',
  name: 'EndNote XML',
  extensions: ['xml'],
  detect,
  read: (text) => readXml(text, { records: ['record'], read: readRecord, skip: ['auth-address'] }),
};

function detect(text: string): number {
  const head = text.slice(0, 20_000);
  return /<records>|<record>/.test(head) && /<ref-type[\s>]|<source-app[\s>]|<foreign-keys>|<rec-number>/.test(head) ? 0.97 : 0;
}

function readRecord(record: XmlElement): RecordReading | undefined {
  if (record.all().length === 0) {
    return undefined;
  }
  const refType = record.first('ref-type');
  const type = endnoteType(refType?.attribute('name'), refType?.text());
  const names = namesOf(record, type);
  return {
    record: cslItem(type, {
      title: styledText(record.first('titles', 'title'))?.replace(/(?<!\.)\.$/, ''),
      'title-short': styledText(record.first('titles', 'short-title')),
      ...names.people,
      issued: issuedOf(record),
      ...containers(record, type),
      volume: textOf(record, 'volume'),
      ...numbers(record, type),
      edition: periodical.test(type) ? undefined : textOf(record, 'edition'),
      publisher: textOf(record, 'publisher'),
      'publisher-place': textOf(record, 'pub-location'),
      ...serials(record, type),
      ...addresses(record),
      language: mapped(textOf(record, 'language'), languageTag),
      abstract: textOf(record, 'abstract'),
      keyword: joinKeywords((record.first('keywords')?.all('keyword') ?? []).map((word) => word.text()).filter((word) => word !== undefined)),
      genre: textOf(record, 'work-type'),
      'call-number': textOf(record, 'call-num'),
      note: [textOf(record, 'notes'), textOf(record, 'research-notes')].filter(Boolean).join('\n'),
      'number-of-volumes': textOf(record, 'num-vols'),
    }),
    truncated: names.truncated,
  };
}

const periodical = /^article-/;
const partOfBook = /^(?:chapter|paper-conference|entry-|figure)/;
const wholeBook = /^(?:book|classic|thesis|report|pamphlet|manuscript)$/;

function textOf(record: XmlElement, ...path: readonly string[]): string | undefined {
  return record.textAt(...path);
}

function mapped<T>(text: string | undefined, make: (text: string) => T): T | undefined {
  return text === undefined ? undefined : make(text);
}

function namesOf(record: XmlElement, type: string): { readonly people: Partial<CslItem>; readonly truncated: boolean } {
  let truncated = false;
  const list = (kind: string, name = 'author'): CslName[] => {
    const texts = (record.first('contributors', kind)?.texts(name) ?? []).flatMap((text) => text.split(/\s*;\s*/));
    const whole = texts.filter((text) => text !== '' && !isOthers(text));
    truncated ||= texts.some(isOthers);
    return whole.map(nameOf).filter((name) => name !== undefined);
  };
  const second = list('secondary-authors');
  const isEdited = partOfBook.test(type) || periodical.test(type);
  const people: Record<string, CslName[]> = {
    author: list('authors'),
    [isEdited ? 'editor' : type === 'book' ? 'collection-editor' : 'contributor']: second,
    [partOfBook.test(type) ? 'collection-editor' : 'contributor']: list('tertiary-authors'),
    translator: list('translated-authors'),
  };
  return { people, truncated };
}

function isOthers(text: string): boolean {
  return /^(?:et\.? al\.?|and others)$/i.test(text);
}

/** EndNote has the family first; a comma at the end marks an institution: `World Health Organization,`. */
function nameOf(text: string): CslName | undefined {
  const group = /^([^,]+),$/.exec(text)?.[1];
  return group !== undefined ? { literal: group } : text.includes(',') ? nameFromDatabase(text) : { literal: text };
}

/** The year, and of `pub-dates` what says more of the same year: `Mar 3`, `2015/03/03`. */
function issuedOf(record: XmlElement): CslDate | undefined {
  const yearText = textOf(record, 'dates', 'year');
  const year = /\d{4}/.exec(yearText ?? '')?.[0];
  const fromYear = year === undefined ? undefined : (parseDate(yearText ?? '') ?? parseDate(year));
  const dates = (record.first('dates', 'pub-dates')?.texts('date') ?? []).map((text) => exactDate(text, year));
  const number = fromYear?.['date-parts']?.[0]?.[0];
  const exact = dates.find((date) => datePrecision(date) > datePrecision(fromYear) && (number === undefined || date?.['date-parts']?.[0]?.[0] === number));
  return exact ?? fromYear ?? dates[0] ?? mapped(yearText, (literal) => ({ literal }));
}

function exactDate(text: string, year: string | undefined): CslDate | undefined {
  const own = parseDate(text) ?? (/\b\d{4}\b/.test(text) ? dateInWords(text) : undefined);
  return own && datePrecision(own) > 0 && /\d{4}/.test(text) ? own : year === undefined ? own : dateInWords(text, year);
}

function containers(record: XmlElement, type: string): Partial<CslItem> {
  const title = (name: string): string | undefined => styledText(record.first('titles', name));
  const periodicalName = textOf(record, 'periodical', 'full-title');
  const second = title('secondary-title') ?? periodicalName;
  if (periodical.test(type) || partOfBook.test(type) || !wholeBook.test(type)) {
    const short = ['abbr-1', 'abbr-2', 'abbr-3'].map((name) => textOf(record, 'periodical', name)).find(Boolean) ?? (periodical.test(type) ? title('alt-title') : undefined);
    return {
      ...(second !== undefined && { 'container-title': second }),
      ...(short !== undefined && short !== second && { 'container-title-short': short }),
      ...given('collection-title', title('tertiary-title')),
    };
  }
  return given('collection-title', second ?? title('tertiary-title'));
}

function given(name: string, value: string | undefined): Partial<CslItem> {
  return value === undefined ? {} : { [name]: value };
}

/** `number` is an issue in a journal, a series' number in a book, the report's own in a report. */
function numbers(record: XmlElement, type: string): Partial<CslItem> {
  const number = textOf(record, 'number') ?? textOf(record, 'issue'); // Mendeley's name for it
  const pages = mapped(textOf(record, 'pages'), normalPages);
  const isCount = type === 'book' && pages !== undefined && /^\d+(?: ?(?:pp?|pages|S)\.?)?$/i.test(pages);
  const name = periodical.test(type) ? 'issue' : type === 'book' || partOfBook.test(type) ? 'collection-number' : 'number';
  return { ...given(name, number), ...given(isCount ? 'number-of-pages' : 'page', pages), ...given('section', textOf(record, 'section')) };
}

/** One field for all: ISSN of a journal, ISBN of a book, the number of a patent or report. */
function serials(record: XmlElement, type: string): Partial<CslItem> {
  const text = record.texts('isbn').join(' ');
  if (text === '') {
    return {};
  }
  const found = serialNumbers(text);
  // What is no ISBN still is in a book what EndNote calls it.
  if (Object.keys(found).length > 0 && type !== 'patent' && (type !== 'book' || found.ISBN !== undefined)) {
    return found;
  }
  return { [periodical.test(type) ? 'ISSN' : type === 'book' || partOfBook.test(type) ? 'ISBN' : 'number']: text };
}

function addresses(record: XmlElement): Partial<CslItem> {
  const urls = ['web-urls', 'related-urls'].flatMap((kind) => record.first('urls', kind)?.texts('url') ?? []);
  const stated = textOf(record, 'electronic-resource-num');
  const doi = stated !== undefined && /10\.\d{4,9}\//.test(stated) ? wholeDoi(stated) : urls.map(findDoi).find(Boolean);
  const accession = textOf(record, 'accession-num');
  const fromPubmed = /pubmed|medline|nlm/i.test(textOf(record, 'remote-database-name') ?? '') || urls.some((url) => /ncbi\.nlm\.nih\.gov\/pubmed|pubmed\.ncbi/.test(url));
  const pmcid = ['custom2', 'user16'].map((name) => /PMC\d+/.exec(textOf(record, name) ?? '')?.[0]).find(Boolean);
  return {
    ...given('DOI', doi),
    ...(fromPubmed && accession !== undefined && /^\d{1,8}$/.test(accession) && { PMID: accession }),
    ...given('PMCID', pmcid),
    ...given('URL', urls.find((url) => /^https?:\/\//i.test(url))),
  };
}
