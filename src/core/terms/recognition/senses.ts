import type { Span } from '../../text';
import type { Concept } from '../concept';
import { foldName } from '../foldName';
import { Rank } from '../indexCompiler';
import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import { isLoose } from './candidate';
import { indexOf, placeOf, rankOf, type Sense } from './sense';
import { sortFew } from './sortFew';

/** What orders the senses of a name beside the order of the terminologies. */
export interface SenseContext {
  /** By name (`foldName`), the id that the user chose. */
  readonly picks: ReadonlyMap<string, string>;
  /** Whether the document mentions a meaning by a name that has no other. */
  readonly isMentioned: (meaning: number) => boolean;
}

/**
 * Of senses with the same meaning the best, and none by a less exact way to say a name where others are by the name itself. In order:
 * the one that the user chose for these words; the user's own glossary; the order of the terminologies; and in one terminology what the
 * document mentions elsewhere by an unmistakable name, then by how good the name is.
 *
 * @param senses in the order of the indexes
 * @param words where they stand in the text
 */
export function conceptsOf(search: TermSearch<TermIndex>, senses: readonly Sense[], text: string, words: Span, context: SenseContext): readonly Concept[] {
  const [only] = senses;
  if (only !== undefined && senses.length === 1) return conceptsOfSense(search, only);
  const exact = senses.some(isLoose) ? senses.filter((one) => !isLoose(one)) : senses;
  return distinct(ranked(search, exact.length > 0 ? exact : senses, text, words, context));
}

/** @returns the concept of the only sense of a name */
export function conceptsOfSense(search: TermSearch<TermIndex>, only: Sense): readonly Concept[] {
  return search.indexes[indexOf(only)]?.only(placeOf(only)) ?? [];
}

/** What a mention of several parts means: the best concept of each part, in their order, which are meant together, then the others. */
export function conceptsOfParts(search: TermSearch<TermIndex>, parts: readonly (readonly Sense[])[], text: string, words: Span, context: SenseContext): { readonly concepts: readonly Concept[]; readonly meant: number } {
  const all = parts.map((senses) => conceptsOf(search, senses, text, words, context));
  const meant = new Set(all.flatMap((concepts) => concepts.slice(0, 1)));
  return { concepts: [...new Set([...meant, ...all.flat()])], meant: meant.size };
}

interface Ranked {
  readonly concept: Concept;
  readonly meaning: number;
  /** The lower the better. */
  readonly weight: number;
  /** The place of the first of its terminology, of an index's: terminologies stand there in their order. */
  readonly terminology: number;
  readonly sense: Sense;
  /** Whether the document mentions it elsewhere; undefined where nobody asked. */
  mentioned: boolean | undefined;
}

function ranked(search: TermSearch<TermIndex>, senses: readonly Sense[], text: string, { start, end }: Span, context: SenseContext): Ranked[] {
  const picked = context.picks.size === 0 ? undefined : context.picks.get(foldName(text.slice(start, end)));
  const all: Ranked[] = [];
  for (const sense of inPlaces(senses)) {
    const concept = search.indexes[indexOf(sense)]?.conceptAt(placeOf(sense));
    if (!concept) continue;
    let terminology = 0;
    while (terminology < all.length && all[terminology]?.concept.terminology !== concept.terminology) terminology++;
    const meaning = search.meaningOf(indexOf(sense), placeOf(sense));
    all.push({ concept, meaning, weight: weightOf(sense, concept.id === picked), terminology, sense, mentioned: undefined });
  }
  if (all.length < 2) return all;
  const mentioned = (one: Ranked) => Number((one.mentioned ??= context.isMentioned(one.meaning)));
  return sortFew(all, (a, b) => a.weight - b.weight || a.terminology - b.terminology || mentioned(b) - mentioned(a) || rankOf(a.sense) - rankOf(b.sense) || placeOf(a.sense) - placeOf(b.sense));
}

/** The senses in the order of the indexes and places, which they mostly have. */
function inPlaces(senses: readonly Sense[]): readonly Sense[] {
  for (let at = 1; at < senses.length; at++) {
    const one = senses[at - 1] ?? 0;
    const next = senses[at] ?? 0;
    if (indexOf(one) > indexOf(next) || (indexOf(one) === indexOf(next) && placeOf(one) > placeOf(next))) {
      return sortFew([...senses], (a, b) => indexOf(a) - indexOf(b) || placeOf(a) - placeOf(b));
    }
  }
  return senses;
}

function weightOf(sense: Sense, isPicked: boolean): number {
  if (isPicked) return 0;
  if (rankOf(sense) < (Rank.NotUsers as number)) return 1;
  return 2;
}

/** The first concept of each meaning. */
function distinct(all: readonly Ranked[]): Concept[] {
  const concepts: Concept[] = [];
  for (let at = 0; at < all.length; at++) {
    const one = all[at];
    let before = 0;
    while (before < at && all[before]?.meaning !== one?.meaning) before++;
    if (one && before === at) concepts.push(one.concept);
  }
  return concepts;
}
