import type { CslDate } from '../library/record';
import { isObject, scalarText } from './plainValue';

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** CSL's seasons are numbered from spring. */
const seasonNames: Readonly<Record<string, number>> = { spring: 1, summer: 2, autumn: 3, fall: 3, winter: 4 };

const year = '(\\d{4})';
const monthWord = '([A-Za-z]{3,9})\\.?';
const dayNumber = '(\\d{1,2})(?:st|nd|rd|th)?';

/** Every way to write one day, month or year; `ymd` says what the groups are. */
const patterns: readonly { readonly form: RegExp; readonly ymd: string }[] = [
  { form: /^(-?\d{4})-(\d{1,2})-(\d{1,2})(?:T.*)?$/, ymd: 'ymd' }, // 1995-08-01
  { form: /^(-?\d{4})-(\d{1,2})$/, ymd: 'ym' }, // 1995-08
  { form: /^(-?\d{1,4})$/, ymd: 'y' }, // 1995
  { form: /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/.*)?$/, ymd: 'ymd' }, // 2018/4/25, and RIS's 2018/04/25/
  { form: /^(\d{4})\/(\d{1,2})\/*$/, ymd: 'ym' }, // 2023/7, 2023/07//
  { form: /^(\d{4})\/+$/, ymd: 'y' }, // 2023///
  { form: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ymd: 'dmy' }, // 30.06.2018, in Pure's Standard
  { form: /^(\d{1,2})\.(\d{4})$/, ymd: 'my' }, // 07.2023
  { form: /^(1[3-9]|2\d|3[01])[/-](\d{1,2})[/-](\d{4})$/, ymd: 'dmy' }, // 30/06/2018: no month has such a number
  { form: /^(\d{1,2})[/-](1[3-9]|2\d|3[01])[/-](\d{4})$/, ymd: 'mdy' }, // 06/30/2018
  { form: new RegExp(`^${dayNumber}\\s+${monthWord},?\\s+${year}$`), ymd: 'dmy' }, // 30 Jun 2018
  { form: new RegExp(`^${monthWord}\\s+${dayNumber},?\\s+${year}$`), ymd: 'mdy' }, // Aug 1 1995
  { form: new RegExp(`^${monthWord},?\\s+${year}$`), ymd: 'my' }, // Jul 2023
  { form: new RegExp(`^${year},?\\s+${monthWord}\\s+${dayNumber}$`), ymd: 'ymd' }, // 2018 Jun 30
  { form: new RegExp(`^${year},?\\s+${monthWord}$`), ymd: 'ym' }, // 2018 Jun
];

/** 1 to 12 for `Aug`, `August`, `8`; undefined for what is no month. */
export function monthNumber(text: string): number | undefined {
  const word = text.trim().toLowerCase().replace(/\.$/, '');
  const number = /^\d{1,2}$/.test(word) ? Number(word) : monthNames.indexOf(word.slice(0, 3)) + 1;
  return number >= 1 && number <= 12 && (word.length <= 4 || isMonthWord(word)) ? number : undefined;
}

/** A date from one written form, such as `Aug 1 1995`, `2018/4/25`, `1999-10/2000-01`, `Spring 2010`. */
export function parseDate(text: string): CslDate | undefined {
  const whole = text.trim().slice(0, 80);
  const circa = /^(?:c\.?|ca\.?|circa)\s*(?=\d)|(?<=\d)[~?%]$/i;
  if (circa.test(whole)) {
    const date = parseDate(whole.replace(circa, ''));
    return date && { ...date, circa: true };
  }
  return parseDay(whole) ?? parseRange(whole) ?? parseSeason(whole);
}

/** A CSL date from its parts; undefined where the month or the day cannot be. */
export function dateOf(year: number, month?: number, day?: number): CslDate | undefined {
  const parts = validParts([year, month, day]);
  return parts && { 'date-parts': [parts] };
}

/** How exactly a date is told: 0 for none, 1 for a year, 2 for a month, 3 for a day. */
export function datePrecision(date: CslDate | undefined): number {
  return date?.['date-parts']?.[0]?.length ?? 0;
}

/**
 * A CSL date from what users write in CSL-JSON and CSL-YAML: `2006`, `"1999-10/2000-01"`, `{"date-parts": [["1997", 6]]}`,
 * `{year: 2012}`, `[{year: 2011, month: 1}, {year: 2011, month: 2}]`.
 */
export function dateFromValue(value: unknown): CslDate | undefined {
  const text = scalarText(value);
  if (text !== undefined) {
    return parseDate(text) ?? (text.trim() ? { literal: text } : undefined);
  }
  if (Array.isArray(value)) {
    const parts = value.slice(0, 2).map(partsFromValue).filter((part) => part !== undefined);
    return parts.length > 0 ? { 'date-parts': parts } : undefined;
  }
  return isObject(value) ? dateFromObject(value) : undefined;
}

function dateFromObject(value: Readonly<Record<string, unknown>>): CslDate | undefined {
  const list = Array.isArray(value['date-parts']) ? value['date-parts'] : [];
  // `date-parts: [1995, 8, 1]`, one list short, is what people write by hand.
  const lists: unknown[] = list.length > 0 && !list.some((item) => Array.isArray(item)) ? [list] : list;
  const own = partsFromValue(value);
  const parts = (own ? [own] : lists.slice(0, 2).map(partsFromValue)).filter((part) => part !== undefined);
  const raw = scalarText(value.raw);
  const fromRaw = raw !== undefined && parts.length === 0 ? parseDate(raw) : undefined;
  const season = typeof value.season === 'number' ? value.season : scalarText(value.season);
  const literal = scalarText(value.literal);
  const date: CslDate = {
    ...(parts.length > 0 ? { 'date-parts': parts } : fromRaw),
    ...(season !== undefined && { season: /^\d$/.test(String(season)) ? Number(season) : season }),
    ...(isTrue(value.circa) && { circa: true }),
    ...(literal !== undefined && { literal }),
    ...(raw !== undefined && !fromRaw && parts.length === 0 && { raw }),
  };
  return Object.keys(date).length > 0 ? date : undefined;
}

function isTrue(value: unknown): boolean {
  return value === true || value === 1 || value === 'true' || value === '1';
}

function partsFromValue(value: unknown): number[] | undefined {
  if (Array.isArray(value)) {
    return validParts(value.map(partNumber));
  }
  return isObject(value) ? validParts([value.year, value.month, value.day].map(partNumber)) : undefined;
}

function partNumber(value: unknown): number | undefined {
  const text = scalarText(value)?.trim();
  if (text === undefined || text === '') {
    return undefined;
  }
  return /^-?\d{1,6}$/.test(text) ? Number(text) : monthNumber(text);
}

/** Year, month and day up to the first that is missing or impossible: `[2019, 0]` is 2019. */
function validParts(parts: readonly (number | undefined)[]): number[] | undefined {
  const [year, month, day] = parts;
  if (year === undefined || !Number.isInteger(year)) {
    return undefined;
  }
  // 13 to 24 are seasons in some CSL dates: 21 is spring.
  if (month === undefined || !(month >= 1 && month <= 24)) {
    return [year];
  }
  return day !== undefined && day >= 1 && day <= 31 ? [year, month, day] : [year, month];
}

function parseDay(text: string): CslDate | undefined {
  for (const { form, ymd } of patterns) {
    const match = form.exec(text);
    const date = match && dateFromMatch(match, ymd);
    if (date) {
      return date;
    }
  }
  return undefined;
}

function dateFromMatch(match: RegExpExecArray, ymd: string): CslDate | undefined {
  const part = (letter: string): string | undefined => {
    const index = ymd.indexOf(letter);
    return index < 0 ? undefined : match[index + 1];
  };
  const monthText = part('m');
  const month = monthText === undefined ? undefined : monthNumber(monthText);
  if (monthText !== undefined && month === undefined && !/^[0\d]+$/.test(monthText)) {
    return undefined; // `Vol 2023` is no date
  }
  const day = part('d');
  return dateOf(Number(part('y')), month, day === undefined ? undefined : Number(day));
}

/** EDTF: `1999-10-14/2010-01-23`, `1984/1986`, and `1999-10/`, whose open end CSL cannot say. */
function parseRange(text: string): CslDate | undefined {
  const match = /^(-?\d{4}[-\d]*)\s*(?:\/|–|--)\s*(-?\d{4}[-\d]*)?$/.exec(text);
  const start = match?.[1] === undefined ? undefined : parseDay(match[1])?.['date-parts']?.[0];
  if (!start) {
    return undefined;
  }
  const end = match?.[2] === undefined ? undefined : parseDay(match[2])?.['date-parts']?.[0];
  return { 'date-parts': end ? [start, end] : [start] };
}

/** `Spring 2010`, and RIS's `2010///Spring`. */
function parseSeason(text: string): CslDate | undefined {
  const match = /^([A-Za-z]+),?\s+(\d{4})$/.exec(text) ?? /^()(\d{4})\/\/\/\s*([A-Za-z]+)$/.exec(text);
  const word = (match?.[3] ?? match?.[1] ?? '').toLowerCase();
  if (match && Object.hasOwn(seasonNames, word)) {
    return { 'date-parts': [[Number(match[2])]], season: seasonNames[word] as number };
  }
  return match?.[3] === undefined ? undefined : parseDay(`${match[3]} ${match[2] ?? ''}`);
}

const longMonths = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november',
  'december',
];

function isMonthWord(word: string): boolean {
  return longMonths.includes(word);
}
