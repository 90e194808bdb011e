import { Kind, kinds, kindShift, units } from './wordKey';

/** So much of a text is parted at a time. */
const unitsAtOnce = 4096;
/** What is read beyond the end with a word's first letters. */
const beyond = 16;

/** In a bound, the place, and what is above it. */
export const boundShift = 16;
export const placeMask = (1 << boundShift) - 1;

/** By two kinds, one after the other: 1 where a run ends between them, 0 within ASCII letters or digits. */
const parts = Uint8Array.from({ length: kinds * kinds }, (_, at) => {
  const before = Math.floor(at / kinds);
  return before === at % kinds && (before === Kind.Letter || before === Kind.Digit) ? 0 : 1;
});

/**
 * A piece of a text parted into runs: ASCII letters, ASCII digits, or one other unit. No branch depends on the text, since a processor
 * guesses wrong where each word ends, which takes it as long as to read ten letters.
 */
export class TextRuns {
  /** By the place in the piece, the unit's code. */
  codes = new Uint8Array(128 + beyond);
  /** Where runs begin in the piece, and above that (`boundShift`) the kind of what they begin with; after the last one the piece's end, and a space. */
  bounds = new Int32Array(128);
  /** How many runs are whole: the last is not if the text goes on. */
  count = 0;
  /** Where the piece begins in the text. */
  start = 0;

  /** Where the whole runs end in the text. */
  get end(): number {
    return this.start + ((this.bounds[this.count] ?? 0) & placeMask);
  }

  clear(): void {
    this.count = 0;
    this.start = 0;
    this.bounds[0] = 0;
  }

  /** Reads a piece of a text from one offset on, at most to before another. */
  read(text: string, start: number, end: number): void {
    const length = Math.min(unitsAtOnce, end - start);
    if (length >= this.bounds.length) {
      this.codes = new Uint8Array(unitsAtOnce + 1 + beyond);
      this.bounds = new Int32Array(unitsAtOnce + 1);
    }
    const { codes, bounds } = this;
    let count = 0;
    let before = 0;
    for (let at = 0; at < length; at++) {
      const unit = units[text.charCodeAt(start + at)] ?? 0;
      const kind = unit >> kindShift;
      codes[at] = unit;
      bounds[count] = (kind << boundShift) | at;
      count += parts[before * kinds + kind] ?? 0;
      before = kind;
    }
    bounds[count] = (Kind.Space << boundShift) | length;
    this.start = start;
    this.count = start + length < end ? count - 1 : count;
  }
}
