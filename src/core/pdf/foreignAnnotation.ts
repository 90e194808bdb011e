import { foldText } from '../annotating/foldedText';
import type { Rectangle } from '../annotating/annotation';
import { isObject } from '../formats/plainValue';
import { hashText } from '../terms/hashText';
import type { Span } from '../text';
import { joinRectangles } from './joinRectangles';
import { readPdfDate } from './pdfDate';
import { passageAt, type PdfMark, type PdfPassage, readPassage } from './pdfMark';
import { type PdfTextItem, spanUnder, textOf } from './pdfText';

/** An annotation that another reader left in a PDF. */
export interface ForeignAnnotation {
  /** The same whenever the PDF is read, so that nobody takes it over twice. */
  readonly id: string;
  /** The id of the one that this is a reply to. */
  readonly answers?: string;
  readonly kind: ForeignKind;
  /** Its words; none where it is on a place of the page. */
  readonly passage: PdfPassage;
  readonly author?: string;
  /** In ISO 8601, as `modified`. */
  readonly created?: string;
  readonly modified?: string;
  readonly comment?: string;
  /** As `#rrggbb`. */
  readonly color?: string;
  /** The object of the PDF that it is, as PDF.js names it (`12R`); none where it stands in no object of its own. */
  readonly object?: string;
}

export type ForeignKind = 'highlight' | 'underline' | 'strikeout' | 'note';

/** What PDF.js tells of an annotation, as far as it is read here. */
export interface RawAnnotation {
  readonly id: string;
  readonly subtype?: string;
  readonly annotationFlags?: number;
  readonly rect: readonly number[];
  /** Eight numbers a line. */
  readonly quadPoints?: ArrayLike<number> | null;
  /** The letters under the quads. */
  readonly overlaidText?: string;
  readonly titleObj?: { readonly str: string };
  readonly contentsObj?: { readonly str: string };
  readonly creationDate?: string | null;
  readonly modificationDate?: string | null;
  readonly color?: ArrayLike<number> | null;
  readonly inReplyTo?: string | null;
  readonly replyType?: string;
  /** What a reviewer set the state of another to. */
  readonly state?: string | null;
}

const kinds: Readonly<Record<string, ForeignKind>> = {
  Highlight: 'highlight', Underline: 'underline', Squiggly: 'underline', StrikeOut: 'strikeout',
  Text: 'note', FreeText: 'note', Caret: 'note', Square: 'note', Circle: 'note', Polygon: 'note', PolyLine: 'note', Line: 'note', Ink: 'note', Stamp: 'note',
};

/** Flags of what is not to be seen: invisible, hidden, no view. */
const unseen = 1 | 2 | 32;

/**
 * Reads the annotations of a page: marks on words, what says something beside them, and the replies to these.
 * @param page counted from 1
 * @param before where the page's text begins in that of all pages; undefined where that is not known
 */
export function foreignAnnotations(raw: readonly RawAnnotation[], page: number, items: readonly PdfTextItem[], before: number | undefined): ForeignAnnotation[] {
  const ids = new Map<string, string>();
  const wanted = raw.filter((one) => kinds[one.subtype ?? ''] && one.replyType !== 'Group' && !one.state && (one.inReplyTo || ((one.annotationFlags ?? 0) & unseen) === 0));
  for (const one of wanted) ids.set(one.id, idOf(one, page));
  const text = textOf(items);
  return wanted.flatMap((one): ForeignAnnotation[] => {
    const kind = kinds[one.subtype ?? ''] ?? 'note';
    const boxes = boxesIn(one);
    const span = kind === 'note' ? undefined : spanOf(one, text, items, boxes);
    const said = one.contentsObj?.str.trim() ?? '';
    const exact = span ? text.slice(span.start, span.end) : '';
    // Some readers write the marked words themselves where the comment would be.
    const comment = said !== '' && plain(said) !== plain(exact) ? said.replace(/\r\n?/g, '\n') : undefined;
    if (kind === 'note' && comment === undefined) return [];
    const answers = one.inReplyTo ? ids.get(one.inReplyTo) : undefined;
    return [{ id: ids.get(one.id) ?? '', kind, passage: passageAt(text, span, page, boxes, before), ...(answers !== undefined && { answers }), ...(comment !== undefined && { comment }), ...about(one), ...(isObjectName(one.id) && { object: one.id }) }];
  });
}

/**
 * @returns what tells whether one of the marks is what was found: by its id, or since it says the same of the same words, as one
 *   that was once written into the PDF does
 */
export function takenOverAmong(marks: readonly PdfMark[]): (found: ForeignAnnotation) => boolean {
  const ids = new Set(marks.map(({ id }) => id));
  const saying = new Set(marks.map((mark) => gist(mark.passage, spokenOf(mark))));
  return ({ id, passage, comment }) => ids.has(id) || ((passage.exact !== '' || comment !== undefined) && saying.has(gist(passage, comment ?? '')));
}

/** @returns what tells whether a mark is one of those that were found, as above */
export function foundAmong(found: readonly ForeignAnnotation[]): (mark: PdfMark) => boolean {
  const ids = new Set(found.map(({ id }) => id));
  const saying = new Set(found.map(({ passage, comment = '' }) => gist(passage, comment)));
  return (mark) => {
    const said = spokenOf(mark);
    return ids.has(mark.id) || ((mark.passage.exact !== '' || said !== '') && saying.has(gist(mark.passage, said)));
  };
}

function gist({ page, exact }: PdfPassage, said: string): string {
  return JSON.stringify([page, plain(exact), plain(said)]);
}

/** @returns what is said in a mark, as it is written into PDFs: the comment, and the tags under it */
export function spokenOf({ comment, tags }: Pick<PdfMark, 'comment' | 'tags'>): string {
  return [...(comment === undefined ? [] : [comment]), ...(tags.length > 0 ? [tags.map((tag) => `#${tag}`).join(' ')] : [])].join('\n\n');
}

/** Nobody leaves more in a PDF. */
const most = 20_000;

/** @returns the annotations that a message holds, those left out that are none */
export function readForeignAnnotations(value: unknown): ForeignAnnotation[] {
  return (Array.isArray(value) ? value.slice(0, most) : []).flatMap((item: unknown): ForeignAnnotation[] => {
    const passage = isObject(item) && readPassage(item.passage);
    if (!passage || !isId(item.id) || !Object.values(kinds).includes(item.kind as ForeignKind)) return [];
    const { author, created, modified, comment, color } = item;
    const texts = Object.entries({ author, created, modified, comment, color }).filter(([, each]) => typeof each === 'string');
    return [{ id: item.id, kind: item.kind as ForeignKind, passage, ...(isId(item.answers) && { answers: item.answers }), ...(isObjectName(item.object) && { object: item.object }), ...Object.fromEntries(texts) }];
  });
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^p[0-9a-f]{16}$/.test(value);
}

function isObjectName(value: unknown): value is string {
  return typeof value === 'string' && /^\d{1,10}R\d{0,5}$/.test(value);
}

/** By what a reader hardly ever changes of it. */
function idOf({ subtype, rect, titleObj, creationDate, contentsObj, inReplyTo }: RawAnnotation, page: number): string {
  return `p${hashText(JSON.stringify([page, subtype, rect.map((each) => Math.round(each * 10)), titleObj?.str, creationDate ?? contentsObj?.str, Boolean(inReplyTo)]))}`;
}

function about({ titleObj, creationDate, modificationDate, color }: RawAnnotation): Partial<ForeignAnnotation> {
  const author = titleObj?.str.trim();
  const modified = readPdfDate(modificationDate ?? '');
  const created = readPdfDate(creationDate ?? '') ?? modified;
  const parts = color && color.length === 3 ? Array.from(color, (part) => part.toString(16).padStart(2, '0')) : undefined;
  return {
    ...(author && { author }), ...(created !== undefined && { created }), ...(modified !== undefined && modified !== created && { modified }),
    ...(parts && { color: `#${parts.join('')}` }),
  };
}

function boxesIn({ quadPoints, rect }: RawAnnotation): Rectangle[] {
  const points = Array.from(quadPoints ?? []);
  if (points.length < 8) return joinRectangles([rect as unknown as Rectangle]);
  const boxes = Array.from({ length: Math.floor(points.length / 8) }, (_, index): Rectangle => {
    const quad = points.slice(index * 8, index * 8 + 8);
    const [xs, ys] = [quad.filter((__, at) => at % 2 === 0), quad.filter((__, at) => at % 2 === 1)];
    return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  });
  return joinRectangles(boxes);
}

/** PDF.js knows the letters under the quads, but not which of the page's they are: those nearest to where the boxes are. */
function spanOf({ overlaidText = '' }: RawAnnotation, text: string, items: readonly PdfTextItem[], boxes: readonly Rectangle[]): Span | undefined {
  const guess = spanUnder(items, boxes);
  const words = plain(overlaidText).replace(/-$/, '');
  if (words === '') return guess;
  const folded = foldText(text);
  const all = folded.slice(0, folded.length);
  const near = guess ? folded.offsetOf(guess.start) : 0;
  let best: number | undefined;
  for (let at = all.indexOf(words); at >= 0; at = all.indexOf(words, at + 1)) if (best === undefined || Math.abs(at - near) < Math.abs(best - near)) best = at;
  return best === undefined ? guess : folded.original({ start: best, end: best + words.length });
}

function plain(text: string): string {
  const folded = foldText(text);
  return folded.slice(0, folded.length);
}
