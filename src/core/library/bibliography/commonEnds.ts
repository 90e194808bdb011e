import type { CommonEnds } from '../../ports';

/** How much is compared at a time (bytes); as much is copied where two texts lie differently in memory. */
const blockLength = 64 * 1024;

export function commonEnds(before: Uint8Array, after: Uint8Array): CommonEnds {
  const comparison = new Comparison(before, after);
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  for (let length = 0, same = 0; start < shorter && same === length; start += same) {
    length = Math.min(blockLength, shorter - start);
    same = comparison.same(start, start, length);
  }
  return { start, end: comparison.commonEnd(shorter - start) };
}

class Comparison {
  private readonly copy = new Uint8Array(blockLength);

  constructor(
    private readonly before: Uint8Array,
    private readonly after: Uint8Array,
  ) {}

  /** How many bytes are the same from two places on. */
  same(from: number, other: number, length: number): number {
    const { before, after } = this;
    let at = 0;
    while (at < length && ((before.byteOffset + from + at) & 7) !== 0) {
      if (before[from + at] !== after[other + at]) return at;
      at += 1;
    }
    const words = (length - at) >> 3;
    if (words > 0) {
      const a = new Float64Array(before.buffer, before.byteOffset + from + at, words);
      const b = this.wordsOfAfter(other + at, words);
      let word = 0;
      // Eight bytes at a time, as numbers. What is no number differs from itself, and 0 is the same as -0: then bytes tell.
      while (word < words && a[word] === b[word] && a[word] !== 0) word += 1;
      at += word * 8;
    }
    while (at < length && before[from + at] === after[other + at]) at += 1;
    return at;
  }

  commonEnd(most: number): number {
    const { before, after } = this;
    let end = 0;
    while (end < most) {
      const length = Math.min(blockLength, most - end);
      if (this.same(before.length - end - length, after.length - end - length, length) < length) break;
      end += length;
    }
    while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
    return end;
  }

  private wordsOfAfter(from: number, words: number): Float64Array {
    const { after } = this;
    if (((after.byteOffset + from) & 7) === 0) return new Float64Array(after.buffer, after.byteOffset + from, words);
    this.copy.set(after.subarray(from, from + words * 8));
    return new Float64Array(this.copy.buffer, 0, words);
  }
}
