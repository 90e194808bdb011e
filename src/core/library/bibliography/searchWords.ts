import { fold } from '../fold';
import { textOf } from './utf8';

/** A word longer than this is cut: nobody types so much of one (UTF-16 units). */
export const longestWord = 200;

const isWordSign = /[\p{L}\p{N}\p{M}]/u;

const enum Kind { between, odd, letter }

/** Signs below this that fold to one letter, or part words, are looked up: all that European texts have but for Greek and Cyrillic. */
const looked = 0x2070;
const lastLatin = 0x2ff;
const firstPunctuation = 0x2000;

/**
 * Takes texts apart into words, folded: letters, digits and marks, and halves of rarer letters. `O’Brien 2020` has `o`,
 * `brien` and `2020`.
 */
export class WordReader {
  /** The units of the word that was found last. */
  readonly word = new Uint16Array(longestWord);
  /** What each sign folds to; `Kind.between` for those between words, `Kind.odd` for those that are not looked up. */
  private readonly letters = new Uint16Array(looked).fill(Kind.odd);

  constructor() {
    for (let code = 0; code < looked; code += code === lastLatin ? firstPunctuation - lastLatin : 1) {
      const folded = fold(String.fromCharCode(code));
      if (folded !== '' && !isWordSign.test(folded)) this.letters[code] = Kind.between;
      else if (folded.length === 1) this.letters[code] = folded.charCodeAt(0);
    }
  }

  /**
   * Takes apart a text that is not folded yet.
   * @param found called with the length of each word and what `hashed` makes of it; its letters are in `word`
   */
  eachWord(text: string, found: (length: number, hash: number) => void): void {
    const { word, letters } = this;
    let length = 0;
    let hash = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const letter = code < looked ? (letters[code] as number) : Kind.odd;
      if (letter >= Kind.letter) {
        if (length === longestWord) continue;
        word[length++] = letter;
        hash = hashed(hash, letter);
      } else if (letter === Kind.odd) {
        this.eachOfOdd(text.slice(at - length), found);
        return;
      } else if (length > 0) {
        found(length, hash);
        length = hash = 0;
      }
    }
    if (length > 0) found(length, hash);
  }

  /** The same for a text in UTF-8. */
  eachWordOfBytes(bytes: Uint8Array, from: number, to: number, found: (length: number, hash: number) => void): void {
    const { word, letters } = this;
    let length = 0;
    let hash = 0;
    let wordStart = from;
    for (let at = from; at < to; at += 1) {
      let code = bytes[at] as number;
      const start = at;
      if (code >= 0x80) {
        if (code < 0xe0) code = ((code & 0x1f) << 6) | ((bytes[++at] as number) & 0x3f);
        else code = code < 0xf0 ? ((code & 0xf) << 12) | (((bytes[++at] as number) & 0x3f) << 6) | ((bytes[++at] as number) & 0x3f) : looked;
      }
      const letter = code < looked ? (letters[code] as number) : Kind.odd;
      if (letter >= Kind.letter) {
        if (length === 0) wordStart = start;
        if (length === longestWord) continue;
        word[length++] = letter;
        hash = hashed(hash, letter);
      } else if (letter === Kind.odd) {
        this.eachOfOdd(textOf(bytes, length > 0 ? wordStart : start, to), found);
        return;
      } else if (length > 0) {
        found(length, hash);
        length = hash = 0;
      }
    }
    if (length > 0) found(length, hash);
  }

  /** The same for a text whose signs must be folded together. */
  private eachOfOdd(text: string, found: (length: number, hash: number) => void): void {
    const folded = fold(text);
    let length = 0;
    for (let at = 0; at <= folded.length; at += 1) {
      const code = at < folded.length ? folded.charCodeAt(at) : 32;
      if (isOfWord(code)) {
        if (length < longestWord) this.word[length++] = code;
      } else if (length > 0) {
        const whole = wholeLetters(this.word, length);
        found(whole, this.word.subarray(0, whole).reduce(hashed, 0));
        length = 0;
      }
    }
  }
}

/** A number that a word's letters make, one after the other. */
export function hashed(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

/** A citekey as one word of a search, whatever its signs. */
export function keyWord(key: string): string {
  if (isOneWord(key)) return key;
  const word = fold(key).replace(/\n/g, ' ');
  const end = Math.min(word.length, longestWord);
  const last = word.charCodeAt(end - 1);
  return word.slice(0, last >= 0xd800 && last < 0xdc00 ? end - 1 : end);
}

/** Whether a text is one word of ASCII, folded: most citekeys are. */
export function isOneWord(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 122 || (code > 57 && code < 97)) return false;
  }
  return text.length <= longestWord;
}

/** Whether words of this script are not parted by spaces, so that any place in a text may be where one begins (Thai to Han). */
export function isUnparted(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at);
    if ((code >= 0x0e00 && code < 0x1000) || (code >= 0x1780 && code < 0x1800) || (code >= 0x2e80 && code < 0xac00) || (code >= 0xd840 && code < 0xd8c0)) return true;
  }
  return false;
}

function isOfWord(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return (code >= 0xd800 && code < 0xe000) || isWordSign.test(String.fromCharCode(code));
}

/** How much of a cut word there is without half a letter at its end. */
function wholeLetters(word: Uint16Array, length: number): number {
  const last = word[length - 1] as number;
  return last >= 0xd800 && last < 0xdc00 ? length - 1 : length;
}
