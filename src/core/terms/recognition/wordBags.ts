import type { Span } from '../../text';
import { Rank } from '../indexCompiler';
import { LetterCase, letterCaseOf } from '../letterCase';
import { NameRows } from '../nameRows';
import { nameVariants } from '../nameVariants';
import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import { Tokeniser } from '../tokenise';
import { Tokens } from '../tokens';
import { Link } from '../wasm/layout';
import { hashOf, WordTable } from '../wordTable';
import { wordForm } from '../wordForm';
import { bagKey, isSmall } from './bagWords';
import { addSense, type Candidate } from './candidate';
import { type Sense, sense } from './sense';

/** So many different words a name has at most, and so many words a text between its first and last. */
const wordsOfBag = 8;
const wordsAhead = 12;

/** Terminologies of phenotypes, whose names are descriptions more than names: the Human and the Mammalian Phenotype Ontology. */
const phenotypes = /^(?:HP|MP):/;

/**
 * The names of phenotypes as bags of words: in any order, in any part of speech, with small words between. After FastHPOCR
 * (Groza 2024, Bioinformatics 40:btae406), which finds concepts by sets of words' morphological clusters.
 */
export class WordBags {
  private readonly words = new BagWords();
  private readonly bags = new Map<number, Sense[]>();
  private readonly tokens = new Tokens();
  private readonly tokeniser = new Tokeniser(this.words, this.tokens);
  private readonly rows = new NameRows();
  private readonly seen: number[] = [];

  constructor(search: TermSearch<TermIndex>) {
    search.indexes.forEach((index, at) => {
      for (let place = 0; place < index.size; place++) {
        if (phenotypes.test(index.idAt(place))) this.addConcept(index, at, place);
      }
    });
  }

  /** Adds what stands in a stretch of a text; of single words only those that are enough without what is implied: `dominant`. */
  addFrom(text: string, { start, end }: Span, found: Candidate[]): void {
    const { tokens } = this;
    this.tokeniser.begin(text, start, end).read(Infinity);
    for (let from = 0; from < tokens.count; from++) {
      if (tokens.link[from] !== Link.Glued && !this.isLeftOut(text, from, from)) this.from(text, from, found);
    }
  }

  /** @returns what words mean together, in whatever order; nothing where a small word is the first or the last */
  senses(text: string, words: readonly Span[]): readonly Sense[] {
    this.seen.length = 0;
    let bag = 0;
    for (const [at, { start, end }] of words.entries()) {
      const number = this.words.numberOf(text, start, end);
      if (number > 0 && !this.words.isSmall(number)) bag += this.more(number);
      else if (at === 0 || at === words.length - 1) return none;
    }
    return this.seen.length > 1 ? (this.bags.get(bag) ?? none) : none;
  }

  private from(text: string, from: number, found: Candidate[]): void {
    const { count, start, end, word, link } = this.tokens;
    this.seen.length = 0;
    let bag = 0;
    for (let at = from; at < count && at < from + wordsAhead; at++) {
      if (at > from && link[at] === Link.Parted) return;
      if (this.isLeftOut(text, at, from)) continue;
      bag += this.more(word[at] ?? 0);
      if (this.seen.length > wordsOfBag) return;
      if (at + 1 < count && link[at + 1] === Link.Glued) continue;
      const senses = this.bags.get(bag);
      if (senses) found.push({ start: start[from] ?? 0, end: end[at] ?? 0, senses });
    }
  }

  /** Small words are left out, but for the A of `type A`. */
  private isLeftOut(text: string, at: number, from: number): boolean {
    const { word, start } = this.tokens;
    return this.words.isSmall(word[at] ?? 0) && !(at > from && text.charAt(start[at] ?? 0) === 'A');
  }

  /** What a word adds to its bag; 0 for one that is in it. */
  private more(number: number): number {
    const key = this.words.keyOf(number);
    if (this.seen.includes(key)) return 0;
    this.seen.push(key);
    return key;
  }

  private addConcept(index: TermIndex, at: number, place: number): void {
    const concept = index.conceptAt(place);
    if (!concept) return;
    this.addName(concept.name, sense(at, place, Rank.NotUsers + Rank.Inexact));
    for (const synonym of concept.synonyms) this.addName(synonym, sense(at, place, Rank.NotUsers + Rank.Inexact));
  }

  private addName(name: string, one: Sense): void {
    const implied = /^autosomal[ -](.+)$/i.exec(name)?.[1];
    if (implied !== undefined) this.addWords(implied, one, 1);
    for (const variant of nameVariants(name)) {
      if (letterCaseOf(variant, false) === LetterCase.Any) this.addWords(variant, one, 2);
    }
  }

  /** @param fewest how many different words there must be */
  private addWords(name: string, one: Sense, fewest: number): void {
    this.tokeniser.begin(name, 0, name.length).read(Infinity);
    this.rows.read(this.tokens, this.tokens.count);
    for (let number = 0; number < this.rows.count; number++) {
      const row = this.rows.row(number);
      this.seen.length = 0;
      let bag = 0;
      row.forEach((number, place) => {
        if (!this.words.isSmall(number) || this.words.isLetterOfType(row, place)) bag += this.more(number);
      });
      if (this.seen.length < fewest || this.seen.length > wordsOfBag) continue;
      const known = this.bags.get(bag);
      if (known) addSense(known, one);
      else this.bags.set(bag, [one]);
    }
  }
}

const none: readonly Sense[] = [];

/** The words of names and texts, numbered, with what they come to in a bag. */
class BagWords {
  private readonly known = new WordTable();
  private readonly keys: number[] = [0];
  private readonly small: boolean[] = [false];
  private readonly forms: string[] = [''];

  numberOf(text: string, start: number, end: number): number {
    const hash = hashOf(text, start, end);
    return this.known.find(text, start, end, hash) || this.add(text.slice(start, end), hash);
  }

  /** The number that a word adds to its bag; the same for all words that say the same. */
  keyOf(number: number): number {
    return this.keys[number] ?? 0;
  }

  isSmall(number: number): boolean {
    return this.small[number] ?? false;
  }

  /** The A of `type A`, and of `brachydactyly, A1`. */
  isLetterOfType(row: Int32Array, at: number): boolean {
    if (this.forms[row[at] ?? 0] !== 'a') return false;
    return at === row.length - 1 || this.forms[row[at - 1] ?? 0] === 'type' || /^\d/.test(this.forms[row[at + 1] ?? 0] ?? '');
  }

  private add(word: string, hash: number): number {
    // Punctuation is no word.
    if (!/[\p{L}\p{N}]/u.test(word)) return 0;
    const form = wordForm(word);
    this.keys.push(numberFor(bagKey(form)));
    this.small.push(isSmall(form));
    this.forms.push(form);
    return this.known.add(word, 0, word.length, hash);
  }
}

/** A whole number below 2^49, so that the sum of a bag's is exact, and tells bags apart. */
function numberFor(key: string): number {
  const low = hashOf(key, 0, key.length) >>> 0;
  const high = hashOf(`${key}.`, 0, key.length + 1) & 0xffff;
  return high * 0x1_0000_0000 + low + 1;
}
