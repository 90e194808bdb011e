import type { CslDate, CslItem, CslName } from '../library/record';
import { dateOf, datePrecision, parseDate } from './dates';
import { findDoi, serialNumbers, wholeDoi } from './doi';
import { languageTag } from './languages';
import { nameFromFamilyFirst, nameFromGivenFirst } from './names';
import { pagesFromEnds } from './pages';
import { risType } from './risTypes';

type Tag = readonly [tag: string, value: string];

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

/** One record's tags as a CSL item without its id. */
export function risRecord(tags: readonly Tag[]): RisReading {
  const fields = new RisFields(tags);
  const type = risType(fields.first('TY') ?? '', fields.first('M3'));
  const record: Record<string, unknown> = { type };
  const set = (variable: string, value: unknown): void => {
    if (value !== undefined && value !== '') record[variable] = value;
  };
  set('title', titleOf(fields, type));
  const { names, truncated } = namesOf(fields, ['AU', 'A1']);
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

/** A record's tags by name. */
class RisFields {
  private readonly byTag = new Map<string, string[]>();
  /** Elsevier Pure and its like: the date twice, and the kind of work in words. They use some tags in their own way. */
  readonly isPortal: boolean;
  /** A portal's subtitle: `T2` right after `T1`; elsewhere `T2` is a container, an event or a series. */
  readonly subtitle: string | undefined;

  constructor(tags: readonly Tag[]) {
    for (const [tag, value] of tags) {
      const list = this.byTag.get(tag);
      if (list) list.push(value);
      else this.byTag.set(tag, [value]);
    }
    this.isPortal = this.byTag.has('PY') && this.byTag.has('Y1') && (this.byTag.has('M3') || this.byTag.has('N2'));
    const title = tags.findIndex(([tag]) => tag === 'T1' || tag === 'TI');
    const next = tags[title + 1];
    const isSubtitle = this.isPortal && title >= 0 && next?.[0] === 'T2' && !this.isEvent(next[1]);
    this.subtitle = isSubtitle ? next[1] : undefined;
    if (isSubtitle) this.byTag.get('T2')?.shift();
  }

  /** The only `T2` may be a journal or an event even so. (`3rd Conference on Surgery, 2025`) */
  private isEvent(text: string): boolean {
    const isOnly = this.byTag.get('T2')?.length === 1;
    const named = /\b(?:conference|symposium|workshop|congress|meeting)\b/i.test(text) && /\b(?:19|20)\d\d\b/.test(text);
    // `Y2` tells when the event was.
    return text === this.first('JO', 'JF', 'BT') || (isOnly && (named || this.byTag.has('Y2')));
  }

  /** The first value that says something, by the first tag that has one. */
  first(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const value = this.byTag.get(name)?.find((each) => each !== '');
      if (value !== undefined) return value;
    }
    return undefined;
  }

  all(...names: readonly string[]): string[] {
    return names.flatMap((name) => this.byTag.get(name) ?? []).filter((value) => value !== '');
  }
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

function namesOf(fields: RisFields, tags: readonly string[]): { names?: readonly CslName[]; truncated: boolean } {
  const list = fields.all(...tags).flatMap((value) => value.split(';').map((part) => part.trim()).filter(Boolean));
  const people = list.filter((value) => !/^(?:et\.? al\.?|and others)$/i.test(value));
  const names = people.map((value) => nameOf(value.replace(/,? et al\.?$/i, ''))).filter((name) => name !== undefined);
  const truncated = people.length < list.length || people.some((value) => /\bet al\.?$/i.test(value));
  return { ...(names.length > 0 && { names }), truncated };
}

/** RIS has the family first; without a comma it is an institution, unless initials show a person: `M. Emre Celebi`. */
function nameOf(value: string): CslName | undefined {
  const isPerson = !value.includes(',') && /(?:^|\s)\p{Lu}\.(?:\s|\p{Lu})/u.test(value);
  return isPerson ? nameFromGivenFirst(value) : nameFromFamilyFirst(value);
}

function addOtherNames(fields: RisFields, type: string, set: Setter): void {
  const editors = namesOf(fields, ['ED', 'A2']).names;
  set(type === 'thesis' ? 'contributor' : 'editor', editors);
  set('collection-editor', partOfBook.test(type) || type === 'book' ? namesOf(fields, ['A3']).names : undefined);
  set('translator', namesOf(fields, ['A4', 'TA']).names);
}

/** `PY`, `Y1` and `DA` tell the same date with different care; the most exact of the same year counts. */
function issuedOf(fields: RisFields): CslDate | undefined {
  const values = fields.all('PY', 'Y1', 'DA');
  const dates = values.map(risDate).filter((date) => date !== undefined);
  const [first] = dates;
  const year = first?.['date-parts']?.[0]?.[0];
  const same = dates.filter((date) => date['date-parts']?.[0]?.[0] === year);
  const best = same.reduce<CslDate | undefined>((a, b) => (datePrecision(b) > datePrecision(a) ? b : a), undefined);
  return best ?? (values[0] === undefined ? undefined : { literal: values[0] });
}

/** `2018/4/25`, `2012/05//`, `2012///Spring`, and free forms such as `1995 Aug 1`. */
function risDate(text: string): CslDate | undefined {
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
    const full = fields.first('JF', 'T2', 'JO', 'BT', 'J1', 'JA', 'J2');
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
  const serial = fields.all('SN').map(serialNumbers);
  set('ISSN', serial.map(({ ISSN }) => ISSN).filter(Boolean).join(', '));
  set('ISBN', serial.map(({ ISBN }) => ISBN).filter(Boolean).join(', '));
  if (serial.every((each) => Object.keys(each).length === 0)) {
    set(periodical.test(type) ? 'ISSN' : type === 'book' ? 'ISBN' : 'number', fields.first('SN'));
  }
}

function addAddresses(fields: RisFields, set: Setter): void {
  const stated = fields.first('DO', 'DI');
  const elsewhere = fields.all('U2', 'UR', 'L3', 'M3', 'N1').map(findDoi).find((doi) => doi !== undefined);
  set('DOI', stated === undefined ? elsewhere : wholeDoi(stated));
  // A portal's `UR` leads to the index that counted the citations, not to the work.
  const url = fields.all('UR', 'L2', 'LK').find((each) => !(fields.isPortal && /\bscopus\.com\b/i.test(each)));
  set('URL', url?.split(/\s*;\s*/)[0]);
  const pmid = /pubmed|medline/i.test(fields.first('DB', 'DP') ?? '') ? /^\d{1,8}$/.exec(fields.first('AN') ?? '')?.[0] : undefined;
  set('PMID', pmid ?? fields.all('U1', 'C1', 'C2', 'C6').map((each) => /^(?:PMID:?\s*)?(\d{7,8})(?:\[pmid\])?$/i.exec(each)?.[1]).find(Boolean));
  set('PMCID', fields.all('C2', 'U2').map((each) => /^(PMC\d+)(?:\[pmcid\])?$/i.exec(each)?.[1]).find(Boolean));
}

function addRest(fields: RisFields, type: string, set: Setter): void {
  set('language', mapped(fields.first('LA'), languageTag));
  set('abstract', fields.first('AB', 'N2'));
  const keywords = [...new Set(fields.all('KW'))];
  set('keyword', keywords.join(keywords.some((word) => word.includes(',')) ? '; ' : ', '));
  set('edition', fields.first('ET'));
  set('title-short', fields.first('ST'));
  set('genre', ['thesis', 'report', 'patent'].includes(type) ? fields.first('M3') : undefined);
  const notes = fields.all('N1').filter((note) => !/^(?:Publisher )?Copyright\b/i.test(note));
  set('note', notes.join('\n'));
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

function mapped<T>(text: string | undefined, make: (text: string) => T): T | undefined {
  return text === undefined ? undefined : make(text);
}
