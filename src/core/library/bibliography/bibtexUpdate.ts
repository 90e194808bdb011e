import type { CommonEnds } from '../../ports';
import { BibtexMacros } from '../../formats/bibtexMacros';
import { BibtexSkimmer, lastBorder, nextBorder } from '../../formats/bibtexSkim';
import type { SkimmedEntry } from '../../formats/bibtexSkimmed';
import type { BibtexPlaces, Heir, UnlistedEntry } from './bibtexPlaces';
import { entryFinder, heirOf, isUnlisted } from './bibtexPlaces';
import { EntryReader } from './entryReader';
import { commonEnds } from './commonEnds';
import type { Listing } from './listing';
import { readEntry } from './readEntry';
import type { ListedRow } from './rowOf';
import { rowOf } from './rowOf';
import { pastUtf8 } from './utf8';

/** A file's bytes before and after a change, with what they have in common where that is known. */
export interface ChangedText {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly common?: CommonEnds | undefined;
}

/** Which rows gave place to which. */
export interface RowChange {
  readonly first: number;
  readonly removed: number;
  readonly added: number;
}

/** More than this is not skimmed in one go (bytes). */
const longestStretch = 4 * 1024 * 1024;

/** More records that take fields from changed ones are not read one by one. */
const mostHeirs = 500;

/**
 * Brings a listing up to date with a file's new bytes by reading only what lies between two borders around the change.
 *
 * @returns the new places and which rows changed; undefined, with nothing changed, where all must be read anew: where
 * macros are defined in the stretch, keys are made up, or too much has changed
 */
export function updateBibtex(listing: Listing, places: BibtexPlaces, texts: ChangedText): { readonly places: BibtexPlaces; readonly change: RowChange } | undefined {
  if (places.isEntangled || places.keyless > 0) return undefined;
  const { after } = texts;
  const stretch = changedStretch(texts);
  if (!stretch) return { places, change: { first: 0, removed: 0, added: 0 } };
  if (stretch.end - stretch.start > longestStretch || pastUtf8(after, stretch.start, stretch.end) < 0) return undefined;
  const read = new StretchReader(after, stretch, places).read();
  if (!read) return undefined;
  const first = firstFrom(places.starts, stretch.start);
  const removed = firstFrom(places.starts, stretch.endBefore) - first;
  const touched = [...keysOf(listing, first, removed), ...unlistedIn(places, stretch).map(({ key }) => key), ...read.keys].map((key) => key.toLowerCase());
  const next = shifted(places, stretch, first, removed, read);
  const heirs = heirsOf(touched, next.heirs, stretch);
  if (heirs.length > mostHeirs) return undefined;
  listing.splice(first, removed, read.rows);
  return { places: next, change: renewHeirs(listing, next, after, heirs, { first, removed, added: read.rows.length }) };
}

/** What is read anew: from one border to another in the new bytes; where that ends in the old ones. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly endBefore: number;
}

function changedStretch({ before, after, common = commonEnds(before, after) }: ChangedText): Stretch | undefined {
  if (common.start === before.length && common.start === after.length) return undefined;
  // A border in the common end, its line's beginning included, is one in both.
  const end = nextBorder(after, after.length - common.end + 1);
  return { start: lastBorder(after, common.start), end, endBefore: before.length - (after.length - end) };
}

interface StretchReading {
  readonly rows: readonly ListedRow[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly unlisted: readonly UnlistedEntry[];
  readonly heirs: readonly Heir[];
  /** Of all entries. */
  readonly keys: readonly string[];
}

class StretchReader {
  private readonly entries: SkimmedEntry[] = [];

  constructor(
    private readonly bytes: Uint8Array,
    private readonly stretch: Stretch,
    private readonly places: BibtexPlaces,
  ) {}

  /** @returns undefined where something in the stretch changes how the rest is read */
  read(): StretchReading | undefined {
    const { start, end, endBefore } = this.stretch;
    if (this.places.macros.some(({ at }) => at >= start && at < endBefore)) return undefined;
    const macros = new BibtexMacros(this.places.macros.filter(({ at }) => at < start));
    const known = macros.all().length;
    const skimmer = new BibtexSkimmer(this.bytes, start, (entry) => this.entries.push(entry), macros);
    const isWhole = skimmer.skimTo(end) === end && !skimmer.isEntangled && macros.all().length === known;
    if (!isWhole || this.entries.some(({ key }) => key === '')) return undefined;
    const listed = this.entries.filter((entry) => !isUnlisted(entry));
    const reader = new EntryReader();
    return {
      // Those that take fields from others are read again when all are in place.
      rows: listed.map((entry) => reader.listed(entry)),
      starts: listed.map((entry) => entry.start),
      ends: listed.map((entry) => entry.end),
      unlisted: this.entries.filter(isUnlisted),
      heirs: this.entries.map((entry) => heirOf(entry, !isUnlisted(entry))).filter((heir) => heir !== undefined),
      keys: this.entries.map(({ key }) => key),
    };
  }
}

function shifted(places: BibtexPlaces, stretch: Stretch, first: number, removed: number, read: StretchReading): BibtexPlaces {
  const by = stretch.end - stretch.endBefore;
  const moved = <T extends { readonly start: number }>(all: readonly T[], own: readonly T[], move: (each: T) => T): T[] => [
    ...all.filter(({ start }) => start < stretch.start), ...own, ...all.filter(({ start }) => start >= stretch.endBefore).map(move),
  ];
  return {
    ...places,
    starts: spliced(places.starts, first, removed, read.starts, by),
    ends: spliced(places.ends, first, removed, read.ends, by),
    unlisted: moved(places.unlisted, read.unlisted.map(({ key, start, end }) => ({ key, start, end })), (entry) => ({ ...entry, start: entry.start + by, end: entry.end + by })),
    heirs: moved(places.heirs, read.heirs, (heir) => ({ ...heir, start: heir.start + by })),
    macros: places.macros.map((macro) => (macro.at < stretch.start ? macro : { ...macro, at: macro.at + by })),
  };
}

function spliced(all: Uint32Array, first: number, removed: number, added: readonly number[], by: number): Uint32Array {
  const next = new Uint32Array(all.length - removed + added.length);
  next.set(all.subarray(0, first));
  next.set(added, first);
  for (let from = first + removed, to = first + added.length; from < all.length; from += 1, to += 1) next[to] = (all[from] as number) + by;
  return next;
}

function unlistedIn(places: BibtexPlaces, stretch: Stretch): UnlistedEntry[] {
  return places.unlisted.filter(({ start }) => start >= stretch.start && start < stretch.endBefore);
}

function keysOf(listing: Listing, first: number, count: number): string[] {
  return Array.from({ length: count }, (_, at) => listing.row(first + at)?.key ?? '');
}

/** The records that take fields from entries with some keys, or from others that do, and all those within the stretch. */
function heirsOf(keys: readonly string[], heirs: readonly Heir[], stretch: Stretch): Heir[] {
  const touched = new Set(keys);
  const found = new Set(heirs.filter(({ start }) => start >= stretch.start && start < stretch.end));
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const heir of heirs) {
      if (found.has(heir) || !heir.parents.some((parent) => touched.has(parent))) continue;
      found.add(heir);
      touched.add(heir.key);
    }
  }
  return [...found].filter(({ isListed }) => isListed);
}

/** Reads again the rows of records that take fields from others. @returns the rows that changed, those included */
function renewHeirs(listing: Listing, places: BibtexPlaces, bytes: Uint8Array, heirs: readonly Heir[], change: RowChange): RowChange {
  const find = entryFinder(listing, places);
  const macros = new BibtexMacros(places.macros);
  let { first } = change;
  let end = first + change.added;
  for (const { start } of heirs) {
    const row = firstFrom(places.starts, start);
    const record = readEntry({ start, end: places.ends[row] ?? start }, { bytes, macros, find });
    if (record) listing.splice(row, 1, [rowOf(record)]);
    first = Math.min(first, row);
    end = Math.max(end, row + 1);
  }
  return { first, removed: end - first + change.removed - change.added, added: end - first };
}

/** The first row that starts at a place or after it. */
function firstFrom(starts: Uint32Array, place: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
