import { Rank } from '../indexCompiler';
import { properName } from '../letterCase';
import { isProperName } from '../looseVariants';
import type { Matches } from '../matches';
import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import { capitalsOf, conceptOf, firstEntry, isSimple, nextEntry, rankOf as rankOfEntry, simpleConcept } from '../wordTrie';
import { isSameConcept, rankOf, type Sense, sense } from './sense';

/** Words of a text that may be a mention. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** What they may mean, each concept once with its best rank, in the order of the indexes. */
  readonly senses: readonly Sense[];
  /** The senses by the parts of a mention that means several things at once; all of them are in `senses` too. */
  readonly parts?: readonly (readonly Sense[])[];
  readonly via?: 'abbreviation' | 'coordination';
}

/** Whether names are passed over. */
export type IsStopped = (index: number, names: number, start: number, end: number) => boolean;

/** @returns one candidate for all matches of the same words, in their order */
export function candidatesOf(search: TermSearch<TermIndex>, text: string, matches: Matches, isStopped: IsStopped): Candidate[] {
  const { count, start, end, index, names } = matches;
  const candidates: Candidate[] = [];
  const senses: Sense[] = [];
  for (let at = 0; at < count; ) {
    const from = start[at] ?? 0;
    const to = end[at] ?? 0;
    for (; at < count && start[at] === from && end[at] === to; at++) {
      const place = index[at] ?? 0;
      const row = names[at] ?? 0;
      if (isStopped(place, row, from, to)) continue;
      if (isSimple(row)) addSense(senses, sense(place, simpleConcept(row), (-row - 1) & 7));
      else addSenses(search, place, row, capitalsIn(matches, at, text), senses);
    }
    if (senses.length === 0) continue;
    // A copy has no room for more, and an array whose last is taken off keeps its room: there are thousands.
    candidates.push({ start: from, end: to, senses: senses.slice() });
    while (senses.length > 0) senses.pop();
  }
  return candidates;
}

/** Whether the words of a match have the capitals that a name asks for. */
function capitalsIn({ start, end, exact, sentence }: Matches, at: number, text: string): (wanted: number) => boolean {
  return (wanted) => (wanted === properName ? isProperName(text, start[at] ?? 0, end[at] ?? 0) : wanted === exact[at] || wanted === sentence[at]);
}

/**
 * Adds what names mean.
 * @param allows whether a name that asks for certain capitals may be meant
 */
export function addSenses(search: TermSearch<TermIndex>, index: number, names: number, allows: (capitals: number) => boolean, senses: Sense[]): void {
  if (isSimple(names)) {
    addSense(senses, sense(index, simpleConcept(names), (-names - 1) & 7));
    return;
  }
  const trie = search.indexes[index]?.tables.trie;
  if (!trie) return;
  for (let at = firstEntry(names); at !== 0; at = nextEntry(trie, at)) {
    const capitals = capitalsOf(trie, at);
    if (capitals === 0 || allows(capitals)) addSense(senses, sense(index, conceptOf(trie, at), rankOfEntry(trie, at)));
  }
}

/** Adds a sense, unless it is there by as good a name. */
export function addSense(senses: Sense[], one: Sense): void {
  for (let at = 0; at < senses.length; at++) {
    const other = senses[at] ?? 0;
    if (!isSameConcept(one, other)) continue;
    if (rankOf(one) < rankOf(other)) senses[at] = one;
    return;
  }
  senses.push(one);
}

/** Whether a sense is by a less exact way to say a name. */
export function isLoose(one: Sense): boolean {
  return (rankOf(one) & Rank.Inexact) === (Rank.Inexact as number);
}

/** Whether a name has one meaning, and says it as it is. */
export function isUnmistakable(senses: readonly Sense[]): boolean {
  const [only = 0] = senses;
  return senses.length === 1 && !isLoose(only);
}
