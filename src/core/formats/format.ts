import type { CslItem } from '../library/record';
import type { Problem } from '../problems/problem';

/** What reading a text gave: all records that could be read, and a problem for everything that could not. */
export interface ReadResult {
  readonly records: readonly CslItem[];
  readonly problems: readonly Problem[];
}

/** One way to write records down. Formats never throw for what a user may feed them. */
export interface Format {
  /** As `casebook convert --from` takes it: `portal-text`, `csl-yaml`, ... */
  readonly id: string;
  /** For people: `BibTeX`. */
  readonly name: string;
  /** Without the dot; only for file dialogs, since detection is by content. */
  readonly extensions: readonly string[];
  /** How sure the text is of this format, from 0 (is not) to 1 (can be nothing else). Looks at the beginning only. */
  detect(text: string): number;
  read?(text: string): ReadResult;
  write?(items: readonly CslItem[]): string;
}
