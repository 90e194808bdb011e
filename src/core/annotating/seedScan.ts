/**
 * How long the pieces are that are looked for. Of a text in which every fifteenth letter is wrong half of such pieces are
 * still whole, and few of them stand in a text by chance.
 */
export const seedLength = 10;

/** Neighbouring pieces say nearly the same; this many letters are passed over. */
const stride = 2;

/** Of a very long pattern not every piece is needed. */
const maxSeeds = 300;

/** A piece that stands everywhere tells nothing of where to look. */
const maxHits = 60;

const base = 0x2c1b3c6d;

/** Takes what leaves the window out of the hash again. */
const leaving = Array.from({ length: seedLength }).reduce<number>((power) => Math.imul(power, base), 1);

/**
 * Where in a text parts of many patterns stand, found in one pass over it: filter, then verify.
 *
 * @param text folded, as UTF-16 code units
 * @param patterns folded, too
 * @returns for each pattern where it would begin for a part of it to stand where it does, in rising order, once for
 *   every part found there
 */
export function scanSeeds(text: Uint16Array, patterns: readonly string[]): readonly (readonly number[])[] {
  const table = new SeedTable(patterns);
  const found = patterns.map((): number[] => []);
  let hash = 0;
  for (let end = 0; end < text.length; end += 1) {
    const left = end < seedLength ? 0 : (text[end - seedLength] ?? 0);
    hash = (Math.imul(hash, base) + (text[end] ?? 0) - Math.imul(left, leaving)) | 0;
    if (table.mayHold(hash)) table.collect(hash, end - seedLength + 1, found);
  }
  return found.map((starts) => starts.sort((one, two) => one - two));
}

function hashAt(text: string, from: number): number {
  let hash = 0;
  for (let index = from; index < from + seedLength; index += 1) hash = (Math.imul(hash, base) + text.charCodeAt(index)) | 0;
  return hash;
}

const tableBits = 20;

/** The seeds of all patterns by their hashes, behind a bit map that turns most of a text away. */
class SeedTable {
  private readonly bits = new Uint32Array(1 << (tableBits - 5));
  /** By a hash's last bits the first of its seeds, counted from 1; each seed names the next. */
  private readonly first = new Int32Array(1 << 15);
  private readonly next: number[] = [0];
  private readonly hashes: number[] = [0];
  private readonly pattern: number[] = [0];
  private readonly offset: number[] = [0];
  private readonly hits: number[] = [0];

  constructor(patterns: readonly string[]) {
    patterns.forEach((pattern, index) => { this.add(pattern, index); });
  }

  mayHold(hash: number): boolean {
    const bit = bitOf(hash);
    return (((this.bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }

  collect(hash: number, at: number, found: readonly number[][]): void {
    for (let seed = this.first[hash & 0x7fff] ?? 0; seed !== 0; seed = this.next[seed] ?? 0) {
      if (this.hashes[seed] !== hash || (this.hits[seed] ?? 0) >= maxHits) continue;
      this.hits[seed] = (this.hits[seed] ?? 0) + 1;
      found[this.pattern[seed] ?? 0]?.push(at - (this.offset[seed] ?? 0));
    }
  }

  private add(text: string, pattern: number): void {
    const count = text.length - seedLength + 1;
    const step = Math.max(stride, Math.ceil(count / maxSeeds));
    for (let offset = 0; offset < count; offset += step) {
      const hash = hashAt(text, offset);
      const bit = bitOf(hash);
      this.bits[bit >>> 5] = (this.bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
      this.next.push(this.first[hash & 0x7fff] ?? 0);
      this.first[hash & 0x7fff] = this.next.length - 1;
      this.hashes.push(hash);
      this.pattern.push(pattern);
      this.offset.push(offset);
      this.hits.push(0);
    }
  }
}

function bitOf(hash: number): number {
  return (hash ^ (hash >>> 13)) & ((1 << tableBits) - 1);
}
