import type { Span } from '../text';

/**
 * Pandoc's bare citekey: a letter, digit or `_`; inside, single punctuation that another such character follows
 * (`@a.b.` is `a.b`), and `:` or `/` before a `/` (`@https://x.org/a`).
 */
const bareKey = /[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])|[:/](?=\/))*/uy;
const wordCharacter = /[\p{L}\p{N}]/u;

/** Quarto's cross-references (`@fig-flow`, `@tbl-labs`) are written as citations are, and are none. */
const crossReference =
  /^(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|prf|nte|tip|wrn|imp|cau|vid|supfig|suptbl)-/;

/** A citekey as it stands in a text, with its `@`, and `-` or braces. */
export interface KeyMatch extends Span {
  readonly key: string;
  readonly suppressAuthor: boolean;
}

/**
 * The citekey whose `@` stands at an offset, or undefined where the `@` begins none (`me@a.com`, `@ a`).
 * @param bracesEnd where the balanced `{` after the `@` closes (offset after `}`), when it does without white space
 */
export function matchKey(text: string, at: number, bracesEnd?: number): KeyMatch | undefined {
  const suppressAuthor = text[at - 1] === '-' && text[at - 2] !== '-' && !afterWord(text, at - 1);
  if (!suppressAuthor && afterWord(text, at)) return undefined;
  const start = suppressAuthor ? at - 1 : at;
  if (text[at + 1] === '{') {
    if (bracesEnd === undefined || bracesEnd <= at + 3) return undefined;
    return { start, end: bracesEnd, key: text.slice(at + 2, bracesEnd - 1), suppressAuthor };
  }
  bareKey.lastIndex = at + 1;
  const key = bareKey.exec(text)?.[0];
  return key === undefined ? undefined : { start, end: at + 1 + key.length, key, suppressAuthor };
}

/** Whether a key is one of Quarto's cross-references, as `fig-flow` is. */
export function isCrossReference(key: string): boolean {
  return crossReference.test(key);
}

/** A key as it must be written after `@`: in braces where it isn't a bare key by itself (`Smith 2000.` can't be at all). */
export function writeKey(key: string): string {
  bareKey.lastIndex = 0;
  return bareKey.exec(key)?.[0] === key ? `@${key}` : `@{${key}}`;
}

/** What a citation's key is replaced by for another: as it is written, with `@`, or alone in a MyST role. @param written with its `@` */
export function rewrittenKey(written: string, key: string): string {
  const [sign] = /^-?@|/.exec(written) ?? [''];
  return sign === '' ? key : `${sign.slice(0, -1)}${writeKey(key)}`;
}

function afterWord(text: string, at: number): boolean {
  if (at <= 0) return false;
  const code = text.charCodeAt(at - 1);
  const isLowSurrogate = code >= 0xdc00 && code <= 0xdfff;
  return wordCharacter.test(isLowSurrogate ? text.slice(at - 2, at) : text.charAt(at - 1));
}
