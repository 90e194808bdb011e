/** How a word hangs together with the one before it. */
export const enum Link {
  /** A term cannot hold both: punctuation, a paragraph's end, a list's next item. */
  Parted,
  /** Nothing stands between, and a term cannot begin here: `6` in `IL6`. */
  Glued,
  /** Nothing stands between, but a term may begin: ideographs, punctuation that a name contains. */
  Touching,
  /** A hyphen alone, or one at a line's end. */
  Hyphen,
  /** Spaces, a line break within a paragraph, emphasis. */
  Gap,
}

/** The words of a text, in typed arrays, since a big text has millions. Grows as needed; all offsets are UTF-16. */
export class Tokens {
  count = 0;
  start: Int32Array;
  /** Without a possessive: of `patient’s` the end of `patient`. */
  end: Int32Array;
  /** The word's number, 0 or less for one that no name has. */
  word: Int32Array;
  /** The number of this word and the next one taken together, where only a hyphen parts them: `muco-epidermoid`; else 0. */
  joined: Int32Array;
  link: Uint8Array;
  /** @param room for how many words to begin with */
  constructor(room: number) {
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
    this.word = new Int32Array(room);
    this.joined = new Int32Array(room);
    this.link = new Uint8Array(room);
  }

  /** Empties the list and keeps its room. */
  clear(): void {
    this.count = 0;
  }

  add(start: number, end: number, word: number, link: Link): void {
    this.reserve(this.count + 1);
    const at = this.count++;
    this.start[at] = start;
    this.end[at] = end;
    this.word[at] = word;
    this.joined[at] = 0;
    this.link[at] = link;
  }

  /** Makes room for so many words. */
  reserve(room: number): void {
    if (room > this.start.length) this.grow(Math.max(room, this.count * 2));
  }

  private grow(size: number): void {
    const larger = (old: Int32Array) => {
      const array = new Int32Array(size);
      array.set(old);
      return array;
    };
    this.start = larger(this.start);
    this.end = larger(this.end);
    this.word = larger(this.word);
    this.joined = larger(this.joined);
    const link = new Uint8Array(size);
    link.set(this.link);
    this.link = link;
  }
}
