import { grown } from './grown';
import type { Link } from './wasm/layout';

/** The words of a text, in typed arrays, since a big text has millions; all offsets are UTF-16. */
export class Tokens {
  count = 0;
  start: Int32Array;
  /** Without a possessive: of `patient’s` the end of `patient`. */
  end: Int32Array;
  /** The word's number, 0 or less for one that no name has. */
  word: Int32Array;
  /** The number of this word and the next one taken together, where only a hyphen parts them: `muco-epidermoid`; else 0. */
  joined: Int32Array;
  /** How the word hangs together with the one before it (`Link`). */
  link: Int32Array;

  /** @param room arrays that are as long as the list may become; without them, it grows as needed */
  constructor(room?: Pick<Tokens, 'start' | 'end' | 'word' | 'joined' | 'link'>) {
    this.start = room?.start ?? new Int32Array(64);
    this.end = room?.end ?? new Int32Array(64);
    this.word = room?.word ?? new Int32Array(64);
    this.joined = room?.joined ?? new Int32Array(64);
    this.link = room?.link ?? new Int32Array(64);
  }

  /** Empties the list and keeps its room. */
  clear(): void {
    this.count = 0;
  }

  add(start: number, end: number, word: number, link: Link): void {
    if (this.count === this.start.length) this.grow(this.count + 1);
    const at = this.count++;
    this.start[at] = start;
    this.end[at] = end;
    this.word[at] = word;
    this.joined[at] = 0;
    this.link[at] = link;
  }

  private grow(room: number): void {
    this.start = grown(this.start, room);
    this.end = grown(this.end, room);
    this.word = grown(this.word, room);
    this.joined = grown(this.joined, room);
    this.link = grown(this.link, room);
  }
}
