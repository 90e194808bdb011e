import type { Concept } from '../../../src/core/terms/concept';
import { capitalsKey, LetterCase, letterCaseOf } from '../../../src/core/terms/letterCase';
import { nameVariants, wordsInName } from '../../../src/core/terms/nameVariants';
import { nameWords } from './nameWords';
import { wordLimit } from '../../../src/core/terms/tokenise';
import { Tokens } from '../../../src/core/terms/tokens';
import { exactStart, Link, sentenceStart } from '../../../src/core/terms/wasm/layout';
import { wordForm } from '../../../src/core/terms/wordForm';
import { type ReferenceToken, referenceTokenise } from './referenceTokenise';

interface Name {
  readonly concept: string;
  readonly capitals: number;
}

/** A match, by its offsets and the ids of its concepts in the order of their letters. */
export type ReferenceMatch = `${number}-${number} ${string}`;

/** Finds names by trying every row of words that a text holds, to hold the quick way against. */
export class ReferenceScan {
  private readonly names = new Map<string, Name[]>();
  private readonly beginnings = new Set<string>();
  private readonly words = new Map<string, number>();
  private readonly spellings = [''];

  constructor(concepts: readonly Concept[]) {
    for (const { id, name, synonyms, abbreviations } of concepts) {
      for (const one of [name, ...synonyms]) this.add(one, id, false);
      for (const one of abbreviations) this.add(one, id, true);
    }
  }

  find(text: string, mode: 'longest' | 'all', start = 0, end = text.length): ReferenceMatch[] {
    const tokens = referenceTokenise(text, start, end, (mark) => this.words.has(wordForm(mark)));
    const found: ReferenceMatch[] = [];
    for (let at = 0; at < tokens.length; ) {
      const ends = tokens[at]?.link === Link.Glued ? new Map<number, string>() : this.endsFrom(tokens, at);
      const inOrder = [...ends.keys()].sort((a, b) => b - a);
      for (const to of mode === 'all' ? inOrder : inOrder.slice(0, 1)) {
        found.push(`${tokens[at]?.start ?? 0}-${tokens[to - 1]?.end ?? 0} ${ends.get(to) ?? ''}`);
      }
      at = mode === 'longest' && inOrder[0] !== undefined ? inOrder[0] : at + 1;
    }
    return found;
  }

  /** After which words a name ends that begins at one, and its concepts. */
  private endsFrom(tokens: readonly ReferenceToken[], from: number): Map<number, string> {
    const ends = new Map<number, string>();
    const follow = (at: number, row: readonly string[]): void => {
      const key = row.join(' ');
      if (row.length > 0 && !this.beginnings.has(key)) return;
      if (row.length > 0 && !ends.has(at) && tokens[at]?.link !== Link.Glued) {
        const ids = this.allowed(key, tokens.slice(from, at));
        if (ids.length > 0) ends.set(at, ids.join());
      }
      const next = tokens[at];
      if (!next || row.length >= wordsInName || (row.length > 0 && next.link === Link.Parted)) return;
      const whole = [() => follow(at + 1, [...row, formOf(next.text)])];
      const after = tokens[at + 1];
      if (after?.link === Link.Hyphen) {
        const both = next.text + after.text;
        if (both.length > 2 && both.length <= wordLimit) whole.push(() => follow(at + 2, [...row, formOf(both)]));
      }
      // A word by itself goes first at the beginning, and after two words taken as one further on.
      for (const way of row.length === 0 ? whole : whole.toReversed()) way();
    };
    follow(from, []);
    return ends;
  }

  private allowed(key: string, tokens: readonly ReferenceToken[]): string[] {
    const texts = tokens.map(({ text }) => text);
    const ids = (this.names.get(key) ?? [])
      .filter(({ capitals }) => capitals === 0 || capitals === hashOf(texts, false) || capitals === hashOf(texts, true))
      .map(({ concept }) => concept);
    return [...new Set(ids)].sort();
  }

  private add(name: string, concept: string, abbreviation: boolean): void {
    for (const variant of nameVariants(name)) {
      const parts = referenceTokenise(variant, 0, variant.length, () => true);
      const tokens = new Tokens();
      parts.forEach((part, at) => {
        tokens.add(part.start, part.end, this.numberOf(part.text), part.link);
        const before = parts[at - 1];
        const both = (before?.text ?? '') + part.text;
        if (part.link === Link.Hyphen && before && both.length > 2 && both.length <= wordLimit) tokens.joined[at - 1] = this.numberOf(both);
      });
      const letterCase = letterCaseOf(variant, abbreviation);
      const capitals = letterCase === LetterCase.Any ? 0 : hashOf(parts.map(({ text }) => text), letterCase === LetterCase.Sentence);
      const rows = nameWords(variant, tokens);
      for (const row of rows) if (!row.includes(0)) this.put([...row].map((number) => formOf(this.spellings[number] ?? '')), { concept, capitals });
    }
  }

  private put(row: readonly string[], name: Name): void {
    row.forEach((_, at) => this.beginnings.add(row.slice(0, at + 1).join(' ')));
    this.names.set(row.join(' '), [...(this.names.get(row.join(' ')) ?? []), name]);
  }

  /** Numbers the spellings of names' words; 0 for one that is too long. */
  private numberOf(text: string): number {
    if (text.length > wordLimit) return 0;
    this.words.set(wordForm(text), 1);
    return this.spellings.push(text) - 1;
  }
}

function formOf(text: string): string {
  return text.length > wordLimit ? '\0' : wordForm(text);
}

function hashOf(texts: readonly string[], sentence: boolean): number {
  return texts.reduce((before, text) => {
    const { hash, power } = capitalsKey(text, sentence);
    return (Math.imul(before, power) + hash) | 0;
  }, sentence ? sentenceStart : exactStart);
}
