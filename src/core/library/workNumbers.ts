import type { CslItem } from './record';

/** The numbers that tell one work from all others, each in one form; empty where the record has none, or no real one. */
export interface WorkNumbers {
  readonly doi: string;
  readonly pmid: string;
  readonly pmcid: string;
  /** With thirteen digits. */
  readonly isbns: readonly string[];
}

export function workNumbers(record: CslItem): WorkNumbers {
  const url = textOf(record.URL);
  return {
    doi: comparableDoi(textOf(record.DOI)) || (/doi\.org\//i.test(url) ? comparableDoi(url) : ''),
    pmid: digitsOf(/^\D{0,8}(\d{1,8})(?:v\d+)?\s*$/.exec(textOf(record.PMID))) || digitsOf(/pubmed(?:\.ncbi\.nlm\.nih\.gov)?\/(\d{1,8})\b/.exec(url)),
    pmcid: digitsOf(/(\d{3,9})(?:\.\d+)?\s*$/.exec(textOf(record.PMCID))) || digitsOf(/\/PMC(\d{3,9})\b/i.exec(url)),
    isbns: comparableIsbns(textOf(record.ISBN)),
  };
}

/**
 * `https://dx.doi.org/10.1016/S0140-6736%2895%2990748-3` → `10.1016/s0140-6736(95)90748-3`: DOIs are the same whatever
 * the case of their letters (DOI Handbook, 2.4).
 *
 * @returns empty for what is no DOI
 */
export function comparableDoi(text: string): string {
  const bare = text.trim().replace(/^(?:(?:https?:\/\/)?(?:dx\.|www\.)?doi\.org\/|doi\s*[:=]?\s*)+/i, '').replace(/[.,;]+$/, '');
  if (!/^10\.\d{1,9}(?:\.\d+)*\/\S+$/.test(bare)) return '';
  try {
    return decodeURIComponent(bare).toLowerCase();
  } catch {
    return bare.toLowerCase();
  }
}

/** Every ISBN of a field, with thirteen digits; one whose check digit is wrong may be any book's and is left out. */
export function comparableIsbns(text: string): string[] {
  const found = text.matchAll(/(?<![\d-])(?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dXx](?![\d-]*\d)/g);
  return [...new Set([...found].map(([isbn]) => isbn13(isbn.replace(/[^\dXx]/g, ''))).filter(Boolean))];
}

/** ISO 2108: ten digits are weighed 10 to 1 and make a multiple of 11, thirteen are weighed 1 and 3 and make one of 10. */
function isbn13(isbn: string): string {
  if (isbn.length === 13) return checkDigit(isbn) === isbn[12] ? isbn : '';
  const sum = [...isbn].reduce((all, sign, at) => all + (10 - at) * (/x/i.test(sign) ? 10 : Number(sign)), 0);
  const digits = `978${isbn.slice(0, 9)}`;
  return sum % 11 === 0 ? digits + checkDigit(digits) : '';
}

function checkDigit(digits: string): string {
  const sum = [...digits.slice(0, 12)].reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return String((10 - (sum % 10)) % 10);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 2000) : typeof value === 'number' ? String(value) : '';
}

/** Zeros in front are none of the number: `PMID- 000000000000` is no PMID. */
function digitsOf(match: RegExpExecArray | null): string {
  return match?.[1]?.replace(/^0+/, '') ?? '';
}
