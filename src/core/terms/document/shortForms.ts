import type { Span } from '../../text';
import { isWordAt, lettersAndDigits } from '../longForm';
import type { TextUnits } from '../textUnits';
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
 * @param units of the text, of all pieces
 * @param rank of the unit, and `start`, where it begins now
 * @returns in order; of those that begin at one place the longest
 */
export function shortFormsIn(text: string, pieces: readonly Span[], units: TextUnits, definitions: Definitions, rank: number, start: number): ShortForm[] {
  const { all, start: base } = units;
  const found: ShortForm[] = [];
  for (const { start: from, end } of pieces) {
    for (let at = from; at < end; ) {
      const first = all[at - base] ?? 0;
      if (first < 128 ? lettersAndDigits[first] === 0 : !isWordAt(text, at)) {
        at++;
        continue;
      }
      const word = at;
      let next = 0;
      do next = ++at < end ? (all[at - base] ?? 0) : 0;
      while (next < 128 ? lettersAndDigits[next] === 1 : isWordAt(text, at));
      if (!definitions.mayBegin(first, at > word + 1 ? (all[word + 1 - base] ?? 0) : 0)) continue;
      const use = longestAt(text, word, at, end, definitions, rank, start);
      if (!use) continue;
      found.push(use);
      at = use.end;
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
