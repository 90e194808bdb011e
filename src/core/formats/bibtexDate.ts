import type { CslDate } from '../library/record';
import { dateOf, monthNumber, parseDate } from './dates';

/** An entry's date from its texts: BibLaTeX's `date`, or else `year`, `month` and `day`. */
export function issuedOf(date?: string, year?: string, month?: string, day?: string): CslDate | undefined {
  if (date !== undefined) {
    return edtfDate(date) ?? { literal: date };
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
  const found = monthAndDay(month);
  return dateOf(Number(year), found.month, day === undefined ? found.day : Number(day));
}

/** A year with a little around it: `[1984]`, `1994a`, `c1990`. */
function yearIn(text: string): CslDate | undefined {
  const year = text.length > 12 ? undefined : /^\D{0,4}(\d{4})\D{0,4}$/.exec(text)?.[1];
  return year === undefined ? undefined : dateOf(Number(year));
}

/** `aug`, `8`, `10~dec`, `aug 1`, `may--jun`: a month's name goes before a number. */
function monthAndDay(text: string): { readonly month?: number; readonly day?: number } {
  const whole = monthNumber(text);
  if (whole !== undefined) {
    return { month: whole };
  }
  const words = text.split(/[\s~.,/–-]+/);
  const named = words.findIndex((word) => /^[A-Za-z]/.test(word) && monthNumber(word) !== undefined);
  const at = named >= 0 ? named : words.findIndex((word) => monthNumber(word) !== undefined);
  const month = at < 0 ? undefined : monthNumber(words[at] ?? '');
  const day = month === undefined ? undefined : words.find((word, index) => index !== at && /^\d{1,2}(?:st|nd|rd|th)?$/.test(word));
  return { ...(month !== undefined && { month }), ...(day !== undefined && { day: Number.parseInt(day, 10) }) };
}

const openEnd: ReadonlySet<string> = new Set(['', '..', '*', 'open', 'unknown']);

/** EDTF as BibLaTeX has it (`2004-06`, `1999-10/2000`, `1997/..`, `2004-21`, `199X`, `1723~`), and any date in words. */
export function edtfDate(text: string): CslDate | undefined {
  const slash = text.indexOf('/');
  if (slash < 0) {
    return oneDate(text) ?? parseDate(text);
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
  const match = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T[\d:.Z+-]*)?([?~%])?$/.exec(text);
  if (!match) {
    return decade(text);
  }
  const [, year, month, day, mark] = match;
  const number = month === undefined ? undefined : Number(month);
  const season = number !== undefined && number >= 21 && number <= 24 ? number - 20 : undefined;
  const date = dateOf(Number(year), season === undefined ? number : undefined, day === undefined ? undefined : Number(day));
  return date && { ...date, ...(season !== undefined && { season }), ...(mark !== undefined && { circa: true }) };
}

/** `199X` is a time from 1990 to 1999, `1999-XX` some month of that year. */
function decade(text: string): CslDate | undefined {
  const years = /^(\d{1,3})(X{1,3})$/.exec(text);
  if (years && text.length === 4) {
    const last = Number(text.replace(/X/g, '9'));
    return { 'date-parts': [[Number(text.replace(/X/g, '0'))], [last]] };
  }
  const year = /^(\d{4})(?:-(\d\d))?(?:-XX){1,2}$/.exec(text);
  return year ? dateOf(Number(year[1]), year[2] === undefined ? undefined : Number(year[2])) : undefined;
}
