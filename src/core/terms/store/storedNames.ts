import type { TextListData } from './textList';

/** The names of all concepts, as they lie in a terminology's file. */
export interface StoredNames extends TextListData {
  /** By name: `NameKind` and what else is said of it. */
  readonly kinds: Uint8Array;
  /** By concept, and one after the last: the number of its first name, which is its preferred one. */
  readonly first: Uint32Array;
}
