/** What a character is to the reading of terms. */
export const enum CharacterClass {
  /** Parts words: punctuation, symbols, emoji. */
  Mark,
  Letter,
  Digit,
  /** A Greek letter: a word of its own beside Latin ones (`IL-1α`). */
  Greek,
  /** Han, kana, hangul: written without spaces, so each is a word. */
  Ideograph,
  /** Stands between the words of a term without parting them: spaces, Markdown's emphasis, a quotation's apostrophe. */
  Gap,
  Hyphen,
  NewLine,
  Apostrophe,
  /** Part of the word it stands in, but not of its spelling: soft hyphen, zero-width characters, accents. */
  Silent,
  /** A letter within `a_word`, emphasis around one. */
  Underscore,
}

const ascii = classesOf([
  [CharacterClass.Letter, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'],
  [CharacterClass.Digit, '0123456789'],
  [CharacterClass.Gap, ' \t\r\f\v*~^\\'],
  [CharacterClass.Hyphen, '-'],
  [CharacterClass.NewLine, '\n'],
  [CharacterClass.Apostrophe, "'"],
  [CharacterClass.Underscore, '_'],
]);

function classesOf(groups: readonly (readonly [CharacterClass, string])[]): Uint8Array {
  const classes = new Uint8Array(128);
  for (const [kind, characters] of groups) {
    for (const character of characters) classes[character.charCodeAt(0)] = kind;
  }
  return classes;
}

/** @param code a whole code point */
export function characterClass(code: number): CharacterClass {
  return code < 128 ? (ascii[code] as CharacterClass) : beyondAscii(code);
}

function beyondAscii(code: number): CharacterClass {
  // What European languages need, without asking Unicode.
  if (code >= 0xc0 && code < 0x250) return code === 0xd7 || code === 0xf7 ? CharacterClass.Mark : CharacterClass.Letter;
  if (code >= 0x3b1 && code <= 0x3c9) return CharacterClass.Greek;
  if (code === 0xa0) return CharacterClass.Gap;
  if (code === 0x2018 || code === 0x2019) return CharacterClass.Apostrophe;
  if (code >= 0x2014 && code < 0x2028) return CharacterClass.Mark;
  const character = String.fromCodePoint(code);
  if (/[\u0370-\u03FF]/.test(character) && /\p{L}/u.test(character)) return CharacterClass.Greek;
  // Micro sign, which stands for mu.
  if (code === 0xb5) return CharacterClass.Greek;
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}ー]/u.test(character)) return CharacterClass.Ideograph;
  if (/\p{L}/u.test(character)) return CharacterClass.Letter;
  if (/[\p{M}\u00AD\u200B-\u200D\u2060\uFEFF]/u.test(character)) return CharacterClass.Silent;
  if (/\p{N}/u.test(character)) return CharacterClass.Digit;
  if (/[\u2010-\u2013\u2212]/.test(character)) return CharacterClass.Hyphen;
  if (/[\u2018\u2019\u02BC]/.test(character)) return CharacterClass.Apostrophe;
  if (/[\u2028\u2029\u0085]/.test(character)) return CharacterClass.NewLine;
  return /\p{Z}/u.test(character) ? CharacterClass.Gap : CharacterClass.Mark;
}
