import type { BibtexMacro } from '../../formats/bibtexMacros';
import type { BibtexEntry } from '../../formats/bibtexScan';
import type { SkimmedEntry } from '../../formats/bibtexSkimmed';
import type { Listing } from './listing';

/** Where an entry stands, in bytes. */
export interface ByteSpan {
  readonly start: number;
  readonly end: number;
}

/** An entry that is no record of its own: `@xdata`, or one without fields; others may name it. */
export interface UnlistedEntry extends ByteSpan {
  readonly key: string;
}

/** An entry that takes fields from others, by its place in bytes, and the keys of those others; all keys in lower case. */
export interface Heir {
  readonly start: number;
  readonly key: string;
  readonly parents: readonly string[];
  readonly isListed: boolean;
}

/** Fields that name the entries whose fields are taken: the whole of a part, data for many, the members of a set. */
const inheriting: readonly string[] = ['crossref', 'xdata', 'entryset'];

/** Where the entries of a BibTeX file stand, and what they need of each other. */
export interface BibtexPlaces {
  /** Of each row, in file order. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly unlisted: readonly UnlistedEntry[];
  readonly heirs: readonly Heir[];
  readonly macros: readonly BibtexMacro[];
  /** How many records' keys are made up. */
  readonly keyless: number;
  /** Whether an entry's beginning may not be where a line says so. */
  readonly isEntangled: boolean;
}

/** Finds where an entry stands by its key in lower case; of several the last. */
export type FindEntry = (key: string) => ByteSpan | undefined;

/** Whether an entry is no record. */
export function isUnlisted({ type, isEmpty }: SkimmedEntry): boolean {
  return type === 'xdata' || isEmpty;
}

/** Finds entries among a listing's rows and what is not listed. */
export function entryFinder(listing: Listing, places: BibtexPlaces): FindEntry {
  let others: Map<string, UnlistedEntry> | undefined;
  return (key) => {
    others ??= new Map(places.unlisted.map((entry) => [entry.key.toLowerCase(), entry]));
    const row = listing.rowsWithKey(key).findLast((each) => listing.row(each)?.key.toLowerCase() === key);
    const listed = row === undefined ? undefined : { start: places.starts[row] ?? 0, end: places.ends[row] ?? 0 };
    const other = others.get(key);
    return listed && (!other || listed.start > other.start) ? listed : other;
  };
}

/** An entry as an heir; undefined where it takes no fields from others. */
export function heirOf({ key, fields, start }: SkimmedEntry, isListed: boolean): Heir | undefined {
  const isHeir = inheriting.some((name) => fields.has(name));
  return isHeir ? { start, key: key.toLowerCase(), parents: parentsOf(fields), isListed } : undefined;
}

/** The keys, in lower case, of the entries that an entry takes fields from. */
function parentsOf(fields: BibtexEntry['fields']): string[] {
  const keys = inheriting.flatMap((name) => (fields.get(name) ?? '').split(','));
  return keys.map((key) => key.trim().toLowerCase()).filter(Boolean);
}
