import type { Abbreviation } from '../abbreviations';
import type { Definition } from '../document/definitions';
import type { ShortForm } from '../document/shortForms';
import type { Candidate } from './candidate';
import type { PhraseEnd, Phrases, PhraseWord } from './phrases';
import type { Sense } from './sense';
import type { Stretches } from './stretches';

/**
 * @param candidates sorted
 * @returns what the long form of an abbreviation names: the whole of it, or else the longest name that ends with it, which is its head
 *   (`L-dopa-induced dyskinesia`); nothing where there is none
 */
export function sensesOfLong({ longSpan: { start, end } }: Abbreviation, candidates: readonly Candidate[]): readonly Sense[] {
  return candidates.find((candidate) => candidate.end === end && candidate.start >= start && candidate.start < end)?.senses ?? [];
}

/** So many words beside a short form belong to a name with it at most. */
const wordsBeside = 3;

/** Finds names that hold a short form, or a definition in brackets. */
export class NamesAround {
  private readonly longWords = new Map<Definition, readonly PhraseWord[]>();

  constructor(
    private readonly stretches: Stretches,
    private readonly phrases: Phrases,
  ) {}

  /** `G6PD deficiency`, by the name `glucose-6-phosphate dehydrogenase deficiency`. */
  aroundShort({ start, end, definition }: ShortForm): Candidate[] {
    const { text } = this.stretches;
    const long = this.wordsOf(definition);
    const before = this.stretches.before(start);
    const after = this.stretches.after(end);
    const left = touches(text, start - 1) ? this.phrases.words(text, before.start, before.end, 'last').slice(-wordsBeside) : [];
    const right = touches(text, end) ? this.phrases.words(text, after.start, after.end, 'first').slice(0, wordsBeside) : [];
    const found: Candidate[] = [];
    for (let from = 0; from <= left.length; from++) {
      const words = [...left.slice(from), ...long, ...right];
      const rest = words.length - right.length;
      for (const name of this.phrases.ends(words)) {
        const isMore = from < left.length ? name.words >= rest : name.words > rest;
        if (isMore) this.add(found, name, { start: left[from]?.start ?? start, end: right[name.words - rest - 1]?.end ?? end, via: 'abbreviation' });
      }
    }
    return found;
  }

  /** `glucose-6-phosphate dehydrogenase (G6PD) deficiency`, by the name without the bracket. */
  aroundDefinition({ shortSpan, longSpan }: Abbreviation): Candidate[] {
    const { text } = this.stretches;
    if (shortSpan.start < longSpan.end || !/^[)\]]\s$/.test(text.slice(shortSpan.end, shortSpan.end + 2))) return [];
    const after = this.stretches.after(shortSpan.end + 1);
    const right = this.phrases.words(text, after.start, after.end, 'first').slice(0, wordsBeside);
    if (right.length === 0) return [];
    const before = this.stretches.before(longSpan.start);
    const left = this.phrases.words(text, before.start, longSpan.end, 'last');
    const found: Candidate[] = [];
    for (let from = 0; from < left.length; from++) {
      const rest = left.length - from;
      for (const name of this.phrases.ends([...left.slice(from), ...right])) {
        if (name.words > rest) this.add(found, name, { start: left[from]?.start ?? 0, end: right[name.words - rest - 1]?.end ?? 0 });
      }
    }
    return found;
  }

  private add(found: Candidate[], name: PhraseEnd, where: Omit<Candidate, 'senses'>): void {
    const senses: Sense[] = [];
    this.phrases.addSenses(name, senses);
    if (senses.length > 0) found.push({ ...where, senses });
  }

  private wordsOf(definition: Definition): readonly PhraseWord[] {
    let words = this.longWords.get(definition);
    if (!words) this.longWords.set(definition, (words = this.phrases.words(definition.long, 0, definition.long.length)));
    return words;
  }
}

/** Whether a space or a hyphen stands there. */
function touches(text: string, at: number): boolean {
  return /[\s\p{Pd}]/u.test(text.charAt(at));
}
