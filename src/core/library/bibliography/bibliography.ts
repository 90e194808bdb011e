import { bibtex } from '../../formats/bibtex';
import { decode } from '../../formats/decode';
import { detectFormat } from '../../formats/registry';
import { updateBibtex } from './bibtexUpdate';
import type { RowChange } from './bibtexUpdate';
import type { Reading } from './bibtexRead';
import { readBibtexListing } from './bibtexRead';
import type { FileContent } from './fileContent';
import type { Listing } from './listing';
import { ListingBuilder } from './listing';
import type { RecordSource } from './recordSource';
import { BibtexSource, readWhole, WholeSource } from './recordSource';
import { rowOf } from './rowOf';
import { headOf } from './utf8';

/** One source's records: listed in memory, and read in full when asked for. */
export interface Bibliography {
  /** The format's id; undefined where the content is of none. */
  readonly format: string | undefined;
  readonly listing: Listing;
  readonly source: RecordSource;
  readonly content: FileContent;
}

/**
 * Reads a bibliography.
 * @param format a format's id; without one the content tells
 * @returns undefined where that was cancelled, or where there is no such file
 */
export async function readBibliography(content: FileContent, format: string | undefined, reading: Reading): Promise<Bibliography | undefined> {
  const known = await content.get();
  if (known === undefined) return undefined;
  if ((format ?? formatOf(known)) !== bibtex.id) return readOther(content, known, format);
  const utf8 = await content.utf8();
  if (!utf8?.bytes) return readOther(content, known, format);
  const read = await readBibtexListing(utf8.bytes, reading);
  return read && bibtexBibliography(content, read.listing, read.places);
}

/** A BibTeX file's bibliography from its listing. */
export function bibtexBibliography(content: FileContent, listing: Listing, places: BibtexSource['places']): Bibliography {
  return { format: bibtex.id, listing, content, source: new BibtexSource(content, listing, places) };
}

/**
 * Brings a bibliography up to date where only some of it need be read again. What it was before is no more.
 * @param after the new content, with its bytes
 * @param least files of fewer bytes are read anew
 * @returns undefined, with nothing changed, where all of it must be read
 */
export function updateBibliography(
  { source, content, listing }: Bibliography,
  after: FileContent,
  bytes: Uint8Array | string,
  least: number,
): { readonly bibliography: Bibliography; readonly change: RowChange } | undefined {
  const before = content.knownUtf8();
  const isFit = source instanceof BibtexSource && before && typeof bytes !== 'string' && bytes.length >= least && !isWorn(listing);
  if (!isFit || !isPlainUtf8(bytes)) return undefined;
  const updated = updateBibtex(listing, source.places, { before, after: bytes, common: after.common });
  if (!updated) return undefined;
  after.take(bytes);
  return { bibliography: bibtexBibliography(after, listing, updated.places), change: updated.change };
}

/** Whether more of a listing is of rows that are gone than of those that are there. */
function isWorn({ slotCount, count }: Listing): boolean {
  return slotCount > 2 * count + 1000;
}

/** Whether the beginning says that a file is UTF-8 without a mark; what follows is looked at where it changed. */
function isPlainUtf8(bytes: Uint8Array): boolean {
  return bytes[0] !== 0xef && decode(headOf(bytes)).encoding === 'utf-8';
}

function formatOf(content: Uint8Array | string): string | undefined {
  const head = typeof content === 'string' ? content : decode(headOf(content)).text;
  return head === undefined ? undefined : detectFormat(head)?.id;
}

function readOther(content: FileContent, known: Uint8Array | string, format: string | undefined): Bibliography {
  const read = readWhole(known, format);
  const builder = new ListingBuilder();
  for (const record of read.records) builder.add(rowOf(record));
  return { format: read.format, listing: builder.finish(), content, source: new WholeSource(content, format, read) };
}
