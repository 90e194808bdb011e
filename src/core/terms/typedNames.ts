/** Longer names are mostly completed before this many words of them were typed. */
const wordsTried = 4;

/** Words with at most one space between them, up to the text's end; a word begins with a letter or digit. */
const lastWords = /(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\-\u2010-\u2013]* )*[\p{L}\p{N}][\p{L}\p{M}\p{N}'’\-\u2010-\u2013]*$/u;

/**
 * The names that may have been begun at the end of a text, the longest first: `had a liver abs` → `had a liver abs`,
 * `a liver abs`, `liver abs`, `abs`.
 *
 * @param line the line before the cursor
 * @returns none where the cursor is not behind a letter or digit
 */
export function typedNames(line: string): string[] {
  const words = lastWords.exec(line.slice(-longestLook))?.[0].split(' ') ?? [];
  return Array.from({ length: Math.min(words.length, wordsTried) }, (_, at) => words.slice(Math.max(0, words.length - wordsTried) + at).join(' '));
}

/** No name that anyone types is longer, in characters. */
const longestLook = 120;

/** @returns the name with a capital where the user began with one, as at the beginning of a sentence */
export function cased(name: string, typed: string): string {
  const isCapital = /^\p{Lu}\P{Lu}*$/u.test(typed) && typed.length > 1;
  const [first = ''] = name;
  // `pH` and `mRNA` keep their letters.
  return isCapital && /^\p{Ll}\P{Lu}*$/u.test(name.split(' ', 1)[0] ?? '') ? first.toUpperCase() + name.slice(first.length) : name;
}
