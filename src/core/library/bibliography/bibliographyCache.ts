import type { BibtexMacro } from '../../formats/bibtexMacros';
import type { Bibliography } from './bibliography';
import { bibtexBibliography } from './bibliography';
import type { Heir, UnlistedEntry } from './bibtexPlaces';
import type { FileContent } from './fileContent';
import { IndexPart } from './indexPart';
import { Listing } from './listing';
import { BibtexSource, WholeSource } from './recordSource';
import { RowStore } from './rowStore';
import { SearchedTexts } from './searchedTexts';
import { packed, unpacked } from './sections';

/** What does not go into arrays of numbers. */
interface Head {
  readonly format: string | undefined;
  readonly stamp: { readonly size: number; readonly modified: number };
  readonly rows: number;
  readonly slots: number;
  readonly bibtex?: { readonly unlisted: readonly UnlistedEntry[]; readonly heirs: readonly Heir[]; readonly macros: readonly BibtexMacro[]; readonly keyless: number; readonly isEntangled: boolean };
}

/** What a later session needs to have a bibliography without reading its file; undefined where the file's state is not known. */
export function keptBibliography({ format, listing, source, content }: Bibliography): Uint8Array | undefined {
  if (!content.stamp) return undefined;
  const { slots, store, index } = listing.settle();
  const places = source instanceof BibtexSource ? source.places : undefined;
  const { size, modified } = content.stamp;
  const head: Head = {
    format, stamp: { size, modified }, rows: slots.length, slots: store.count,
    ...(places && { bibtex: { unlisted: places.unlisted, heirs: places.heirs, macros: places.macros, keyless: places.keyless, isEntangled: places.isEntangled } }),
  };
  const encoder = new TextEncoder();
  return packed([
    encoder.encode(JSON.stringify(head)), slots, store.rowStarts, store.bytes, store.texts.starts, store.texts.bytes, encoder.encode(index.words), index.wordStarts, index.postingStarts,
    index.postings, ...(places ? [places.starts, places.ends] : []),
  ]);
}

/**
 * A bibliography as an earlier session kept it, without reading or parsing anything else.
 *
 * @param content the file, whose stamp must be the one that it had then
 * @param format the id of the format that is asked for, where one is
 * @returns undefined where it was kept of another state, in another version, or is damaged
 */
export function restoredBibliography(bytes: Uint8Array, content: FileContent, format: string | undefined): Bibliography | undefined {
  const sections = unpacked(bytes);
  const [first, slots, rowStarts, rows, textStarts, texts, words, wordStarts, postingStarts, postings, starts, ends] = sections ?? [];
  const head = first && readHead(first);
  const isOfNow = head && head.stamp.size === content.stamp?.size && head.stamp.modified === content.stamp.modified;
  if (!isOfNow || (format !== undefined && format !== head.format)) return undefined;
  if (!slots || !rowStarts || !rows || !textStarts || !texts || !words || !wordStarts || !postingStarts || !postings) return undefined;
  const index = new IndexPart(new TextDecoder().decode(words), numbers(wordStarts), numbers(postingStarts), numbers(postings), head.slots);
  const listing = new Listing(numbers(slots), new RowStore(rows, numbers(rowStarts), new SearchedTexts(texts, numbers(textStarts))), index);
  if (head.bibtex && starts && ends) {
    return bibtexBibliography(content, listing, { ...head.bibtex, starts: numbers(starts), ends: numbers(ends) });
  }
  return { format: head.format, listing, content, source: new WholeSource(content, head.format) };
}

function numbers(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}

function readHead(bytes: Uint8Array): Head | undefined {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as Head;
  } catch {
    return undefined;
  }
}
