import type { Concept } from './concept';
import { foldName } from './foldName';
import { Fit, fitWeight } from './store/nameSearch';

/** A concept that a search found, by one of its names. */
export interface FoundConcept {
  readonly concept: Concept;
  /** The name, or the id, that was found. */
  readonly name: string;
  /** How well it fits, and its length: less is better. To be compared with what `NameSearch` gives. */
  readonly score: number;
  /** The deprecated concept that was looked for, where this one is to be used instead. */
  readonly insteadOf?: Pick<Concept, 'id' | 'name'>;
}

interface Entry {
  readonly folded: string;
  readonly name: string;
  readonly concept: Concept;
  readonly kind: 'preferred' | 'other' | 'id';
}

/** Finds concepts by their names and ids, for people who type a part of one. */
export class ConceptSearch {
  private entries: readonly Entry[] | undefined;

  constructor(private readonly concepts: readonly Concept[]) {}

  /**
   * @param query words that begin words of a name, in any order, or a whole id: `rea leuk`, `MESH:D007955`
   * @returns each concept once, by the best of its names: a whole name first, then one that begins so, then one that has
   *   the words; the preferred name before others, the shorter before the longer
   */
  find(query: string, most: number): FoundConcept[] {
    const wanted = foldName(query);
    if (wanted === '') return [];
    const words = wordsOf(wanted);
    const best = new Map<Concept, FoundConcept>();
    for (const { concept, name, folded, kind } of this.all()) {
      const fit = fitOf(folded, kind, wanted, words);
      const score = scoreOf(fit, kind, name);
      if (fit !== undefined && score < (best.get(concept)?.score ?? Infinity)) best.set(concept, { concept, name, score });
    }
    return [...best.values()].sort((a, b) => a.score - b.score).slice(0, most);
  }

  /**
   * @param typed the beginning of a name
   * @returns every name that begins so, preferred names first, the shorter before the longer
   */
  beginning(typed: string, most: number): FoundConcept[] {
    const wanted = foldName(typed);
    if (wanted === '') return [];
    return this.all()
      .filter(({ folded, kind }) => kind !== 'id' && folded.startsWith(wanted))
      .map(({ concept, name, folded, kind }) => ({ concept, name, score: scoreOf(folded === wanted ? Fit.Whole : Fit.Beginning, kind, name) }))
      .sort((a, b) => a.score - b.score)
      .slice(0, most);
  }

  /** @returns the words of names that begin with a letter, folded */
  wordsFrom(letter: string): string[] {
    const words = this.all().flatMap(({ kind, folded }) => (kind === 'id' ? [] : wordsOf(folded)));
    return [...new Set(words.filter((word) => word.startsWith(letter)))];
  }

  /** Made when first asked for: few sessions ever search. */
  private all(): readonly Entry[] {
    this.entries ??= this.concepts.flatMap(entriesOf);
    return this.entries;
  }
}

function entriesOf(concept: Concept): Entry[] {
  const entry = (name: string, kind: Entry['kind']): Entry => ({ folded: foldName(name), name, concept, kind });
  return [
    entry(concept.name, 'preferred'),
    ...[...concept.synonyms, ...concept.abbreviations].map((name) => entry(name, 'other')),
    ...[concept.id, ...concept.xrefs].map((id) => entry(id, 'id')),
  ];
}

function fitOf(folded: string, kind: Entry['kind'], wanted: string, words: readonly string[]): Fit | undefined {
  if (folded === wanted) return Fit.Whole;
  if (kind === 'id') return undefined;
  if (folded.startsWith(wanted)) return Fit.Beginning;
  return words.length > 0 && words.every((word) => beginsWord(folded, word)) ? Fit.Words : undefined;
}

function scoreOf(fit: Fit | undefined, kind: Entry['kind'], name: string): number {
  return ((fit ?? Fit.Words) + (kind === 'preferred' ? 0 : Fit.Other)) * fitWeight + Math.min(name.length, fitWeight - 1);
}

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
