import { lettersOfKey } from './wasm/layout';
import { hashOf, placeOf } from './wordTable';

/** In place of the first letters in a key that is no word of so few ASCII letters and digits. */
export const otherKey = -1;

const bitsOfLetter = 8;

/** A word as four numbers, by which it is looked up: its letters, a byte each, or if it is longer or has others its length and a hash. */
export class WordKey {
  first = 0;
  second = 0;
  third = 0;
  fourth = 0;

  /** Takes the key of a stretch of text. */
  read(text: string, start: number, end: number): this {
    const length = end - start;
    if (length > lettersOfKey) return this.readOther(text, start, end);
    this.first = this.second = this.third = this.fourth = 0;
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(start + at);
      if (!isPlain(unit)) return this.readOther(text, start, end);
      const placed = unit << ((at & 3) * bitsOfLetter);
      if (at < 4) this.first |= placed;
      else if (at < 8) this.second |= placed;
      else if (at < 12) this.third |= placed;
      else this.fourth |= placed;
    }
    return this;
  }

  private readOther(text: string, start: number, end: number): this {
    this.first = otherKey;
    this.second = end - start;
    this.third = hashOf(text, start, end);
    this.fourth = 0;
    return this;
  }
}

/** Whether a UTF-16 unit is an ASCII letter or digit. */
function isPlain(unit: number): boolean {
  const small = unit | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
}

/** Where in a table a word is looked for first, by its last bits; `find` in `tables.ts` does the same. */
export function placeOfKey(first: number, second: number, third: number, fourth: number): number {
  return placeOf(Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b) ^ Math.imul(third, 0xc2b2ae35) ^ Math.imul(fourth, 0x27d4eb2f));
}
