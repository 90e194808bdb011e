/** A list of whole numbers that grows, in one typed array: 4 bytes each, where a plain array may take 8 or more. */
export class GrowingInts {
  private values: Int32Array;
  length = 0;

  constructor(capacity = 1024) {
    this.values = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const wider = new Int32Array(this.values.length * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.length++] = value;
  }

  at(index: number): number {
    return this.values[index] ?? 0;
  }

  set(index: number, value: number): void {
    while (this.length <= index) this.push(0);
    this.values[index] = value;
  }
}

/** Texts one after the other as bytes: a small share of what strings take, and nothing of the file that they were cut from. */
export class TextStore {
  private bytes = new Uint8Array(1 << 14);
  private used = 0;
  private readonly ends = new GrowingInts();
  private readonly decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  private readonly encoder = new TextEncoder();

  get length(): number {
    return this.ends.length;
  }

  push(text: string): number {
    this.used = this.write(text);
    this.ends.push(this.used);
    return this.ends.length - 1;
  }

  at(index: number): string {
    const start = index === 0 ? 0 : this.ends.at(index - 1);
    const end = this.ends.at(index);
    let text = '';
    // Short texts of ASCII, as ids are, are put together sign by sign faster than they are decoded.
    for (let at = start; at < end && end - start < 40; at += 1) {
      const code = this.bytes[at] ?? 0;
      if (code >= 0x80) break;
      text += String.fromCharCode(code);
    }
    return text.length === end - start ? text : this.decoder.decode(this.bytes.subarray(start, end));
  }

  /** Whether a text is the one at an index. */
  is(index: number, text: string): boolean {
    const end = this.write(text);
    const start = index === 0 ? 0 : this.ends.at(index - 1);
    if (this.ends.at(index) - start !== end - this.used) return false;
    for (let at = start, own = this.used; own < end; at += 1, own += 1) {
      if (this.bytes[at] !== this.bytes[own]) return false;
    }
    return true;
  }

  /** Writes a text behind what is used. @returns where it ends */
  private write(text: string): number {
    while (this.used + text.length * 3 > this.bytes.length) {
      const wider = new Uint8Array(this.bytes.length * 2);
      wider.set(this.bytes);
      this.bytes = wider;
    }
    let at = this.used;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code >= 0x80) return this.used + this.encoder.encodeInto(text, this.bytes.subarray(this.used)).written;
      this.bytes[at++] = code;
    }
    return at;
  }
}
