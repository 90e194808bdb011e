import type { Span } from '../../text';
import { isWordAt } from '../longForm';
import { type Definition, type Definitions, singular } from './definitions';

/** Where a short form is used, and what it means there. */
export interface ShortForm extends Span {
  readonly definition: Definition;
  /** It stands before its definition. */
  readonly isBefore: boolean;
}

/** `TNF-α-R1` has four parts; no short form that a text defines has more. */
const mostParts = 4;

/**
 * The uses of abbreviations that a document defines.
 *
 * @param pieces prose, in order
 * @param rank of the unit, and `start`, where it begins now
 * @returns in order; of those that begin at one place the longest
 */
export function shortFormsIn(text: string, pieces: readonly Span[], definitions: Definitions, rank: number, start: number): ShortForm[] {
  const found: ShortForm[] = [];
  for (const { start: from, end } of pieces) {
    for (let at = from; at < end; ) {
      if (!isWordAt(text, at)) at++;
      else {
        const word = wordEnd(text, at, end);
        const use = definitions.mayBegin(text.charCodeAt(at), word > at + 1 ? text.charCodeAt(at + 1) : 0) ? longestAt(text, at, word, end, definitions, rank, start) : undefined;
        if (use) found.push(use);
        at = use?.end ?? word;
      }
    }
  }
  return found;
}

function wordEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  while (at < limit && isWordAt(text, at)) at++;
  return at;
}

function longestAt(text: string, start: number, word: number, limit: number, definitions: Definitions, rank: number, unit: number): ShortForm | undefined {
  let longest: ShortForm | undefined;
  let key = text.slice(start, word);
  let end = word;
  for (let parts = 1; ; parts++) {
    const defined = definitions.at(singular(key), rank, start - unit);
    if (defined) longest = { start, end, ...defined };
    if (parts === mostParts || end + 1 >= limit || !isLink(text.charCodeAt(end), definitions.hasSpaces) || !isWordAt(text, end + 1)) return longest;
    const next = wordEnd(text, end + 1, limit);
    key += text.slice(end + 1, next);
    end = next;
  }
}

/** What may stand within a short form: a hyphen or a stroke; a space in some. */
function isLink(code: number, spaces: boolean): boolean {
  return code === 45 || code === 47 || code === 46 || code === 43 || code === 38 || (code >= 0x2010 && code <= 0x2013) || (spaces && code === 32);
}
