import type { CslDate } from '../library/record';
import { dateOf, monthNumber, parseDate } from './dates';

/** CSL's numbers of the seasons, by their first three letters. */
const seasons: Readonly<Record<string, number>> = { spr: 1, sum: 2, aut: 3, fal: 3, win: 4 };

/** No date is longer; `1998, thesis publ. 1997` is long already. */
const longest = 60;

interface Parts {
  readonly years: number[];
  readonly months: number[];
  readonly days: number[];
  season?: number;
}

/**
 * A date as databases write it, in words and in any order: `2009 Jan-Feb`, `1998 Dec-1999 Jan`, `JUN 14`, `2000 Spring`,
 * `20150303`.
 *
 * @param year the year where another field tells it
 */
export function dateInWords(text: string, year?: string): CslDate | undefined {
  const whole = text.trim().slice(0, longest);
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(whole);
  if (compact) {
    return dateOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  }
  const years = /^(\d{4})\s?[-/–]\s?(\d{4})$/.exec(whole);
  if (years && year === undefined && Number(years[1]) < Number(years[2])) {
    return { 'date-parts': [[Number(years[1])], [Number(years[2])]] };
  }
  const plain = year === undefined ? parseDate(whole) : undefined;
  return plain ?? dateOfParts(partsOf(whole), year);
}

function partsOf(text: string): Parts {
  const parts: Parts = { years: [], months: [], days: [] };
  // A quarter of a year (`2000 1st Quart`) is no day and no month, and CSL has no word for it.
  for (const [word] of text.replace(/\b\d(?:st|n?d|rd|th)?\s?-?quart\p{L}*/giu, '').matchAll(/\p{L}+|\d+/gu)) {
    const season = seasons[word.slice(0, 3).toLowerCase()];
    const month = /^\d/.test(word) ? undefined : monthNumber(word);
    if (/^\d{4}$/.test(word)) parts.years.push(Number(word));
    else if (month !== undefined) parts.months.push(month);
    else if (season !== undefined && /^(?:spr|sum|aut|fal|win)/i.test(word)) parts.season ??= season;
    else if (/^\d{1,2}$/.test(word)) parts.days.push(Number(word));
  }
  return parts;
}

function dateOfParts(parts: Parts, stated: string | undefined): CslDate | undefined {
  const year = Number(/\d{4}/.exec(stated ?? '')?.[0] ?? parts.years[0] ?? Number.NaN);
  if (!Number.isInteger(year)) {
    return undefined;
  }
  // `2013 06 10`, `04 2006`: numbers alone are month and day.
  const inWords = parts.months.length > 0;
  const months = inWords ? parts.months : parts.days.slice(0, 1).filter((number) => number <= 12);
  const days = inWords ? parts.days : parts.days.slice(months.length);
  const start = dateOf(year, months[0], days[0])?.['date-parts']?.[0];
  if (!start) {
    return undefined;
  }
  if (parts.season !== undefined && !inWords) {
    return { 'date-parts': [[year]], season: parts.season };
  }
  const end = endOf(year, { years: parts.years, months: inWords ? months : [], days: inWords ? days : [] });
  return { 'date-parts': end ? [start, end] : [start] };
}

/** The end of a range: `Jan-Feb`, `Nov 30-Dec 1`, `FEB 21-23`. */
function endOf(year: number, { years, months, days }: Parts): readonly number[] | undefined {
  const [month, lastMonth] = months;
  if (month === undefined || (lastMonth === undefined && days.length < 2)) {
    return undefined;
  }
  const day = lastMonth === undefined ? days[1] : days.length > 1 ? days[1] : undefined;
  const endYear = lastMonth !== undefined && years.length > 1 ? (years[1] ?? year) : year;
  return dateOf(endYear, lastMonth ?? month, day)?.['date-parts']?.[0];
}
