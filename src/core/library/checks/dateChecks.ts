import type { CslDate } from '../record';
import type { Check, Day, Report } from './check';

const checked = ['issued', 'accessed', 'submitted', 'available-date', 'original-date', 'event-date'] as const;

/** Issues of journals come out months before their date, books in autumn bear the next year: so far ahead (months) is usual. */
const usuallyAhead = 6;

/** Works that were not made before printing was. */
const modern = new Set(['article-journal', 'article-magazine', 'article-newspaper', 'paper-conference', 'thesis', 'report', 'chapter', 'webpage', 'patent', 'software', 'dataset']);

/** Dates that there are, that have been, and that run forwards. */
export const dateChecks: Check = (record, report, { today }) => {
  for (const field of checked) {
    const parts = (record[field] as CslDate | undefined)?.['date-parts'];
    if (!parts) continue;
    checkRange(parts, field, report);
    const [first] = parts;
    const ahead = field === 'issued' ? usuallyAhead : 0;
    // A congress, and what will be free to read, may well be announced.
    const mayBeAhead = field === 'event-date' || field === 'available-date';
    if (first && !mayBeAhead && isAfter(first, today, ahead)) report('date-future', 'warning', field, { field, value: words(first) });
  }
  const year = record.issued?.['date-parts']?.[0]?.[0];
  if (year !== undefined && year < 1000 && modern.has(record.type)) report('year-improbable', 'warning', 'issued', { value: String(year) });
};

function checkRange(parts: readonly (readonly number[])[], field: string, report: Report): void {
  for (const date of parts) {
    if (isImpossible(date)) report('date-impossible', 'warning', field, { field, value: words(date) });
  }
  const [first, last] = parts;
  if (first && last && isBefore(last, first)) report('date-range-reversed', 'warning', field, { field, value: `${words(first)}/${words(last)}` });
}

/** Months from 21 on are seasons (EDTF), and readers of CSL take 13 to 16 for them too, though they are rather mistakes. */
function isImpossible([year = 0, month, day]: readonly number[]): boolean {
  if (month === undefined) return false;
  return (month > 12 && month < 21) || (day !== undefined && day > daysIn(year, month));
}

/** Gregorian. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether a date, as far as it goes, begins more than some months and a day (time zones) after another. */
function isAfter([year = 0, month = 1, day = 1]: readonly number[], today: Day, months: number): boolean {
  const begins = dayNumber(year, month > 12 ? 1 : month, day);
  return begins > dayNumber(today.year, today.month + months, today.day) + 1;
}

/** Days that grow with the date, near enough: every month counts 31. */
function dayNumber(year: number, month: number, day: number): number {
  return (year * 12 + month - 1) * 31 + day;
}

/** Compares only what both dates say. */
function isBefore(one: readonly number[], other: readonly number[]): boolean {
  for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

function words(date: readonly number[]): string {
  return date.map((part) => String(part).padStart(2, '0')).join('-');
}
