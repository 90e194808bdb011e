/** A query that the user keeps: a folder of the Papers view that holds whatever matches it. */
export interface SavedSearch {
  readonly name: string;
  readonly query: string;
}
