import { greekLetterName } from './greekLetters';
import { allSteps, type Steps } from './steps';
import { isAscii, plainLetters } from './wordForm';

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
export function letterCaseOf(name: string, abbreviation: boolean, steps: Steps = allSteps): LetterCase {
  if (!steps.caseSensitiveShort) return LetterCase.Any;
  if (abbreviation) return LetterCase.Exact;
  // Most names: quicker than taking their letters together.
  if (hasFourSmall(name)) return LetterCase.Any;
  const ascii = isAscii(name);
  if (!ascii && /\p{Ll}{4}/u.test(name)) return LetterCase.Any;
  const letters = name.replace(ascii ? /[^A-Za-z]+/g : /\P{L}+/gu, '');
  const small = letters.toLowerCase();
  return caseOfLetters(letters.length, letters !== letters.toUpperCase(), letters !== small);
}

/**
 * The same of a name without four small letters that stand together.
 *
 * @param letters how many it has
 */
export function caseOfLetters(letters: number, hasSmall: boolean, hasCapitals: boolean): LetterCase {
  if (letters > 3) return hasCapitals && !hasSmall && letters <= acronymLimit ? LetterCase.Exact : LetterCase.Any;
  return hasCapitals ? LetterCase.Exact : LetterCase.Sentence;
}

/** Whether four small letters of ASCII stand together: no capitals are asked for then. */
export function hasFourSmall(name: string): boolean {
  for (let at = 0, row = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    row = code >= 97 && code <= 122 ? row + 1 : 0;
    if (row === 4) return true;
  }
  return false;
}

/**
 * What remains of a word when only its capitals matter: the letters and digits without what stands between, so `PET/CT` is
 * `PETCT` whether or not the stroke is a word to some name. A word of more than three letters whose first alone is a capital
 * has it from its sentence (`IL`, `1`, `Alpha` → `IL1alpha`), and so has a shorter one where the name allows (`Pus` → `pus`).
 *
 * A polynomial hash (Karp and Rabin 1987), since the words of a name may be parted otherwise in the text (`PETCT`): the hash
 * of a row of words is that of what is before, times the word's power, plus the word's hash.
 */
export function capitalsKey(word: string, sentence: boolean, steps: Steps = allSteps): { readonly hash: number; readonly power: number } {
  const key = caseKey(word, sentence, steps);
  let hash = 0;
  let power = 1;
  for (let at = 0; at < key.length; at++) {
    hash = (Math.imul(hash, base) + key.charCodeAt(at)) | 0;
    power = Math.imul(power, base);
  }
  return { hash, power };
}

/** Odd, so that no power of it is 0. */
const base = 0x01000193;

function caseKey(word: string, sentence: boolean, { greek, plural }: Steps): string {
  if (/^[a-z0-9]+$/.test(word)) return word;
  const { lettersOrDigits, acronyms, capitalised } = isAscii(word) ? patterns : unicodePatterns;
  if (!lettersOrDigits.test(word)) return '';
  const small = plainLetters(word);
  const letter = greek ? greekLetterName(small) : undefined;
  if (letter !== undefined) return letter;
  // The plural of an acronym: `LNs`.
  const singular = plural && acronyms.test(word) ? word.slice(0, -1) : word;
  if (!sentence && singular.length <= 3) return singular;
  return capitalised.test(singular) ? small : singular;
}

/** Unicode's classes take an engine milliseconds to make, and most glossaries need none of them. */
const patterns = { lettersOrDigits: /[A-Za-z0-9]/, acronyms: /^[A-Z0-9]{2,}s$/, capitalised: /^[A-Z]?[^A-Z]*$/ };
const unicodePatterns = { lettersOrDigits: /[\p{L}\p{N}]/u, acronyms: /^[\p{Lu}\p{N}]{2,}s$/u, capitalised: /^\p{Lu}?[^\p{Lu}]*$/u };
