/** One record of a bibliography as lists show it. */
export interface BibliographyRow {
  /** The bibliography's address. */
  readonly uri: string;
  /** Its place among the bibliography's records, from 0; it changes when records before it come or go. */
  readonly index: number;
  readonly key: string;
  /** Other keys under which it may be cited. */
  readonly aliases: readonly string[];
  /** As citations name them: `Chen et al.`; editors where there are no authors. */
  readonly names: string;
  readonly year: string;
  readonly title: string;
  /** The journal or book that it stands in. */
  readonly container: string;
  /** CSL's type: `article-journal`. */
  readonly type: string;
}

/** What a record's row says, whichever bibliography it stands in. */
export type RowText = Omit<BibliographyRow, 'uri' | 'index'>;

/** Orders of a bibliography's records: as in the file, or by one of what its rows show. */
export type RowOrder = 'file' | 'author' | 'year' | 'title';
