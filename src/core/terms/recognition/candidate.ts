import { Rank } from '../indexCompiler';
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
