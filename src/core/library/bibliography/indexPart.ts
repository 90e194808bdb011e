/** Where in a record a word stands; the lower bits of a posting. */
export const enum Field { key, alias, keyPart, names, year, title, container }

/** A number for each field of a posting, by where a word is found: inside another, beginning one, or all of it. */
export interface FieldWeights {
  readonly inside: Uint8Array;
  readonly begins: Uint8Array;
  readonly whole: Uint8Array;
}

/** How much a word counts by its field where it is found inside another, begins one, or is all of it. */
const ranking: FieldWeights = {
  inside: Uint8Array.of(5, 5, 5, 4, 4, 3, 2, 0),
  begins: Uint8Array.of(10, 10, 10, 8, 8, 6, 4, 0),
  whole: Uint8Array.of(20, 20, 10, 9, 9, 7, 5, 0),
};

/** A bit for each field in which a phrase may stand, of which keys and their parts are one: these are noted side by side. */
const fieldSigns = Uint8Array.of(1, 1, 1, 2, 4, 8, 16, 0);
export const signsOfFields: FieldWeights = { inside: fieldSigns, begins: fieldSigns, whole: fieldSigns };
/** All of these but the names. */
export const shownFields = 1 | 4 | 8 | 16;
export const namesField = 2;
export const titleField = 8;

/** Inside of other words are looked for from this length on; shorter ones are in too many. */
const shortestInside = 3;
/** Of so many words it is remembered inside of which others they are: those of a query, which all but the last key stroke had too. */
const remembered = 8;

/**
 * The words of many records, in order, and for each word the records in which it stands (`record * 8 + field`).
 * It never changes, and is kept between sessions as it is.
 */
export class IndexPart {
  private readonly insides = new Map<string, Uint32Array>();

  /**
   * @param words all of them in the order of their UTF-16 units, each after a newline
   * @param wordStarts where each begins, and last the end plus one
   * @param postingStarts for each where its postings begin, and last their count
   * @param count how many records
   */
  constructor(
    readonly words: string,
    readonly wordStarts: Uint32Array,
    readonly postingStarts: Uint32Array,
    readonly postings: Uint32Array,
    readonly count: number,
  ) {}

  static of(words: readonly string[], postingStarts: Uint32Array, postings: Uint32Array, count: number): IndexPart {
    const starts = new Uint32Array(words.length + 1);
    let at = 1;
    for (let place = 0; place < words.length; place += 1) {
      starts[place] = at;
      at += (words[place] as string).length + 1;
    }
    starts[words.length] = at;
    return new IndexPart(`\n${words.join('\n')}`, starts, postingStarts, postings, count);
  }

  get wordCount(): number {
    return this.wordStarts.length - 1;
  }

  wordAt(place: number): string {
    return this.words.slice(this.wordStarts[place], (this.wordStarts[place + 1] as number) - 1);
  }

  /**
   * Notes for each record how much a word counts there, where that is more than was noted before.
   *
   * @param word folded
   * @param scores one for each record, from `offset` on
   * @param anywhere whether insides of words count however short the word is
   * @param weights how much it counts where
   */
  score(word: string, scores: Uint8Array, offset: number, anywhere: boolean, weights = ranking): void {
    const from = this.lowest(word);
    const to = this.lowest(`${word}\uffff`);
    for (let place = from; place < to; place += 1) {
      const isWhole = (this.wordStarts[place + 1] as number) - (this.wordStarts[place] as number) === word.length + 1;
      this.note(place, isWhole ? weights.whole : weights.begins, scores, offset);
    }
    if (word.length < shortestInside && !anywhere) return;
    for (const place of this.placesInside(word, from, to)) this.note(place, weights.inside, scores, offset);
  }

  /** The same for a word that stands as it is, not as part of another. */
  scoreWhole(word: string, scores: Uint8Array, offset: number, weights: Uint8Array): void {
    const place = this.lowest(word);
    if (place < this.wordCount && this.wordAt(place) === word) this.note(place, weights, scores, offset);
  }

  /** @returns the records of which a folded text is a key or an alias, or the first letters of one that is too long */
  withKey(key: string): number[] {
    const place = this.lowest(key);
    if (place >= this.wordCount || this.wordAt(place) !== key) return [];
    const found: number[] = [];
    for (let at = this.postingStarts[place] as number; at < (this.postingStarts[place + 1] as number); at += 1) {
      const posting = this.postings[at] as number;
      if ((posting & 7) <= Field.alias) found.push(posting >>> 3);
    }
    return found;
  }

  /** @returns groups of records whose keys are the same but for case and accents, or but for what comes after 200 letters */
  sharedKeys(): number[][] {
    const groups: number[][] = [];
    for (let place = 0; place < this.wordCount; place += 1) {
      let first = -1;
      let group: number[] | undefined;
      for (let at = this.postingStarts[place] as number; at < (this.postingStarts[place + 1] as number); at += 1) {
        const posting = this.postings[at] as number;
        if ((posting & 7) !== Field.key) continue;
        if (group) group.push(posting >>> 3);
        else if (first >= 0) groups.push((group = [first, posting >>> 3]));
        else first = posting >>> 3;
      }
    }
    return groups;
  }

  /** The words inside of which a word is, but for those from `from` to `to`, which begin with it. */
  private placesInside(word: string, from: number, to: number): Uint32Array {
    const known = this.insides.get(word);
    if (known) return known;
    const { words, wordStarts } = this;
    const places: number[] = [];
    let place = 0;
    for (let at = words.indexOf(word); at >= 0; at = words.indexOf(word, (wordStarts[place] as number) - 1)) {
      place = this.placeOf(at, place);
      if (place < from || place >= to) places.push(place);
      place += 1;
      if (place === from && from < to) place = to;
    }
    const found = Uint32Array.from(places);
    if (this.insides.size === remembered) this.insides.delete(this.insides.keys().next().value as string);
    this.insides.set(word, found);
    return found;
  }

  private note(place: number, weights: Uint8Array, scores: Uint8Array, offset: number): void {
    const { postings } = this;
    const end = this.postingStarts[place + 1] as number;
    for (let at = this.postingStarts[place] as number; at < end; at += 1) {
      const posting = postings[at] as number;
      const weight = weights[posting & 7] as number;
      const record = (posting >>> 3) + offset;
      const known = scores[record] as number;
      if (weights === fieldSigns) scores[record] = known | weight;
      else if (known < weight) scores[record] = weight;
    }
  }

  /** The first word that is not before a text. */
  private lowest(text: string): number {
    let low = 0;
    let high = this.wordCount;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.words.slice(this.wordStarts[middle], (this.wordStarts[middle + 1] as number) - 1) < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The word in which a place of `words` is, which is `least` or a later one. */
  private placeOf(at: number, least: number): number {
    let low = least;
    let step = 1;
    while (low + step < this.wordCount && (this.wordStarts[low + step] as number) <= at) step *= 2;
    let high = Math.min(low + step, this.wordCount) - 1;
    low += step >> 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.wordStarts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
