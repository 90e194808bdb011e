import { asWritten, type BareText, restFrom, withoutMarks } from './bareText';
import type { LocatorTerms } from './locatorTerms';

/** A citation's text after the key, taken apart: `, p. 3, and passim` -> page 3 and `, and passim`. */
export interface SplitSuffix {
  readonly locator?: { readonly label: string; readonly value: string };
  readonly suffix: string;
}

interface Word {
  readonly end: number;
  /** Whether it holds a digit or is a Roman numeral. */
  readonly digitLike: boolean;
}

const roman = /^(?=[mdclxvi])m{0,4}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;
const punctuation = /\p{P}/u;
const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };
/** Longer than any locale's locator term (`Absätze`, `sub verbis`), so that a look-up costs the same for any suffix. */
const longestTerm = 32;

/** Takes the locator off a suffix, as pandoc does: a term and its numbers, or numbers alone, which are pages. */
export function splitLocator(raw: string, terms: LocatorTerms): SplitSuffix {
  const text = raw.replace(/\s+/g, ' ').replace(/---/g, '—').replace(/--/g, '–').trimEnd();
  const source = withoutMarks(text);
  return located(source, terms) ?? (source.marked.length > 0 ? located(asWritten(text), terms) : undefined) ?? { suffix: withComma(text) };
}

function located(source: BareText, terms: LocatorTerms): SplitSuffix | undefined {
  const { bare } = source;
  let start = bare.startsWith(',') ? 1 : 0;
  if (isSpace(bare[start])) start++;
  const found = delimited(bare, start, terms) ?? integrated(bare, start, terms);
  const suffix = found && restFrom(source, found.end);
  return suffix === undefined ? undefined : { ...(found?.locator && { locator: found.locator }), suffix };
}

interface Found {
  readonly locator?: { readonly label: string; readonly value: string };
  readonly end: number;
}

/** `{pp. iv, vi-xi}`: what is the locator is said outright; `{}` says that there is none. */
function delimited(text: string, start: number, terms: LocatorTerms): Found | undefined {
  if (text[start] !== '{') return undefined;
  const end = bracesEnd(text, start);
  if (end === undefined) return undefined;
  const inner = text.slice(start + 1, end - 1).trim();
  if (inner === '') return { end };
  const term = longestTermAt(inner, 0, terms, (at) => at < inner.length);
  const value = inner.slice(term?.end ?? 0).trim();
  return { locator: { label: term?.label ?? 'page', value }, end };
}

function integrated(text: string, start: number, terms: LocatorTerms): Found | undefined {
  const term = longestTermAt(text, start, terms, (at) => locatorWord(text, at, true)?.digitLike === true);
  const from = term?.end ?? start;
  const takes = (word: Word | undefined, at: number): word is Word =>
    word !== undefined && (term ? word.digitLike : /\d/.test(text.slice(at, word.end)));
  let end = from;
  for (let word = locatorWord(text, end, true); takes(word, end); word = locatorWord(text, end, false)) end = word.end;
  return end === from ? undefined : { locator: { label: term?.label ?? 'page', value: text.slice(from, end).trim() }, end };
}

/** The longest term at a place that something fit follows: `p.` of `p.3`, not `p`. */
function longestTermAt(
  text: string,
  start: number,
  terms: LocatorTerms,
  follows: (at: number) => boolean,
): { readonly label: string; readonly end: number } | undefined {
  const window = text.slice(start, start + longestTerm).toLowerCase();
  for (let length = window.length; length > 0; length--) {
    const label = terms.get(window.slice(0, length));
    if (label === undefined || !isBoundary(text, start + length)) continue;
    if (follows(start + length)) return { label, end: start + length };
  }
  return undefined;
}

/** ` 33-35`, `, 38`, ` XVII`, ` 34(1)(i)`, ` [17]-[18]`: one word of a locator with the separator before it. */
function locatorWord(text: string, start: number, first: boolean): Word | undefined {
  let at = start;
  if (!first && (text[at] === ',' || text[at] === ';')) at++;
  if (isSpace(text[at])) at++;
  const begin = at;
  let digitLike = false;
  for (;;) {
    const part = bracketed(text, at) ?? sequence(text, at);
    if (!part) break;
    digitLike ||= part.digitLike;
    at = part.end;
  }
  return at > begin ? { end: at, digitLike } : undefined;
}

function bracketed(text: string, start: number): Word | undefined {
  const close = closing[text[start] ?? ''];
  if (close === undefined) return undefined;
  const inner = sequence(text, start + 1) ?? { end: start + 1, digitLike: false };
  return text[inner.end] === close ? { end: inner.end + 1, digitLike: inner.digitLike } : undefined;
}

/** `1.2.3`, without a final full stop. */
function sequence(text: string, start: number): Word | undefined {
  let word = text[start] === '.' ? unit(text, start + 1) : unit(text, start);
  let digitLike = word?.digitLike ?? false;
  if (!word) return undefined;
  while (text[word.end] === '.') {
    const next = unit(text, word.end + 1);
    if (!next) break;
    digitLike ||= next.digitLike;
    word = next;
  }
  return { end: word.end, digitLike };
}

function unit(text: string, start: number): Word | undefined {
  const run = runEnd(text, start, false);
  if (run > start && roman.test(text.slice(start, run))) return { end: run, digitLike: true };
  const end = runEnd(text, start, true);
  return end > start ? { end, digitLike: /\d/.test(text.slice(start, end)) } : undefined;
}

function runEnd(text: string, start: number, withDashes: boolean): number {
  let at = start;
  while (at < text.length) {
    const char = text.charAt(at);
    if (isSpace(char) || char === '$') break;
    const isDash = char === '-' || char === '–';
    if (isDash ? !withDashes : char !== ':' && punctuation.test(char)) break;
    at++;
  }
  return at;
}

function bracesEnd(text: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

/** A term ends where a word does: `p` isn't one in `p3`. */
function isBoundary(text: string, at: number): boolean {
  const isEdge = (char: string) => isSpace(char) || (char !== ':' && punctuation.test(char));
  return at >= text.length || isEdge(text.charAt(at - 1)) || isEdge(text.charAt(at));
}

/** `@a [see below]` reads `Author (2000, see below)`: a suffix that begins with a word is set off. */
function withComma(suffix: string): string {
  return suffix === '' || isSpace(suffix[0]) || punctuation.test(suffix.charAt(0)) ? suffix : `, ${suffix}`;
}

function isSpace(char: string | undefined): boolean {
  return char === ' ' || char === '\u00a0';
}
