import { grown } from '../grown';

/** Texts, one after the other as UTF-8, with where each ends; both as they lie in a file. */
export interface TextListData {
  readonly bytes: Uint8Array;
  readonly ends: Uint32Array;
}

const encoder = new TextEncoder();
// A text may begin with what is a byte order mark elsewhere.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Takes texts in. */
export class TextListWriter {
  private bytes = new Uint8Array(1 << 16);
  private ends = new Uint32Array(1 << 12);
  private used = 0;
  private count = 0;

  /** How many texts there are. */
  get size(): number {
    return this.count;
  }

  /** @returns whether the text is of ASCII characters alone */
  add(text: string): boolean {
    // A UTF-16 unit becomes three bytes at most.
    this.bytes = grown(this.bytes, this.used + text.length * 3);
    const before = this.used;
    const ascii = this.putAscii(text);
    if (!ascii) this.used = before + encoder.encodeInto(text, this.bytes.subarray(before)).written;
    this.ends = grown(this.ends, this.count + 1);
    this.ends[this.count++] = this.used;
    return ascii;
  }

  data(): TextListData {
    return { bytes: this.bytes.subarray(0, this.used), ends: this.ends.subarray(0, this.count) };
  }

  /** Quicker than the encoder for short texts. */
  private putAscii(text: string): boolean {
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 127) return false;
      this.bytes[this.used++] = unit;
    }
    return true;
  }
}

/** A text of a list; an empty one where there is none. */
export function textAt({ bytes, ends }: TextListData, place: number): string {
  return decoder.decode(bytes.subarray(place === 0 ? 0 : ends[place - 1], ends[place]));
}
