/** Bytes that grow: texts in UTF-8, one after the other. */
export class ByteWriter {
  /** What was put, of which only the first `length` count. */
  bytes = new Uint8Array(1 << 16);
  length = 0;
  protected readonly encoder = new TextEncoder();

  /** Makes room for so many bytes. */
  makeRoom(most: number): void {
    // One more, for what ends a part.
    if (this.length + most < this.bytes.length) return;
    const larger = new Uint8Array((this.length + most) * 2);
    larger.set(this.bytes);
    this.bytes = larger;
  }

  put(text: string): void {
    this.makeRoom(text.length * 3); // bytes of a UTF-16 unit
    this.length += this.encoder.encodeInto(text, this.bytes.subarray(this.length)).written;
  }

  putByte(byte: number): void {
    if (this.length + 1 >= this.bytes.length) this.makeRoom(1);
    this.bytes[this.length++] = byte;
  }

  putBytes(bytes: Uint8Array, from = 0, to = bytes.length): void {
    this.makeRoom(to - from);
    const out = this.bytes;
    let { length } = this;
    for (let at = from; at < to; at += 1) out[length++] = bytes[at] as number;
    this.length = length;
  }
}
