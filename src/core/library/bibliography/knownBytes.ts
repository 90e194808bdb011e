/** Values of many records by their bytes: what comes again has the number that it had the first time. */
export class KnownBytes {
  /** Numbers, plus one, at places that the bytes tell. */
  private table = new Int32Array(1 << 12);
  private readonly values: Uint8Array[] = [];

  /** @param most so many different ones are remembered */
  constructor(private readonly most: number) {}

  /** @returns the number of some bytes, counted from 0; -1 for one more than are remembered */
  numberOf(bytes: Uint8Array, from: number, to: number): number {
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.table.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (this.table[slot] as number) - 1;
      if (number < 0) return this.add(slot, bytes.slice(from, to));
      if (this.is(number, bytes, from, to)) return number;
    }
  }

  private is(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const value = this.values[number] as Uint8Array;
    if (value.length !== to - from) return false;
    for (let at = 0; at < value.length; at += 1) if (value[at] !== bytes[from + at]) return false;
    return true;
  }

  private add(slot: number, value: Uint8Array): number {
    if (this.values.length >= this.most) return -1;
    this.table[slot] = this.values.push(value);
    if (this.values.length * 2 > this.table.length) this.grow();
    return this.values.length - 1;
  }

  private grow(): void {
    const { values } = this;
    const larger = new KnownBytes(values.length);
    larger.table = new Int32Array(this.table.length * 2);
    for (const value of values) larger.numberOf(value, 0, value.length);
    this.table = larger.table;
  }
}
