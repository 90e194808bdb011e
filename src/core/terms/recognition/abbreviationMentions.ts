import type { Abbreviation } from '../abbreviations';
import type { Definition } from '../document/definitions';
import type { ShortForm } from '../document/shortForms';
import type { Candidate } from './candidate';
import type { Names } from './names';
import type { PhraseEnd, Phrases, PhraseWord } from './phrases';
import type { Sense } from './sense';
import type { Stretches } from './stretches';

/**
 * @param names of the text around
 * @returns what the long form of an abbreviation names: the whole of it, or else the longest name that ends with it, which is its head
 *   (`L-dopa-induced dyskinesia`); nothing where there is none
 */
export function sensesOfLong({ longSpan: { start, end } }: Abbreviation, names: Names): readonly Sense[] {
  for (let at = names.firstFrom(start); at < names.count && names.startOf(at) < end; at++) {
    if (names.endOf(at) === end) return names.sensesOf(at);
  }
  return [];
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

  /** Adds `G6PD deficiency`, by the name `glucose-6-phosphate dehydrogenase deficiency`. */
  addAroundShort({ start, end, definition }: ShortForm, found: Candidate[]): void {
    const { text } = this.stretches;
    const long = this.wordsOf(definition);
    const before = this.stretches.before(start);
    const after = this.stretches.after(end);
    const left = touches(text, start - 1) ? this.phrases.words(text, before.start, before.end, 'last', wordsBeside) : [];
    const right = touches(text, end) ? this.phrases.words(text, after.start, after.end, 'first', wordsBeside) : [];
    const words = [...left, ...long, ...right];
    for (let from = 0; from <= left.length; from++) {
      const rest = left.length - from + long.length;
      // More than the long form alone.
      for (const name of this.phrases.ends(words.slice(from), from < left.length ? rest : rest + 1)) {
        this.add(found, name, { start: left[from]?.start ?? start, end: right[name.words - rest - 1]?.end ?? end, via: 'abbreviation' });
      }
    }
  }

  /** Adds `glucose-6-phosphate dehydrogenase (G6PD) deficiency`, by the name without the bracket. */
  addAroundDefinition({ shortSpan, longSpan }: Abbreviation, found: Candidate[]): void {
    const { text } = this.stretches;
    if (shortSpan.start < longSpan.end || !/^[)\]]\s$/.test(text.slice(shortSpan.end, shortSpan.end + 2))) return;
    const after = this.stretches.after(shortSpan.end + 1);
    const right = this.phrases.words(text, after.start, after.end, 'first', wordsBeside);
    if (right.length === 0) return;
    const before = this.stretches.before(longSpan.start);
    const left = this.phrases.words(text, before.start, longSpan.end, 'last');
    const words = [...left, ...right];
    for (let from = 0; from < left.length; from++) {
      const rest = left.length - from;
      for (const name of this.phrases.ends(words.slice(from), rest + 1)) {
        this.add(found, name, { start: left[from]?.start ?? 0, end: right[name.words - rest - 1]?.end ?? 0 });
      }
    }
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
