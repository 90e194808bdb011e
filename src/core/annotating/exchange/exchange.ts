import type { Problem } from '../../problems/problem';
import type { Annotation } from '../annotation';

/** A paper with what is exported of it. */
export interface AnnotatedPaper {
  readonly citekey: string;
  readonly title?: string;
  /** Its address on the web, or its DOI's. */
  readonly address?: string;
  readonly annotations: readonly Annotation[];
  /** The plain texts that its annotations are on, by the names of their sources, as far as there are any. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What was read of another program's annotations. */
export interface ImportedAnnotations {
  readonly annotations: readonly Annotation[];
  readonly problems: readonly Problem[];
}

/** What an import needs to know. */
export interface ImportOptions {
  /** The paper's attachment that the annotations are put on, since other programs name it by an address. */
  readonly source: string;
  /** The source's plain text, for formats that have offsets alone. */
  readonly text?: string;
  /** An id that no other annotation has. */
  readonly newId: () => string;
}
