import { grown } from './grown';
import { exactStart, LetterCase, letterCaseOf, properName, sentenceStart } from './letterCase';
import { Hint, hintOf, looseVariants } from './looseVariants';
import { NameRows } from './nameRows';
import { mayVary, nameVariants, wordsInName } from './nameVariants';
import { type SpellingFacts, Spellings } from './spellings';
import type { Steps } from './steps';
import { Tokeniser } from './tokenise';
import { Tokens } from './tokens';
import { diseaseKey } from './wordClasses';
import { hashOf, WordTable, type WordTableData } from './wordTable';
import { WordTrieBuilder } from './trieBuilder';
import type { WordTrie } from './wordTrie';

/** How good a name is for finding its concept; what the user's own glossary says comes before all. Below 8. */
export const enum Rank {
  Name,
  Synonym,
  Abbreviation,
  /** Of a narrower, broader or related meaning, or a less exact way to say a name (`looseVariants`, `classOf`). */
  Inexact,
  /** Added for terminologies other than the user's. */
  NotUsers = 4,
}

/** Names compiled for search. */
export interface CompiledNames {
  /** The forms (`wordForm`) of names' words; a form's number is the word's id. */
  readonly words: WordTableData;
  readonly trie: WordTrie;
  /** How names and texts are made one. */
  readonly steps: Steps;
}

/** Takes the names of concepts in, and makes tables of them that texts are searched with. */
export class IndexCompiler {
  private readonly forms = new WordTable();
  private readonly trie = new WordTrieBuilder();
  private readonly spellings: Spellings;
  private readonly facts: SpellingFacts;
  private readonly rows = new NameRows();
  private readonly tokens = new Tokens(64);
  private readonly tokeniser: Tokeniser;
  /** Room for the ids of a name's words. */
  private readonly ids = new Int32Array(wordsInName * 2);
  /** By word: what it promises of a name that begins or ends with it (`hintOf`). */
  private hints = new Uint8Array(1024);
  private readonly diseaseId: number;

  constructor(private readonly steps: Steps) {
    this.spellings = new Spellings([{ idOf: (form) => this.intern(form) }], steps);
    this.facts = this.spellings.of(0);
    this.tokeniser = new Tokeniser(this.spellings.numberOf, this.tokens, steps);
    this.diseaseId = this.intern(diseaseKey);
  }

  /** @param concept its place among all */
  add(name: string, concept: number, rank: number, abbreviation: boolean): void {
    if (!mayVary(name)) this.addVariant(name, concept, rank, abbreviation);
    else for (const variant of nameVariants(name, this.steps)) this.addVariant(variant, concept, rank, abbreviation);
  }

  private addVariant(name: string, concept: number, rank: number, abbreviation: boolean): void {
    const letterCase = letterCaseOf(name, abbreviation, this.steps);
    const rows = this.rowsOf(name);
    const capitals = letterCase === LetterCase.Any ? 0 : this.capitalsOf(letterCase);
    for (let at = 0; at < rows.count; at++) this.addWords(rows, at, concept, capitals, rank);
    if (letterCase !== LetterCase.Any || rows.count === 0) return;
    if (this.steps.wordClasses) for (let at = 0; at < rows.count; at++) this.addClassed(name, rows, at, concept, looseRank(rank));
    this.addLoosely(name, concept, looseRank(rank));
  }

  tables(): CompiledNames {
    return { words: this.forms.data(), trie: this.trie.build(this.forms.size), steps: this.steps };
  }

  /** The words of a name, by the numbers of their spellings, once for each way to part it into words; until the next name. */
  private rowsOf(name: string): NameRows {
    const { tokens, rows } = this;
    this.tokeniser.begin(name, 0, name.length).read(Infinity);
    rows.read(name, tokens);
    return rows;
  }

  private addWords({ words, ends }: NameRows, row: number, concept: number, capitals: number, rank: number): void {
    const begin = ends[row - 1] ?? 0;
    const end = ends[row] ?? 0;
    for (let at = begin; at < end; at++) {
      const id = this.facts.idOf(words[at] ?? 0);
      // A word longer than any word of a name has no id.
      if (id === 0) return;
      this.ids[at - begin] = id;
    }
    this.trie.add(this.ids, end - begin, concept, capitals, rank);
  }

  /** Adds a name with what its words stand for in place of them (`classOf`), if any does. A head begins no name. */
  private addClassed(name: string, { words, ends }: NameRows, row: number, concept: number, rank: number): void {
    const begin = ends[row - 1] ?? 0;
    const end = ends[row] ?? 0;
    if (end - begin > wordsOfClassed) return;
    let isClassed = false;
    for (let at = begin; at < end; at++) isClassed ||= this.spellings.isClassed(words[at] ?? 0);
    if (!isClassed || name.includes(',')) return;
    let count = 0;
    for (let at = begin; at < end; at++) {
      const number = words[at] ?? 0;
      const ids = this.facts.classOf(number)?.ids ?? [this.facts.idOf(number)];
      if (ids.includes(0)) return;
      for (const id of ids) this.ids[count++] = id;
    }
    if (count > 1 && count <= wordsOfClassed && this.ids[0] !== this.diseaseId) this.trie.add(this.ids, count, concept, 0, rank);
  }

  /** Adds the less exact ways to say a name. */
  private addLoosely(name: string, concept: number, rank: number): void {
    const { words, ends } = this.rows;
    const length = ends[0] ?? 0;
    const first = this.hintAt(words[0] ?? 0);
    const last = this.hintAt(words[length - 1] ?? 0);
    if ((first | last) === Hint.None) return;
    for (const { name: other, proper } of looseVariants(name, first, last, length, this.steps)) {
      const rows = this.rowsOf(other);
      const letterCase = letterCaseOf(other, false, this.steps);
      const capitals = proper ? properName : letterCase === LetterCase.Any ? 0 : this.capitalsOf(letterCase);
      for (let at = 0; at < rows.count; at++) this.addWords(rows, at, concept, capitals, rank);
    }
  }

  private hintAt(number: number): Hint {
    return this.hints[this.facts.idOf(number)] ?? Hint.None;
  }

  private capitalsOf(letterCase: LetterCase.Exact | LetterCase.Sentence): number {
    const { count, word } = this.tokens;
    const sentence = letterCase === LetterCase.Sentence;
    let hash = sentence ? sentenceStart : exactStart;
    for (let at = 0; at < count; at++) hash = this.spellings.capitalsOn(hash, word[at] ?? 0, sentence);
    return hash;
  }

  private readonly intern = (form: string): number => {
    const hash = hashOf(form, 0, form.length);
    const known = this.forms.find(form, 0, form.length, hash);
    if (known !== 0) return known;
    const id = this.forms.add(form, 0, form.length, hash);
    this.hints = grown(this.hints, id + 1);
    this.hints[id] = hintOf(form);
    return id;
  };
}

/** Longer names are not found by what their words stand for: they are a third of the memory, and hardly any text has them. */
const wordsOfClassed = 4;

/** The rank of less exact ways to say a name. */
function looseRank(rank: number): number {
  return (rank & Rank.NotUsers) | Rank.Inexact;
}
