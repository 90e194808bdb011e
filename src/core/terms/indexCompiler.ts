import { LetterCase, letterCaseOf } from './letterCase';
import { looseVariants, mayVaryLoosely, type NameShape } from './looseVariants';
import { NameRows } from './nameRows';
import { NameSpellings, WordFact } from './nameSpellings';
import { NameTokens } from './nameTokens';
import { nameVariants } from './nameVariants';
import { PlainNames } from './plainNames';
import type { Steps } from './steps';
import { Tokeniser } from './tokenise';
import { Tokens } from './tokens';
import { WordTrieBuilder } from './trieBuilder';
import { diseaseKey } from './wordClasses';
import type { IndexMemory } from './wasm/indexMemory';
import { exactStart, properName, sentenceStart } from './wasm/layout';
import type { WordTableData } from './wordTable';
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
  /** The memory that they lie in, if it is made for searches. */
  readonly home?: IndexMemory;
}

/** Takes the names of concepts in, and makes tables of them that texts are searched with. */
export class IndexCompiler {
  private readonly trie = new WordTrieBuilder();
  private readonly spellings: NameSpellings;
  private readonly rows = new NameRows();
  private readonly plain: PlainNames;
  private readonly tokens = new Tokens();
  private readonly tokeniser: Tokeniser;
  /** Reads names made of others, which are still needed. */
  private readonly made: PlainNames;
  /** The words of a name that is read by the tokeniser. */
  private readonly others = new NameTokens();
  /** Room for the ids of a classed name's words, each of which may become two. */
  private readonly ids = new Int32Array(wordsOfClassed * 2);
  private readonly diseaseId: number;

  constructor(private readonly steps: Steps) {
    this.spellings = new NameSpellings(steps);
    this.plain = new PlainNames(this.spellings, steps);
    this.made = new PlainNames(this.spellings, steps);
    this.tokeniser = new Tokeniser(this.spellings, this.tokens, steps);
    this.diseaseId = this.spellings.intern(diseaseKey);
  }

  /** @param concept its place among all */
  add(name: string, concept: number, rank: number, abbreviation: boolean): void {
    if (this.plain.readText(name)) this.addPlain(concept, rank, abbreviation);
    else this.addAny(name, concept, rank, abbreviation);
  }

  /** The same of a name whose UTF-8 stands from `start` to before `end`. */
  addBytes(bytes: Uint8Array, start: number, end: number, concept: number, rank: number, abbreviation: boolean): void {
    if (this.plain.read(bytes, start, end)) this.addPlain(concept, rank, abbreviation);
    else this.addAny(decoder.decode(bytes.subarray(start, end)), concept, rank, abbreviation);
  }

  tables(): CompiledNames {
    const { forms } = this.spellings;
    return { words: forms.data(), trie: this.trie.build(forms.size), steps: this.steps };
  }

  private addPlain(concept: number, rank: number, abbreviation: boolean): void {
    const { plain } = this;
    this.addVariant(plain.tokens, undefined, concept, rank, abbreviation);
    if (plain.toBare()) this.addVariant(plain.variant, undefined, concept, rank, abbreviation);
    if (plain.toTurned()) this.addVariant(plain.variant, undefined, concept, rank, abbreviation);
  }

  private addAny(name: string, concept: number, rank: number, abbreviation: boolean): void {
    for (const variant of nameVariants(name, this.steps)) this.addVariant(this.read(variant), variant, concept, rank, abbreviation);
  }

  /** @returns the words of a name, until the next one */
  private read(name: string): NameTokens {
    if (this.made.readText(name)) return this.made.tokens;
    this.tokeniser.begin(name, 0, name.length).read(Infinity);
    this.others.setTo(this.tokens, this.spellings);
    return this.others;
  }

  /** @param name what is read of `plain`, without */
  private addVariant(tokens: NameTokens, name: string | undefined, concept: number, rank: number, abbreviation: boolean): void {
    const letterCase = name !== undefined ? letterCaseOf(name, abbreviation, this.steps) : abbreviation ? LetterCase.Exact : this.plain.letterCaseOf(tokens);
    const capitals = letterCase === LetterCase.Any ? 0 : this.capitalsOf(tokens, letterCase);
    const { rows } = this;
    rows.read(tokens, tokens.count);
    // A word longer than any word of a name has no id.
    const known = (tokens.all & WordFact.TooLong) === 0;
    if (known) this.addRows(concept, capitals, rank);
    if (letterCase !== LetterCase.Any || rows.count === 0) return;
    if (known && (tokens.all & (WordFact.Classed | WordFact.Comma)) === WordFact.Classed) this.addClassed(concept, looseRank(rank));
    if (tokens.count === 1 || (tokens.all & WordFact.Hinted) !== 0) this.addLoosely(name, concept, looseRank(rank));
  }

  private addRows(concept: number, capitals: number, rank: number): void {
    const { count, words, ends } = this.rows;
    for (let row = 0, begin = 0; row < count; row++) {
      const end = ends[row] ?? 0;
      this.trie.add(words, begin, end, concept, capitals, rank);
      begin = end;
    }
  }

  /** Adds a name with what its words stand for in place of them (`classOf`), if any does. A head begins no name. */
  private addClassed(concept: number, rank: number): void {
    const { count, ends } = this.rows;
    for (let row = 0, begin = 0; row < count; row++) {
      const end = ends[row] ?? 0;
      if (end - begin <= wordsOfClassed) this.addClassedRow(begin, end, concept, rank);
      begin = end;
    }
  }

  private addClassedRow(begin: number, end: number, concept: number, rank: number): void {
    const { words } = this.rows;
    const { spellings, ids } = this;
    let count = 0;
    let isClassed = false;
    for (let at = begin; at < end; at++) {
      const id = words[at] ?? 0;
      const keys = spellings.classOf(id);
      if (keys) for (const key of keys) ids[count++] = key;
      else ids[count++] = id;
      isClassed ||= keys !== undefined;
    }
    if (isClassed && count > 1 && count <= wordsOfClassed && ids[0] !== this.diseaseId) this.trie.add(ids, 0, count, concept, 0, rank);
  }

  /** Adds the less exact ways to say a name. */
  private addLoosely(name: string | undefined, concept: number, rank: number): void {
    const { words, ends } = this.rows;
    const length = ends[0] ?? 0;
    const first = this.spellings.hintOf(words[0] ?? 0);
    const last = this.spellings.hintOf(words[length - 1] ?? 0);
    if (!mayVaryLoosely(first, last, length, name === undefined ? this.plain : anyShape)) return;
    for (const { name: other, proper } of looseVariants(name ?? this.plain.text(), first, last, length, this.steps)) {
      const tokens = this.read(other);
      const letterCase = letterCaseOf(other, false, this.steps);
      const capitals = proper ? properName : letterCase === LetterCase.Any ? 0 : this.capitalsOf(tokens, letterCase);
      this.rows.read(tokens, tokens.count);
      if ((tokens.all & WordFact.TooLong) === 0) this.addRows(concept, capitals, rank);
    }
  }

  private capitalsOf({ count, spelling }: NameTokens, letterCase: LetterCase.Exact | LetterCase.Sentence): number {
    const sentence = letterCase === LetterCase.Sentence;
    let hash = sentence ? sentenceStart : exactStart;
    for (let at = 0; at < count; at++) hash = this.spellings.capitalsOn(hash, spelling[at] ?? 0, sentence);
    return hash;
  }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Longer names are not found by what their words stand for: they are a third of the memory, and hardly any text has them. */
const wordsOfClassed = 4;

/** Of a name that is not looked at so closely. */
const anyShape: NameShape = { comma: true, hyphen: true };

/** The rank of less exact ways to say a name. */
function looseRank(rank: number): number {
  return (rank & Rank.NotUsers) | Rank.Inexact;
}
