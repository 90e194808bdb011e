import type { CslDate, CslItem, CslName } from '../library/record';
import { nameFromDatabase } from './databaseNames';
import { dateInWords } from './datesInWords';
import { serialNumbers, wholeDoi } from './doi';
import { languageTag } from './languages';
import { pagesFromEnds } from './pages';
import { cleanTitle } from './portalHeader';
import type { RecordReading } from './recordList';
import { cslItem, joinKeywords } from './recordList';
import type { TaggedRecord } from './taggedRecord';

/** One Web of Science record as a CSL item without its id. */
export function wosRecord(fields: TaggedRecord): RecordReading | undefined {
  const title = titleText(fields, 'TI');
  const source = titleText(fields, 'SO');
  if (title === undefined && source === undefined && fields.first('AU', 'AF', 'UT', 'DI') === undefined) {
    return undefined;
  }
  const type = typeOf(fields, title, source);
  const authors = authorsOf(fields);
  return {
    record: cslItem(type, {
      title: title ?? (type === 'book' ? source : undefined),
      author: authors.names,
      editor: namesOf(fields.all('BE', 'ED')),
      issued: issuedOf(fields),
      ...containerOf(fields, type, source),
      volume: fields.first('VL'),
      issue: fields.first('IS'),
      ...placeOf(fields, type),
      publisher: fields.first('PU'),
      'publisher-place': fields.first('PI'),
      ...numbersOf(fields),
      language: fields.first('LA') === undefined ? undefined : languageTag(fields.first('LA') ?? ''),
      abstract: fields.first('AB'),
      keyword: joinKeywords(fields.all('DE', 'ID').flatMap((list) => list.split(/;\s+|;$/)).map((word) => word.trim()).filter(Boolean)),
    }),
    truncated: authors.truncated,
  };
}

/** `PT` tells where a work was printed (Journal, Book, Series, Patent, Conference), `DT` what it is. */
function typeOf(fields: TaggedRecord, title: string | undefined, source: string | undefined): string {
  const printed = (fields.first('PT') ?? 'J').trim().charAt(0).toUpperCase();
  const isPaper = /proceedings paper|meeting abstract|conference/i.test(fields.first('DT') ?? '');
  if (printed === 'P') return 'patent';
  if (printed === 'C') return 'paper-conference';
  if (printed === 'J') return 'article-journal';
  if (isPaper || (fields.first('CT') !== undefined && !/^(?:book|editorial)/i.test(fields.first('DT') ?? ''))) return 'paper-conference';
  if (printed === 'S') return 'chapter';
  const isWhole = title === undefined || source === undefined || sameTitle(title, source) || fields.first('DT') === 'Book';
  return isWhole ? 'book' : 'chapter';
}

function sameTitle(a: string, b: string): boolean {
  const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return letters(a) === letters(b);
}

/** `AF` are the names in full, where all of them are there. */
function authorsOf(fields: TaggedRecord): { readonly names: readonly CslName[]; readonly truncated: boolean } {
  const short = [...fields.all('AU'), ...(fields.has('AU') ? [] : fields.all('BA'))];
  const full = fields.all('AF').length > 0 ? fields.all('AF') : fields.all('BF');
  const people = full.length >= short.length ? full : short;
  const groups = fields.all('CA', 'GP').filter((group) => fields.has('CA') || people.length === 0 ? group !== '' : false);
  const named = people.filter((name) => !/^(?:\[?anonymous\]?|et\.? al\.?)$/i.test(name));
  const own = fields.all('CA');
  const literals = (own.length > 0 ? own : groups).map((literal) => ({ literal }));
  return { names: [...namesOf(named), ...literals], truncated: people.some((name) => /^et\.? al\.?$/i.test(name)) };
}

function namesOf(list: readonly string[]): CslName[] {
  return list.map(nameFromDatabase).filter((name) => name !== undefined);
}

/** `PD` has month and day, in some databases the year as well; `PY` the year. */
function issuedOf(fields: TaggedRecord): CslDate | undefined {
  const year = fields.first('PY', 'EY');
  const day = fields.first('PD')?.slice(0, 100).replace(/^\S*\d\S*-[A-Z]\d?\s+/, ''); // a patent's number goes before its date
  const date = day === undefined ? undefined : dateInWords(day, year);
  return date ?? (year === undefined ? undefined : dateInWords(year));
}

function containerOf(fields: TaggedRecord, type: string, source: string | undefined): Partial<CslItem> {
  const short = fields.first('JI', 'J9');
  const event = { 'event-title': fields.first('CT'), 'event-place': fields.first('CL'), 'event-date': dateInWords(fields.first('CY') ?? '') };
  const series = titleText(fields, 'SE');
  if (type === 'book') return { 'collection-title': series };
  if (type === 'patent') return {};
  return {
    'container-title': source,
    ...(type === 'article-journal' && short !== source && { 'container-title-short': short }),
    ...(series !== source && { 'collection-title': series }),
    ...(type === 'paper-conference' && event),
  } as Partial<CslItem>;
}

/** `BP` and `EP`, `PS` in older databases, and `AR` for an article that has a number. */
function placeOf(fields: TaggedRecord, type: string): Readonly<Record<string, string | undefined>> {
  const pages = pagesFromEnds(fields.first('BP'), fields.first('EP')) ?? pagesFromEnds(fields.first('PS'), undefined);
  const article = fields.first('AR')?.replace(/^(?:UNSP|ARTN|Artn)\s+/, '');
  const patent = fields.first('PN')?.split(/[;\s]/)[0];
  return {
    page: pages,
    number: type === 'patent' ? patent : article,
    'number-of-pages': type === 'book' ? fields.first('PG') : undefined,
  };
}

function numbersOf(fields: TaggedRecord): Readonly<Record<string, string | undefined>> {
  const doi = fields.first('DI', 'D2');
  const issn = fields.all('SN', 'EI').map((each) => serialNumbers(each).ISSN ?? (/^\d{4}-\d{3}[\dX]$/i.test(each) ? each : undefined));
  return {
    DOI: doi === undefined ? undefined : wholeDoi(doi),
    PMID: /^\d+$/.exec(fields.first('PM') ?? '')?.[0] ?? /^MEDLINE:(\d+)$/.exec(fields.first('UT') ?? '')?.[1],
    ISSN: [...new Set(issn.filter(Boolean))].join(', '),
    ISBN: [...new Set(fields.all('BN').map((each) => serialNumbers(each).ISBN).filter(Boolean))].join(', '),
  };
}

/** Inspec, which Web of Science sells too, writes `BaB/sub 2/O/sub 4/`; CSL has tags for it. */
function titleText(fields: TaggedRecord, tag: string): string | undefined {
  const text = fields.first(tag);
  return text === undefined ? undefined : cleanTitle(text.replace(/\/(sub|sup) ?([^/\s]{1,12})\s?\//g, '<$1>$2</$1>'));
}
