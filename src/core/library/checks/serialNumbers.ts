import type { CslItem } from '../record';
import { type Check, type Report, short, write } from './check';

/** ISSNs and ISBNs: their form and their check digits. A field may hold several, as print and electronic ones. */
export const serialNumbers: Check = (record, report) => {
  if (record.ISSN !== undefined) checkList(record.ISSN, issn, 'ISSN', report);
  if (record.ISBN !== undefined && !holdsIssns(record, report)) checkList(record.ISBN, isbn, 'ISBN', report);
};

/** What one number is: its right form, or the digit it would have to end with; neither where it is no such number. */
interface Reading {
  readonly form?: string;
  readonly digit?: string;
}

function checkList(field: string, read: (text: string) => Reading, variable: 'ISSN' | 'ISBN', report: Report): void {
  const readings = numbersIn(field).map((part) => ({ part, ...read(part) }));
  const kind = variable === 'ISSN' ? 'issn' : 'isbn';
  for (const { part, digit } of readings) if (digit !== undefined) report(`${kind}-check-digit`, 'warning', variable, { value: short(part), digit });
  const whole = readings.map(({ part, form }) => form ?? part).join(', ');
  const wrong = readings.find(({ part, form, digit }) => digit === undefined && form !== part);
  if (!wrong) return;
  const fixable = readings.every(({ form, digit }) => form !== undefined || digit !== undefined);
  report(`${kind}-malformed`, fixable ? 'information' : 'warning', variable, { value: short(wrong.part) }, fixable ? write(variable, whole) : undefined);
}

function numbersIn(field: string): string[] {
  return field
    .slice(0, 500)
    .split(/\s*[,;/\r\n]+\s*|\s+(?=97[89][- ]?\d|\d{9}[\dXx]\b|\d{4}-\d{3}[\dXx]\b)|(?<=\))\s+/)
    .filter((part) => part !== '');
}

/** Some programs put a journal's ISSN where a book has its ISBN. */
function holdsIssns({ ISSN, ISBN = '' }: CslItem, report: Report): boolean {
  const forms = numbersIn(ISBN).map((part) => issn(part).form);
  if (ISSN !== undefined || forms.length === 0 || forms.includes(undefined)) return false;
  const value = forms.join(', ');
  report('isbn-malformed', 'warning', 'ISBN', { value: short(ISBN) }, {
    title: { code: 'write', field: 'ISSN', value },
    variables: { ISSN: value, ISBN: undefined },
  });
  return true;
}

/** ISO 3297: seven digits weighed 8 to 2, modulo 11, with X for 10. */
function issn(text: string): Reading {
  const [, one, two] = /^(?:[ep]-?)?(?:ISSN(?:-?L)?)?[:\s]*(\d{4})[-\u2010-\u2015\u2212\s]?(\d{3}[\dXx])(?:\s*\((?:issn|print|electronic|online|linking|web|[ep])\))?$/i.exec(text.trim()) ?? [];
  if (one === undefined || two === undefined) return {};
  const digits = `${one}${two}`.toUpperCase();
  const digit = elevens(digits.slice(0, 7), 8);
  return digit === digits[7] ? { form: `${one}-${two.toUpperCase()}` } : { digit };
}

/** ISO 2108: ten digits weighed 10 to 2, modulo 11; thirteen weighed 1 and 3 in turn, modulo 10. Its hyphens are as the book has them. */
function isbn(text: string): Reading {
  const number = text.trim().replace(/^ISBN(?:-1[03])?[:\s]*/i, '').replace(/\s*\([^()]*\)$/, '').replace(/[\u2010-\u2015\u2212]/g, '-');
  const digits = number.replace(/[-\s]/g, '').toUpperCase();
  if (!/^(?:\d{9}[\dX]|97[89]\d{10})$/.test(digits) || !/^\d[\d\s-]*[\dXx]$/.test(number)) return {};
  const digit = digits.length === 10 ? elevens(digits.slice(0, 9), 10) : tens(digits.slice(0, 12));
  return digit === digits.at(-1) ? { form: number } : { digit };
}

function elevens(digits: string, first: number): string {
  const sum = [...digits].reduce((all, sign, at) => all + Number(sign) * (first - at), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}

function tens(digits: string): string {
  const sum = [...digits].reduce((all, sign, at) => all + Number(sign) * (at % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}
