import type { Span } from '../text';
import { unbroken } from './unbroken';

/**
 * A mark on a passage and what is said of it, in the words and keys of the W3C Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/). Keys that Casebook does not know are kept as they are.
 */
export interface Annotation {
  /** Unlike all others of its paper; for a paper's own ones see `annotationId`. */
  readonly id: string;
  /** ISO 8601, in UTC: `2026-11-26T11:10:00Z`. */
  readonly created?: string;
  readonly modified?: string;
  readonly creator?: string;
  /** Why it was made: `highlighting`, `commenting`, `tagging`, `replying`, ... */
  readonly motivation: string;
  readonly target: Target;
  readonly body: readonly Body[];
  /** Whether the thread that it begins is done with. */
  readonly resolved?: boolean;
  readonly [other: string]: unknown;
}

/** What an annotation is on. A reply's source is the `id` of the annotation that it answers, and it has no selectors. */
export interface Target {
  /** An attachment's name, `chen1995.pdf`; `abstract` or `title` of the paper's own record; or an address. */
  readonly source: string;
  /** How it is drawn where not as a highlight. */
  readonly styleClass?: string;
  readonly selector: readonly Selector[];
  readonly [other: string]: unknown;
}

/** Ways to find the passage again; all of one target mean the same passage. */
export type Selector = TextQuoteSelector | TextPositionSelector | FragmentSelector;

/** The words themselves, and what stands before and after them. */
export interface TextQuoteSelector {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly [other: string]: unknown;
}

/** Where they stood, in UTF-16 code units of the source's plain text (of a PDF: of all its pages' texts). */
export interface TextPositionSelector {
  readonly type: 'TextPositionSelector';
  readonly start: number;
  readonly end: number;
  readonly [other: string]: unknown;
}

/** A PDF's page, `page=3`, counted from 1 (RFC 8118), and where on it. */
export interface FragmentSelector {
  readonly type: 'FragmentSelector';
  readonly value: string;
  readonly conformsTo?: string;
  readonly refinedBy?: RectanglesSelector;
  readonly [other: string]: unknown;
}

/** Casebook's own, since W3C has none for several boxes: `[left, bottom, right, top]` in the page's own points, upwards. */
export interface RectanglesSelector {
  readonly type: 'RectanglesSelector';
  readonly rectangles: readonly Rectangle[];
  readonly [other: string]: unknown;
}

export type Rectangle = readonly [left: number, bottom: number, right: number, top: number];

/** Something said: a comment (`commenting`), a tag (`tagging`), a reply (`replying`), or the meaning of its colour (`classifying`). */
export interface Body {
  readonly type: 'TextualBody';
  readonly value: string;
  readonly purpose?: string;
  /** A media type: comments are `text/markdown`. */
  readonly format?: string;
  readonly [other: string]: unknown;
}

/** The specification that a PDF's fragments follow, by the name that W3C's model gives it. */
export const pdfFragments = 'http://tools.ietf.org/rfc/rfc3778';

/** Letters and digits without those that are easily taken for another. */
const idSigns = '23456789abcdefghjkmnpqrstuvwxyz';

/**
 * An id for a new annotation. It begins with a letter, so that YAML reads no number from it, and is random from there on:
 * annotations stand in the order of their ids, so that what two people add comes to stand at different places.
 *
 * @param random at least 10 random bytes
 */
export function annotationId(random: Uint8Array): string {
  return `a${Array.from(random.subarray(0, 10), (byte) => idSigns[byte % idSigns.length]).join('')}`;
}

/** What the reader wrote of the passage, without tags; undefined where nothing. */
export function commentOf({ body }: Annotation): string | undefined {
  return body.find(({ purpose }) => purpose === undefined || purpose === 'commenting' || purpose === 'replying' || purpose === 'describing')?.value;
}

export function tagsOf({ body }: Annotation): string[] {
  return body.filter(({ purpose }) => purpose === 'tagging').map(({ value }) => value);
}

/** The meaning that its colour stands for, such as `finding`; where it came from elsewhere, the colour itself. */
export function meaningOf({ body }: Annotation): string | undefined {
  return body.find(({ purpose }) => purpose === 'classifying')?.value;
}

/** What names it in lists, on one line: its words, else its comment, else what it is on. */
export function labelOf(annotation: Annotation): string {
  const exact = quoteOf(annotation)?.exact;
  const words = exact !== undefined && pageOf(annotation) !== undefined ? unbroken(exact) : exact;
  return (words ?? commentOf(annotation) ?? annotation.target.source).replace(/\s+/g, ' ').trim();
}

export function isUnderlined({ target }: Annotation): boolean {
  return target.styleClass === 'underline';
}

/** The annotation's id that a reply answers. */
export function answeredBy({ motivation, target }: Annotation): string | undefined {
  return motivation === 'replying' ? target.source : undefined;
}

export function quoteOf({ target }: Annotation): TextQuoteSelector | undefined {
  return target.selector.find((selector): selector is TextQuoteSelector => selector.type === 'TextQuoteSelector');
}

export function positionOf({ target }: Annotation): Span | undefined {
  return target.selector.find((selector): selector is TextPositionSelector => selector.type === 'TextPositionSelector');
}

/** The PDF page that it is on, counted from 1. */
export function pageOf(annotation: Annotation): number | undefined {
  const page = /(?:^|&)page=(\d+)/.exec(fragmentOf(annotation)?.value ?? '')?.[1];
  return page === undefined ? undefined : Number(page);
}

/** The boxes on its PDF page. */
export function rectanglesOf(annotation: Annotation): readonly Rectangle[] {
  return fragmentOf(annotation)?.refinedBy?.rectangles ?? [];
}

function fragmentOf({ target }: Annotation): FragmentSelector | undefined {
  return target.selector.find((selector): selector is FragmentSelector => selector.type === 'FragmentSelector');
}

/** Selectors for a passage of a PDF's page. */
export function pageSelector(page: number, rectangles: readonly Rectangle[]): FragmentSelector {
  return {
    type: 'FragmentSelector', conformsTo: pdfFragments, value: `page=${page}`,
    ...(rectangles.length > 0 && { refinedBy: { type: 'RectanglesSelector', rectangles } }),
  };
}

/**
 * How much before and after a quote is kept with it, in letters. Hypothesis keeps 32; in texts of medicine the same phrases
 * come again and again, and what stands a little farther away tells them apart.
 */
export const contextLength = 64;

/** Selectors for a passage of a plain text. */
export function textSelectors(text: string, { start, end }: Span): [TextQuoteSelector, TextPositionSelector] {
  const prefix = text.slice(Math.max(0, start - contextLength), start);
  const suffix = text.slice(end, end + contextLength);
  return [
    { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix, suffix },
    { type: 'TextPositionSelector', start, end },
  ];
}
