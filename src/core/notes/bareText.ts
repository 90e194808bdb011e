/** A text without its markup, and where each of its characters stands in the text as it is written. */
export interface BareText {
  readonly written: string;
  readonly bare: string;
  /** One more than `bare` has characters; undefined where all stand where they stood. */
  readonly places: readonly number[] | undefined;
  /** Stretches of `written` that markup holds together. */
  readonly marked: readonly { readonly start: number; readonly end: number }[];
}

/** `**32**`, `*a b*`, `\[`: emphasis that holds no other, and signs that are escaped. */
const marks = /\\[!-/:-@[-`{-~]|(\*{1,2})(?=[^\s*])([^*]*[^\s*\\])\1(?!\*)/g;

/** @returns a text without emphasis and escapes, which pandoc's readers of words do not see */
export function withoutMarks(written: string): BareText {
  if (!/[*\\]/.test(written)) return asWritten(written);
  let bare = '';
  const places: number[] = [];
  const marked: { start: number; end: number }[] = [];
  const take = (from: number, to: number): void => {
    for (let at = from; at < to; at++) places.push(at);
    bare += written.slice(from, to);
  };
  let at = 0;
  for (const { index, 0: whole, 1: sign, 2: inner } of written.matchAll(marks)) {
    take(at, index);
    at = index + whole.length;
    const within = index + (sign?.length ?? 1);
    take(within, within + (inner?.length ?? 1));
    // What begins here is cut off with the sign before it.
    places[places.length - (inner?.length ?? 1)] = index;
    if (sign !== undefined) marked.push({ start: index, end: at });
  }
  take(at, written.length);
  places.push(written.length);
  return { written, bare, places, marked };
}

/** @returns the text with its markup taken for words */
export function asWritten(written: string): BareText {
  return { written, bare: written, places: undefined, marked: [] };
}

/** @returns what is written from a place of the bare text on; undefined where markup would be cut in two */
export function restFrom({ written, places, marked }: BareText, at: number): string | undefined {
  const from = places ? (places[at] ?? written.length) : at;
  return marked.some(({ start, end }) => start < from && from < end) ? undefined : written.slice(from);
}
