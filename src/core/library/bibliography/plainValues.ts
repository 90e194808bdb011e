import { type ByteValue, Skimmed, type SkimmedSpans } from '../../formats/bibtexSkimmed';
import type { ListedRow } from './rowOf';
import { cleanSearched, type SearchedTextsBuilder } from './searchedTexts';

/** Reads some values of an entry as the full reader does. */
type ReadValues = (...values: readonly (readonly [field: Skimmed, value: ByteValue | undefined])[]) => ListedRow;

/** Puts the DOI that an entry's fields say, folded, as the full reader reads them; it is asked only where they are not plain. */
export function putDoi(texts: SearchedTextsBuilder, entry: SkimmedSpans, read: ReadValues): void {
  const [doi, url] = [entry.get(Skimmed.doi), entry.get(Skimmed.url)];
  if (doi === undefined && (url === undefined || !hasDoiAddress(url))) return;
  if (doi && isPlainDoi(doi)) texts.putDoi(doi.bytes, doi.from, doi.to);
  else texts.put(cleanSearched(read([Skimmed.doi, doi], [Skimmed.url, url]).searched.doi));
}

/**
 * @returns of a day or month as programs write it (`2001-05-31`) the year, which is what a row shows of it; else the value itself
 */
export function yearOfDate(value: ByteValue | undefined): ByteValue | undefined {
  if (!value) return undefined;
  const { bytes, from, to } = value;
  const length = to - from;
  const isDay = length === 10 && isNumber(bytes, from + 8, 1, 28) && bytes[from + 7] === hyphen;
  const isPlain = (isDay || length === 7) && bytes[from + 4] === hyphen && isNumber(bytes, from + 5, 1, 12) && isNumber(bytes, from, 10, 99) && isNumber(bytes, from + 2, 0, 99);
  return isPlain ? { bytes, from, to: from + 4 } : value;
}

const hyphen = 45;
const slash = 47;
const del = 127;
const odd: ReadonlySet<number> = new Set([...'%\\{}'].map((sign) => sign.charCodeAt(0)));
const resolver = [...'doi.org/'].map((sign) => sign.charCodeAt(0));

/** `10.1093/jjco/25.4.168`: four to nine digits, and no sign that TeX, an address or a search reads otherwise. */
function isPlainDoi({ bytes, from, to }: ByteValue): boolean {
  let at = from + 3;
  while (isDigit(bytes[at] as number)) at += 1;
  const digits = at - from - 3;
  if (bytes[from] !== 49 || bytes[from + 1] !== 48 || bytes[from + 2] !== 46 || digits < 4 || digits > 9 || bytes[at] !== slash || at + 1 >= to) return false;
  for (; at < to; at += 1) {
    const code = bytes[at] as number;
    if (code <= 32 || code >= del || odd.has(code)) return false;
  }
  return true;
}

function hasDoiAddress({ bytes, from, to }: ByteValue): boolean {
  for (let at = from; at + resolver.length <= to; at += 1) {
    let length = 0;
    while (length < resolver.length && ((bytes[at + length] as number) | 32) === ((resolver[length] as number) | 32)) length += 1;
    if (length === resolver.length) return true;
  }
  return false;
}

/** Whether two digits stand here that make a number in a range. */
function isNumber(bytes: Uint8Array, at: number, least: number, most: number): boolean {
  const [tens, ones] = [bytes[at] as number, bytes[at + 1] as number];
  const number = (tens - 48) * 10 + ones - 48;
  return isDigit(tens) && isDigit(ones) && number >= least && number <= most;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
