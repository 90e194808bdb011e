import type { Span } from '../text';

/** Where a field stands: its name, and its value with its braces or quotes, all parts of a sum included. */
export interface BibtexFieldPlace {
  /** In lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}
