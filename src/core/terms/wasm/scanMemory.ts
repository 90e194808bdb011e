import { wordsInName } from '../nameVariants';
import { Tokens } from '../tokens';
import { rooms, type WordTrie } from '../wordTrie';
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

/** For so many spellings there is room; what is not touched of it takes no memory. */
export const spellingRoom = 1 << 17;
/** A quarter full at most: probing stays short. */
const slotRoom = spellingRoom * 4;

const page = 65_536;
const bytesOfNumber = 4;

let compiled: WebAssembly.Module | undefined;

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
 * indexes, which move here. What the code around the module fills or looks at is here as views.
 */
export class ScanMemory {
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
  private readonly words: Words;
  /** What is always in the same place (`At`), as numbers of 32 bits. */
  private readonly numbers: Int32Array;
  /** How many names may begin at one word. */
  private readonly most: number;

  /** @param tries of the indexes, in their order */
  constructor(tries: readonly WordTrie[]) {
    const count = tries.length;
    this.stride = RecordAt.Facts + FactAt.Count * count;
    this.most = count * endsOfWord;
    const matchRoom = Math.max(4096, this.most * 2);
    const plan = new Plan(At.Rest);
    const indexes = plan.take(count * IndexAt.Size);
    const ends = plan.take(count * endsOfWord * EndAt.Size);
    const matches = Array.from({ length: 6 }, () => plan.take(matchRoom * bytesOfNumber));
    const nodes = tries.map((trie) => plan.take(trie.nodes.byteLength));
    const entries = tries.map((trie) => plan.take(trie.entries.byteLength));
    const slots = plan.take(slotRoom * bytesOfNumber);
    const records = plan.take(spellingRoom * this.stride * bytesOfNumber);
    const capitals = plan.take(spellingRoom * CapitalsAt.Size);
    const memory = new WebAssembly.Memory({ initial: Math.ceil(plan.end / page) });
    const { buffer } = memory;
    const list = (at: number, length: number) => new Int32Array(buffer, at, length);
    const words = (at: At) => list(at, wordRoom);
    this.numbers = list(0, At.Rest / bytesOfNumber);
    this.text = new Uint8Array(buffer, At.Text, pieceRoom + lettersOfKey + 1);
    this.marks = list(At.Marks, kinds);
    this.tokens = new Tokens({ start: words(At.Starts), end: words(At.Ends), word: words(At.Words), joined: words(At.Joined), link: words(At.Links) });
    this.slots = list(slots, slotRoom);
    this.records = list(records, spellingRoom * this.stride);
    this.capitals = list(capitals, (spellingRoom * CapitalsAt.Size) / bytesOfNumber);
    const [starts = 0, endsFound = 0, inIndexes = 0, names = 0, exact = 0, sentence = 0] = matches;
    this.found = {
      start: list(starts, matchRoom),
      end: list(endsFound, matchRoom),
      index: new Uint8Array(buffer, inIndexes, matchRoom),
      names: list(names, matchRoom),
      exact: list(exact, matchRoom),
      sentence: list(sentence, matchRoom),
    };
    list(At.Rooms, rooms.length).set(rooms);
    new Uint8Array(buffer).set(kindOfByte, At.Kinds);
    new Uint8Array(buffer, At.Mask, lettersOfKey).fill(0xff);
    new Uint8Array(buffer, At.Places).set(Array.from({ length: lettersOfKey }, (_, at) => at));
    tries.forEach((trie, at) => {
      const index = [(RecordAt.Facts + FactAt.Count * at) * bytesOfNumber, nodes[at] ?? 0, entries[at] ?? 0, ends + at * endsOfWord * EndAt.Size];
      list(indexes + at * IndexAt.Size, index.length).set(index);
      // Tries are large: there is to be one of each.
      trie.nodes = moved(trie.nodes, list(nodes[at] ?? 0, trie.nodes.length));
      trie.entries = moved(trie.entries, list(entries[at] ?? 0, trie.entries.length));
    });
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(wordsModule), (character) => character.charCodeAt(0)));
    const env = { memory, learnCapitals: (number: number) => { this.learnCapitals(number); }, isProperName: (from: number, to: number) => this.isProperName(from, to) };
    this.words = new WebAssembly.Instance(compiled, { env }).exports as unknown as Words;
    this.words.setIndexes(indexes, count);
    this.words.setMatches(starts, endsFound, inIndexes, names, exact, sentence, matchRoom);
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

  /** How many names the last search found. */
  get foundCount(): number {
    return this.numbers[At.Matches / bytesOfNumber] ?? 0;
  }
}

/** Parts a memory. */
class Plan {
  constructor(public end: number) {}

  /** @returns where there is room for so many bytes, at the beginning of a line of a processor's memory */
  take(bytes: number): number {
    const at = this.end;
    this.end = Math.ceil((at + bytes) / 64) * 64;
    return at;
  }
}

function moved(numbers: Int32Array, to: Int32Array): Int32Array {
  to.set(numbers);
  return to;
}
