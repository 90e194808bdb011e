import type { Problem } from '../problems/problem';
import type { Span } from '../text';

/** A Markdown or Quarto document, parsed once per version. All spans are offsets into `text`. */
export interface Note {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  /**
   * Where running words stand: paragraphs, headings, table cells, link texts, footnotes; a run goes on over line breaks
   * within a paragraph. Not front matter, code, comments, math, raw HTML, addresses, attributes or citekeys.
   */
  readonly prose: readonly Span[];
  /** Where nothing may be written for the reader: front matter, code, comments, math, raw HTML, addresses, attributes. */
  readonly verbatim: readonly Span[];
  /** In the order of the text. */
  readonly citations: readonly CitationCluster[];
}

/** What Casebook needs of a note's YAML front matter. Values of another kind than pandoc takes are left out. */
export interface FrontMatter {
  readonly span: Span;
  readonly bibliography: readonly string[];
  readonly csl?: string;
  readonly lang?: string;
  readonly nocite: readonly string[];
  /** Inline CSL items (`references:`), as they stand. */
  readonly references: readonly unknown[];
  /** A block that can't be read as YAML: what could be recovered stands above. */
  readonly problems: readonly Problem[];
}

/** CSL's citation cluster: `[see @a, p. 3; @b]`, or an author-in-text `@a [p. 3]`. */
export interface CitationCluster {
  readonly span: Span;
  /** `@a` in running text, as against one in brackets. */
  readonly authorInText: boolean;
  readonly items: readonly CitationItem[];
}

export interface CitationItem {
  readonly key: string;
  /** The `@` (and `-`, and braces) with the key. */
  readonly keySpan: Span;
  readonly prefix: string;
  readonly suffix: string;
  /** CSL's locator label and value: `{label: 'page', value: '3'}`. */
  readonly locator?: { readonly label: string; readonly value: string };
  readonly suppressAuthor: boolean;
}
