import type { FileStamp } from '../../ports';
import type { CslItem } from '../record';
import type { BibliographyRow } from './row';

/** Where a bibliography comes from, and where its list is kept between sessions. */
export interface BibliographyInput {
  /** A file's bytes, or its text as it stands in an editor; without it the file is read where it lies. */
  readonly content?: Uint8Array | string;
  /** The state of the file that `content` is of; without one, where a file is read where it lies, it is asked for. */
  readonly stamp?: FileStamp;
  /** A format's id; without one the content tells. */
  readonly format?: string;
  /**
   * What was kept of the same file in an earlier session: the bytes, or the address of a file that is read, and written
   * anew when it does not fit any more.
   */
  readonly cache?: Uint8Array | string;
}

export interface OpenBibliography {
  readonly uri: string;
  /** The format's id; undefined where the content is of none, and then there are no records. */
  readonly format: string | undefined;
  /** How many records it has. */
  readonly count: number;
  /** Whether the list was taken from what an earlier session kept. */
  readonly cached: boolean;
}

/** What an update did to the rows: `removed` of them, from `first` on, gave place to `added` others. */
export interface BibliographyChange extends OpenBibliography {
  readonly first: number;
  readonly removed: number;
  readonly added: number;
}

/** How far an opening or an update has come, in bytes. */
export interface BibliographyProgress {
  readonly done: number;
  readonly total: number;
}

/** What a search found. */
export interface SearchAnswer {
  /** The best of them, best first. */
  readonly rows: readonly BibliographyRow[];
  /** How many records match. */
  readonly total: number;
}

/** A record that was asked for by a key. */
export interface FoundRecord {
  readonly uri: string;
  readonly index: number;
  /** As it was asked for: the citekey or an alias. */
  readonly key: string;
  readonly record: CslItem;
}
