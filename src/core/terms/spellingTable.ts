import { grown } from './grown';
import { otherKey, placeOfKey, type WordKey } from './wordKey';

/** What is asked of a spelling before all else. */
export const enum SpellingFlag {
  /** It is a word of some name. */
  Known = 1,
  /** It stands for something else within names. */
  Classed = 2,
  /** The names that begin with it are not all told by the facts: some begin with what it stands for, or ask where it stands. */
  Special = 4,
}
const flagBits = 3;

/** Numbers of a spelling's record: the parts of its key (`WordKey`), its length with its flags; then what it is in each source. */
export const recordHead = 4;
export const lengthAndFlagsAt = 3;

/** What a spelling is in a source, by the place of the number. */
export const enum FactAt {
  /** The word's id. */
  Id,
  /** Of the trie's node after it as the first word of names: `childrenOf`. */
  Children,
  /** `namesOf`, if the spelling by itself has the capitals of some; else 0. */
  Names,
  /** `bitsOf`. */
  Bits,
  /** The id of the first key that it stands for; 0 for none. */
  Class,
}
export const factsOfSource = 5;

/**
 * Words by their letters, numbered from 1 on, with what is known of each in one record: a text's words are looked up one by one, in
 * tables that are larger than a processor's fastest memories, so each has to be in as few places as can be.
 */
export class SpellingTable {
  readonly stride: number;
  /** Open addressing: the words' numbers; 0 is free. */
  slots = new Int32Array(0);
  records = new Int32Array(0);
  /** The words' UTF-16 units, one word after the other. */
  private units = new Uint16Array(0);
  private count = 0;
  private unitCount = 0;
  /** By word, where its letters begin. */
  private starts = new Int32Array(0);

  /** @param sources of how many each word has facts */
  constructor(sources: number) {
    this.stride = recordHead + factsOfSource * sources;
    this.clear();
  }

  /** How many words there are; the last one's number. */
  get size(): number {
    return this.count;
  }

  /**
   * Of a word that stands in a text and has this key.
   * @returns its number; 0 if it is not here
   */
  find(text: string, start: number, end: number, { first, second, third }: WordKey): number {
    const { slots, records, stride } = this;
    const mask = slots.length - 1;
    for (let slot = placeOfKey(first, second, third) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] ?? 0;
      if (number === 0) return 0;
      const at = number * stride;
      const same = records[at] === first && records[at + 1] === second && records[at + 2] === third;
      if (same && (first !== otherKey || this.isAt(number, text, start, end))) return number;
    }
  }

  has(number: number, flag: SpellingFlag): boolean {
    return ((this.records[number * this.stride + lengthAndFlagsAt] ?? 0) & flag) !== 0;
  }

  addFlags(number: number, flags: number): void {
    const at = number * this.stride + lengthAndFlagsAt;
    this.records[at] = (this.records[at] ?? 0) | flags;
  }

  /** @param at a place in the word's record */
  fact(number: number, at: number): number {
    return this.records[number * this.stride + at] ?? 0;
  }

  setFact(number: number, at: number, value: number): void {
    this.records[number * this.stride + at] = value;
  }

  /** Takes a word in that is not here. @returns its number */
  add(text: string, start: number, end: number, { first, second, third }: WordKey): number {
    // A quarter full at most: probing stays short.
    if (this.count * 4 >= this.slots.length) this.growSlots();
    const number = ++this.count;
    const at = number * this.stride;
    this.records = grown(this.records, at + this.stride);
    this.units = grown(this.units, this.unitCount + end - start);
    this.starts = grown(this.starts, number + 1);
    this.records[at] = first;
    this.records[at + 1] = second;
    this.records[at + 2] = third;
    this.records[at + lengthAndFlagsAt] = (end - start) << flagBits;
    this.starts[number] = this.unitCount;
    for (let from = start; from < end; from++) this.units[this.unitCount++] = text.charCodeAt(from);
    this.put(number);
    return number;
  }

  /** The word of a number. */
  textOf(number: number): string {
    const from = this.starts[number] ?? 0;
    return String.fromCharCode(...this.units.subarray(from, from + this.lengthOf(number)));
  }

  clear(): void {
    this.slots = new Int32Array(8192);
    this.records = new Int32Array(1024 * this.stride);
    this.units = new Uint16Array(8192);
    this.starts = new Int32Array(1024);
    this.count = 0;
    this.unitCount = 0;
  }

  private lengthOf(number: number): number {
    return (this.records[number * this.stride + lengthAndFlagsAt] ?? 0) >>> flagBits;
  }

  private isAt(number: number, text: string, start: number, end: number): boolean {
    const { units } = this;
    for (let at = start, unit = this.starts[number] ?? 0; at < end; at++, unit++) {
      if (units[unit] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  private put(number: number): void {
    const at = number * this.stride;
    const mask = this.slots.length - 1;
    let slot = placeOfKey(this.records[at] ?? 0, this.records[at + 1] ?? 0, this.records[at + 2] ?? 0) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = number;
  }

  private growSlots(): void {
    this.slots = new Int32Array(this.slots.length * 2);
    for (let number = 1; number <= this.count; number++) this.put(number);
  }
}
