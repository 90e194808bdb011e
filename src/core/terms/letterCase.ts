import { greekLetterName } from './greekLetters';
import { plainLetters } from './wordForm';

/**
 * Which spellings of capitals a name allows. Most names allow all; for an acronym or a short word they are the only thing
 * that tells `ALL` from `all`, which is worth more than any other step of recognition (docs/decisions/terms.md).
 */
export const enum LetterCase {
  Any,
  /** As the name has it: `IL-6`. */
  Exact,
  /** A short small word, or the same at a sentence's beginning: `pus`, `Pus`, not `PUS`. */
  Sentence,
}

/** Longer words in capitals are shouted, not short for anything: `LEUKOCYTOSIS`. */
const acronymLimit = 8;

/** @param abbreviation whether the glossary calls the name an abbreviation, which is always exact */
export function letterCaseOf(name: string, abbreviation: boolean): LetterCase {
  if (abbreviation) return LetterCase.Exact;
  // Most names: quicker than taking their letters together.
  if (/\p{Ll}{4}/u.test(name)) return LetterCase.Any;
  const letters = name.replace(/\P{L}/gu, '');
  const small = letters.toLowerCase();
  if (letters.length > 3) {
    const allCapitals = letters === letters.toUpperCase() && letters !== small;
    return allCapitals && letters.length <= acronymLimit ? LetterCase.Exact : LetterCase.Any;
  }
  return letters === small ? LetterCase.Sentence : LetterCase.Exact;
}

/** What `capitalsHash` begins with: a name's exact capitals, or those it may have from its sentence. */
export const exactStart = 0x811c9dc5;
export const sentenceStart = 0x050c5d1f;

/**
 * Adds a word to a number for what remains of words when only their capitals matter: the letters and digits without what
 * stands between, so `PET/CT` is `PETCT` whether or not the stroke is a word to some name. A word of more than three letters
 * whose first alone is a capital has it from its sentence (`IL`, `1`, `Alpha` → `IL1alpha`), and so has a shorter one where
 * the name allows (`Pus` → `pus`). FNV-1a (Fowler, Noll and Vo 1991), 32 bits, a UTF-16 unit at a time.
 *
 * @param hash `exactStart`, `sentenceStart`, or what the words before gave, which came from the same `start`
 */
export function capitalsHash(hash: number, word: string, start: number): number {
  const key = caseKey(word, start === sentenceStart);
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash;
}

function caseKey(word: string, sentence: boolean): string {
  if (/^[a-z0-9]+$/.test(word)) return word;
  if (!/[\p{L}\p{N}]/u.test(word)) return '';
  const small = plainLetters(word);
  const greek = greekLetterName(small);
  if (greek !== undefined) return greek;
  // The plural of an acronym: `LNs`.
  const singular = /^[\p{Lu}\p{N}]{2,}s$/u.test(word) ? word.slice(0, -1) : word;
  if (!sentence && singular.length <= 3) return singular;
  return /^\p{Lu}?[^\p{Lu}]*$/u.test(singular) ? small : singular;
}
