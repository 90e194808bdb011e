import type { LibraryPaper } from '../../core/library/library';
import type { SavedSearch } from '../../core/library/savedSearch';

/** The papers that share a year, an author, a journal, a subject, a status, a tag or a folder; or those that match a saved search. */
export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly label: string;
  readonly papers: readonly LibraryPaper[];
  readonly search?: SavedSearch;
  /** How many records of bibliographies match the search. */
  readonly records?: number;
  /** Where these are some of many papers, next to each other in the tree's order: the group of all of them, if any. */
  readonly part?: { readonly of: GroupNode | undefined };
}
