import { grown } from '../grown';
import { placeOf } from '../wordTable';

/** Numbers of a meaning: itself and 1; how often it is said by a name that has no other; its last entry. */
const slotSize = 3;

/** Where meanings are mentioned, in typed arrays: a document has thousands of them. `Part` is what mentions them. */
export class MeaningTable<Part> {
  /** Open addressing, half full at most; 0 is free. */
  private slots = new Int32Array(slotSize << 10);
  private count = 0;
  /** By entry, from 1 on: the part, the meaning, and the entries of the same meaning before and after. */
  private readonly parts: (Part | undefined)[] = [undefined];
  private meanings = new Int32Array(1024);
  private before = new Int32Array(1024);
  private after = new Int32Array(1024);
  private readonly entriesOf = new Map<Part, number[]>();
  /** The last entry that is free; each leads to one before. */
  private free = 0;

  isMentioned(meaning: number): boolean {
    return this.slots[this.slotOf(meaning) + 2] !== 0;
  }

  /** @returns whether a name says it that has no other meaning */
  isUnmistakable(meaning: number): boolean {
    return (this.slots[this.slotOf(meaning) + 1] ?? 0) > 0;
  }

  /** @returns whether it is so of some part that mentions a meaning */
  some(meaning: number, test: (part: Part) => boolean): boolean {
    for (let entry = this.slots[this.slotOf(meaning) + 2] ?? 0; entry !== 0; entry = this.before[entry] ?? 0) {
      const part = this.parts[entry];
      if (part !== undefined && test(part)) return true;
    }
    return false;
  }

  /** @param said by a part: each meaning twice, and 1 more by a name that has no other; as often as it is said */
  add(part: Part, said: readonly number[]): void {
    const entries: number[] = [];
    for (const one of said) {
      const slot = this.slotFor(one >> 1);
      this.slots[slot + 1] = (this.slots[slot + 1] ?? 0) + (one & 1);
      const last = this.slots[slot + 2] ?? 0;
      if (last === 0 || this.parts[last] !== part) entries.push((this.slots[slot + 2] = this.entry(part, one >> 1, last)));
    }
    this.entriesOf.set(part, entries);
  }

  /** Takes out what was added. */
  remove(part: Part, said: readonly number[]): void {
    for (const one of said) {
      if ((one & 1) === 0) continue;
      const slot = this.slotOf(one >> 1);
      this.slots[slot + 1] = (this.slots[slot + 1] ?? 0) - 1;
    }
    for (const entry of this.entriesOf.get(part) ?? []) {
      const before = this.before[entry] ?? 0;
      const after = this.after[entry] ?? 0;
      if (before !== 0) this.after[before] = after;
      if (after !== 0) this.before[after] = before;
      else this.slots[this.slotOf(this.meanings[entry] ?? 0) + 2] = before;
      this.parts[entry] = undefined;
      this.before[entry] = this.free;
      this.free = entry;
    }
    this.entriesOf.delete(part);
  }

  private entry(part: Part, meaning: number, before: number): number {
    const entry = this.free === 0 ? this.parts.length : this.free;
    if (entry === this.free) this.free = this.before[entry] ?? 0;
    this.meanings = grown(this.meanings, entry + 1);
    this.before = grown(this.before, entry + 1);
    this.after = grown(this.after, entry + 1);
    this.parts[entry] = part;
    this.meanings[entry] = meaning;
    this.before[entry] = before;
    this.after[entry] = 0;
    if (before !== 0) this.after[before] = entry;
    return entry;
  }

  /** The slot of a meaning, which is taken for it if nobody mentions it yet. */
  private slotFor(meaning: number): number {
    const slot = this.slotOf(meaning);
    if (this.slots[slot] !== 0) return slot;
    this.slots[slot] = meaning + 1;
    if (++this.count * slotSize * 2 <= this.slots.length) return slot;
    this.grow();
    return this.slotOf(meaning);
  }

  /** The slot of a meaning, or the free one where it would be. */
  private slotOf(meaning: number): number {
    const { slots } = this;
    const room = slots.length / slotSize;
    for (let place = placeOf(meaning) & (room - 1); ; place = (place + 1) & (room - 1)) {
      const key = slots[place * slotSize];
      if (key === 0 || key === meaning + 1) return place * slotSize;
    }
  }

  private grow(): void {
    const old = this.slots;
    this.slots = new Int32Array(old.length * 2);
    for (let at = 0; at < old.length; at += slotSize) {
      if (old[at] === 0) continue;
      const slot = this.slotOf((old[at] ?? 0) - 1);
      for (let place = 0; place < slotSize; place++) this.slots[slot + place] = old[at + place] ?? 0;
    }
  }
}
