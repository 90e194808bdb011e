import { GrowingInts, TextStore } from './growing';

/** Numbers for ids, in the order in which they are met, in typed arrays: millions of ids take a few ten megabytes. */
export class IdTable {
  private readonly ids = new TextStore();
  private readonly hashes = new GrowingInts();
  /** The number of an id plus one, or 0; by hash, with linear probing. */
  private slots = new Int32Array(1 << 11);

  get length(): number {
    return this.ids.length;
  }

  /** @returns the id's number, which is `length` before the call where the id is new */
  add(id: string): number {
    const hash = hashOf(id);
    const slot = this.slotOf(id, hash);
    const known = this.slots[slot] ?? 0;
    if (known > 0) return known - 1;
    const number = this.ids.push(id);
    this.hashes.push(hash);
    this.slots[slot] = number + 1;
    if (this.ids.length * 2 > this.slots.length) this.widen();
    return number;
  }

  /** @returns -1 for an id that is not known */
  find(id: string): number {
    return (this.slots[this.slotOf(id, hashOf(id))] ?? 0) - 1;
  }

  idOf(number: number): string {
    return this.ids.at(number);
  }

  private slotOf(id: string, hash: number): number {
    const mask = this.slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const known = this.slots[slot] ?? 0;
      if (known === 0 || (this.hashes.at(known - 1) === hash && this.ids.is(known - 1, id))) return slot;
    }
  }

  private widen(): void {
    const mask = this.slots.length * 2 - 1;
    this.slots = new Int32Array(mask + 1);
    for (let number = 0; number < this.ids.length; number += 1) {
      let slot = this.hashes.at(number) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = number + 1;
    }
  }
}

/** FNV-1a over UTF-16 units, stirred at the end, since only the lower bits choose a slot. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) | 0;
}
