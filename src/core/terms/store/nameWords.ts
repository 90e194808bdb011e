import { foldName } from '../foldName';
import { grown } from '../grown';
import { hashOf, hashOn, hashStart, WordTable } from '../wordTable';
import type { TextListData } from './textList';

/** Which names hold which words, for finding a name by the beginnings of some of its words. */
export interface NameWords {
  /** The words' UTF-16 units, one word after the other, and where each ends; both as in `WordTableData`. */
  readonly units: Uint16Array;
  readonly ends: Int32Array;
  /** The words' numbers, from 1 on, in the order of their letters. */
  readonly sorted: Int32Array;
  /** By the place in `sorted`, and one after the last: where in `names` the word's names begin. */
  readonly starts: Int32Array;
  /** Numbers of names, rising for each word. */
  readonly names: Int32Array;
}

/** Parts names into words as `wordsOf` does and says which names hold which. */
export function nameWords(names: TextListData): NameWords {
  const reader = new NameReader(names);
  reader.read();
  const { units, ends } = reader.words.data();
  const texts = Array.from({ length: reader.words.size }, (_, at) => reader.words.textOf(at + 1));
  const sorted = Int32Array.from(texts.keys(), (at) => at + 1).sort((a, b) => compare(texts[a - 1] ?? '', texts[b - 1] ?? ''));
  return { units, ends, sorted, ...listed(reader, sorted) };
}

/** The words of a name or of what is typed to find one: small letters and digits without accents. */
export function wordsOf(text: string): string[] {
  return foldName(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The names by their words, from the words by their names. */
function listed({ words, word, name, count }: NameReader, sorted: Int32Array): Pick<NameWords, 'starts' | 'names'> {
  const rank = new Int32Array(words.size + 1);
  sorted.forEach((number, at) => (rank[number] = at));
  const starts = new Int32Array(sorted.length + 1);
  for (let at = 0; at < count; at++) {
    const after = (rank[word[at] ?? 0] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let at = 0; at < sorted.length; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
  const free = starts.slice();
  const names = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const place = rank[word[at] ?? 0] ?? 0;
    const to = free[place] ?? 0;
    names[to] = name[at] ?? 0;
    free[place] = to + 1;
  }
  return { starts, names };
}

/** Goes through names and notes which words they hold, each once. */
class NameReader {
  readonly words = new WordTable();
  /** Of each word of each name: the number of the word, and that of the name. */
  word = new Int32Array(1 << 12);
  name = new Int32Array(1 << 12);
  count = 0;
  private lastOf = new Int32Array(1 << 12);

  constructor(private readonly names: TextListData) {}

  read(): void {
    const { bytes, ends } = this.names;
    const small = smallLetters(bytes);
    const decoder = new TextDecoder();
    let start = 0;
    ends.forEach((end, name) => {
      if (!this.readAscii(small, start, end, name)) {
        for (const word of wordsOf(decoder.decode(bytes.subarray(start, end)))) this.take(this.numberOf(word), name);
      }
      start = end;
    });
  }

  /** @returns false where there are other letters, which need more than this does */
  private readAscii(bytes: Uint8Array, start: number, end: number, name: number): boolean {
    for (let at = start; at < end; at++) if ((bytes[at] ?? 0) > 127) return false;
    for (let at = start; at < end; at++) {
      const from = at;
      let hash = hashStart;
      for (; at < end && bytes[at] !== 0; at++) hash = hashOn(hash, bytes[at] ?? 0);
      if (at > from) this.take(this.words.findUnits(bytes, from, at, hash) || this.words.addUnits(bytes, from, at, hash), name);
    }
    return true;
  }

  private numberOf(word: string): number {
    const hash = hashOf(word, 0, word.length);
    return this.words.find(word, 0, word.length, hash) || this.words.add(word, 0, word.length, hash);
  }

  private take(word: number, name: number): void {
    this.lastOf = grown(this.lastOf, word + 1);
    // One more than the name, since 0 is none.
    if (this.lastOf[word] === name + 1) return;
    this.lastOf[word] = name + 1;
    this.word = grown(this.word, this.count + 1);
    this.name = grown(this.name, this.count + 1);
    this.word[this.count] = word;
    this.name[this.count++] = name;
  }
}

/** Small letters and digits as they are, capitals as small ones, bytes beyond ASCII as they are; 0 for what parts words. */
function smallLetters(bytes: Uint8Array): Uint8Array {
  const map = Uint8Array.from({ length: 256 }, (_, byte) => {
    const character = String.fromCharCode(byte).toLowerCase();
    return byte > 127 || /[a-z0-9]/.test(character) ? (byte > 127 ? byte : character.charCodeAt(0)) : 0;
  });
  return bytes.map((byte) => map[byte] ?? 0);
}
