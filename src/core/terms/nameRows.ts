import { grown } from './grown';
import { WordFact } from './nameSpellings';
import { wordsInName } from './nameVariants';

/** A name is parted into words in so many ways at most. */
const mostWays = 6;

/** The words of a name, by numbers, punctuation included. */
export interface WordRow {
  readonly word: Int32Array;
  /** The number of this word and the next one taken together, where only a hyphen parts them; else 0. */
  readonly joined: Int32Array;
  /** By word: whether it is punctuation (`WordFact`). */
  readonly facts?: Uint16Array;
}

/**
 * The words of a name, once for each way to part it into words: hyphens folded into nothing (`X-ray`, `Xray`), and
 * without punctuation (`E. coli`, `E coli`). Used again for each name, as terminologies have hundreds of thousands.
 */
export class NameRows {
  count = 0;
  /** By row, where its words end in `words`; each begins where the one before ends. */
  readonly ends = new Int32Array(mostWays);
  words = new Int32Array(64);

  /** @param count how many words the name has */
  read(name: WordRow, count: number): void {
    this.count = 0;
    const { facts } = name;
    const length = facts ? lengthOf(facts, count) : count;
    if (length === 0) return;
    this.addFolded(name, length, length);
    let ways = 1;
    if (facts && length > 1 && hasMarks(facts, length)) {
      ways++;
      this.addWithoutMarks(name.word, facts, length);
    }
    for (let at = 0; at + 1 < length && ways < mostWays; at++) {
      if (name.joined[at] === 0) continue;
      ways++;
      this.addFolded(name, length, at);
    }
  }

  /** The words of a row, in an array of its own. */
  row(at: number): Int32Array {
    return this.words.slice(this.ends[at - 1] ?? 0, this.ends[at]);
  }

  private addWithoutMarks(word: Int32Array, facts: Uint16Array, length: number): void {
    const begin = this.begin(length);
    let count = 0;
    for (let at = 0; at < length; at++) if (((facts[at] ?? 0) & WordFact.Mark) === 0) this.words[begin + count++] = word[at] ?? 0;
    this.finish(begin, count);
  }

  /** @param fold the word that is taken as one with the next; `length` for none */
  private addFolded({ word, joined }: WordRow, length: number, fold: number): void {
    const begin = this.begin(length);
    for (let at = 0; at < fold; at++) this.words[begin + at] = word[at] ?? 0;
    if (fold === length) return this.finish(begin, length);
    this.words[begin + fold] = joined[fold] ?? 0;
    for (let at = fold + 2; at < length; at++) this.words[begin + at - 1] = word[at] ?? 0;
    this.finish(begin, length - 1);
  }

  private begin(room: number): number {
    const begin = this.ends[this.count - 1] ?? 0;
    this.words = grown(this.words, begin + room);
    return begin;
  }

  /** A row that has no words or too many does not count. */
  private finish(begin: number, length: number): void {
    if (length > 0 && length <= wordsInName) this.ends[this.count++] = begin + length;
  }
}

function hasMarks(facts: Uint16Array, length: number): boolean {
  for (let at = 0; at < length; at++) if (((facts[at] ?? 0) & WordFact.Mark) !== 0) return true;
  return false;
}

/** How many words there are without punctuation at the end. */
function lengthOf(facts: Uint16Array, count: number): number {
  let length = count;
  while (length > 0 && ((facts[length - 1] ?? 0) & WordFact.Closing) !== 0) length--;
  return length;
}
