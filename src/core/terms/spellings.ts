import { grown } from './grown';
import { capitalsKey } from './letterCase';
import { allSteps, type Steps } from './steps';
import { factsOfSource, recordHead, SpellingFlag, SpellingTable } from './spellingTable';
import { hashOf, type WordTable } from './wordTable';
import { classOf, type WordClass } from './wordClasses';
import { wordForm } from './wordForm';
import { bitsOf, childrenOf, namesOf, root, step, type WordTrie } from './wordTrie';

/** What words of texts are looked up in. */
export interface WordSource {
  /** @returns the id of a word form (`wordForm`); 0 for one of no name */
  idOf(form: string): number;
  /** Where names begin with these words. */
  readonly trie?: WordTrie;
}

/**
 * Words as texts have them, numbered as they are met, each with the ids of the names' words that it is a spelling of. Texts
 * repeat their words, so what takes time (`wordForm`, the capitals) is worked out once for each spelling.
 */
export class Spellings {
  private readonly table: SpellingTable;
  /** What each spelling is in each source. */
  private readonly facts: SpellingFacts[];
  /** Four numbers a spelling once somebody asked: two of `capitalsKey` for exact capitals, and two for a sentence's. */
  private capitals = new Int32Array(0);

  /** @param steps those that the words of all sources were made one by */
  constructor(
    sources: readonly WordSource[],
    private readonly steps: Steps = allSteps,
  ) {
    this.table = new SpellingTable(sources.length);
    this.facts = sources.map((source, at) => new SpellingFacts(source, this.table, at));
  }

  /**
   * The number of the spelling that stands there; negative for a word of no name.
   * @param hash the spelling's, by `hashOf`
   */
  readonly numberOf = (text: string, start: number, end: number, hash: number): number => {
    const { table } = this;
    const number = table.find(text, start, end, hash) || this.add(text, start, end, hash);
    return table.has(number, SpellingFlag.Known) ? number : -number;
  };

  /** Whether a spelling stands for something else within names (`classOf`) of some source. */
  isClassed(number: number): boolean {
    return number > 0 && this.table.has(number, SpellingFlag.Classed);
  }

  /** Whether names begin with a spelling, or with what it stands for. */
  begins(number: number): boolean {
    return number > 0 && this.table.has(number, SpellingFlag.Begins);
  }

  /** What spellings are in a source, by the sources' order. */
  of(source: number): SpellingFacts {
    const facts = this.facts[source];
    if (!facts) throw new RangeError(`No source ${source}`);
    return facts;
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
    this.table.clear();
    this.capitals = new Int32Array(0);
    for (const facts of this.facts) facts.clear();
  }

  private add(text: string, start: number, end: number, hash: number): number {
    const form = wordForm(text.slice(start, end), this.steps);
    const wordClass = this.steps.wordClasses ? classOf(form) : undefined;
    const number = this.table.add(text, start, end, hash);
    let flags = 0;
    for (const facts of this.facts) {
      flags |= facts.add(number, form);
      if (wordClass && facts.addClass(number, wordClass)) flags |= SpellingFlag.Known | SpellingFlag.Classed | SpellingFlag.Begins;
    }
    this.table.setFlags(number, flags);
    return number;
  }

  private addCapitals(number: number): void {
    if (number * 4 + 3 >= this.capitals.length) this.capitals = grown(this.capitals, (number + this.table.size + 16) * 4);
    const word = this.table.textOf(number);
    [false, true].forEach((sentence, at) => {
      const { hash, power } = capitalsKey(word, sentence, this.steps);
      this.capitals[number * 4 + at * 2] = hash;
      this.capitals[number * 4 + at * 2 + 1] = power;
    });
  }
}

/** What spellings are in one source of words. */
export class SpellingFacts {
  /** Where the source's facts stand in a spelling's record: the word's id; of the node after it as a name's first word, what follows, names, bits. */
  private readonly at: number;

  /** By spelling, of the few that have one: the ids of its class's keys, of which there may be none among names, and whether it is an adjective. */
  private readonly classes = new Map<number, ClassFacts>();

  constructor(
    private readonly source: WordSource,
    private readonly table: SpellingTable,
    place: number,
  ) {
    this.at = recordHead + place * factsOfSource;
  }

  /** @returns the id of a spelling's word; 0 for none, and for a number that is not above 0 */
  idOf(number: number): number {
    return number > 0 ? this.table.fact(number, this.at) : 0;
  }

  /** @param number above 0. @returns `childrenOf` the node after the word, where names begin with it; 0 for none */
  childrenOf(number: number): number {
    return this.table.fact(number, this.at + 1);
  }

  /** @param number above 0. @returns `namesOf` that node */
  namesOf(number: number): number {
    return this.table.fact(number, this.at + 2);
  }

  /** @param number above 0. @returns `bitsOf` that node */
  bitsOf(number: number): number {
    return this.table.fact(number, this.at + 3);
  }

  /** Takes a new spelling in. @returns whether it is a word of some name, and begins one */
  add(number: number, form: string): number {
    const id = this.source.idOf(form);
    if (id === 0) return 0;
    const { trie } = this.source;
    const node = trie ? step(trie, root, id) : 0;
    if (trie && node !== 0) this.table.setFacts(number, this.at, id, childrenOf(trie, node), namesOf(trie, node), bitsOf(trie, node));
    else this.table.setFacts(number, this.at, id, 0, 0, 0);
    return node === 0 ? SpellingFlag.Known : SpellingFlag.Known | SpellingFlag.Begins;
  }

  /** Takes in what the spelling last taken in stands for. @returns whether some name has words of that class */
  addClass(number: number, { keys, adjective }: WordClass): boolean {
    const ids = keys.map((key) => this.source.idOf(key));
    if (ids.includes(0)) return false;
    this.classes.set(number, { ids, adjective });
    return true;
  }

  /** @returns undefined for a spelling that stands for nothing but itself */
  classOf(number: number): ClassFacts | undefined {
    return this.classes.get(number);
  }

  clear(): void {
    this.classes.clear();
  }
}

/** What a spelling stands for within names: its keys' ids. */
export interface ClassFacts {
  readonly ids: readonly number[];
  readonly adjective: boolean;
}

/** A library's worth of different words, in about 4 MB. */
const limit = 65_536;

/** @returns the number of a form in a table of forms; 0 for none */
export function formId(forms: WordTable, form: string): number {
  return forms.find(form, 0, form.length, hashOf(form, 0, form.length));
}
