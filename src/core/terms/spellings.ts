import { capitalsKey } from './letterCase';
import { hashOf, WordTable } from './wordTable';
import { wordForm } from './wordForm';
import { bitsOf, namesOf, root, step, type WordTrie } from './wordTrie';

/**
 * Words as texts have them, numbered as they are met, each with the id of the name's word that it is a spelling of. Texts
 * repeat their words, so what takes time (`wordForm`, the capitals) is worked out once for each spelling.
 */
export class Spellings {
  private table = new WordTable();
  /** Four numbers a spelling: the word's id, 0 for a word of no name; the node after it as a name's first word, its names and bits. */
  private facts = new Int32Array(4096);
  /** Four numbers a spelling once somebody asked: two of `capitalsKey` for exact capitals, and two for a sentence's. */
  private capitals = new Int32Array(0);

  /**
   * @param idOf the id of a word form, 0 for one of no name
   * @param trie where names begin with these words
   */
  constructor(
    private readonly idOf: (form: string) => number,
    private readonly trie?: WordTrie,
  ) {}

  /**
   * The number of the spelling that stands there; negative for a word of no name.
   * @param hash the spelling's, by `hashOf`
   */
  readonly numberOf = (text: string, start: number, end: number, hash: number): number => {
    const known = this.table.find(text, start, end, hash);
    const number = known === 0 ? this.add(text, start, end, hash) : known;
    return this.facts[number * 4] === 0 ? -number : number;
  };

  /** @returns the id of a spelling's word; 0 for none */
  idOfNumber(number: number): number {
    return number > 0 ? (this.facts[number * 4] ?? 0) : 0;
  }

  /** @returns the node after the word, where names begin with it; 0 for none, and for a number that is not above 0 */
  nodeOf(number: number): number {
    return number > 0 ? (this.facts[number * 4 + 1] ?? 0) : 0;
  }

  /** @returns `namesOf` that node */
  namesOf(number: number): number {
    return this.facts[number * 4 + 2] ?? 0;
  }

  /** @returns `bitsOf` that node */
  bitsOf(number: number): number {
    return this.facts[number * 4 + 3] ?? 0;
  }

  /**
   * Adds a word to a number for what remains of words when only their capitals matter (`capitalsKey`).
   * @param number of either sign
   */
  capitalsOn(hash: number, number: number, sentence: boolean): number {
    const at = Math.abs(number) * 4 + (sentence ? 2 : 0);
    if (!this.capitals[at + 1]) this.addCapitals(Math.abs(number));
    return (Math.imul(hash, this.capitals[at + 1] ?? 0) + (this.capitals[at] ?? 0)) | 0;
  }

  /** Forgets all when they are many. Numbers from before mean nothing any more. */
  trim(): void {
    if (this.table.size <= limit) return;
    this.table = new WordTable();
    this.facts = new Int32Array(4096);
    this.capitals = new Int32Array(0);
  }

  private add(text: string, start: number, end: number, hash: number): number {
    const id = this.idOf(wordForm(text.slice(start, end)));
    const number = this.table.add(text, start, end, hash);
    if (number * 4 + 3 >= this.facts.length) this.facts = longer(this.facts, this.facts.length * 2);
    const node = this.trie && id !== 0 ? step(this.trie, root, id) : 0;
    this.facts[number * 4] = id;
    if (this.trie && node !== 0) {
      this.facts[number * 4 + 1] = node;
      this.facts[number * 4 + 2] = namesOf(this.trie, node);
      this.facts[number * 4 + 3] = bitsOf(this.trie, node);
    }
    return number;
  }

  private addCapitals(number: number): void {
    if (number * 4 + 3 >= this.capitals.length) this.capitals = longer(this.capitals, (number + this.table.size + 16) * 4);
    const word = this.table.textOf(number);
    [false, true].forEach((sentence, at) => {
      const { hash, power } = capitalsKey(word, sentence);
      this.capitals[number * 4 + at * 2] = hash;
      this.capitals[number * 4 + at * 2 + 1] = power;
    });
  }
}

/** A library's worth of different words, in about 4 MB. */
const limit = 65_536;

function longer(old: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const array = new Int32Array(length);
  array.set(old);
  return array;
}

/** @returns the number of a form in a table of forms; 0 for none */
export function formId(forms: WordTable, form: string): number {
  return forms.find(form, 0, form.length, hashOf(form, 0, form.length));
}
