import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import { Tokeniser } from '../tokenise';
import { Tokens } from '../tokens';
import { Link } from '../wasm/layout';
import { namesOf, root, step, type WordTrie } from '../wordTrie';
import { CharacterClass, characterClass } from '../characterClass';
import { addSenses } from './candidate';
import type { Sense } from './sense';

/** What stands in an index for words that are a name of it. */
export interface NamesRow {
  readonly index: number;
  readonly names: number;
}

/** A name that begins a row of words. */
export interface PhraseEnd extends NamesRow {
  /** How many of the words it has. */
  readonly words: number;
}

/** A word of a text: its spelling's number, and where it stands. */
export interface PhraseWord {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** Looks up words that do not stand side by side in the text: `breast` and `cancer` of `breast and ovarian cancer`. */
export class Phrases {
  private readonly tokens = new Tokens();
  private readonly tokeniser: Tokeniser;
  /** Room for the places of words among the tokens. */
  private readonly kept: number[] = [];

  constructor(private readonly search: TermSearch<TermIndex>) {
    this.tokeniser = new Tokeniser(search.spellings, this.tokens, search.indexes[0]?.tables.steps);
  }

  /**
   * The words of a stretch, without punctuation; up to the first that punctuation or an empty line parts from them, or after the last.
   * @param most so many of the first or the last words are enough
   */
  words(text: string, start: number, end: number, keep: 'first' | 'last' | 'all' = 'all', most = Infinity): PhraseWord[] {
    const { tokens } = this;
    this.tokeniser.begin(text, start, end).read(Infinity);
    const { kept } = this;
    kept.length = 0;
    let first = 0;
    let parted = false;
    for (let at = 0; at < tokens.count; at++) {
      // Punctuation that some name contains.
      const isMark = characterClass(text.codePointAt(tokens.start[at] ?? 0) ?? 0) === CharacterClass.Mark;
      const hasWords = kept.length > first;
      parted = isMark || (hasWords && (parted || tokens.link[at] === Link.Parted));
      if (keep === 'first' && hasWords && (parted || kept.length === most)) break;
      if (parted && keep === 'last') first = kept.length;
      if (isMark) continue;
      parted = false;
      kept.push(at);
    }
    if (parted && keep === 'last') return [];
    const words: PhraseWord[] = [];
    for (let place = keep === 'last' ? Math.max(first, kept.length - most) : 0; place < kept.length; place++) {
      const at = kept[place] ?? 0;
      words.push({ number: tokens.word[at] ?? 0, start: tokens.start[at] ?? 0, end: tokens.end[at] ?? 0 });
    }
    return words;
  }

  /**
   * @param least of how many words a name counts
   * @returns the names that the words begin with, of all indexes, the shortest of each first
   */
  ends(words: readonly PhraseWord[], least = 1): PhraseEnd[] {
    const ends: PhraseEnd[] = [];
    if (least > words.length) return ends;
    const classed = this.isClassed(words);
    for (let index = 0; index < this.search.indexes.length; index++) {
      if (!this.follow(index, words, least, false, ends) && classed) this.follow(index, words, least, true, ends);
    }
    return ends;
  }

  /** @returns what the words mean, all of them together; of names with any capitals only */
  senses(words: readonly PhraseWord[]): Sense[] {
    const senses: Sense[] = [];
    if (words.length === 0) return senses;
    let classed: boolean | undefined;
    for (let index = 0; index < this.search.indexes.length; index++) {
      let names = this.wholeName(index, words, false);
      if (names === 0 && (classed ??= this.isClassed(words))) names = this.wholeName(index, words, true);
      if (names !== 0) addSenses(this.search, index, names, never, senses);
    }
    return senses;
  }

  addSenses({ index, names }: NamesRow, senses: Sense[]): void {
    addSenses(this.search, index, names, never, senses);
  }

  /**
   * @param classed whether words are taken for what they stand for (`classOf`)
   * @returns the names that are these words, all of them together
   */
  rows(words: readonly PhraseWord[], classed: boolean): NamesRow[] {
    const ends: PhraseEnd[] = [];
    for (let index = 0; index < this.search.indexes.length; index++) this.follow(index, words, words.length, classed, ends);
    return ends;
  }

  private isClassed(words: readonly PhraseWord[]): boolean {
    return words.some(({ number }) => this.search.spellings.isClassed(number));
  }

  /**
   * @param classed whether words are taken for what they stand for (`classOf`)
   * @returns what stands in an index for all of the words together; 0 where they are no name
   */
  private wholeName(index: number, words: readonly PhraseWord[], classed: boolean): number {
    const trie = this.search.indexes[index]?.tables.trie;
    if (!trie) return 0;
    const facts = this.search.spellings.of(index);
    let node = root;
    let isAdjective = false;
    for (let at = 0; at < words.length; at++) {
      const number = words[at]?.number ?? 0;
      const stands = classed && this.search.spellings.isClassed(number) ? facts.classOf(number) : undefined;
      node = stands ? steps(trie, node, stands.ids) : stepTo(trie, node, facts.idOf(number));
      if (node === 0) return 0;
      isAdjective = stands?.adjective ?? false;
    }
    return isAdjective ? 0 : namesOf(trie, node);
  }

  /**
   * @param classed whether words are taken for what they stand for (`classOf`)
   * @returns whether all of the words are a name
   */
  private follow(index: number, words: readonly PhraseWord[], least: number, classed: boolean, ends: PhraseEnd[]): boolean {
    const trie = this.search.indexes[index]?.tables.trie;
    if (!trie) return false;
    const facts = this.search.spellings.of(index);
    let node = root;
    let whole = false;
    for (let at = 0; at < words.length; at++) {
      const number = words[at]?.number ?? 0;
      const stands = classed && this.search.spellings.isClassed(number) ? facts.classOf(number) : undefined;
      node = stands ? steps(trie, node, stands.ids) : stepTo(trie, node, facts.idOf(number));
      if (node === 0) return false;
      if (at + 1 < least) continue;
      const names = namesOf(trie, node);
      const known = classed && ends.some((end) => end.words === at + 1 && end.index === index);
      if (names === 0 || known || stands?.adjective) continue;
      ends.push({ words: at + 1, index, names });
      whole = at + 1 === words.length;
    }
    return whole;
  }
}

/** @returns the node that a word leads to; 0 for none */
function stepTo(trie: WordTrie, node: number, id: number): number {
  return id === 0 ? 0 : step(trie, node, id);
}

function steps(trie: WordTrie, node: number, ids: readonly number[]): number {
  let at = node;
  for (const id of ids) {
    at = stepTo(trie, at, id);
    if (at === 0) return 0;
  }
  return at;
}

function never(): boolean {
  return false;
}
