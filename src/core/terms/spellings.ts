import { allSteps, type Steps } from './steps';
import { SpellingCapitals } from './spellingCapitals';
import { SpellingTable } from './spellingTable';
import { FactAt, properName, RecordAt, SpellingFlag } from './wasm/layout';
import type { ScanMemory } from './wasm/scanMemory';
import { hashOf, type WordTable } from './wordTable';
import { classOf, type WordClass } from './wordClasses';
import { wordForm } from './wordForm';
import { WordKey } from './wordKey';
import { asksForCapitals, bitsOf, capitalsOf, childrenOf, firstEntry, namesOf, nextEntry, root, step, type WordTrie } from './wordTrie';

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
  private readonly key = new WordKey();
  /** What each spelling is in each source. */
  private readonly facts: SpellingFacts[];
  private readonly capitals: SpellingCapitals;

  /**
   * @param memory made for the tries of these sources
   * @param steps those that the words of all sources were made one by
   */
  constructor(
    private readonly memory: ScanMemory,
    sources: readonly WordSource[],
    private readonly steps: Steps = allSteps,
  ) {
    this.table = new SpellingTable(memory);
    this.capitals = new SpellingCapitals(memory, this.table, steps);
    memory.forget = () => { this.clear(); };
    this.facts = sources.map((source, at) => new SpellingFacts(source, this.table, this.capitals, at));
  }

  /** The number of the spelling that stands there; negative for a word of no name. */
  numberOf(text: string, start: number, end: number): number {
    const { table } = this;
    this.memory.acquire();
    const key = this.key.read(text, start, end);
    const number = table.find(text, start, end, key) || this.add(text, start, end, key);
    return table.has(number, SpellingFlag.Known) ? number : -number;
  }

  /** Whether a spelling stands for something else within names (`classOf`) of some source. */
  isClassed(number: number): boolean {
    return number > 0 && this.table.has(number, SpellingFlag.Classed);
  }

  /** What spellings are in a source, by the sources' order. */
  of(source: number): SpellingFacts {
    const facts = this.facts[source];
    if (!facts) throw new RangeError(`No source ${source}`);
    return facts;
  }

  /** Forgets all when they are many. Numbers from before mean nothing any more. */
  trim(): void {
    if (this.table.size > limit) this.clear();
  }

  private clear(): void {
    this.table.clear();
    this.capitals.clear();
  }

  private add(text: string, start: number, end: number, key: WordKey): number {
    const form = wordForm(text.slice(start, end), this.steps);
    const wordClass = this.steps.wordClasses ? classOf(form) : undefined;
    const number = this.table.add(text, start, end, key);
    if (number === 0) return 0;
    let flags = 0;
    for (const facts of this.facts) {
      flags |= facts.add(number, form);
      if (wordClass) flags |= facts.addClass(number, wordClass);
    }
    this.table.addFlags(number, flags);
    return number;
  }
}

/** What spellings are in one source of words. */
export class SpellingFacts {
  /** Where in a spelling's record the source's facts stand. */
  readonly place: number;

  constructor(
    private readonly source: WordSource,
    private readonly table: SpellingTable,
    private readonly capitals: SpellingCapitals,
    at: number,
  ) {
    this.place = RecordAt.Facts + at * FactAt.Count;
  }

  /** @returns the id of a spelling's word; 0 for none, and for a number that is not above 0 */
  idOf(number: number): number {
    return number > 0 ? this.table.fact(number, this.place) : 0;
  }

  /** Takes a new spelling in. @returns what it is there, as flags */
  add(number: number, form: string): number {
    const id = this.source.idOf(form);
    if (id === 0) return 0;
    this.table.setFact(number, this.place + FactAt.Id, id);
    const { trie } = this.source;
    const node = trie ? step(trie, root, id) : 0;
    return SpellingFlag.Known | (trie && node !== 0 ? this.addBeginning(number, trie, node) : 0);
  }

  /** @param node after the spelling as the first word of names */
  private addBeginning(number: number, trie: WordTrie, node: number): number {
    const names = namesOf(trie, node);
    const alone = asksForCapitals(names) ? this.allowed(trie, names, number) : Allowed.Always;
    this.table.setFact(number, this.place + FactAt.Children, childrenOf(trie, node));
    this.table.setFact(number, this.place + FactAt.Names, alone === Allowed.Never ? 0 : names);
    this.table.setFact(number, this.place + FactAt.Bits, bitsOf(trie, node));
    return SpellingFlag.Begins | (alone === Allowed.AsProperName ? SpellingFlag.Special : 0);
  }

  /** Whether some name of a list allows the capitals of a spelling. */
  private allowed(trie: WordTrie, names: number, number: number): Allowed {
    const exact = this.capitals.hash(number, false);
    const sentence = this.capitals.hash(number, true);
    let allowed = Allowed.Never;
    for (let at = firstEntry(names); at !== 0; at = nextEntry(trie, at)) {
      const wanted = capitalsOf(trie, at);
      if (wanted === 0 || wanted === exact || wanted === sentence) return Allowed.Always;
      if (wanted === properName) allowed = Allowed.AsProperName;
    }
    return allowed;
  }

  /** Takes in what the spelling last taken in stands for. @returns what it is there, as flags; none if no name has words of that class */
  addClass(number: number, { keys, adjective }: WordClass): number {
    const ids = keys.map((key) => this.source.idOf(key));
    if (ids.includes(0)) return 0;
    const [first = 0, second = 0] = ids;
    this.table.setFact(number, this.place + FactAt.Class, first);
    this.table.setFact(number, this.place + FactAt.ClassRest, second * 2 + (adjective ? 1 : 0));
    const { trie } = this.source;
    const begins = trie && ids.reduce((node, id, at) => (at > 0 && node === root ? root : step(trie, node, id)), root) !== root;
    return SpellingFlag.Known | SpellingFlag.Classed | (begins ? SpellingFlag.Special : 0);
  }

  /** @returns undefined for a spelling that stands for nothing but itself */
  classOf(number: number): ClassFacts | undefined {
    const first = number > 0 ? this.table.fact(number, this.place + FactAt.Class) : 0;
    if (first === 0) return undefined;
    const rest = this.table.fact(number, this.place + FactAt.ClassRest);
    return { ids: rest > 1 ? [first, rest >> 1] : [first], adjective: (rest & 1) === 1 };
  }
}

/** Whether a spelling is a name of its own. */
const enum Allowed {
  Never,
  AsProperName,
  Always,
}

/** What a spelling stands for within names: its keys' ids. */
export interface ClassFacts {
  readonly ids: readonly number[];
  readonly adjective: boolean;
}

/** The different words of thousands of abstracts; half of what there is room for (`spellingRoom`), since words come between two times that they are trimmed. */
const limit = 32_768;

/** @returns the number of a form in a table of forms; 0 for none */
export function formId(forms: WordTable, form: string): number {
  return forms.find(form, 0, form.length, hashOf(form, 0, form.length));
}
