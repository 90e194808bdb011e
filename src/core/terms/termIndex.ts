import type { Concept } from './concept';
import { exactStart, LetterCase, letterCaseOf, sentenceStart } from './letterCase';
import { isPlain, nameVariants, nameWords } from './nameVariants';
import { formId, Spellings } from './spellings';
import { tokenise } from './tokenise';
import { Tokens } from './tokens';
import { hashOf, WordTable, type WordTableData } from './wordTable';
import { type WordTrie, WordTrieBuilder } from './wordTrie';

/** What a term index is made of; can be handed to a worker or kept, and made an index again. */
export interface TermTables {
  readonly concepts: readonly Concept[];
  /** The forms (`wordForm`) of names' words; a form's number is the word's id. */
  readonly words: WordTableData;
  readonly trie: WordTrie;
}

/** The names of many concepts compiled for search in text. */
export class TermIndex {
  /** The words of texts searched so far. */
  readonly spellings: Spellings;
  /** Room for the words of a text while it is searched. */
  readonly tokens = new Tokens(2048);
  private readonly lists = new Map<number, readonly Concept[]>();
  private readonly alone: (readonly Concept[] | undefined)[];
  private ids: ReadonlyMap<string, Concept> | undefined;

  constructor(readonly tables: TermTables) {
    const forms = new WordTable(tables.words);
    this.spellings = new Spellings((form) => formId(forms, form), tables.trie);
    this.alone = new Array<undefined>(tables.concepts.length);
  }

  get concepts(): readonly Concept[] {
    return this.tables.concepts;
  }

  /** The concepts by their ids. */
  get byId(): ReadonlyMap<string, Concept> {
    this.ids ??= new Map(this.tables.concepts.map((concept) => [concept.id, concept]));
    return this.ids;
  }

  /** The concept at a place, as the list that its mentions share. */
  only(place: number): readonly Concept[] {
    return (this.alone[place] ??= this.tables.concepts.slice(place, place + 1));
  }

  /** The concepts that share a name, by the name's place in the trie; made once, as they are many in few texts. */
  shared(names: number, make: () => readonly Concept[]): readonly Concept[] {
    const known = this.lists.get(names);
    if (known) return known;
    const list = make();
    this.lists.set(names, list);
    return list;
  }
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
  const names = concepts.reduce((sum, { synonyms, abbreviations }) => sum + 1 + synonyms.length + abbreviations.length, 0);
  const compiler = new Compiler(names);
  concepts.forEach((concept, at) => compiler.add(concept, at));
  return new TermIndex({ concepts, ...compiler.tables() });
}

class Compiler {
  private readonly forms = new WordTable();
  private readonly trie: WordTrieBuilder;
  private readonly spellings = new Spellings((form) => this.intern(form));
  private readonly tokens = new Tokens(64);

  constructor(names: number) {
    this.trie = new WordTrieBuilder(names);
  }

  add(concept: Concept, at: number): void {
    const base = concept.terminology === 'glossary' ? 0 : Rank.NotUsers;
    this.addName(concept.name, at, base + Rank.Name, false);
    for (const synonym of concept.synonyms) this.addName(synonym, at, base + Rank.Synonym, false);
    for (const abbreviation of concept.abbreviations) this.addName(abbreviation, at, base + Rank.Abbreviation, true);
  }

  tables(): Omit<TermTables, 'concepts'> {
    return { words: this.forms.data(), trie: this.trie.build() };
  }

  private addName(name: string, concept: number, rank: number, abbreviation: boolean): void {
    for (const variant of nameVariants(name)) {
      tokenise(variant, 0, variant.length, this.spellings.numberOf, this.tokens);
      const capitals = this.capitalsOf(letterCaseOf(variant, abbreviation));
      if (isPlain(variant, this.tokens)) this.addWords(this.tokens.word, this.tokens.count, concept, capitals, rank);
      else for (const words of nameWords(variant, this.tokens)) this.addWords(words, words.length, concept, capitals, rank);
    }
  }

  /** @param words numbers of spellings, which become ids */
  private addWords(words: Int32Array, count: number, concept: number, capitals: number, rank: number): void {
    for (let at = 0; at < count; at++) {
      words[at] = this.spellings.idOfNumber(words[at] ?? 0);
      // A word longer than any word of a name has no id.
      if (words[at] === 0) return;
    }
    this.trie.add(words, count, concept, capitals, rank);
  }

  private capitalsOf(letterCase: LetterCase): number {
    if (letterCase === LetterCase.Any) return 0;
    const { count, word } = this.tokens;
    const sentence = letterCase === LetterCase.Sentence;
    let hash = sentence ? sentenceStart : exactStart;
    for (let at = 0; at < count; at++) hash = this.spellings.capitalsOn(hash, word[at] ?? 0, sentence);
    return hash;
  }

  private readonly intern = (form: string): number => {
    const hash = hashOf(form, 0, form.length);
    return this.forms.find(form, 0, form.length, hash) || this.forms.add(form, 0, form.length, hash);
  };
}
