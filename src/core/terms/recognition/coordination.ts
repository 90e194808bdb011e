import type { Candidate } from './candidate';
import type { Candidates } from './candidates';
import type { PhraseWord } from './phrases';
import { isSameConcept, type Sense } from './sense';
import type { Stretches } from './stretches';

/** So many words stand at one side of a conjunction at most. */
const wordsOfPart = 4;

/** Parts texts into words and knows what words mean together. */
export interface WordLookUp {
  words(text: string, start: number, end: number, keep?: 'first' | 'last' | 'all', most?: number): PhraseWord[];
  senses(words: readonly PhraseWord[]): readonly Sense[];
}

/**
 * Finds what two names share: of `breast and ovarian cancer` the head, which makes `breast cancer` of the first part; of `cleft lip
 * and palate` the beginning. The mention reaches over both, as in the NCBI disease corpus (Doğan 2014), and means both.
 */
export class Coordinations {
  constructor(
    private readonly stretches: Stretches,
    private readonly phrases: WordLookUp,
  ) {}

  /** Adds the mentions that go on from a candidate over a conjunction before it, the longest first, then after it. */
  addTo(found: Candidate[], candidates: Candidates, one: number): void {
    const { text } = this.stretches;
    const start = candidates.startOf(one);
    const end = candidates.endOf(one);
    const left = conjunctionBefore(text, start);
    const right = conjunctionAfter(text, end);
    if ((left < 0 && right < 0) || isOneWord(text, start, end)) return;
    const own = this.phrases.words(text, start, end);
    if (own.length < 2) return;
    const senses = candidates.sensesOf(one);
    if (left >= 0) found.push(...this.sharedHead(senses, end, own, left));
    if (right >= 0) found.push(...this.sharedBeginning(senses, start, own, right));
  }

  /** `breast and` before `ovarian cancer`, and `colon, breast and`. */
  private sharedHead(senses: readonly Sense[], end: number, own: readonly PhraseWord[], conjunction: number): Candidate[] {
    const found: Candidate[] = [];
    let parts: readonly (readonly Sense[])[] = [senses];
    for (let to = conjunction; to > 0; ) {
      const words = this.wordsBefore(to);
      const part = this.longest(words, parts.flat(), (from) => own.slice(1).map((_, head) => [...words.slice(from), ...own.slice(head + 1)]));
      if (!part) break;
      parts = [part.senses, ...parts];
      const start = words[part.from]?.start ?? 0;
      found.unshift({ start, end, senses: parts.flat(), parts, via: 'coordination' });
      to = commaBefore(this.stretches.text, start);
    }
    return found;
  }

  /** `and palate` after `cleft lip`. */
  private sharedBeginning(senses: readonly Sense[], start: number, own: readonly PhraseWord[], conjunction: number): Candidate[] {
    const after = this.stretches.after(conjunction);
    const words = this.phrases.words(this.stretches.text, after.start, after.end, 'first', wordsOfPart);
    for (let to = words.length; to > 0; to--) {
      for (let beginning = own.length - 1; beginning > 0; beginning--) {
        const more = this.phrases.senses([...own.slice(0, beginning), ...words.slice(0, to)]);
        if (areOthers(more, senses)) return [{ start, end: words[to - 1]?.end ?? 0, senses: [...senses, ...more], parts: [senses, more], via: 'coordination' }];
      }
    }
    return [];
  }

  private wordsBefore(end: number): PhraseWord[] {
    const before = this.stretches.before(end);
    const words = this.phrases.words(this.stretches.text, before.start, before.end, 'last', wordsOfPart);
    return words.at(-1)?.end === end ? words : [];
  }

  /** The part that is a name with a head, of those that end before the conjunction the one with most words. */
  private longest(words: readonly PhraseWord[], own: readonly Sense[], withHeads: (from: number) => PhraseWord[][]): { from: number; senses: readonly Sense[] } | undefined {
    for (let from = 0; from < words.length; from++) {
      for (const phrase of withHeads(from)) {
        const senses = this.phrases.senses(phrase);
        if (areOthers(senses, own)) return { from, senses };
      }
    }
    return undefined;
  }
}

/** Whether there are any, and none is among the own ones. */
function areOthers(senses: readonly Sense[], own: readonly Sense[]): boolean {
  return senses.length > 0 && !senses.some((one) => own.some((other) => isSameConcept(one, other)));
}

const before = /(?:(?:[\s,/]*\b(?:and|or|nor)|&|\/)+[\s-]*|[a-z]-)$/i;
const after = /^(?:\s*\/\s*|\s+(?:and|or|nor|&|and\/or)\s+)/i;

/** Whether all are small letters of ASCII. */
function isOneWord(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

/** @returns where the words before a conjunction end, for one that stands before the offset; -1 for none */
function conjunctionBefore(text: string, offset: number): number {
  const last = text.charCodeAt(offset - 1);
  // A space after `nd`, `or` or `&`, a stroke or a hyphen: most names have something else before them.
  if (last === 32 && !endsConjunction(text, offset - 1)) return -1;
  if (last !== 32 && last !== 47 && last !== 45 && last !== 10) return -1;
  const window = text.slice(Math.max(0, offset - 16), offset);
  const found = before.exec(window);
  if (!found) return -1;
  const hyphen = /[a-z]-$/i.test(found[0]);
  return offset - window.length + found.index + (hyphen ? 1 : 0);
}

function endsConjunction(text: string, end: number): boolean {
  const code = text.charCodeAt(end - 1);
  const before = text.charCodeAt(end - 2) | 32;
  return code === 38 || ((code | 32) === 100 && before === 110) || ((code | 32) === 114 && before === 111);
}

function conjunctionAfter(text: string, offset: number): number {
  const first = text.charCodeAt(offset);
  if (first !== 32 && first !== 47 && first !== 10) return -1;
  // A space before a letter that begins none of them: most names have something else after them.
  if (first === 32 && !'aonAON&/ \n\t\r'.includes(text.charAt(offset + 1))) return -1;
  const found = after.exec(text.slice(offset, offset + 12));
  return found ? offset + found[0].length : -1;
}

/** @returns where the words before a comma end; 0 where there is none before the offset */
function commaBefore(text: string, offset: number): number {
  return /,\s$/.test(text.slice(Math.max(0, offset - 2), offset)) ? offset - 2 : 0;
}
