import type { KeptTerminology } from './terminologyFolder';

/** What the user chose about terminologies for a folder. */
export interface TerminologySettings {
  /** Ids, the most preferred first; terminologies that are not named follow. */
  readonly order: readonly string[];
  /** Ids of those that are off. */
  readonly off: ReadonlySet<string>;
  /** By a terminology's id: the concepts that only count together with what is below them; none for all of them. */
  readonly branches: Readonly<Record<string, readonly string[]>>;
}

/** A terminology that texts are searched for, and which part of it. */
export interface TerminologyChoice {
  readonly id: string;
  /** Ids of concepts: they count, and what is below them; without any, all of the terminology. */
  readonly branches: readonly string[];
  /** Tells one state of what is kept from another. */
  readonly store: string;
}

/** @returns the terminologies in the user's order, those of no place in it by name */
export function inOrder(kept: readonly KeptTerminology[], order: readonly string[]): KeptTerminology[] {
  const rank = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const nameOf = ({ id, terminology }: KeptTerminology): string => (terminology?.head.name ?? id).toLowerCase();
  return kept.toSorted((a, b) => rank(a.id) - rank(b.id) || (nameOf(a) < nameOf(b) ? -1 : 1));
}

/** @returns the branches of a terminology: those of the settings, else those that it was added with */
export function branchesOf({ id, terminology }: KeptTerminology, branches: TerminologySettings['branches']): readonly string[] {
  return (Object.hasOwn(branches, id) ? branches[id] : undefined) ?? terminology?.branches ?? [];
}

/** @returns what a folder's texts are searched for, the most preferred first; what cannot be used is left out */
export function chosen(kept: readonly KeptTerminology[], { order, off, branches }: TerminologySettings): TerminologyChoice[] {
  return inOrder(kept, order).flatMap((one) => {
    if (!one.terminology || one.fault || off.has(one.id)) return [];
    return { id: one.id, branches: branchesOf(one, branches), store: one.terminology.store };
  });
}

/**
 * @param ids all, in their order
 * @param before the one that they are put before; undefined for the end
 * @returns the ids with some of them put elsewhere, in their order among themselves
 */
export function putBefore(ids: readonly string[], moved: readonly string[], before: string | undefined): string[] {
  const rest = ids.filter((id) => !moved.includes(id));
  const taken = ids.filter((id) => moved.includes(id));
  const at = before === undefined || moved.includes(before) ? -1 : rest.indexOf(before);
  return at < 0 ? (before !== undefined && moved.includes(before) ? [...ids] : [...rest, ...taken]) : [...rest.slice(0, at), ...taken, ...rest.slice(at)];
}

/** @returns the ids with one of them a place further up (-1) or down (1), where there is one */
export function movedBy(ids: readonly string[], id: string, places: -1 | 1): string[] {
  const at = ids.indexOf(id);
  const other = ids[at + places];
  if (at < 0 || other === undefined) return [...ids];
  return ids.map((one) => (one === id ? other : one === other ? id : one));
}
