import type { Span } from '../text';
import { isLongForm, isWordAt, startByInitials, startByLetters, startByMixedInitials } from './longForm';
import { formsOf, isAcronym, isMore, isShortForm, isWord, longestShort } from './shortForm';

/** A short form that a text itself explains: `leukemoid reaction (LR)`. */
export interface Abbreviation {
  /** As it stands where it is defined: `LR`, `TNF-α`, `LNs`. */
  readonly short: string;
  readonly long: string;
  readonly shortSpan: Span;
  readonly longSpan: Span;
}

/** A long form of 15 words, the most for a short form of ten letters, has about 100; what is longer is not looked through. */
const reach = 240;

/**
 * The abbreviations that a text defines, by the method of Schwartz and Hearst (2003, "A simple algorithm for identifying
 * abbreviation definitions in biomedical text", Pac Symp Biocomput 8:451-62): `long form (SHORT)` and `SHORT (long form)`, in
 * round or square brackets, with `SHORT; ...` or `SHORT, ...` too. Beyond it: initials before letters within words, Greek letters
 * and digits that one form writes out, plural short forms, and lists of abbreviations (`LR, leukemoid reaction; ...`). Short
 * forms without a capital or a digit must be initials, as most words in brackets are no abbreviations.
 *
 * Takes time in proportion to the text, whatever stands in it.
 *
 * @param spans where to look: sentences, or prose; no definition goes beyond its span. Without them, the whole text.
 * @returns in the order of the text
 */
export function abbreviationsOf(text: string, spans: readonly Span[] = [{ start: 0, end: text.length }]): Abbreviation[] {
  const found: Abbreviation[] = [];
  for (const span of spans) {
    if (!mayDefine(text, span)) continue;
    const inSpan = new Finder(text, span).run();
    for (const one of inSpan.length > 1 ? inSpan.sort((a, b) => beginning(a) - beginning(b)) : inSpan) found.push(one);
  }
  return found;
}

/** Whether there is a mark of a definition, or a short form and a comma at the beginning; most sentences have none of them. */
function mayDefine(text: string, { start, end }: Span): boolean {
  return /[([:=;]/.test(text.slice(start, end)) || /^(?=[^,]{0,29},)[\s*_]*\S{2,20}\s?,/.test(text.slice(start, Math.min(end, start + 30)));
}

const initialsOnly = [startByInitials];
const allSteps = [startByInitials, startByLetters, startByMixedInitials];

function beginning({ shortSpan, longSpan }: Abbreviation): number {
  return Math.min(shortSpan.start, longSpan.start);
}

/**
 * Whether each letter of a short form begins a word of the long one of its own. A value that was measured stands after its own name:
 * `white blood cell count (WBC 30,000/mm3)`, but `risk for cataracts (RR 0.9)`. Nor is pH short for anything.
 */
function areInitials(short: string, long: string): boolean {
  const initials = Array.from(long.toLowerCase().matchAll(/(?<![\p{L}\p{N}])\p{L}/gu), ([letter]) => letter);
  for (const [letter] of short.toLowerCase().matchAll(/\p{L}/gu)) {
    const at = initials.indexOf(letter);
    if (at < 0) return false;
    initials.splice(at, 1);
  }
  return short !== 'pH';
}

class Finder {
  private readonly found: Abbreviation[] = [];
  /** Where brackets opened that did not close. */
  private readonly opened: number[] = [];

  constructor(
    private readonly text: string,
    private readonly span: Span,
  ) {}

  /** @returns in the order in which they are complete */
  run(): Abbreviation[] {
    const { text, span } = this;
    const words = text.slice(span.start, span.end);
    const marks = /[()[\],:=]/g;
    while (marks.test(words)) {
      const at = span.start + marks.lastIndex - 1;
      switch (text.charCodeAt(at)) {
        case 40: // (
        case 91: // [
          this.opened.push(at);
          break;
        case 41: // )
        case 93: // ]
          this.close(at);
          break;
        case 44: // ,
        case 58: // :
        case 61: // =
          if (mayEndAcronym(text, at)) this.listed(at);
          break;
      }
    }
    // A bracket that the span's end cuts off, where a citation stands: `leukemoid reaction (LR; [@chen])`.
    if (this.opened.length > 0) this.close(span.end);
    return this.found;
  }

  private close(end: number): void {
    const open = this.opened.pop();
    if (open === undefined || end - open > reach || open === this.span.start) return;
    const cut = this.cutOf(open + 1, end);
    if (this.shortInside(open, cut) || !mayEndAcronym(this.text, open)) return;
    if (cut === end || !this.longInside(open, end)) this.longInside(open, cut);
  }

  /** The end of the first part of what stands in brackets: `LR` of `LR; n = 3`. */
  private cutOf(start: number, end: number): number {
    for (let at = start; at < end; at++) {
      const code = this.text.charCodeAt(at);
      if (code === 59 || code === 44) return at;
    }
    return end;
  }

  /** `long form (SHORT)` */
  private shortInside(open: number, end: number): boolean {
    const whole = trimmed(this.text, open + 1, end);
    if (this.defines(whole, open)) return true;
    // `white blood cell count (WBC 30,000/mm3)`
    const word = firstWord(this.text, whole);
    return word.end < whole.end && isAcronym(this.text.slice(word.start, word.end)) && this.defines(word, open, areInitials);
  }

  /** @param fits whether a short form may be short for a long one that has its letters */
  private defines(shortSpan: Span, open: number, fits: (short: string, long: string) => boolean = () => true): boolean {
    const { text } = this;
    const short = text.slice(shortSpan.start, shortSpan.end);
    if (!isShortForm(short)) return false;
    const to = trimmed(text, this.span.start, open).end;
    const forms = formsOf(short).map((letters) => ({ letters, from: this.earliest(open, Math.min(letters.length + 5, letters.length * 2)) }));
    for (const step of isWord(short) ? initialsOnly : allSteps) {
      for (const { letters, from } of forms) {
        const found = step(text, from, to, letters);
        if (found < 0) continue;
        const start = this.wholeWord(found, from, to);
        if (isMore(text.slice(start, to), short) && fits(short, text.slice(start, to))) return this.add(shortSpan, { start, end: to });
      }
    }
    return false;
  }

  /**
   * Back to the beginning of a word of which a long form would leave out a bracket or the numbers and letters of a chemical
   * name: `N-(2-hydroxypropyl)methacrylamide`, `13-cis-retinoic acid`.
   */
  private wholeWord(start: number, from: number, to: number): number {
    let at = start;
    while (at > from && isPartOfWord(this.text, at - 1)) at--;
    if (at < start && (!/\p{L}{2}/u.test(this.text.slice(at, start)) || !isBalanced(this.text, start, to))) return at;
    return start;
  }

  /** How far back a long form may begin: so many words, within its clause. */
  private earliest(to: number, words: number): number {
    const { text } = this;
    const bound = Math.max(this.span.start, to - reach);
    let at = to;
    for (let left = words; left > 0; left--) {
      const end = at;
      while (at > bound && !isWordAt(text, at - 1) && !ends(text, at - 1)) at--;
      const word = at;
      while (at > bound && isPartOfWord(text, at - 1)) at--;
      if (at === word) return end;
      // A bracket within the word is part of it if it closes there: `N-(2-hydroxypropyl)methacrylamide`.
      if (!isBalanced(text, at, word)) return text.charCodeAt(at) === 40 ? at + 1 : end;
    }
    return at;
  }

  /** `SHORT (long form)` */
  private longInside(open: number, end: number): boolean {
    const { text } = this;
    const before = trimmed(text, Math.max(this.span.start, open - 2 * longestShort), open);
    const shortSpan = lastWord(text, before);
    const short = text.slice(shortSpan.start, shortSpan.end);
    if (!isAcronym(short) || (shortSpan.start > this.span.start && isPartOfWord(text, shortSpan.start - 1))) return false;
    return this.explains(shortSpan, short, trimmed(text, open + 1, end));
  }

  private explains(shortSpan: Span, short: string, longSpan: Span): boolean {
    const { text } = this;
    const long = text.slice(longSpan.start, longSpan.end);
    // A word alone is rather a remark than what the short form stands for.
    if (long.length <= longestShort || /[()[\]]/.test(long)) return false;
    const explains = formsOf(short).some((letters) => isLongForm(text, longSpan.start, longSpan.end, letters));
    return explains && isMore(long, short) && this.add(shortSpan, longSpan);
  }

  /** `LR, leukemoid reaction; WBC = white blood cells.` in a list of abbreviations, at the mark between. */
  private listed(mark: number): void {
    const { text, span } = this;
    const shortSpan = lastWord(text, trimmed(text, Math.max(span.start, mark - 2 * longestShort), mark));
    const short = text.slice(shortSpan.start, shortSpan.end);
    if (!isAcronym(short) || !this.beginsItem(shortSpan.start)) return;
    let end = mark + 1;
    const bound = Math.min(span.end, mark + reach);
    while (end < bound && !endsItem(text, end)) end++;
    // A comma is too common to mean a list unless a semicolon or the text's end shows that there is one.
    if (text.charCodeAt(mark) === 44 && end < span.end && text[end] === ',') return;
    if (end < bound || end === span.end) this.explains(shortSpan, short, trimmed(text, mark + 1, end));
  }

  private beginsItem(at: number): boolean {
    let before = at - 1;
    while (before >= this.span.start && /[ \t*_]/.test(this.text.charAt(before))) before--;
    return before < this.span.start || /[;:([\n]/.test(this.text.charAt(before));
  }

  private add(shortSpan: Span, longSpan: Span): true {
    const { text } = this;
    const short = text.slice(shortSpan.start, shortSpan.end);
    this.found.push({ short, long: text.slice(longSpan.start, longSpan.end), shortSpan, longSpan });
    return true;
  }
}

/** Whether a capital, a digit or a plural's s stands before a mark: a list's comma comes after a short form. */
function mayEndAcronym(text: string, mark: number): boolean {
  let at = mark - 1;
  while (at > 0 && isMargin(text.charCodeAt(at))) at--;
  const code = text.charCodeAt(at);
  return (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code > 127 || (code === 115 && text.charCodeAt(at - 1) < 91);
}

/** Without spaces, quotation marks and emphasis around. */
function trimmed(text: string, start: number, end: number): Span {
  while (start < end && isMargin(text.charCodeAt(start))) start++;
  while (end > start && isMargin(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isMargin(code: number): boolean {
  if (code < 128) return code <= 32 || code === 58 || code === 34 || code === 39 || code === 42 || code === 95 || code === 126;
  return code === 0xa0 || (code >= 0x2018 && code <= 0x201f);
}

function firstWord(text: string, { start, end }: Span): Span {
  let at = start;
  while (at < end && !/\s/.test(text.charAt(at))) at++;
  return trimmed(text, start, at);
}

function lastWord(text: string, { start, end }: Span): Span {
  let at = end;
  while (at > start && isPartOfWord(text, at - 1) && !/[()]/.test(text.charAt(at - 1))) at--;
  return trimmed(text, at, end);
}

/** Letters, digits, and what stands between them in a word: hyphens, strokes, brackets. */
function isPartOfWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 32) return false;
  return isWordAt(text, at) || (joins(code) && !ends(text, at));
}

/** `- / + & . ' ’ ( )` and other hyphens. */
function joins(code: number): boolean {
  if (code < 128) return code === 45 || code === 47 || code === 43 || code === 38 || code === 46 || code === 39 || code === 40 || code === 41;
  return code === 0x2019 || (code >= 0x2010 && code <= 0x2013) || code === 0x2212;
}

/** Whether a clause ends there: `; : ! ?`, a full stop before a space, an empty line, a bracket before a space. */
function ends(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 59 || code === 58 || code === 33 || code === 63 || code === 91 || code === 93) return true;
  if (code === 40 || code === 41 || code === 46) return !isWordAt(text, at + 1) && text.charAt(at + 1) !== '-';
  return code === 10 && text.charCodeAt(at + 1) === 10;
}

function isBalanced(text: string, start: number, end: number): boolean {
  let depth = 0;
  for (let at = start; at < end && depth >= 0; at++) {
    if (text.charCodeAt(at) === 40) depth++;
    else if (text.charCodeAt(at) === 41) depth--;
  }
  return depth === 0;
}

function endsItem(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 59 || code === 44 || code === 41 || code === 93 || code === 10 || (code === 46 && !isWordAt(text, at + 1));
}
