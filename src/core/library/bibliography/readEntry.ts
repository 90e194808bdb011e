import { readBibtexPart } from '../../formats/bibtex';
import type { EntryFinder } from '../../formats/bibtexInherit';
import type { BibtexMacros } from '../../formats/bibtexMacros';
import type { BibtexEntry } from '../../formats/bibtexScan';
import { BibtexScanner } from '../../formats/bibtexScan';
import { nextBorder } from '../../formats/bibtexSkim';
import type { CslItem } from '../record';
import type { ByteSpan, FindEntry } from './bibtexPlaces';
import { textOf } from './utf8';

/** How far a mistake in an entry is looked for behind it (bytes). */
const longestReach = 64 * 1024;

const newline = 10;

/** Where entries are read from, and what they need of others. */
export interface EntrySource {
  readonly bytes: Uint8Array;
  readonly macros: BibtexMacros;
  readonly find: FindEntry;
}

/**
 * Reads an entry alone as it is read in the whole text.
 *
 * An entry with a mistake is read with what stands behind it as well: where a brace that is missing in it would close, if
 * anywhere before the next border, decides what of its fields can be read.
 */
export function readEntry(span: ByteSpan, source: EntrySource): CslItem | undefined {
  const { bytes, macros } = source;
  const find = entriesElsewhere(source);
  const own = textOf(bytes, span.start, span.end);
  const read = readBibtexPart(macros.definitions(own, span.start) + own, find);
  if (read.problems.length === 0) return read.records[0];
  const text = textOf(bytes, span.start, reachOf(span, bytes));
  return readBibtexPart(macros.definitions(text, span.start) + text, find).records[0];
}

/** Finds entries by their keys as they stand in the whole text, in which they see the macros that are defined at its end. */
export function entriesElsewhere(source: EntrySource): EntryFinder {
  const found = new Map<number, BibtexEntry | undefined>();
  return (key) => {
    const own = key.toLowerCase();
    const span = own === '' ? undefined : source.find(own);
    if (span && !found.has(span.start)) found.set(span.start, scannedEntry(span, source));
    const entry = span && found.get(span.start);
    // Nothing is taken from an entry by a key that was made up for it.
    return entry?.key.toLowerCase() === own ? entry : undefined;
  };
}

function scannedEntry(span: ByteSpan, { bytes, macros }: EntrySource): BibtexEntry | undefined {
  const scannedTo = (end: number): { readonly entry: BibtexEntry | undefined; readonly isSound: boolean } => {
    const text = textOf(bytes, span.start, end);
    const scanner = new BibtexScanner(macros.definitions(text) + text);
    const entry = scanner.next();
    return { entry, isSound: scanner.faults.length === 0 };
  };
  const own = scannedTo(span.end);
  return own.isSound ? own.entry : scannedTo(reachOf(span, bytes)).entry;
}

function reachOf({ end }: ByteSpan, bytes: Uint8Array): number {
  const border = nextBorder(bytes, end);
  return Math.min(end + longestReach, bytes.indexOf(newline, border) + 1 || bytes.length);
}
