import { Field, IndexPart } from './indexPart';
import { NumberList } from './numberList';
import type { RowText } from './row';
import { hashed, isOneWord, keyWord, longestWord, WordReader } from './searchWords';
import { Vocabulary } from './vocabulary';

/** Takes in records one by one, and makes of them what is searched. */
export class IndexBuilder {
  private readonly reader = new WordReader();
  private readonly key = new Uint16Array(longestWord);
  private readonly vocabulary = new Vocabulary();
  /** For each place of a word in a record the word's number and the posting. */
  private readonly places = new NumberList();
  private count = 0;
  private field = Field.key;
  private readonly take = (length: number, hash: number): void => this.note(this.vocabulary.numberOf(this.reader.word, length, hash));

  /**
   * Adds the next record.
   * @param names the parts of its names
   */
  add({ key, aliases, year, title, container }: RowText, names: readonly string[]): void {
    this.addKey(key, Field.key);
    for (const alias of aliases) this.addKey(alias, Field.alias);
    if (!isOneWord(key)) this.addWords(key, Field.keyPart);
    for (const name of names) this.addWords(name, Field.names);
    this.addWords(year, Field.year);
    this.addWords(title, Field.title);
    this.addWords(container, Field.container);
    this.endRecord();
  }

  /** Adds the words of one of the next record's fields; one field after the other. */
  addWords(text: string, field: Field): void {
    this.field = field;
    this.reader.eachWord(text, this.take);
  }

  /** The same for a text in UTF-8. */
  addBytes(bytes: Uint8Array, from: number, to: number, field: Field): void {
    this.field = field;
    this.reader.eachWordOfBytes(bytes, from, to, this.take);
  }

  /** The same for words whose numbers are known. */
  addNumbers(words: readonly number[], field: Field): void {
    this.field = field;
    for (const word of words) this.note(word);
  }

  /** @returns the numbers of a text's words */
  numbersOf(text: string): number[] {
    const numbers: number[] = [];
    this.reader.eachWord(text, (length, hash) => numbers.push(this.vocabulary.numberOf(this.reader.word, length, hash)));
    return numbers;
  }

  /** Adds the next record's key, of ASCII. */
  addKeyBytes(bytes: Uint8Array, from: number, to: number): void {
    const length = Math.min(to - from, longestWord);
    let hash = 0;
    let isWord = length === to - from;
    for (let at = 0; at < length; at += 1) {
      const code = bytes[from + at] as number;
      const letter = code >= 65 && code <= 90 ? code + 32 : code;
      isWord &&= code === letter && ((code >= 48 && code <= 57) || (code >= 97 && code <= 122));
      this.key[at] = letter;
      hash = hashed(hash, letter);
    }
    this.field = Field.key;
    this.note(this.vocabulary.numberOf(this.key, length, hash));
    if (!isWord) this.addBytes(bytes, from, to, Field.keyPart);
  }

  /** Ends a record whose fields were added one by one. */
  endRecord(): void {
    this.count += 1;
  }

  finish(): IndexPart {
    const { vocabulary } = this;
    const words = vocabulary.all();
    const order = sortedWords(words);
    const starts = new Uint32Array(words.length + 1);
    const next = new Uint32Array(words.length);
    for (let place = 0; place < order.length; place += 1) {
      const number = order[place] as number;
      next[number] = starts[place] as number;
      starts[place + 1] = (starts[place] as number) + vocabulary.countOf(number);
    }
    const places = this.places.view();
    const postings = new Uint32Array(places.length >> 1);
    for (let at = 0; at < places.length; at += 2) {
      const number = places[at] as number;
      const to = next[number] as number;
      postings[to] = places[at + 1] as number;
      next[number] = to + 1;
    }
    return IndexPart.of(Array.from(order, (number) => words[number] as string), starts, postings, this.count);
  }

  /** A key is one word, whatever its signs. */
  private addKey(key: string, field: Field): void {
    this.field = field;
    const word = keyWord(key);
    if (word !== '') this.note(this.numberOf(word));
  }

  private numberOf(word: string): number {
    let hash = 0;
    for (let at = 0; at < word.length; at += 1) {
      this.key[at] = word.charCodeAt(at);
      hash = hashed(hash, word.charCodeAt(at));
    }
    return this.vocabulary.numberOf(this.key, word.length, hash);
  }

  private note(word: number): void {
    // Once in each field of a record, so that queries of one field need not look at the row.
    const place = this.count * 8 + this.field;
    if (this.vocabulary.mark(word, place + 1)) this.places.pushPair(word, place);
  }
}

/** @returns the words' numbers in the order of their UTF-16 units */
function sortedWords(words: readonly string[]): Uint32Array {
  const heads = Float64Array.from(words, (word) => headOf(word, 0));
  const nexts = Float64Array.from(words, (word) => headOf(word, headLength));
  const byWord = (a: string, b: string): number => (a < b ? -1 : 1);
  const order = Array.from(words, (_, number) => number);
  order.sort((a, b) => (heads[a] as number) - (heads[b] as number) || (nexts[a] as number) - (nexts[b] as number) || byWord(words[a] as string, words[b] as string));
  return Uint32Array.from(order);
}

/** So many letters of seven bits make a number, which compares much sooner than texts do. */
const headLength = 7;

/** Some letters of a word as a number; those that are not ASCII count as the highest, and end it. */
function headOf(word: string, start: number): number {
  let head = 0;
  let isOver = false;
  for (let at = 0; at < start; at += 1) isOver ||= word.charCodeAt(at) > 126;
  for (let at = start; at < start + headLength; at += 1) {
    const code = at < word.length && !isOver ? Math.min(word.charCodeAt(at), 127) : 0;
    isOver ||= code === 127;
    head = head * 128 + code;
  }
  return head;
}
