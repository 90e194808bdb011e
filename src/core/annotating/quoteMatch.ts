import search from 'approx-string-match';
import type { Span } from '../text';
import type { FoldedText } from './foldedText';
import { likeness } from './likeness';

/** A quote as it is looked for: its three parts folded. */
export interface Pattern {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Where it stood, in the folded text's places. */
  readonly hint: number | undefined;
  /** Whether its ends are those of words. */
  readonly isWord: { readonly start: boolean; readonly end: boolean };
}

/** A place in the folded text that may be it. */
export interface Candidate extends Span {
  /** From 0 to 1, as are the three next; a part that is not known counts as nothing in the score. */
  readonly score: number;
  readonly quote: number;
  readonly prefix: number;
  readonly suffix: number;
}

/** Hypothesis's weights. */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 };

/** What share of a quote's letters may be wrong. */
const maxErrorShare = 0.4;

/** Longer than a running head with a page number, which can come to stand in the midst of a quote. */
const maxGap = 60;

/** How many letters on both sides of a quote are enough to see its ends by. */
const frame = 10;

/** What a context is worth that does not stand next to the quote, but a little away. */
const awayFactor = 0.85;

/** And of which only the nearer half does, in folded letters. */
const nearFactor = 0.9;
const halfContext = 28;

interface Match extends Span {
  readonly errors: number;
}

/**
 * The places in a window of the text where a quote stands with the fewest errors, and what stands between its contexts.
 *
 * @param isWhole without errors only
 */
export function candidatesIn(text: FoldedText, window: Span, pattern: Pattern, isWhole = false): Candidate[] {
  const part = text.slice(window.start, window.end);
  const { exact } = pattern;
  const found = bestMatches(part, exact, isWhole ? 0 : Math.floor(exact.length * maxErrorShare)).map((match) => refined(part, match, pattern));
  const between = framed(part, pattern);
  return [...found, ...(between ? [between] : [])].map(({ start, end, errors }) => (
    scored(text, { start: window.start + start, end: window.start + end }, errors, pattern)
  ));
}

function scored(text: FoldedText, span: Span, errors: number, { exact, prefix, suffix, hint }: Pattern): Candidate {
  const quote = 1 - errors / exact.length;
  const near = { before: contextLikeness(text, span.start, prefix, -1), after: contextLikeness(text, span.end, suffix, 1) };
  const isTorn = (one: number, other: number): boolean => errors === 0 && other > 0.9 && one < awayFactor;
  const before = prefix === '' ? undefined : isTorn(near.before, near.after) && isParted(text, span.start, prefix, -1) ? awayFactor : near.before;
  const after = suffix === '' ? undefined : isTorn(near.after, near.before) && isParted(text, span.end, suffix, 1) ? awayFactor : near.after;
  const position = hint === undefined ? 1 : 1 - Math.abs(span.start - hint) / Math.max(text.length, hint, 1);
  // What is not known says nothing either way: the rest weighs more.
  const known = weights.quote + weights.position + (before === undefined ? 0 : weights.prefix) + (after === undefined ? 0 : weights.suffix);
  const sum = weights.quote * quote + weights.prefix * (before ?? 0) + weights.suffix * (after ?? 0) + weights.position * position;
  return { ...span, score: sum / known, quote, prefix: before ?? 0, suffix: after ?? 0 };
}

/**
 * How much of a context is there: all of it next to the quote; or, where a sentence was moved, the nearer half; or, where a
 * page's head stands between, all of it a little away.
 */
function contextLikeness(text: FoldedText, at: number, context: string, side: -1 | 1): number {
  const around = (length: number): string => (side < 0 ? text.slice(at - length, at) : text.slice(at, at + length));
  const next = likeness(around(context.length), context);
  if (next > 0.7) return next;
  const nearHalf = side < 0 ? context.slice(-halfContext) : context.slice(0, halfContext);
  const half = context.length > halfContext ? nearFactor * likeness(around(halfContext), nearHalf) : 0;
  const away = next < 0.5 && half < 0.5 ? awayFactor * likeness(around(context.length + maxGap), context) : 0;
  return Math.max(next, half, away);
}

/** Where a text stands in another with the fewest errors, at most so many. */
function bestMatches(text: string, pattern: string, maxErrors: number): readonly Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) {
    exact.push({ start: at, end: at + pattern.length, errors: 0 });
  }
  if (exact.length > 0 || maxErrors === 0) return exact;
  // The search finds those with the fewest errors, and takes the longer the more it is to bear with.
  const isNearlyThere = text.includes(pattern.slice(0, frame)) || text.includes(pattern.slice(-frame));
  const close = isNearlyThere ? search(text, pattern, Math.floor(maxErrors / 4)) : [];
  return (close.length > 0 ? close : search(text, pattern, maxErrors)).filter(({ start, end }) => end > start);
}

/** How many letters in a row are the same before a place as before the quote, and after them. */
export function sharedContext(text: FoldedText, { start, end }: Span, { prefix, suffix }: Pattern): number {
  const before = text.slice(start - prefix.length - frame, start);
  const after = text.slice(end, end + suffix.length + frame);
  return longestRun(before, prefix) + longestRun(after, suffix);
}

/**
 * How much may have been put into a context, in folded letters: a long paragraph; next to the words themselves a few lines, since
 * a sentence that was moved has all of its context farther away, too.
 */
const maxPutIn = { inside: 1000, beside: 120 };

/** A shorter piece of a context stands somewhere near by chance. */
const leastPiece = 8;

/**
 * Whether what stands on both sides of a place is what stood there, but for something put in, or for what is farther away than
 * half a context: neither says that other words are meant.
 */
export function hasKeptContext(text: FoldedText, { start, end }: Span, { prefix, suffix }: Pattern): boolean {
  const before = text.slice(start - prefix.length - maxPutIn.inside, start);
  const after = text.slice(end, end + suffix.length + maxPutIn.inside);
  return isKept(reversed(before), reversed(prefix)) && isKept(after, suffix);
}

/** Whether all of a context is there, with something put in between. */
function isParted(text: FoldedText, at: number, context: string, side: -1 | 1): boolean {
  if (context.length < halfContext) return false;
  const reach = context.length + maxPutIn.inside;
  return side < 0 ? isKept(reversed(text.slice(at - reach, at)), reversed(context), maxPutIn.inside) : isKept(text.slice(at, at + reach), context, maxPutIn.inside);
}

/** @param context what is looked for from the beginning of the text */
function isKept(text: string, context: string, beside = maxPutIn.beside): boolean {
  let near = 0;
  while (near < context.length && text[near] === context[near]) near += 1;
  if (near === context.length || near >= halfContext) return true;
  const far = context.slice(near);
  const at = far.length < leastPiece ? -1 : text.indexOf(far, near);
  return at >= 0 && at - near <= (near < leastPiece ? beside : maxPutIn.inside);
}

function reversed(text: string): string {
  return text.split('').reverse().join('');
}

/** The length of the longest text that stands in both. */
function longestRun(one: string, other: string): number {
  let longest = 0;
  for (let from = 0; from + longest < other.length; from += 1) {
    while (from + longest < other.length && one.includes(other.slice(from, from + longest + 1))) longest += 1;
  }
  return longest;
}

/** Of a quote with a wrong first or last letter the ends are where the context begins. */
function refined(text: string, match: Match, { prefix, suffix }: Pattern): Match {
  if (match.errors === 0) return match;
  const reach = match.errors + 1;
  const [before, after] = [prefix.slice(-6), suffix.slice(0, 6)];
  let { start, end } = match;
  for (let away = 0; before.length > 2 && away <= reach; away += 1) {
    const at = [match.start - away, match.start + away].find((each) => each >= before.length && each < end && text.startsWith(before, each - before.length));
    if (at === undefined) continue;
    start = at;
    break;
  }
  for (let away = 0; after.length > 2 && away <= reach; away += 1) {
    const at = [match.end - away, match.end + away].find((each) => each > start && text.startsWith(after, each));
    if (at === undefined) continue;
    end = at;
    break;
  }
  return { start, end, errors: match.errors };
}

/**
 * What stands where the quote's contexts meet: the quote with its typos, though its very words may stand near by; or the
 * quote with a page's head and number in its midst; or nothing of it, where it was taken out.
 */
function framed(text: string, { exact, prefix, suffix }: Pattern): Match | undefined {
  const [before, after] = [prefix.slice(-frame), suffix.slice(0, frame)];
  if (before.length < frame || after.length < frame) return undefined;
  for (let at = text.indexOf(before); at >= 0; at = text.indexOf(before, at + 1)) {
    const start = at + before.length;
    const end = text.indexOf(after, start);
    const length = end - start;
    if (end < 0 || length > exact.length + maxGap) continue;
    return { start, end, errors: Math.min(exact.length, errorsIn(text.slice(start, end), exact)) };
  }
  return undefined;
}

function errorsIn(text: string, exact: string): number {
  let head = 0;
  while (head < exact.length && text[head] === exact[head]) head += 1;
  let tail = 0;
  while (tail < exact.length - head && text[text.length - 1 - tail] === exact[exact.length - 1 - tail]) tail += 1;
  const torn = exact.length - head - tail;
  // Something put in, and nothing else: that it is whole weighs more than how long that is.
  const putIn = text.length - exact.length;
  if (torn <= exact.length * 0.05 && putIn > 0) return torn + Math.ceil(putIn / 10);
  return Math.round((1 - likeness(text, exact)) * exact.length) + Math.max(0, text.length - exact.length);
}
