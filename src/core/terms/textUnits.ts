import { grown } from './grown';

/**
 * The UTF-16 units of a stretch of a text as numbers: a loop over them takes a quarter of the time of one that asks the text for each.
 * The room is used again for each stretch.
 */
export class TextUnits {
  /** The unit at an offset of the text has the place `offset - start`. */
  all = new Uint16Array(0);
  start = 0;
  private readonly encoder = new TextEncoder();
  private bytes = new Uint8Array(0);

  read(text: string, start: number, end: number): this {
    const length = Math.max(0, end - start);
    this.start = start;
    this.all = grown(this.all, length);
    this.bytes = grown(this.bytes, length);
    const { read, written } = this.encoder.encodeInto(text.slice(start, end), this.bytes);
    // A letter of ASCII has one byte, all others have more.
    if (read === length && written === length) this.all.set(this.bytes.subarray(0, length));
    else for (let at = 0; at < length; at++) this.all[at] = text.charCodeAt(start + at);
    return this;
  }
}
