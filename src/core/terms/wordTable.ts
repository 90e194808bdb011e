import { grown } from './grown';

/** Different words, numbered from 1 on, as data: typed arrays only, so that it can be handed to a worker or kept in a file. */
export interface WordTableData {
  /** Open addressing, two numbers a slot: the word's hash, its number; a slot without number is free. */
  readonly slots: Int32Array;
  /** The words' UTF-16 units, one word after the other. */
  readonly units: Uint16Array;
  /** By number: where the word ends in `units`, which is where the next one begins. */
  readonly ends: Int32Array;
}

/** What a word's hash begins with. FNV-1a (Fowler, Noll and Vo 1991), 32 bits, a UTF-16 unit at a time. */
export const hashStart = 0x811c9dc5 | 0;

/** @returns the hash of a word that goes on with a unit; taken along while a word is read, it costs next to nothing */
export function hashOn(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** The hash of a stretch of text. */
export function hashOf(text: string, start: number, end: number): number {
  let hash = hashStart;
  for (let at = start; at < end; at++) hash = hashOn(hash, text.charCodeAt(at));
  return hash;
}

/** Letters that a word stands in, as numbers: a file's bytes, or a text's UTF-16 units. */
export type Units = Uint8Array | Uint16Array;

/** Finds the number of a word by its letters, in a stretch of text, without making a string of it. */
export class WordTable {
  private slots: Int32Array;
  private units: Uint16Array;
  private ends: Int32Array;
  private count: number;
  private mask: number;

  /** @param data words to begin with, all that `data()` gave */
  constructor(data?: WordTableData) {
    this.slots = data?.slots ?? new Int32Array(2048);
    this.units = data?.units ?? new Uint16Array(8192);
    this.ends = data?.ends ?? new Int32Array(1024);
    this.count = data ? Math.max(0, data.ends.length - 1) : 0;
    this.mask = this.slots.length / 2 - 1;
  }

  /** How many words there are; the last one's number. */
  get size(): number {
    return this.count;
  }

  /** @returns the number of the word that stands there; 0 if it is not here */
  find(text: string, start: number, end: number, hash: number): number {
    const { slots, mask } = this;
    for (let slot = placeOf(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot * 2 + 1] ?? 0;
      if (number === 0) return 0;
      if (slots[slot * 2] === hash && this.isAt(number, text, start, end)) return number;
    }
  }

  /** The same of a word among ASCII letters, or units, in an array. */
  findUnits(letters: Units, start: number, end: number, hash: number): number {
    const { slots, mask } = this;
    for (let slot = placeOf(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot * 2 + 1] ?? 0;
      if (number === 0) return 0;
      if (slots[slot * 2] === hash && this.isAmong(number, letters, start, end)) return number;
    }
  }

  /** Takes a word in that is not here. @returns its number */
  addUnits(letters: Units, start: number, end: number, hash: number): number {
    const from = this.makeRoom(end - start);
    for (let at = start; at < end; at++) this.units[from + at - start] = letters[at] ?? 0;
    this.put(hash, this.count);
    return this.count;
  }

  /** Takes a word in that is not here. @returns its number */
  add(text: string, start: number, end: number, hash: number): number {
    const from = this.makeRoom(end - start);
    for (let at = start; at < end; at++) this.units[from + at - start] = text.charCodeAt(at);
    this.put(hash, this.count);
    return this.count;
  }

  /** The word of a number. */
  textOf(number: number): string {
    return String.fromCharCode(...this.units.subarray(this.ends[number - 1], this.ends[number]));
  }

  /** A copy of the words without room for more. */
  data(): WordTableData {
    const ends = this.ends.slice(0, this.count + 1);
    return { slots: this.slots.slice(), units: this.units.slice(0, ends[this.count]), ends };
  }

  /** Counts one word more. @returns where its letters begin in `units` */
  private makeRoom(length: number): number {
    // Two thirds full at most: probing stays short.
    if (this.count * 3 >= this.mask * 2) this.growSlots();
    const number = ++this.count;
    const from = this.ends[number - 1] ?? 0;
    this.units = grown(this.units, from + length);
    this.ends = grown(this.ends, number + 1);
    this.ends[number] = from + length;
    return from;
  }

  private isAmong(number: number, letters: Units, start: number, end: number): boolean {
    const { units, ends } = this;
    const from = ends[number - 1] ?? 0;
    if ((ends[number] ?? 0) - from !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (units[from + at - start] !== letters[at]) return false;
    }
    return true;
  }

  private isAt(number: number, text: string, start: number, end: number): boolean {
    const { units, ends } = this;
    const from = ends[number - 1] ?? 0;
    if ((ends[number] ?? 0) - from !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (units[from + at - start] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  private put(hash: number, number: number): void {
    let slot = placeOf(hash) & this.mask;
    while (this.slots[slot * 2 + 1] !== 0) slot = (slot + 1) & this.mask;
    this.slots[slot * 2] = hash;
    this.slots[slot * 2 + 1] = number;
  }

  private growSlots(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    this.mask = this.slots.length / 2 - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] !== 0) this.put(old[at] ?? 0, old[at + 1] ?? 0);
    }
  }
}

/** The last bits of FNV-1a are its worst. */
export function placeOf(hash: number): number {
  return hash ^ (hash >>> 15);
}
