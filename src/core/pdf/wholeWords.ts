import type { Span } from '../text';

/** A page's text with its lines put together, and where its letters stand in the page's own. */
export interface LinesTogether {
  readonly text: string;
  /** @returns where a letter of the page's text is in this one */
  offsetOf(place: number): number;
  /** @returns a stretch of this text as it stands in the page's */
  original(span: Span): Span;
}

/** A hyphen between two small letters at a line's end: the word goes on, or is a compound of two. */
const broken = /(?<=\p{Ll})[-\u00ad\u2010]\n(?=\p{Ll})/gu;

/**
 * Puts a page's lines together, for terms that go over a line's end, where a space is meant.
 * @returns first with the words whole that a hyphen breaks at a line's end; then, where there are such, as compounds with that hyphen
 */
export function linesTogether(text: string): LinesTogether[] {
  const ends = [...text.matchAll(broken)].map(({ index }) => index);
  return ends.length === 0 ? [without(text, [], 0)] : [without(text, ends, 2), without(text, ends.map((end) => end + 1), 1)];
}

/** @param gone where so many signs (`length`) are left out, in the text's order */
function without(text: string, gone: readonly number[], length: number): LinesTogether {
  const parts = [0, ...gone.map((at) => at + length)].map((from, index) => text.slice(from, gone[index] ?? text.length));
  const place = (offset: number, isEnd: boolean): number => {
    let at = offset;
    for (const each of gone) if (isEnd ? each < at : each <= at) at += length;
    return at;
  };
  return {
    text: parts.join('').replaceAll('\n', ' '),
    offsetOf: (offset) => offset - gone.reduce((sum, each) => sum + Math.min(length, Math.max(0, offset - each)), 0),
    original: ({ start, end }) => ({ start: place(start, false), end: place(end, true) }),
  };
}
