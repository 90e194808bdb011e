import { hashOf, placeOf } from './wordTable';

/** What is known of a UTF-16 unit where words are read; ASCII punctuation has further kinds of its own. */
export const enum Kind {
  /** What may go on with a word, as letters with accents do. */
  Other,
  Letter,
  Digit,
  Space,
  Hyphen,
  /** Any other unit of ASCII, which ends a word. */
  End,
  FirstMark,
}

const marks = '!"#$%&()+,./:;<=>?@[]`{|}';

/** How many kinds there may be. */
export const kinds = 64;

export const kindShift = 8;

/** By unit: its code in a key, 1 to 26 for small ASCII letters, to 52 for capitals, to 62 for digits, else 0; and above that its kind. */
export const units = unitsOf();

function unitsOf(): Uint16Array {
  const made = new Uint16Array(0x10000);
  made.fill(Kind.End << kindShift, 0, 128);
  for (let at = 0; at < 26; at++) {
    made[0x61 + at] = (Kind.Letter << kindShift) | (at + 1);
    made[0x41 + at] = (Kind.Letter << kindShift) | (at + 27);
  }
  for (let at = 0; at < 10; at++) made[0x30 + at] = (Kind.Digit << kindShift) | (at + 53);
  for (let at = 0; at < marks.length; at++) made[marks.charCodeAt(at)] = (Kind.FirstMark + at) << kindShift;
  made[0x20] = Kind.Space << kindShift;
  made[0x2d] = Kind.Hyphen << kindShift;
  for (const character of "_'") made[character.charCodeAt(0)] = Kind.Other << kindShift;
  return made;
}

const bitsOfCode = 6;
const part = 5;
const bitsOfPart = bitsOfCode * part;

/** So many ASCII letters and digits are all in a key: there is no other word with the same. */
export const lettersInKey = 3 * part;

/** By the length of a word, which bits of each part of its key are letters'. */
export const firstMasks = masks(0);
export const secondMasks = masks(part);
export const thirdMasks = masks(2 * part);

function masks(before: number): Int32Array {
  return Int32Array.from({ length: lettersInKey + 1 }, (_, length) => {
    const letters = Math.max(0, Math.min(part, length - before));
    return ((1 << bitsOfPart) - 1) & -(1 << (bitsOfPart - bitsOfCode * letters));
  });
}

/** The first part of a key that is no word of so few ASCII letters and digits. */
export const otherKey = 1 << bitsOfPart;

/** A word as three numbers, by which it is looked up: its letters, five in each, or if it is longer or has others its length and a hash. */
export class WordKey {
  first = 0;
  second = 0;
  third = 0;

  /** Takes the key of a stretch of text. */
  read(text: string, start: number, end: number): this {
    const length = end - start;
    if (length > lettersInKey) return this.readOther(text, start, end);
    this.first = 0;
    this.second = 0;
    this.third = 0;
    for (let at = 0; at < length; at++) {
      const code = (units[text.charCodeAt(start + at)] ?? 0) & ((1 << bitsOfCode) - 1);
      if (code === 0) return this.readOther(text, start, end);
      const placed = code << (bitsOfCode * (part - 1 - (at % part)));
      if (at < part) this.first |= placed;
      else if (at < 2 * part) this.second |= placed;
      else this.third |= placed;
    }
    return this;
  }

  private readOther(text: string, start: number, end: number): this {
    this.first = otherKey;
    this.second = end - start;
    this.third = hashOf(text, start, end);
    return this;
  }
}

/** Five letters' codes as a part of a key, of which a word may have fewer (`firstMasks`). */
export function fiveCodes(codes: Uint8Array, at: number): number {
  return ((codes[at] ?? 0) << 24) | ((codes[at + 1] ?? 0) << 18) | ((codes[at + 2] ?? 0) << 12) | ((codes[at + 3] ?? 0) << 6) | (codes[at + 4] ?? 0);
}

/** Whether the parts of a key stand at a place. */
export function isKey(numbers: Int32Array, at: number, first: number, second: number, third: number): boolean {
  return (((numbers[at] ?? 0) ^ first) | ((numbers[at + 1] ?? 0) ^ second) | ((numbers[at + 2] ?? 0) ^ third)) === 0;
}

/** Where in a table a word is looked for first, by its last bits. */
export function placeOfKey(first: number, second: number, third: number): number {
  return placeOf(Math.imul(first, 0x9e3779b1) ^ Math.imul(second ^ (third << 1), 0x85ebca6b));
}
