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
  const letters = name.replace(/\P{L}/gu, '');
  const small = letters.toLowerCase();
  if (letters.length > 3) {
    const allCapitals = letters === letters.toUpperCase() && letters !== small;
    return allCapitals && letters.length <= acronymLimit ? LetterCase.Exact : LetterCase.Any;
  }
  return letters === small ? LetterCase.Sentence : LetterCase.Exact;
}

/**
 * What remains of words when only their capitals matter: the letters and digits without what stands between, so `PET/CT` is
 * `PETCT` whether or not the stroke is a word to some name. A word of more
 * than three letters whose first alone is a capital has it from its sentence: `IL`, `1`, `Alpha` → `IL1alpha`.
 *
 * @param sentence whether a short word, too, may have its capital from the sentence
 */
export function caseKey(words: readonly string[], sentence: boolean): string {
  return words.map((word) => (/[\p{L}\p{N}]/u.test(word) ? caseKeyOfWord(word, sentence) : '')).join('');
}

function caseKeyOfWord(word: string, sentence: boolean): string {
  const small = plainLetters(word);
  const greek = greekLetterName(small);
  if (greek !== undefined) return greek;
  // The plural of an acronym: `LNs`.
  const singular = /^[\p{Lu}\p{N}]{2,}s$/u.test(word) ? word.slice(0, -1) : word;
  if (!sentence && singular.length <= 3) return singular;
  return /^\p{Lu}?[^\p{Lu}]*$/u.test(singular) ? small : singular;
}

/** FNV-1a (Fowler, Noll and Vo 1991), 32 bits; never 0, which stands for "any case". */
export function caseHash(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return hash | 0 || 1;
}
