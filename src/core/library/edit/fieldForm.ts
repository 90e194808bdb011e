import type { Span } from '../../text';
import type { CslItem } from '../record';
import type { TextEdit } from './textEdit';

/** A field with its value as the format writes it. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

/** A field as it stands in a record's source. */
export interface FieldText extends Field {
  /** What is replaced when the value changes. */
  readonly valueSpan: Span;
  /** What a reader sees as the value: without its braces. */
  readonly innerSpan: Span;
}

/** A format whose records are lists of named fields. A source is the text of one record, a field is told by its index. */
export interface FieldForm {
  /** Fields of one name may stand several times: `AU`. */
  readonly repeats: boolean;
  /** In the order of the text; undefined where the source is broken. */
  fields(source: string): readonly FieldText[] | undefined;
  /** The record that a source is read as. */
  read(source: string): CslItem | undefined;
  /** A record as the format's writer has it, in the dialect of a source. */
  written(item: CslItem, source: string): Written;
  /** Gives a field another value, in its style. `before` is what the writer would have made of the old value. */
  replaced(source: string, field: FieldText, value: string, before: string | undefined): TextEdit;
  /** Puts fields after another one, or first. */
  inserted(source: string, fields: readonly FieldText[], after: number, added: readonly Field[]): readonly TextEdit[];
  /** @param gone in ascending order */
  removed(source: string, fields: readonly FieldText[], gone: readonly number[]): readonly TextEdit[];
}

/** A record as a writer has it, and how that is read again. */
export interface Written {
  readonly fields: readonly Field[];
  readonly item: CslItem | undefined;
}
