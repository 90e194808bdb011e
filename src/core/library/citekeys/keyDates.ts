import type { CslItem } from '../record';

/** A date's numbers as far as it has them. */
interface DateParts {
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
}

/** What a format of dates may have: `%Y-%m-%d`, `%-m` without a leading zero, `%oY` of the original date. */
export const dateFormat = /^(?:[^%]|%%|%-?o?[Yymd])*$/;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

export function issued(record: Partial<CslItem>): DateParts {
  return datePartsOf(record.issued);
}

/** The original date, or where there is none the date itself. */
export function original(record: Partial<CslItem>): DateParts {
  const date = datePartsOf(record['original-date']);
  return date.year === undefined ? issued(record) : date;
}

function datePartsOf(value: unknown): DateParts {
  const parts: unknown = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)['date-parts'] : undefined;
  const first: unknown = Array.isArray(parts) ? parts[0] : undefined;
  const [year, month, day]: readonly unknown[] = Array.isArray(first) ? first : [];
  return { year: whole(year), month: whole(month, 12), day: whole(day, 31) };
}

function whole(value: unknown, most = Infinity): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,6}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && (most === Infinity || (number > 0 && number <= most)) ? number : undefined;
}

export function monthName({ month }: DateParts): string {
  return month === undefined ? '' : (months[month - 1] ?? '');
}

/**
 * A record's date by a format, up to the first part that it lacks: `%Y-%m-%d` gives `1995-08` where there is no day.
 */
export function formatDate(record: Partial<CslItem>, format: string): string {
  let text = '';
  let between = '';
  for (const piece of format.slice(0, 100).split(/(%-?o?[Yymd]|%%)/)) {
    const field = /^%(-?)(o?)([Yymd])$/.exec(piece);
    if (!field) {
      between += piece === '%%' ? '%' : piece;
      continue;
    }
    const value = part(field[2] === 'o' ? original(record) : issued(record), field[3] ?? '', field[1] === '-');
    if (value === '') return text;
    text += between + value;
    between = '';
  }
  return text + (text === '' ? '' : between);
}

function part({ year, month, day }: DateParts, field: string, unpadded: boolean): string {
  const number = field === 'm' ? month : field === 'd' ? day : year;
  if (number === undefined) return '';
  const shown = Math.abs(field === 'y' ? number % 100 : number);
  return unpadded ? String(shown) : String(shown).padStart(field === 'Y' ? 4 : 2, '0');
}
