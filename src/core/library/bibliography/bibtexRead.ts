import { BibtexMacros } from '../../formats/bibtexMacros';
import { BibtexSkimmer } from '../../formats/bibtexSkim';
import type { SkimmedEntry, SkimmedSpans } from '../../formats/bibtexSkimmed';
import { Citekeys } from '../citekey';
import type { BibtexPlaces, ByteSpan, Heir, UnlistedEntry } from './bibtexPlaces';
import { heirOf, isUnlisted } from './bibtexPlaces';
import { EntryReader } from './entryReader';
import type { Listing } from './listing';
import { ListingBuilder } from './listing';
import { NumberList } from './numberList';
import { PlainRows } from './plainRows';
import { readEntry } from './readEntry';
import { rowOf } from './rowOf';
import { nextTurn } from './turn';

/** How much is read before others have their turn (bytes). */
const pieceLength = 1024 * 1024;

/** What goes on while a bibliography is read. */
export interface Reading {
  /** Told how far it has come, in bytes. */
  progress(done: number): void;
  /** Whether nobody waits for it any more. */
  isCancelled(): boolean;
}

/** A BibTeX file's listing, read from its bytes (UTF-8) without most of what its entries say; undefined where that was cancelled. */
export async function readBibtexListing(bytes: Uint8Array, reading: Reading): Promise<{ readonly listing: Listing; readonly places: BibtexPlaces } | undefined> {
  // Of one class whatever the file comes from: loops over bytes are compiled for that.
  const reader = new BibtexListingReader(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  for (let at = 0; at < bytes.length; ) {
    at = reader.readTo(at + pieceLength);
    reading.progress(at);
    await nextTurn();
    if (reading.isCancelled()) return undefined;
  }
  await reader.readWaiting();
  return reading.isCancelled() ? undefined : reader.finish();
}

class BibtexListingReader {
  private readonly builder = new ListingBuilder();
  private readonly entries = new EntryReader();
  private readonly plain = new PlainRows(this.builder.store, this.builder.index, this.entries);
  private readonly starts = new NumberList();
  private readonly ends = new NumberList();
  private readonly unlisted: UnlistedEntry[] = [];
  private readonly heirs: Heir[] = [];
  /** Rows that can be read only when all entries are known. */
  private readonly waiting: { readonly row: number; readonly key: string; readonly span: ByteSpan }[] = [];
  private readonly skimmer: BibtexSkimmer;

  constructor(private readonly bytes: Uint8Array) {
    this.skimmer = new BibtexSkimmer(bytes, 0, (entry) => this.take(entry), new BibtexMacros(), (entry) => this.takePlain(entry));
  }

  readTo(until: number): number {
    return this.skimmer.skimTo(until);
  }

  async readWaiting(): Promise<void> {
    if (this.waiting.length === 0) return;
    const places = keyPlaces(this.bytes);
    const keys = new Citekeys(this.waiting.some(({ key }) => key === '') ? places.keys() : []);
    const source = { bytes: this.bytes, macros: this.skimmer.macros, find: (name: string) => places.get(name) };
    for (const [at, { row, key, span }] of this.waiting.entries()) {
      const record = readEntry(span, source);
      const own = record ?? { id: key, type: 'document' };
      this.builder.fillIn(row, rowOf(key === '' ? { ...own, id: keys.make(own) } : own));
      if (at % 1000 === 999) await nextTurn();
    }
  }

  finish(): { readonly listing: Listing; readonly places: BibtexPlaces } {
    const { unlisted, heirs } = this;
    const places = {
      starts: this.starts.view().slice(), ends: this.ends.view().slice(), unlisted, heirs, macros: this.skimmer.macros.all(),
      keyless: this.waiting.filter(({ key }) => key === '').length, isEntangled: this.skimmer.isEntangled,
    };
    return { listing: this.builder.finish(), places };
  }

  private takePlain(entry: SkimmedSpans): boolean {
    if (!this.plain.add(entry)) return false;
    this.starts.push(entry.start);
    this.ends.push(entry.end);
    this.builder.added();
    return true;
  }

  private take(entry: SkimmedEntry): void {
    const { key, start, end } = entry;
    const heir = heirOf(entry, !isUnlisted(entry));
    if (heir) this.heirs.push(heir);
    if (isUnlisted(entry)) {
      this.unlisted.push({ key, start, end });
      return;
    }
    this.starts.push(start);
    this.ends.push(end);
    if (heir || key === '') this.waiting.push({ row: this.builder.reserve(), key, span: { start, end } });
    else this.builder.add(this.entries.listed(entry));
  }
}

/** Where entries stand by their keys in lower case: of several the last. */
function keyPlaces(bytes: Uint8Array): Map<string, ByteSpan> {
  const places = new Map<string, ByteSpan>();
  const take = ({ key, start, end }: SkimmedEntry): void => {
    if (key !== '') places.set(key.toLowerCase(), { start, end });
  };
  new BibtexSkimmer(bytes, 0, take, new BibtexMacros()).skimTo(bytes.length);
  return places;
}
