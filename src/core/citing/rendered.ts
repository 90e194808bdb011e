import type { Problem } from '../problems/problem';
import type { Span } from '../text';

/** Rendered text, without markup and as safe HTML. */
export interface Rendered {
  readonly text: string;
  readonly html: string;
}

/** What is said of works, which lead to their references. */
export interface Linkable extends Rendered {
  /** The HTML with a link around what it says of each work, as pandoc has it. */
  readonly linked: string;
}

export interface RenderedCitation extends Rendered, Span {
  /** Of one in the sentence, in a style that cites in footnotes: the authors, and the footnote without them. */
  readonly apart?: { readonly author: Rendered; readonly note: Rendered };
}

export interface LinkedCitation extends Linkable, Span {
  readonly apart?: { readonly author: Rendered; readonly note: Linkable };
}

export interface RenderedEntry extends Rendered {
  /** The citekey. */
  readonly id: string;
}

export interface RenderedNote {
  /** For each citation that stands in no other, in the order of the text. */
  readonly citations: readonly LinkedCitation[];
  readonly bibliography: readonly RenderedEntry[];
  readonly problems: readonly Problem[];
  /** `numeric` citations that are raised take no space before them; a `note` style's text belongs into a footnote. */
  readonly format: 'author' | 'numeric' | 'note';
  readonly isSuperscript: boolean;
  /** Whether the language sets a full stop and a comma before a closing quotation mark. */
  readonly punctuationInQuote: boolean;
}
