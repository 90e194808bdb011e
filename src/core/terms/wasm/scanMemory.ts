import type { CompiledNames } from '../indexCompiler';
import { wordsInName } from '../nameVariants';
import { Tokens } from '../tokens';
import { rooms } from '../wordTrie';
import type { Holder, IndexMemory } from './indexMemory';
import { kindOfByte, kinds } from './kinds';
import { At, CapitalsAt, EndAt, FactAt, IndexAt, lettersOfKey, pieceRoom, RecordAt, wordRoom } from './layout';
import { wordsModule } from './wordsModule';

/** What the module gives (`assembly/index.ts`); numbers of places are of bytes. */
interface Words {
  setSpellings(at: number, count: number, recordsAt: number, size: number, capitalsAt: number): void;
  setIndexes(at: number, count: number): void;
  setMatches(startsAt: number, endsAt: number, indexesAt: number, namesAt: number, exactAt: number, sentenceAt: number, count: number): void;
  readWords(from: number, to: number, base: number, enough: number): number;
  findNames(from: number, limit: number, most: number, all: boolean): number;
}

/** So many ends of names may one word begin: a word of a name may be two of the text. */
export const endsOfWord = wordsInName * 2 + 2;

/** For so many spellings there is room. What is not touched of it takes no memory, though an engine counts it when it thinks of collecting garbage. */
export const spellingRoom = 1 << 16;
/** A quarter full at most: probing stays short. */
const slotRoom = spellingRoom * 4;

const page = 65_536;
const bytesOfNumber = 4;

let compiled: WebAssembly.Module | undefined;

/** What a search needs of an index. */
type SearchedNames = Pick<CompiledNames, 'trie' | 'home'>;

/** Stretches of text where names were found, as `Matches` has them. */
export interface FoundNames {
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly index: Uint8Array;
  readonly names: Int32Array;
  readonly exact: Int32Array;
  readonly sentence: Int32Array;
}

/**
 * The memory in which texts are searched by a module of WebAssembly: the words being read, their spellings, and the tries of the
 * indexes, the largest where it was read to (`IndexMemory`), and copies of others. What the code around the module fills or looks at is here as views.
 */
export class ScanMemory implements Holder {
  /** A piece of the text (`At.Text`). */
  readonly text: Uint8Array;
  /** By the kind of punctuation (`At.Marks`). */
  readonly marks: Int32Array;
  readonly tokens: Tokens;
  /** Room for the table of spellings: its slots, its records of `stride` numbers each, and their capitals (`CapitalsAt`). */
  readonly slots: Int32Array;
  readonly records: Int32Array;
  readonly stride: number;
  readonly capitals: Int32Array;
  /** What the last search found. */
  readonly found: FoundNames;
  /** Works out a spelling's capitals (`capitals`). */
  learnCapitals: (number: number) => void = () => undefined;
  /** Whether words of the list are written as a person's name is. */
  isProperName: (from: number, to: number) => boolean = () => false;
  /** Forgets all spellings. */
  forget: () => void = () => undefined;
  private readonly words: Words;
  /** What it is filled with, beside what words leave in it: each table, and its numbers. */
  private readonly tables: [Int32Array | Uint8Array, Int32Array | Uint8Array][];
  private readonly home: IndexMemory | undefined;
  /** What is always in the same place (`At`), as numbers of 32 bits. */
  private readonly numbers: Int32Array;
  /** How many names may begin at one word. */
  private readonly most: number;

  /** @param indexes in their order */
  constructor(indexes: readonly SearchedNames[]) {
    const count = indexes.length;
    this.stride = RecordAt.Facts + FactAt.Count * count;
    this.most = count * endsOfWord;
    const matchRoom = Math.max(4096, this.most * 2);
    const { places, home } = this.placed(indexes, matchRoom);
    const memory = home?.memory ?? new WebAssembly.Memory({ initial: Math.ceil(places.end / page) });
    const { buffer } = memory;
    const list = (at: number, length: number) => new Int32Array(buffer, at, length);
    const words = (at: At) => list(at, wordRoom);
    this.numbers = list(0, At.Rest / bytesOfNumber);
    this.text = new Uint8Array(buffer, At.Text, pieceRoom + lettersOfKey + 1);
    this.marks = list(At.Marks, kinds);
    this.tokens = new Tokens({ start: words(At.Starts), end: words(At.Ends), word: words(At.Words), joined: words(At.Joined), link: words(At.Links) });
    this.slots = list(places.slots, slotRoom);
    this.records = list(places.records, spellingRoom * this.stride);
    this.capitals = list(places.capitals, (spellingRoom * CapitalsAt.Size) / bytesOfNumber);
    const { start, end, index, names, exact, sentence } = places.found;
    this.found = {
      start: list(start, matchRoom),
      end: list(end, matchRoom),
      index: new Uint8Array(buffer, index, matchRoom),
      names: list(names, matchRoom),
      exact: list(exact, matchRoom),
      sentence: list(sentence, matchRoom),
    };
    this.tables = [
      [list(At.Rooms, rooms.length), rooms],
      [new Uint8Array(buffer, At.Kinds, kindOfByte.length), kindOfByte],
      [new Uint8Array(buffer, At.Mask, lettersOfKey), new Uint8Array(lettersOfKey).fill(0xff)],
      [new Uint8Array(buffer, At.Places, lettersOfKey), Uint8Array.from({ length: lettersOfKey }, (_, at) => at)],
    ];
    indexes.forEach(({ trie, home: own }, at) => {
      const { nodes = 0, entries = 0 } = places.tries[at] ?? {};
      const facts = (RecordAt.Facts + FactAt.Count * at) * bytesOfNumber;
      const index = Int32Array.of(facts, nodes, entries, places.ends + at * endsOfWord * EndAt.Size);
      this.tables.push([list(places.indexes + at * IndexAt.Size, index.length), index]);
      if (!home || own !== home) this.tables.push([list(nodes, trie.nodes.length), trie.nodes], [list(entries, trie.entries.length), trie.entries]);
    });
    this.home = home;
    if (home) this.acquire();
    else this.fill();
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(wordsModule), (character) => character.charCodeAt(0)));
    const env = { memory, learnCapitals: (number: number) => { this.learnCapitals(number); }, isProperName: (from: number, to: number) => this.isProperName(from, to) };
    this.words = new WebAssembly.Instance(compiled, { env }).exports as unknown as Words;
    this.words.setIndexes(places.indexes, count);
    this.words.setMatches(start, end, index, names, exact, sentence, matchRoom);
    this.useSlots(this.slots.length);
  }

  /** @param count how many slots of the table of spellings are used */
  useSlots(count: number): void {
    this.words.setSpellings(this.slots.byteOffset, count, this.records.byteOffset, this.stride * bytesOfNumber, this.capitals.byteOffset);
  }

  /**
   * Adds words of the piece to the list as far as they are known, and short, and nothing rare stands between them.
   * @param from where in the piece to begin, `to` where it ends, and `base` where it begins in the text
   * @param link how the first word hangs together with what was read before (`Link`)
   * @param enough of words, if no term can go on
   * @returns where in the piece something else comes
   */
  readWords(from: number, to: number, base: number, link: number, enough: number): number {
    this.numbers[At.Link / bytesOfNumber] = link;
    this.numbers[At.Count / bytesOfNumber] = this.tokens.count;
    const at = this.words.readWords(from, to, base, enough);
    this.tokens.count = this.numbers[At.Count / bytesOfNumber] ?? 0;
    return at;
  }

  /** How the word to be read next hangs together with the one before it (`Link`), after `readWords`. */
  get link(): number {
    return this.numbers[At.Link / bytesOfNumber] ?? 0;
  }

  /**
   * Finds names that begin at a word or after it, as far as there is room for them in `found`.
   * @param limit before which word they begin
   * @param all whether those within others count
   * @returns the word where it ends: the limit, or one where there is no more room
   */
  findNames(from: number, limit: number, all: boolean): number {
    this.numbers[At.Count / bytesOfNumber] = this.tokens.count;
    return this.words.findNames(from, limit, this.most, all);
  }

  /** Makes sure that the memory holds this search, before words are read: their spellings are forgotten if it did not. */
  acquire(): void {
    const { home } = this;
    if (!home || home.holder === this) return;
    home.holder?.release();
    home.holder = this;
    this.fill();
  }

  release(): void {
    this.forget();
    for (const [table] of this.tables) table.fill(0);
  }

  private fill(): void {
    for (const [table, numbers] of this.tables) table.set(numbers);
  }

  /** Where all is; in the memory of an index, if one lies in a memory of its own and there is room. */
  private placed(indexes: readonly SearchedNames[], matchRoom: number): { readonly places: Places; readonly home: IndexMemory | undefined } {
    for (const { home } of indexes) {
      const places = home && this.places(new Plan(home.end), indexes, matchRoom, home);
      if (places && places.end <= home.memory.buffer.byteLength) return { places, home };
    }
    return { places: this.places(new Plan(At.Rest), indexes, matchRoom, undefined), home: undefined };
  }

  private places(plan: Plan, indexes: readonly SearchedNames[], matchRoom: number, home: IndexMemory | undefined): Places {
    const list = (length: number) => plan.take(length * bytesOfNumber);
    return {
      indexes: plan.take(indexes.length * IndexAt.Size),
      ends: plan.take(indexes.length * endsOfWord * EndAt.Size),
      found: { start: list(matchRoom), end: list(matchRoom), index: plan.take(matchRoom), names: list(matchRoom), exact: list(matchRoom), sentence: list(matchRoom) },
      slots: list(slotRoom),
      records: list(spellingRoom * this.stride),
      capitals: plan.take(spellingRoom * CapitalsAt.Size),
      tries: indexes.map(({ trie, home: own }) =>
        home && own === home ? { nodes: trie.nodes.byteOffset, entries: trie.entries.byteOffset } : { nodes: list(trie.nodes.length), entries: list(trie.entries.length) },
      ),
      end: plan.end,
    };
  }

  /** How many names the last search found. */
  get foundCount(): number {
    return this.numbers[At.Matches / bytesOfNumber] ?? 0;
  }
}

/** Where in a memory things are (bytes). */
interface Places {
  readonly indexes: number;
  readonly ends: number;
  readonly found: Readonly<Record<keyof FoundNames, number>>;
  readonly tries: readonly { readonly nodes: number; readonly entries: number }[];
  readonly slots: number;
  readonly records: number;
  readonly capitals: number;
  readonly end: number;
}

/** Parts a memory (bytes). */
class Plan {
  constructor(public end: number) {}

  /** @returns where there is room for so many bytes, at the beginning of a line of a processor's memory */
  take(bytes: number): number {
    const at = this.end;
    this.end = Math.ceil((at + bytes) / 64) * 64;
    return at;
  }
}
