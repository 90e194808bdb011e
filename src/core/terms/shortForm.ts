import { isWordAt, lettersOf } from './longForm';

/** Schwartz and Hearst's bounds of a short form, in letters and digits. */
const shortestShort = 2;
export const longestShort = 10;

/** The letters of a short form, and without the s of its plural; none if they are too few or too many. */
export function formsOf(short: string): string[][] {
  const forms = /[\p{Lu}\d]s$/u.test(short) ? [short, short.slice(0, -1)] : [short];
  return forms.map(lettersOf).filter(({ length }) => length >= shortestShort && length <= longestShort);
}

/** At most two words, that begin with a letter or digit and have a letter; of two words, one that looks like an acronym. */
export function isShortForm(short: string): boolean {
  if (short.length < shortestShort || short.length > 2 * longestShort || !isWordAt(short, 0)) return false;
  let spaces = 0;
  let hasLetter = false;
  for (let at = 0; at < short.length; at++) {
    const code = short.charCodeAt(at);
    if (code === 32 || code === 10 || code === 9 || code === 0xa0) spaces++;
    else if (code > 64 && isWordAt(short, at)) hasLetter = true;
  }
  if (!hasLetter || spaces > 1) return false;
  const first = short.charCodeAt(0);
  return spaces === 0 || (!(first >= 48 && first <= 57) && isAcronym(short));
}

/** Has a second capital or digit, as a capital after a small letter, or a Greek letter: `LR`, `C3`, `mRNA`, `5-HT`. */
export function isAcronym(word: string): boolean {
  if (word.length > 2 * longestShort || !isWordAt(word, 0)) return false;
  let capitals = 0;
  let others = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code >= 65 && code <= 90) {
      if (at > 0) others++;
      capitals++;
    } else if (at > 0 && ((code >= 48 && code <= 57) || (code >= 0x3b1 && code <= 0x3c9))) others++;
    else if (code > 127 && /\p{Lu}/u.test(word.charAt(at))) {
      if (at > 0) others++;
      capitals++;
    }
  }
  return capitals > 0 && others > 0;
}

/** A word rather than an acronym: small letters, after a capital at most. */
export function isWord(short: string): boolean {
  return /^\p{L}\p{Ll}+(?:\s\p{L}\p{Ll}+)?$/u.test(short) && !/^\p{Lu}\p{Ll}{1,2}$/u.test(short);
}

/** A long form says more than the short one: it is longer, and does not contain it. */
export function isMore(long: string, short: string): boolean {
  if (long.length <= short.length) return false;
  const at = long.indexOf(short);
  return at < 0 || (at > 0 && isWordAt(long, at - 1)) || isWordAt(long, at + short.length);
}
