import { type Annotation, type Body, commentOf, isUnderlined, meaningOf, pageOf, pageSelector, positionOf, quoteOf, rectanglesOf, type Selector, tagsOf } from '../annotating/annotation';
import { colorOf, type Meaning } from '../annotating/meaning';
import type { ForeignAnnotation } from './foreignAnnotation';
import type { PdfMark, PdfPassage, PdfRemark } from './pdfMark';

/** @returns an annotation as it is drawn on a PDF's page; one of which no page is known is looked for from the first on */
export function markOf(annotation: Annotation, meanings: readonly Meaning[]): PdfMark {
  const quote = quoteOf(annotation);
  const meaning = meaningOf(annotation);
  const comment = commentOf(annotation);
  const start = positionOf(annotation)?.start;
  return {
    id: annotation.id, color: colorOf(meaning, meanings), underlined: isUnderlined(annotation), tags: tagsOf(annotation),
    ...(meaning !== undefined && { meaning }), ...(comment !== undefined && { comment }),
    passage: {
      page: pageOf(annotation) ?? 1, exact: quote?.exact ?? '', prefix: quote?.prefix ?? '', suffix: quote?.suffix ?? '', rectangles: rectanglesOf(annotation),
      ...(start !== undefined && { start }),
    },
  };
}

/** @returns the selectors of a passage: its words, if it has any, where they stand in the text of all pages, and where on their page */
export function selectorsOf({ page, exact, prefix, suffix, start, rectangles }: PdfPassage): Selector[] {
  if (exact === '') return [pageSelector(page, rectangles)];
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    ...(start === undefined ? [] : [{ type: 'TextPositionSelector' as const, start, end: start + exact.length }]),
    pageSelector(page, rectangles),
  ];
}

/**
 * @param source the name of the PDF
 * @returns an annotation that another reader left in a PDF, as one of the paper's; its colour is a meaning where one has just that colour
 */
export function takenOver({ id, answers, kind, passage, author, created, modified, comment, color }: ForeignAnnotation, source: string, meanings: readonly Meaning[]): Annotation {
  const meaning = meanings.find((one) => one.color.toLowerCase() === color)?.name ?? color;
  const remark: PdfRemark = { underlined: kind === 'underline', tags: [], ...(comment !== undefined && { comment }), ...(answers === undefined && meaning !== undefined && { meaning }) };
  const styleClass = kind === 'underline' || kind === 'strikeout' ? kind : undefined;
  return {
    id, ...(created !== undefined && { created }), ...(modified !== undefined && { modified }), ...(author !== undefined && { creator: author }),
    motivation: answers === undefined ? motivationOf(remark) : 'replying',
    target: answers === undefined ? { source, ...(styleClass && { styleClass }), selector: selectorsOf(passage) } : { source: answers, selector: [] },
    body: bodyOf(remark),
  };
}

/** @returns why a mark was made */
export function motivationOf({ comment, meaning, tags, underlined }: PdfRemark): string {
  if (comment !== undefined) return 'commenting';
  return tags.length > 0 && meaning === undefined && !underlined ? 'tagging' : 'highlighting';
}

/**
 * @param before what was said till now: of it, what a remark does not speak of is kept
 * @returns what is said of a passage
 */
export function bodyOf({ meaning, comment, tags }: PdfRemark, before: readonly Body[] = []): Body[] {
  const kept = before.filter(({ purpose }) => purpose !== 'classifying' && purpose !== 'tagging' && !isComment(purpose));
  const said = before.find(({ purpose }) => isComment(purpose));
  return [
    ...(meaning === undefined ? [] : [{ type: 'TextualBody' as const, purpose: 'classifying', value: meaning }]),
    ...(comment === undefined ? [] : [{ type: 'TextualBody' as const, purpose: 'commenting', format: 'text/markdown', ...said, value: comment }]),
    ...tags.map((value): Body => ({ type: 'TextualBody', purpose: 'tagging', value })),
    ...kept,
  ];
}

function isComment(purpose: string | undefined): boolean {
  return purpose === undefined || purpose === 'commenting' || purpose === 'replying' || purpose === 'describing';
}
