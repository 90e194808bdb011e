import type { CslDate } from '../library/record';
import { bibtexMonths as months } from './bibtexDate';
import { latexText } from './latexWrite';

const seasons = ['Spring', 'Summer', 'Autumn', 'Winter'];

/** A date as EDTF, in BibLaTeX's part of it: `1999-10/2000-01`, `2004-22`, `1723~`; undefined for what it cannot say. */
export function edtfText(date: CslDate | undefined): string | undefined {
  const [start, end] = date?.['date-parts'] ?? [];
  const first = start && edtfParts(start, seasonOf(date));
  if (first === undefined) return undefined;
  const last = end && edtfParts(end, undefined);
  const mark = date?.circa === true ? '~' : '';
  return last === undefined ? `${first}${mark}` : `${first}${mark}/${last}${mark}`;
}

function edtfParts([year, month, day]: readonly number[], season: number | undefined): string | undefined {
  if (year === undefined || Math.abs(year) > 9999) return undefined;
  const padded = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
  const number = (month !== undefined && (month <= 12 || month > 20) ? month : undefined) ?? (season === undefined ? undefined : season + 20);
  return [padded, ...[number, number === month ? day : undefined].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0'))].join('-');
}

/** CSL's number of a season, from 1 for spring. */
function seasonOf(date: CslDate | undefined): number | undefined {
  const season = Number(date?.season);
  return Number.isInteger(season) && season >= 1 && season <= 4 ? season : undefined;
}

/** A date for BibTeX, field by field; macros stand without braces. */
export function plainDate(date: CslDate | undefined): (readonly [name: string, text: string | undefined])[] {
  const [start = [], end] = date?.['date-parts'] ?? [];
  const [year, month, day] = start;
  if (year === undefined || Math.abs(year) > 9999) {
    return [['year', wordsOf(date)]];
  }
  const season = seasonOf(date) ?? (month !== undefined && month > 20 ? month - 20 : undefined);
  const isYears = end?.length === 1 && month === undefined && (end[0] ?? 0) > year && year >= 1000;
  const last = end?.[1] !== undefined && day === undefined && end[0] === year && end[1] > (month ?? 12) ? end[1] : undefined;
  const named = month === undefined ? undefined : months[month - 1];
  return [
    ['year', isYears ? `${year}--${String(end[0])}` : String(year)],
    ['month', named === undefined ? (season === undefined ? undefined : seasons[season - 1]) : last === undefined ? named : `${named} # "--" # ${months[last - 1] ?? ''}`],
    ['day', day === undefined || named === undefined ? undefined : String(day)],
  ];
}

/** Whether a month is written in macros. */
export function isMacro(text: string): boolean {
  return months.includes(text.slice(0, 3)) && /^[a-z]{3}(?: # "--" # [a-z]{3})?$/.test(text);
}

/** What a date says that has no year in numbers: `in press`. */
export function wordsOf(date: CslDate | undefined): string | undefined {
  const words = date?.literal ?? date?.raw;
  return words === undefined ? undefined : latexText(words);
}
