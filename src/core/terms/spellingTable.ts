import { grown } from './grown';
import { placeOf } from './wordTable';

/** What is asked of a spelling before all else. */
export const enum SpellingFlag {
  /** It is a word of some name. */
  Known = 1,
  /** It stands for something else within names. */
  Classed = 2,
  /** Names begin with it, or with what it stands for. */
  Begins = 4,
}

/** Numbers of a spelling's record: its hash, where its letters begin, how many they are, its flags; then what it is in each source. */
export const recordHead = 4;
export const factsOfSource = 4;

/**
 * Words by their letters, numbered from 1 on, with what is known of each in one record: a text's words are looked up one by one, in
 * tables that are larger than a processor's fastest memories, so each has to be in as few places as can be.
 */
export class SpellingTable {
  private readonly stride: number;
  /** Open addressing: the words' numbers; 0 is free. */
  private slots = new Int32Array(0);
  private records = new Int32Array(0);
  /** The words' UTF-16 units, one word after the other. */
  private units = new Uint16Array(0);
  private count = 0;
  private unitCount = 0;

  /** @param sources of how many each word has facts */
  constructor(sources: number) {
    this.stride = recordHead + factsOfSource * sources;
    this.clear();
  }

  /** How many words there are; the last one's number. */
  get size(): number {
    return this.count;
  }

  /** @returns the number of the word that stands there; 0 if it is not here */
  find(text: string, start: number, end: number, hash: number): number {
    const { slots, records, stride } = this;
    const mask = slots.length - 1;
    for (let slot = placeOf(hash) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] ?? 0;
      if (number === 0) return 0;
      const at = number * stride;
      if (records[at] === hash && records[at + 2] === end - start && this.isAt(records[at + 1] ?? 0, text, start, end)) return number;
    }
  }

  has(number: number, flag: SpellingFlag): boolean {
    return ((this.records[number * this.stride + 3] ?? 0) & flag) !== 0;
  }

  setFlags(number: number, flags: number): void {
    this.records[number * this.stride + 3] = flags;
  }

  /** @param at a place in the word's record */
  fact(number: number, at: number): number {
    return this.records[number * this.stride + at] ?? 0;
  }

  setFacts(number: number, at: number, a: number, b: number, c: number, d: number): void {
    const from = number * this.stride + at;
    this.records[from] = a;
    this.records[from + 1] = b;
    this.records[from + 2] = c;
    this.records[from + 3] = d;
  }

  /** Takes a word in that is not here. @returns its number */
  add(text: string, start: number, end: number, hash: number): number {
    // Half full at most: probing stays short.
    if (this.count * 2 >= this.slots.length) this.growSlots();
    const number = ++this.count;
    const at = number * this.stride;
    this.records = grown(this.records, at + this.stride);
    this.units = grown(this.units, this.unitCount + end - start);
    this.records[at] = hash;
    this.records[at + 1] = this.unitCount;
    this.records[at + 2] = end - start;
    for (let from = start; from < end; from++) this.units[this.unitCount++] = text.charCodeAt(from);
    this.put(number);
    return number;
  }

  /** The word of a number. */
  textOf(number: number): string {
    const from = this.records[number * this.stride + 1] ?? 0;
    return String.fromCharCode(...this.units.subarray(from, from + (this.records[number * this.stride + 2] ?? 0)));
  }

  clear(): void {
    this.slots = new Int32Array(4096);
    this.records = new Int32Array(1024 * this.stride);
    this.units = new Uint16Array(8192);
    this.count = 0;
    this.unitCount = 0;
  }

  private isAt(from: number, text: string, start: number, end: number): boolean {
    const { units } = this;
    for (let at = start, unit = from; at < end; at++, unit++) {
      if (units[unit] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  private put(number: number): void {
    const mask = this.slots.length - 1;
    let slot = placeOf(this.records[number * this.stride] ?? 0) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = number;
  }

  private growSlots(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (let number = 1; number <= this.count; number++) this.put(number);
  }
}
