/** Tables for four bytes at a time (Kounavis and Berry 2008, slicing-by-4). */
const tables = makeTables();

function makeTables(): readonly Int32Array[] {
  const first = new Int32Array(256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    first[byte] = value;
  }
  const all = [first];
  for (let level = 1; level < 4; level += 1) {
    const before = all[level - 1] ?? first;
    all.push(before.map((value) => (value >>> 8) ^ (first[value & 0xff] ?? 0)));
  }
  return all;
}

/** The checksum of gzip and zip, over bytes that come in pieces. */
export class Crc32 {
  private state = -1;

  add(bytes: Uint8Array): void {
    const [t0, t1, t2, t3] = tables as [Int32Array, Int32Array, Int32Array, Int32Array];
    let crc = this.state;
    let at = 0;
    for (const end = bytes.length - 3; at < end; at += 4) {
      crc ^= (bytes[at] as number) | ((bytes[at + 1] as number) << 8) | ((bytes[at + 2] as number) << 16) | ((bytes[at + 3] as number) << 24);
      crc = (t3[crc & 0xff] as number) ^ (t2[(crc >>> 8) & 0xff] as number) ^ (t1[(crc >>> 16) & 0xff] as number) ^ (t0[crc >>> 24] as number);
    }
    for (; at < bytes.length; at += 1) crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[at] as number)) & 0xff] as number);
    this.state = crc;
  }

  /** As an unsigned number. */
  get value(): number {
    return ~this.state >>> 0;
  }
}
