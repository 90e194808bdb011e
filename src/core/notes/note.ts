import type { Problem } from '../problems/problem';
import type { Span } from '../text';
import type { MetadataBlock } from './metadataBlock';

/**
 * A Markdown or Quarto document, parsed once per version. All spans are offsets into `text`.
 * The whole lists are made when they are first asked for; who looks at a place only asks with `citationsIn` and its kin.
 */
export interface Note extends CitedText {
  readonly frontMatter: FrontMatter | undefined;
  /** The note's blocks, a few at a time: one that an edit has not touched is the same object from version to version. */
  readonly parts: readonly PlacedPart[];
  /**
   * Where running words stand: paragraphs, headings, table cells, link texts, footnotes; a run goes on over line breaks
   * within a paragraph. Not front matter, code, comments, math, raw HTML, addresses, attributes or citekeys.
   */
  readonly prose: readonly Span[];
  /** Where nothing may be written for the reader: front matter, code, comments, math, raw HTML, addresses, attributes. */
  readonly verbatim: readonly Span[];
  readonly footnotes: Footnotes;
  /** The citations that overlap or touch a stretch of the text. */
  citationsIn(start: number, end: number): readonly CitationCluster[];
  proseIn(start: number, end: number): readonly Span[];
  verbatimIn(start: number, end: number): readonly Span[];
}

/** What rendering needs of a note: it can be sent to another thread. */
export interface CitedText {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  /** In the order of the text. */
  readonly citations: readonly CitationCluster[];
  readonly footnotes: Footnotes;
}

/** Whole blocks of a note. What is in it has its place from the part's own beginning. */
export interface NotePart {
  /** In UTF-16 units, blank lines after it included. */
  readonly length: number;
  readonly prose: readonly Span[];
  readonly verbatim: readonly Span[];
  readonly citations: readonly CitationCluster[];
  readonly footnotes: Footnotes;
  readonly labels: PartLabels;
  readonly metadata: readonly MetadataBlock[];
  /** How far behind its end (UTF-16 units) the text has a say in how it is read: where a rule may be the beginning of metadata. */
  readonly reach: number;
}

/** A part, and where it begins in the text. */
export interface PlacedPart {
  readonly start: number;
  readonly part: NotePart;
}

/** Labels that decide elsewhere in the note whether something is a citation, and those that decided here. */
export interface PartLabels {
  readonly examples: readonly string[];
  readonly links: readonly string[];
  /** Labels that were looked for. */
  readonly asked: ReadonlySet<string>;
}

/** `[^1]: text`, and where `[^1]` stands: pandoc reads a note where it is referred to. */
export interface Footnotes {
  readonly definitions: readonly (Span & { readonly label: string })[];
  readonly references: readonly { readonly label: string; readonly at: number }[];
  /** `^[text]` */
  readonly inline: readonly Span[];
}

/** What Casebook needs of a note's YAML metadata. Values of another kind than pandoc takes are left out. */
export interface FrontMatter {
  /** Its blocks: the one that the note begins with, and those further on. */
  readonly blocks: readonly Span[];
  readonly bibliography: readonly string[];
  /** Whether `bibliography:` is a list: Quarto adds a list to what a note inherits, and lets a single file take its place. */
  readonly bibliographyIsList: boolean;
  readonly csl?: string;
  readonly lang?: string;
  readonly nocite: readonly string[];
  /** `citation-abbreviations`: a file of journals' short names. */
  readonly abbreviations?: string;
  /** `link-citations` */
  readonly linkCitations?: boolean;
  /** `link-bibliography` */
  readonly linkBibliography?: boolean;
  /** `notes-after-punctuation` */
  readonly notesAfterPunctuation?: boolean;
  /** `suppress-bibliography`: none is added; one that was written into the note stays. */
  readonly suppressBibliography?: boolean;
  /** `reference-section-title`, in Markdown: the heading of a bibliography that is added at the end. */
  readonly referenceTitle?: string;
  /** Inline CSL items (`references:`), their Markdown as CSL's markup. */
  readonly references: readonly unknown[];
  /** Blocks that can't be read as YAML: what could be recovered stands above. */
  readonly problems: readonly Problem[];
}

/** CSL's citation cluster: `[see @a, p. 3; @b]`, or an author-in-text `@a [p. 3]`. */
export interface CitationCluster {
  readonly span: Span;
  /** `@a` in running text, as against one in brackets. */
  readonly authorInText: boolean;
  readonly items: readonly CitationItem[];
  /** Of one that is written as a MyST role, the role's name: `cite:p` in `` {cite:p}`a,b` ``. */
  readonly role?: string;
}

export interface CitationItem {
  readonly key: string;
  /** The `@` (and `-`, and braces) with the key; in a MyST role the key alone. */
  readonly keySpan: Span;
  readonly prefix: string;
  readonly suffix: string;
  /** CSL's locator label and value: `{label: 'page', value: '3'}`. */
  readonly locator?: { readonly label: string; readonly value: string };
  readonly suppressAuthor: boolean;
}
