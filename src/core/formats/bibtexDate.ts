import type { CslDate } from '../library/record';
import { dateOf, monthNumber, parseDate } from './dates';

/** Dates of a file by their year and month, which come again and again. */
export class BibtexDates {
  private readonly known = new Map<number, CslDate>();

  /** As `issuedOf`; the usual year and month make one date each. */
  issued(date?: string, year?: string, month?: string, day?: string): CslDate | undefined {
    const usual = date !== undefined || day !== undefined || year === undefined || !/^\d{4}$/.test(year) ? -1 : month === undefined ? 0 : bibtexMonths.indexOf(month) + 1;
    const key = usual < 0 || (usual === 0 && month !== undefined) ? NaN : Number(year) * 16 + usual;
    if (!(key >= 0)) return issuedOf(date, year, month, day);
    const known = this.known.get(key);
    if (known) return known;
    const made = issuedOf(date, year, month, day);
    if (made) this.known.set(key, made);
    return made;
  }
}

/** BibTeX's macros of months. */
export const bibtexMonths: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** An entry's date from its texts: BibLaTeX's `date`, or else `year`, `month` and `day`. */
export function issuedOf(date?: string, year?: string, month?: string, day?: string): CslDate | undefined {
  if (date !== undefined) {
    return edtfDate(date) ?? yearAtEnd(date) ?? { literal: date };
  }
  if (year === undefined) {
    return undefined;
  }
  if (!/^-?\d{1,4}$/.test(year)) {
    return edtfDate(month === undefined ? year : `${month} ${year}`) ?? edtfDate(year) ?? yearIn(year) ?? { literal: year };
  }
  if (month === undefined) {
    return dateOf(Number(year));
  }
  const season = seasonNumbers[month.toLowerCase()];
  return season === undefined ? dateInYear(Number(year), monthAndDay(month), day) : { 'date-parts': [[Number(year)]], season };
}

/** CSL's numbers of the words that stand for a month in some files. */
const seasonNumbers: Readonly<Partial<Record<string, number>>> = { spring: 1, summer: 2, autumn: 3, fall: 3, winter: 4 };

function dateInYear(year: number, { month, day, last }: MonthAndDay, ownDay: string | undefined): CslDate | undefined {
  const start = dateOf(year, month, ownDay === undefined ? day : Number(ownDay));
  const parts = start?.['date-parts']?.[0];
  return last === undefined || parts?.length !== 2 ? start : { 'date-parts': [parts, [last < (month ?? 0) ? year + 1 : year, last]] };
}

/** Of `05/08/2010` only the year: which number is the month, nothing tells. */
function yearAtEnd(text: string): CslDate | undefined {
  const year = /^\d{1,2}[/-]\d{1,2}[/-](\d{4})$/.exec(text)?.[1];
  return year === undefined ? undefined : dateOf(Number(year));
}

/** A year with a little around it: `[1984]`, `1994a`, `c1990`. */
function yearIn(text: string): CslDate | undefined {
  const year = text.length > 12 ? undefined : /^\D{0,4}(\d{4})\D{0,4}$/.exec(text)?.[1];
  return year === undefined ? undefined : dateOf(Number(year));
}

interface MonthAndDay {
  readonly month?: number;
  readonly day?: number;
  /** Of a range, the month that it ends with. */
  readonly last?: number;
}

/** `aug`, `8`, `10~dec`, `aug 1`, `may--jun`, and JabRef's `#aug#`: a month's name goes before a number. */
function monthAndDay(text: string): MonthAndDay {
  const whole = monthNumber(text);
  if (whole !== undefined) {
    return { month: whole };
  }
  const words = text.split(/[\s~.,/#–-]+/).filter((word) => word !== '');
  const named = words.findIndex((word) => /^[A-Za-z]/.test(word) && monthNumber(word) !== undefined);
  const at = named >= 0 ? named : words.findIndex((word) => monthNumber(word) !== undefined);
  const month = at < 0 ? undefined : monthNumber(words[at] ?? '');
  const next = /^[A-Za-z]/.test(words[at + 1] ?? '') ? monthNumber(words[at + 1] ?? '') : undefined;
  const last = named >= 0 && words.length === 2 && next !== month ? next : undefined;
  const day = month === undefined ? undefined : words.find((word, index) => index !== at && /^\d{1,2}(?:st|nd|rd|th)?$/.test(word));
  return { ...(month !== undefined && { month }), ...(day !== undefined && { day: Number.parseInt(day, 10) }), ...(last !== undefined && { last }) };
}

const openEnd: ReadonlySet<string> = new Set(['', '..', '*', 'open', 'unknown']);

/** EDTF as BibLaTeX has it (`2004-06`, `1999-10/2000`, `1997/..`, `2004-21`, `199X`, `1723~`), and any date in words. */
export function edtfDate(text: string): CslDate | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) {
    return oneDate(text) ?? parseDate(text) ?? years(text);
  }
  const [start = '', end = ''] = [text.slice(0, slash).trim(), text.slice(slash + 1).trim()];
  const from = oneDate(start);
  const to = oneDate(end);
  const isRange = (from ?? openEnd.has(start)) && (to ?? openEnd.has(end)) && (from ?? to);
  if (!isRange) {
    return parseDate(text);
  }
  const parts = [from, to].map((date) => date?.['date-parts']?.[0]).filter((part) => part !== undefined);
  return { 'date-parts': parts, ...((from?.circa ?? to?.circa) === true && { circa: true }) };
}

function oneDate(text: string): CslDate | undefined {
  const match = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:.Z+-]*)?([?~%]|\?~)?$/.exec(text);
  if (!match) {
    return unspecified(text);
  }
  const [, year, month, day, mark] = match;
  const number = month === undefined ? undefined : Number(month);
  const season = number !== undefined && number >= 21 && number <= 24 ? number - 20 : undefined;
  const date = dateOf(Number(year), season === undefined ? number : undefined, day === undefined ? undefined : Number(day));
  return date && { ...date, ...(season !== undefined && { season }), ...(mark !== undefined && { circa: true }) };
}

/** `199X` is a time from 1990 to 1999, `1999-XX` some month of that year; EDTF's drafts had `u` for `X`. */
function unspecified(text: string): CslDate | undefined {
  const decade = /^(\d{1,3})([Xu]{1,3})$/.exec(text);
  if (decade && text.length === 4) {
    const end = Number(text.replace(/[Xu]/g, '9'));
    return { 'date-parts': [[Number(text.replace(/[Xu]/g, '0'))], [end]] };
  }
  const year = /^(\d{4})(?:-(\d\d))?(?:-(?:XX|uu)){1,2}$/.exec(text);
  return year ? dateOf(Number(year[1]), year[2] === undefined ? undefined : Number(year[2])) : undefined;
}

/** `1984--1986`, which BibTeX's files have for EDTF's `1984/1986`. */
function years(text: string): CslDate | undefined {
  const [, start, end] = /^(\d{4})\s?(?:-{1,2}|–)\s?(\d{4})$/.exec(text) ?? [];
  return start === undefined || end === undefined || end <= start ? undefined : { 'date-parts': [[Number(start)], [Number(end)]] };
}
