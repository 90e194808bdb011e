import type { CslDate, CslItem } from '../library/record';
import { dateOf, datePrecision, parseDate } from './dates';
import { findDoi, serialNumbers, wholeDoi } from './doi';
import { languageTag } from './languages';
import { pagesFromEnds } from './pages';
import { joinKeywords } from './recordList';
import { RisFields } from './risFields';
import { risNames } from './risNames';
import type { RisTags } from './risScan';
import { risType } from './risTypes';

export interface RisReading {
  readonly record: Partial<CslItem>;
  /** The list of authors ends with `et al.` */
  readonly truncated: boolean;
  /** `ID`, where the text has one. */
  readonly key: string | undefined;
}

/** Longer than any article number: `M1` may also hold a copyright notice. */
const longestNumber = 40;

const periodical = /^article-|^periodical$/;
const partOfBook = /^(?:chapter|paper-conference|entry-|figure)/;

/** Reads a file's records; what it makes once serves for all of them. */
export class RisRecordReader {
  private readonly fields = new RisFields();

  /** One record's tags as a CSL item; without an id unless one is handed in, to be replaced. */
  read(tags: RisTags, id?: string): RisReading {
    const fields = this.fields.load(tags);
    const type = typeOf(fields);
    const record: Record<string, unknown> = id === undefined ? { type } : { id, type };
    const set = (variable: string, value: unknown): void => {
      if (value !== undefined && value !== '') record[variable] = value;
    };
    set('title', titleOf(fields, type));
    const { names, truncated } = risNames(fields.inOrder('AU', 'A1'));
    set('author', names);
    addOtherNames(fields, type, set);
    set('issued', issuedOf(fields));
    addContainer(fields, type, set);
    set('volume', fields.first('VL'));
    addNumbers(fields, type, set);
    addPublisher(fields, type, set);
    addAddresses(fields, set);
    addRest(fields, type, set);
    return { record, truncated, key: fields.first('ID') };
  }
}

/** One record's tags as a CSL item without its id. */
export function risRecord(tags: RisTags): RisReading {
  return new RisRecordReader().read(tags);
}

/** A type that RIS does not know (`Journ`) is told by its journal. */
function typeOf(fields: RisFields): string {
  const type = risType(fields.first('TY') ?? '', fields.first('M3'));
  return type === undefined ? (fields.first('JO', 'JF', 'JA') === undefined ? 'document' : 'article-journal') : type;
}

type Setter = (variable: string, value: unknown) => void;

function titleOf(fields: RisFields, type: string): string | undefined {
  const title = fields.first('T1', 'TI', 'CT') ?? (type === 'book' ? fields.first('BT', 'T2') : undefined);
  return joinTitle(title, fields.subtitle);
}

/** `HALO` and `communication-aware …` are one title; a portal cuts it at the colon. */
export function joinTitle(title: string | undefined, subtitle: string | undefined): string | undefined {
  if (title === undefined || subtitle === undefined || title.includes(subtitle)) {
    return title;
  }
  return `${title}${/[:?!–-]\s*$/.test(title) ? ' ' : ': '}${subtitle}`.replace(/ {2,}/g, ' ');
}

function addOtherNames(fields: RisFields, type: string, set: Setter): void {
  set(type === 'thesis' ? 'contributor' : 'editor', risNames(fields.all('ED', 'A2')).names);
  set('collection-editor', partOfBook.test(type) || type === 'book' ? risNames(fields.all('A3')).names : undefined);
  set('translator', risNames(fields.all('A4', 'TA')).names);
}

/** `PY`, `Y1` and `DA` tell the same date with different care; the most exact of the same year counts. */
function issuedOf(fields: RisFields): CslDate | undefined {
  const values = fields.all('PY', 'Y1', 'DA');
  if (values.length === 0) return undefined;
  let best: CslDate | undefined;
  for (const value of values) {
    const date = risDate(value);
    const isSame = best === undefined || date?.['date-parts']?.[0]?.[0] === best['date-parts']?.[0]?.[0];
    if (isSame && (best === undefined || datePrecision(date) > datePrecision(best))) best = date ?? best;
  }
  return best ?? { literal: values[0] ?? '' };
}

/** `2018/4/25`, `2012/05//`, `2012///Spring`, and free forms such as `1995 Aug 1`. */
function risDate(text: string): CslDate | undefined {
  if (text.length === 4 && /^\d{4}$/.test(text)) {
    return { 'date-parts': [[Number(text)]] };
  }
  const match = /^(-?\d{1,4})\/(\d{0,2})\/?(\d{0,2})\/?(.*)$/.exec(text);
  if (!match) {
    return parseDate(text) ?? parseDate(/\b(?:1[5-9]|20)\d\d\b/.exec(text)?.[0] ?? '');
  }
  const number = (part: string | undefined): number | undefined => (part ? Number(part) : undefined);
  const date = dateOf(Number(match[1]), number(match[2]), number(match[3]));
  const rest = (match[4] ?? '').trim();
  return match[2] === '' && rest !== '' ? (parseDate(`${rest} ${match[1] ?? ''}`) ?? date) : date;
}

function addContainer(fields: RisFields, type: string, set: Setter): void {
  if (periodical.test(type)) {
    const full = fields.first('JF', 'T2', 'JO', 'BT', 'J1') ?? fields.first('JA', 'J2');
    const short = fields.first('J2', 'JA', 'J1', 'JO');
    set('container-title', full);
    set('container-title-short', short === full ? undefined : short);
    set('collection-title', fields.first('T3'));
    return;
  }
  if (fields.isPortal) {
    // A portal's `T2` is the event, as `Y2` is when it was.
    set('container-title', fields.first('BT', 'JF', 'JO'));
    set('collection-title', fields.first('T3'));
    set('event-title', fields.first('T2'));
    return;
  }
  if (partOfBook.test(type)) {
    set('container-title', fields.first('T2', 'BT', 'JF', 'JO', 'J2'));
    set('collection-title', fields.first('T3'));
    set('event-title', type === 'paper-conference' && fields.first('T2', 'BT') !== undefined ? undefined : fields.first('C3'));
  } else if (type === 'book' || type === 'thesis' || type === 'report') {
    set('collection-title', fields.first('T3', 'T2'));
  } else {
    set('container-title', fields.first('T2', 'JF', 'JO', 'BT'));
    set('collection-title', fields.first('T3'));
  }
}

function addNumbers(fields: RisFields, type: string, set: Setter): void {
  const pages = pagesFromEnds(fields.first('SP'), fields.first('EP'));
  const isWhole = ['book', 'thesis', 'report'].includes(type);
  const isCount = isWhole && pages !== undefined && /^\d+$/.test(pages) && fields.first('EP') === undefined;
  set(isCount ? 'number-of-pages' : 'page', isCount ? pages : (pages ?? fields.first('PG')));
  const misc = fields.first('M1');
  if (!periodical.test(type)) {
    set('number', fields.first('IS') ?? misc);
    return;
  }
  // `M1` is an article number in portals and in newer files, an issue in old ones that have no `IS`.
  const isIssue = misc !== undefined && fields.first('IS', 'CP') === undefined && /^\d{1,3}$/.test(misc) && pages !== undefined;
  set('issue', fields.first('IS') ?? (isIssue ? misc : fields.first('CP')));
  set('number', fields.first('C7') ?? (isIssue || (misc?.length ?? 0) > longestNumber ? undefined : misc));
}

function addPublisher(fields: RisFields, type: string, set: Setter): void {
  set('publisher', fields.first('PB'));
  set('publisher-place', fields.first('CY', 'PP') ?? (type === 'paper-conference' ? undefined : fields.first('C1')));
  set('event-place', type === 'paper-conference' && !fields.isPortal ? fields.first('C1') : undefined);
  addSerialNumbers(fields, type, set);
}

function addSerialNumbers(fields: RisFields, type: string, set: Setter): void {
  const first = fields.first('SN');
  if (first === undefined) return;
  const numbers = fields.all('SN');
  if (numbers.length === 1 && /^\d{4}-\d{3}[\dX]$/.test(first)) {
    set('ISSN', first);
    return;
  }
  const serial = numbers.map(serialNumbers);
  set('ISSN', serial.map(({ ISSN }) => ISSN).filter(Boolean).join(', '));
  set('ISBN', serial.map(({ ISBN }) => ISBN).filter(Boolean).join(', '));
  if (serial.every((each) => Object.keys(each).length === 0)) {
    set(periodical.test(type) ? 'ISSN' : type === 'book' ? 'ISBN' : 'number', first);
  }
}

function addAddresses(fields: RisFields, set: Setter): void {
  const stated = fields.first('DO', 'DI');
  set('DOI', stated === undefined ? doiElsewhere(fields) : plainDoi.test(stated) ? stated : wholeDoi(stated));
  // A portal's `UR` leads to the index that counted the citations, not to the work.
  const url = fields.isPortal ? fields.all('UR', 'L2', 'LK').find((each) => !/\bscopus\.com\b/i.test(each)) : fields.first('UR', 'L2', 'LK');
  set('URL', url?.includes(';') ? url.split(/\s*;\s*/)[0] : url);
  const database = fields.first('AN') === undefined ? undefined : fields.first('DB', 'DP');
  const pmid = database !== undefined && /pubmed|medline/i.test(database) ? /^\d{1,8}$/.exec(fields.first('AN') ?? '')?.[0] : undefined;
  set('PMID', pmid ?? fields.all('U1', 'C1', 'C2', 'C6').map((each) => /^(?:PMID:?\s*)?(\d{7,8})(?:\[pmid\])?$/i.exec(each)?.[1]).find(Boolean));
  set('PMCID', fields.all('C2', 'U2').map((each) => /^(PMC\d+)(?:\[pmcid\])?$/i.exec(each)?.[1]).find(Boolean));
}

/** What `wholeDoi` would leave as it is. */
const plainDoi = /^10\.\d{4,9}\/[^\s%]+$/;

function doiElsewhere(fields: RisFields): string | undefined {
  return fields.all('U2', 'UR', 'L3', 'M3', 'N1').map(findDoi).find((doi) => doi !== undefined);
}

function addRest(fields: RisFields, type: string, set: Setter): void {
  const language = fields.first('LA');
  set('language', language === undefined || /^[a-z]{2}$/.test(language) ? language : languageTag(language));
  set('abstract', fields.first('AB', 'N2'));
  if (fields.first('KW') !== undefined) set('keyword', joinKeywords(fields.all('KW')));
  set('edition', fields.first('ET'));
  set('title-short', fields.first('ST'));
  set('genre', ['thesis', 'report', 'patent'].includes(type) ? fields.first('M3') : undefined);
  if (fields.first('N1') !== undefined) set('note', fields.all('N1').filter((note) => !/^(?:Publisher )?Copyright\b/i.test(note)).join('\n'));
  const second = fields.first('Y2');
  set(fields.isPortal ? 'event-date' : 'accessed', second === undefined ? undefined : rangeOf(second));
}

/** `30 March 2025 through 3 April 2025`. */
function rangeOf(text: string): CslDate | undefined {
  const [start = '', end] = text.split(/\s+(?:through|to|→)\s+/);
  const from = risDate(start)?.['date-parts']?.[0];
  const to = end === undefined ? undefined : risDate(end)?.['date-parts']?.[0];
  return from && { 'date-parts': to ? [from, to] : [from] };
}
