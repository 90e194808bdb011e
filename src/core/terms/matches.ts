import { grown } from './grown';
import type { FoundNames } from './wasm/scanMemory';

/** Stretches of text where names of indexes stand, in typed arrays, since a library has millions. Grows as needed. */
export class Matches implements FoundNames {
  count = 0;
  start: Int32Array;
  end: Int32Array;
  /** The place of the index in its search. */
  index: Uint8Array;
  /** What stands there, in the index's trie (`namesOf`). */
  names: Int32Array;
  /** The hash of the text's capitals, and of those without its sentence's; 0 where no name of the match asks for capitals. */
  exact: Int32Array;
  sentence: Int32Array;

  /** @param room for how many to begin with */
  constructor(room = 64) {
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
    this.index = new Uint8Array(room);
    this.names = new Int32Array(room);
    this.exact = new Int32Array(room);
    this.sentence = new Int32Array(room);
  }

  /** Empties the list and keeps its room. */
  clear(): void {
    this.count = 0;
  }

  /** Adds the first so many of others. */
  append(found: FoundNames, count: number): void {
    if (this.count + count > this.start.length) this.grow(this.count + count);
    this.start.set(found.start.subarray(0, count), this.count);
    this.end.set(found.end.subarray(0, count), this.count);
    this.index.set(found.index.subarray(0, count), this.count);
    this.names.set(found.names.subarray(0, count), this.count);
    this.exact.set(found.exact.subarray(0, count), this.count);
    this.sentence.set(found.sentence.subarray(0, count), this.count);
    this.count += count;
  }

  private grow(room: number): void {
    this.start = grown(this.start, room);
    this.end = grown(this.end, room);
    this.index = grown(this.index, room);
    this.names = grown(this.names, room);
    this.exact = grown(this.exact, room);
    this.sentence = grown(this.sentence, room);
  }
}
