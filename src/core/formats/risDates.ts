import type { CslDate } from '../library/record';
import { dateOf, datePrecision, parseDate } from './dates';
import { dateInWords } from './datesInWords';
import type { RisEntry } from './risEntry';
import { tag } from './risTags';

const dateTags = ['PY', 'Y1', 'DA'].map(tag) as [number, number, number];

/** `PY`, `Y1` and `DA` tell the same date with different care; the most exact of the same year counts. */
export function risIssued(entry: RisEntry): CslDate | undefined {
  return plainIssued(entry) ?? issuedInWords(entry);
}

/** Where every date is of figures, and each tag is there once at most. */
function plainIssued(entry: RisEntry): CslDate | undefined {
  let best = 0;
  let found = 0;
  const [one, two, three] = dateTags;
  const to = Math.max(entry.to(one), entry.to(two), entry.to(three));
  for (let index = Math.min(entry.from(one), entry.from(two), entry.from(three)); index < to; index += 1) {
    if (!entry.isOf(index, one, two) && !entry.isOf(index, three, three)) continue;
    const start = entry.plainStart(index);
    const date = start < 0 ? 0 : plainDate(entry.text, start, entry.end(index));
    if (date === 0) return undefined;
    const isSame = best === 0 || Math.floor(date / 10_000) === Math.floor(best / 10_000);
    if (!isSame) return undefined;
    if (exactness(date) > exactness(best)) best = date;
    found += 1;
  }
  return found === 0 ? undefined : dateOfNumber(best);
}

function exactness(date: number): number {
  return date === 0 ? 0 : date % 100 !== 0 ? 3 : date % 10_000 !== 0 ? 2 : 1;
}

function dateOfNumber(date: number): CslDate {
  const year = Math.floor(date / 10_000);
  const month = Math.floor(date / 100) % 100;
  const day = date % 100;
  return { 'date-parts': [month === 0 ? [year] : day === 0 ? [year, month] : [year, month, day]] };
}

/** `1995`, `1995/08`, `1995/8/1`, `1995-08-01`, `1995/08//` as 19950801; 0 for any other. */
function plainDate(text: string, start: number, end: number): number {
  const year = figures(text, start, end, 4);
  const sign = start + 4 < end ? text.charCodeAt(start + 4) : 47;
  if (year < 1000 || (sign !== 47 && sign !== 45)) return 0;
  let at = start + 5;
  const month = figures(text, at, end, 2);
  at += month > 9 || text.charCodeAt(at) === 48 ? 2 : month > 0 ? 1 : 0;
  if (at < end && text.charCodeAt(at) !== sign) return 0;
  const day = figures(text, at + 1, end, 2);
  at += day > 9 || text.charCodeAt(at + 1) === 48 ? 3 : day > 0 ? 2 : 1;
  if (sign === 47 && at === end - 1 && text.charCodeAt(at) === 47) at += 1;
  const isDate = at >= end && month <= 12 && day <= 31 && (sign === 47 || month > 0 || end === start + 4) && (month > 0 || day === 0);
  return isDate ? year * 10_000 + month * 100 + day : 0;
}

/** The number that up to so many figures make; 0 where there are none. */
function figures(text: string, start: number, end: number, most: number): number {
  let value = 0;
  for (let at = start; at < end && at < start + most; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return value;
}

function issuedInWords(entry: RisEntry): CslDate | undefined {
  const values = entry.all(...dateTags);
  if (values.length === 0) return undefined;
  let best: CslDate | undefined;
  for (const value of values) {
    // EndNote's `DA` need not repeat the year: `Spring`, `May-Jun`.
    const date = risDate(value) ?? (best === undefined ? undefined : dateInWords(value, String(yearOf(best))));
    if (yearOf(best) === undefined || (yearOf(date) === yearOf(best) && careOf(date) > careOf(best))) best = date ?? best;
  }
  return best ?? { literal: values[0] ?? '' };
}

function yearOf(date: CslDate | undefined): number | undefined {
  return date?.['date-parts']?.[0]?.[0];
}

/** With how much care a date is told: a season is more than a year, the end of a range more than its beginning alone. */
function careOf(date: CslDate | undefined): number {
  return datePrecision(date) + (date?.season === undefined ? 0 : 0.5) + ((date?.['date-parts']?.length ?? 0) > 1 ? 0.5 : 0);
}

/** `2018/4/25`, `2012/05//`, `2012///Spring`, and free forms such as `1995 Aug 1`, `4-8 Aug. 2020`. */
export function risDate(text: string): CslDate | undefined {
  const match = /^(-?\d{1,4})\/(\d{0,2})\/?(\d{0,2})\/?(.*)$/.exec(text);
  if (!match) {
    const words = /\p{L}{3}/u.test(text) && /\b(?:1[5-9]|20)\d\d\b/.test(text) ? dateInWords(text) : undefined;
    return parseDate(text) ?? words ?? parseDate(/\b(?:1[5-9]|20)\d\d\b/.exec(text)?.[0] ?? '');
  }
  const number = (part: string | undefined): number | undefined => (part ? Number(part) : undefined);
  const date = dateOf(Number(match[1]), number(match[2]), number(match[3]));
  const rest = (match[4] ?? '').trim();
  return match[2] === '' && rest !== '' ? (parseDate(`${rest} ${match[1] ?? ''}`) ?? dateInWords(rest, match[1]) ?? date) : date;
}

/** `30 March 2025 through 3 April 2025`. */
export function risRange(text: string): CslDate | undefined {
  const [start = '', end] = text.split(/\s(?:through|to|→)\s/);
  const from = risDate(start.trim());
  const to = end === undefined ? undefined : risDate(end.trim())?.['date-parts']?.[0];
  const first = from?.['date-parts']?.[0];
  return first && to ? { 'date-parts': [first, to] } : from;
}
