import type { Concept } from './concept';
import { capitalsHash, exactStart, LetterCase, letterCaseOf, sentenceStart } from './letterCase';
import { nameVariants, nameWords } from './nameVariants';
import { tokenise, wordLimit } from './tokenise';
import { Tokens } from './tokens';
import { wordForm } from './wordForm';
import { type WordTrie, WordTrieBuilder } from './wordTrie';

/** What a term index is made of; can be handed to a worker or kept, and made an index again. */
export interface TermTables {
  readonly concepts: readonly Concept[];
  /** Word form → id, from 1 on. */
  readonly words: ReadonlyMap<string, number>;
  readonly trie: WordTrie;
}

/** The names of many concepts compiled for search in text. */
export class TermIndex {
  /** A word as a text has it → its id. Texts repeat their words, and a form takes a dozen times as long as a look-up. */
  private readonly known = new Map<string, number>();
  private ids: ReadonlyMap<string, Concept> | undefined;

  constructor(readonly tables: TermTables) {}

  get concepts(): readonly Concept[] {
    return this.tables.concepts;
  }

  /** The concepts by their ids. */
  get byId(): ReadonlyMap<string, Concept> {
    this.ids ??= new Map(this.tables.concepts.map((concept) => [concept.id, concept]));
    return this.ids;
  }

  /** @returns the id of a word of some name, in any of its spellings; 0 for other words */
  readonly wordId = (word: string): number => {
    const known = this.known.get(word);
    if (known !== undefined) return known;
    const id = this.tables.words.get(wordForm(word)) ?? 0;
    if (this.known.size === knownLimit) this.known.clear();
    this.known.set(detached(word), id);
    return id;
  };
}

/** A library's worth of different words, in about 5 MB. */
const knownLimit = 65_536;

/** A copy, since engines keep the whole text alive for a slice of 13 or more characters of it. */
function detached(slice: string): string {
  return slice.length < 13 ? slice : slice.split('').join('');
}

/** How good a name is for finding its concept; what the user's own glossary says comes before all. */
const enum Rank {
  Name,
  Synonym,
  Abbreviation,
  /** Added for terminologies other than the user's. */
  NotUsers = 4,
}

/**
 * @param concepts with ids of their own (`mergeTerminologies`); of two that share a name, the user's comes first in
 *   mentions, then the one whose preferred name it is, then the earlier
 */
export function compileTermIndex(concepts: readonly Concept[]): TermIndex {
  const compiler = new Compiler();
  concepts.forEach((concept, at) => compiler.add(concept, at));
  return new TermIndex({ concepts, words: compiler.words, trie: compiler.trie.build() });
}

class Compiler {
  readonly words = new Map<string, number>();
  readonly trie = new WordTrieBuilder();
  private readonly spellings = new Map<string, number>();
  private readonly tokens = new Tokens(64);

  add(concept: Concept, at: number): void {
    const base = concept.terminology === 'glossary' ? 0 : Rank.NotUsers;
    this.addName(concept.name, at, base + Rank.Name, false);
    for (const synonym of concept.synonyms) this.addName(synonym, at, base + Rank.Synonym, false);
    for (const abbreviation of concept.abbreviations) this.addName(abbreviation, at, base + Rank.Abbreviation, true);
  }

  private addName(name: string, concept: number, rank: number, abbreviation: boolean): void {
    for (const variant of nameVariants(name)) {
      tokenise(variant, 0, variant.length, this.intern, this.tokens);
      const capitals = this.capitalsOf(variant, letterCaseOf(variant, abbreviation));
      for (const words of nameWords(variant, this.tokens)) this.trie.add(words, { concept, capitals, rank });
    }
  }

  private capitalsOf(name: string, letterCase: LetterCase): number {
    if (letterCase === LetterCase.Any) return 0;
    const { count, start, end } = this.tokens;
    const first = letterCase === LetterCase.Sentence ? sentenceStart : exactStart;
    let hash = first;
    for (let at = 0; at < count; at++) hash = capitalsHash(hash, name.slice(start[at], end[at]), first);
    return hash;
  }

  private readonly intern = (word: string): number => {
    const known = this.spellings.get(word);
    if (known !== undefined) return known;
    const form = word.length > wordLimit ? word : wordForm(word);
    let id = this.words.get(form);
    if (id === undefined) {
      id = this.words.size + 1;
      this.words.set(form, id);
    }
    this.spellings.set(word, id);
    return id;
  };
}
