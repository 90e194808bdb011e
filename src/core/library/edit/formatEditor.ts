import type { Span } from '../../text';
import type { CslItem } from '../record';
import type { TextEdit } from './textEdit';

/** A record as it stands in a text. */
export interface RecordText {
  /** The citekey, as the format's reader gives it. */
  readonly key: string;
  /** From its first sign to its last. */
  readonly span: Span;
  readonly keySpan: Span | undefined;
  /** The keys of the records that this one names: `crossref` and its like. */
  readonly refersTo?: readonly string[];
  /** Holds fields for others and is no work: BibLaTeX's `@xdata`. */
  readonly isOnlyData?: boolean;
}

/**
 * What edits one text of a format. A source is the text of one record, as `span` has it; edits of a source count from
 * its beginning.
 */
export interface FormatEditor {
  /** All records, in the order in which the format's reader gives them. */
  records(): readonly RecordText[];
  /** The record of a key that stands at about this place, found without looking at the whole text; undefined where it is not there. */
  recordNear?(key: string, near: Span): RecordText | undefined;
  /** Where the values of CSL's variables stand. */
  variables(source: string): ReadonlyMap<string, Span>;
  /** The record's further keys. */
  aliases(source: string): readonly string[];
  /**
   * Gives variables of a record other values, its `id` among them; undefined removes one.
   * @returns undefined where the format has no place for a value, or the source is broken
   */
  set(source: string, variables: Readonly<Record<string, unknown>>): readonly TextEdit[] | undefined;
  /** Names other records by their new keys. */
  refer?(source: string, newKeys: ReadonlyMap<string, string>): readonly TextEdit[];
  /** Takes records out of the text, and puts new ones at its end. The edits count from the text's beginning. */
  list(gone: readonly RecordText[], added: readonly CslItem[]): readonly TextEdit[] | undefined;
}
