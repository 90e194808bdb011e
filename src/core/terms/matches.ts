import { grown } from './grown';

/** Stretches of text where names of indexes stand, in typed arrays, since a library has millions. Grows as needed. */
export class Matches {
  count = 0;
  start = new Int32Array(64);
  end = new Int32Array(64);
  /** The place of the index in its search. */
  index = new Uint8Array(64);
  /** What stands there, in the index's trie (`namesOf`). */
  names = new Int32Array(64);
  /** The hash of the text's capitals, and of those without its sentence's; 0 where no name of the match asks for capitals. */
  exact = new Int32Array(64);
  sentence = new Int32Array(64);

  /** Empties the list and keeps its room. */
  clear(): void {
    this.count = 0;
  }

  add(start: number, end: number, index: number, names: number, exact: number, sentence: number): void {
    const at = this.count++;
    if (at === this.start.length) this.grow(at + 1);
    this.start[at] = start;
    this.end[at] = end;
    this.index[at] = index;
    this.names[at] = names;
    this.exact[at] = exact;
    this.sentence[at] = sentence;
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
