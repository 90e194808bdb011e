/** A text of so many signs of one byte each is two numbers, which say all of it. */
const longest = 8;

/** A power of two: so many places there are for texts. */
const places = 4096;

/**
 * Texts that a file has again and again, each made once: most given names, many family names, volumes and issues. A text takes
 * the place of another; what is not here is made anew. Collecting garbage takes longer for a text that stays than finding it here.
 */
export class ShortTexts {
  private readonly highs = new Int32Array(places);
  private readonly lows = new Int32Array(places);
  private readonly texts: string[] = Array.from({ length: places }, () => '');

  /** The same as `text.slice(from, to)`. */
  part(text: string, from: number, to: number): string {
    if (to - from > longest) return text.slice(from, to);
    let high = 0;
    let low = 0;
    let codes = 0;
    for (let at = from; at < to; at += 1) {
      const code = text.charCodeAt(at);
      high = (high << 8) | (low >>> 24);
      low = (low << 8) | code;
      codes |= code;
    }
    return this.packed(text, { from, to, high, low, codes });
  }

  /** The same of a part whose signs are known: in two numbers, a byte each, and all of them by `|`. */
  packed(text: string, { from, to, high, low, codes }: PackedPart): string {
    if (to - from > longest || codes > 255) return text.slice(from, to);
    const place = Math.imul(low ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1) >>> 20;
    const known = this.texts[place] as string;
    // A sign may be 0, as those before the first are.
    if (this.lows[place] === low && this.highs[place] === high && known.length === to - from) return known;
    const made = text.slice(from, to);
    this.lows[place] = low;
    this.highs[place] = high;
    this.texts[place] = made;
    return made;
  }
}

/** A part of a text, and what its signs are. */
export interface PackedPart {
  readonly from: number;
  readonly to: number;
  readonly high: number;
  readonly low: number;
  readonly codes: number;
}
