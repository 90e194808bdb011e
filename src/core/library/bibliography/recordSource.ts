import { bibtex } from '../../formats/bibtex';
import { BibtexMacros } from '../../formats/bibtexMacros';
import { decode } from '../../formats/decode';
import type { ReadResult } from '../../formats/format';
import { readText } from '../../formats/registry';
import type { Problem } from '../../problems/problem';
import { problem } from '../../problems/problem';
import type { CslItem } from '../record';
import type { BibtexPlaces } from './bibtexPlaces';
import { entryFinder } from './bibtexPlaces';
import { bibtexProblems } from './bibtexProblems';
import type { FileContent } from './fileContent';
import type { Listing } from './listing';
import { readEntry } from './readEntry';
import { largestText, textOf } from './utf8';

/** Gives what a listing leaves out. */
export interface RecordSource {
  /** @returns the full records of some rows; undefined for those that cannot be had, since the file is gone or has changed */
  records(rows: readonly number[]): Promise<(CslItem | undefined)[]>;
  problems(): Promise<readonly Problem[]>;
}

/** Reads each record of a BibTeX file when it is asked for, from where it stands. */
export class BibtexSource implements RecordSource {
  constructor(
    private readonly content: FileContent,
    private readonly listing: Listing,
    readonly places: BibtexPlaces,
  ) {}

  async records(rows: readonly number[]): Promise<(CslItem | undefined)[]> {
    const bytes = (await this.content.utf8())?.bytes;
    if (!bytes) return rows.map(() => undefined);
    const find = entryFinder(this.listing, this.places);
    const macros = new BibtexMacros(this.places.macros);
    return rows.map((row) => {
      const [start, end] = [this.places.starts[row], this.places.ends[row]];
      const record = start === undefined || end === undefined ? undefined : readEntry({ start, end }, { bytes, macros, find });
      return record && { ...record, id: this.listing.row(row)?.key ?? record.id };
    });
  }

  async problems(): Promise<readonly Problem[]> {
    const utf8 = await this.content.utf8();
    if (!utf8?.bytes) return utf8?.problems ?? [];
    if (this.listing.count === 0 && textOf(utf8.bytes).trim() === '') return [problem('file-empty', 'warning', {})];
    const found = await bibtexProblems(utf8.bytes, this.places, entryFinder(this.listing, this.places));
    const nothing = this.listing.count === 0 && !found.some(({ severity }) => severity === 'error');
    return [...utf8.problems, ...found, ...(nothing ? [problem('nothing-found', 'warning', { format: bibtex.name })] : [])];
  }
}

/** Reads the whole of a file of any other format when the first of its records is asked for, and keeps them. */
export class WholeSource implements RecordSource {
  private read: WholeReading | undefined;

  /** @param read where it was read already */
  constructor(
    private readonly content: FileContent,
    private readonly format: string | undefined,
    read?: WholeReading,
  ) {
    this.read = read;
  }

  async records(rows: readonly number[]): Promise<(CslItem | undefined)[]> {
    const read = await this.reading();
    return rows.map((row) => read?.records[row]);
  }

  async problems(): Promise<readonly Problem[]> {
    return (await this.reading())?.problems ?? [];
  }

  private async reading(): Promise<WholeReading | undefined> {
    const content = this.read ? undefined : await this.content.get();
    if (content !== undefined) this.read ??= readWhole(content, this.format);
    return this.read;
  }
}

export type WholeReading = ReadResult & { readonly format?: string };

/**
 * All records of a file.
 * @param format a format's id; without one the content tells
 */
export function readWhole(content: Uint8Array | string, format: string | undefined): WholeReading {
  const { text, problems } = typeof content === 'string' ? { text: content, problems: [] } : decode(content, largestText);
  if (text === undefined) return { records: [], problems };
  const read = readText(text, format);
  return { ...read, problems: [...problems, ...read.problems] };
}
