import type { Span } from '../text';
import type { CslItem } from './record';

/** A record with what Casebook keeps beside it in the same file (`library/chen1995.yaml`). */
export interface Paper {
  readonly record: CslItem;
  /** The subject areas the source named (`case: {subjects: [...]}` is the researcher's; these are the portal's). */
  readonly subjects: readonly string[];
  /** Where the citekey stands in the file, for what is wrong with it. */
  readonly idSpan?: Span;
  /** The `annotations:` and `case:` values as they stand in the file. */
  readonly annotations?: unknown;
  readonly case?: unknown;
  /** Citekeys of papers that look like this one's duplicates and are not, as the user said (`different-from: [wang2001]`). */
  readonly differentFrom?: readonly string[];
}
