import type { Span } from '../../text';
import type { CslItem } from '../record';

/** A change of a bibliography's records, in CSL's words. `near` is about where the record stands: with it a large file is not searched. */
export type RecordChange =
  /** Also in everything in the file that refers to the key; `keepAlias` adds the old key to `other-ids` (BibLaTeX's `ids`). */
  | { readonly kind: 'rename'; readonly key: string; readonly newKey: string; readonly keepAlias?: boolean; readonly near?: Span }
  /** Gives CSL variables other values; undefined removes one. */
  | { readonly kind: 'set'; readonly key: string; readonly variables: Readonly<Record<string, unknown>>; readonly near?: Span }
  /** What refers to the key in the file refers to `instead` from now on, where that is given. */
  | { readonly kind: 'remove'; readonly key: string; readonly instead?: string; readonly near?: Span }
  | { readonly kind: 'add'; readonly item: CslItem };
