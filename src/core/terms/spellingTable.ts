import { grown } from './grown';
import { otherKey, placeOfKey, type WordKey } from './wordKey';
import { RecordAt, type SpellingFlag } from './wasm/layout';
import { type ScanMemory, spellingRoom } from './wasm/scanMemory';

const flagBits = 4;
const slotsAtFirst = 8192;

/**
 * Words by their letters, numbered from 1 on, with what is known of each in one record: a text's words are looked up one by one, in
 * tables that are larger than a processor's fastest memories, so each has to be in as few places as can be.
 */
export class SpellingTable {
  /** The words' UTF-16 units, one word after the other. */
  private units = new Uint16Array(0);
  private count = 0;
  private unitCount = 0;
  /** By word, where its letters begin. */
  private starts = new Int32Array(0);
  /** Open addressing: so many slots are used, of the words' numbers; 0 is free. */
  private slotCount = 0;

  constructor(private readonly memory: ScanMemory) {
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
  find(text: string, start: number, end: number, { first, second, third, fourth }: WordKey): number {
    const { slots, records, stride } = this.memory;
    const mask = this.slotCount - 1;
    for (let slot = placeOfKey(first, second, third, fourth) & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot] ?? 0;
      if (number === 0) return 0;
      const at = number * stride;
      const same = records[at] === first && records[at + 1] === second && records[at + 2] === third && records[at + 3] === fourth;
      if (same && (first !== otherKey || this.isAt(number, text, start, end))) return number;
    }
  }

  has(number: number, flag: SpellingFlag): boolean {
    return (this.fact(number, RecordAt.LengthAndFlags) & flag) !== 0;
  }

  addFlags(number: number, flags: number): void {
    this.setFact(number, RecordAt.LengthAndFlags, this.fact(number, RecordAt.LengthAndFlags) | flags);
  }

  /** @param at a place in the word's record */
  fact(number: number, at: number): number {
    return this.memory.records[number * this.memory.stride + at] ?? 0;
  }

  setFact(number: number, at: number, value: number): void {
    this.memory.records[number * this.memory.stride + at] = value;
  }

  /** Takes a word in that is not here. @returns its number; 0 if there is no more room */
  add(text: string, start: number, end: number, { first, second, third, fourth }: WordKey): number {
    if (this.count + 1 === spellingRoom) return 0;
    // A quarter full at most: probing stays short.
    if (this.count * 4 >= this.slotCount) this.growSlots();
    const number = ++this.count;
    const { records, stride } = this.memory;
    records.set([first, second, third, fourth, (end - start) << flagBits], number * stride);
    this.units = grown(this.units, this.unitCount + end - start);
    this.starts = grown(this.starts, number + 1);
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
    const { slots, records, marks, stride } = this.memory;
    slots.fill(0, 0, this.slotCount);
    records.fill(0, 0, (this.count + 1) * stride);
    marks.fill(0);
    this.units = new Uint16Array(8192);
    this.starts = new Int32Array(1024);
    this.count = 0;
    this.unitCount = 0;
    this.useSlots(slotsAtFirst);
  }

  private lengthOf(number: number): number {
    return this.fact(number, RecordAt.LengthAndFlags) >>> flagBits;
  }

  private isAt(number: number, text: string, start: number, end: number): boolean {
    const { units } = this;
    for (let at = start, unit = this.starts[number] ?? 0; at < end; at++, unit++) {
      if (units[unit] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  private put(number: number): void {
    const { slots, records, stride } = this.memory;
    const at = number * stride;
    const mask = this.slotCount - 1;
    let slot = placeOfKey(records[at] ?? 0, records[at + 1] ?? 0, records[at + 2] ?? 0, records[at + 3] ?? 0) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number;
  }

  private growSlots(): void {
    this.memory.slots.fill(0, 0, this.slotCount);
    this.useSlots(this.slotCount * 2);
    for (let number = 1; number <= this.count; number++) this.put(number);
  }

  private useSlots(count: number): void {
    this.slotCount = count;
    this.memory.useSlots(count);
  }
}
