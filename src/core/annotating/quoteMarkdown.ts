import type { CslItem } from '../library/record';
import { type Annotation, commentOf, pageOf, quoteOf } from './annotation';
import { unbroken } from './unbroken';

/**
 * A quote for a note, with its citation and a way back to the words.
 * @param link an address that opens the paper at the words; none where that is undefined
 * @returns a block quotation in pandoc's Markdown, without a line end after it; undefined where the annotation quotes nothing
 */
export function quoteMarkdown(record: CslItem, annotation: Annotation, link: string | undefined): string | undefined {
  const quote = quoteOf(annotation)?.exact.trim();
  if (!quote) return undefined;
  const paragraphs = (pageOf(annotation) === undefined ? quote : unbroken(quote)).split(/\n\s*\n/).map((paragraph) => asMarkdown(paragraph));
  return [...paragraphs, `${citationOf(record, annotation)}${backTo(link)}`].map((paragraph) => `> ${paragraph}`).join('\n>\n');
}

/** @returns the quote, and the comment below it; where nothing is quoted the comment, with the page that it is on */
export function annotationMarkdown(record: CslItem, annotation: Annotation, link: string | undefined): string {
  const comment = commentOf(annotation)?.trim();
  if (comment && !quoteOf(annotation) && pageOf(annotation) !== undefined) return `${comment} ${citationOf(record, annotation)}${backTo(link)}`;
  return [quoteMarkdown(record, annotation, link), comment].filter(Boolean).join('\n\n');
}

function backTo(link: string | undefined): string {
  return link === undefined ? '' : ` [↗](<${link}>)`;
}

/** `[@chen1995, p. 170]` */
function citationOf(record: CslItem, annotation: Annotation): string {
  const key = /^[\w][\w:.#$%&+?<>~/-]*$/.test(record.id) && !/[:.#$%&+?<>~/-]$/.test(record.id) ? record.id : `{${record.id}}`;
  const page = printedPage(record, pageOf(annotation));
  return page === undefined ? `[@${key}]` : `[@${key}, p. ${page}]`;
}

/** A PDF counts its pages from 1; what is printed on them goes on from the article's first page, where that is known. */
function printedPage(record: CslItem, page: number | undefined): number | undefined {
  if (page === undefined) return undefined;
  const first = /^\s*(\d+)\b/.exec(String(record.page ?? ''))?.[1];
  return first === undefined ? page : Number(first) + page - 1;
}

/** Plain words as Markdown that shows them: what pandoc would take for markup or a citation is escaped. */
export function asMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>$^~@|#{}]/g, '\\$&')
    .replace(/^(\d+)([.)])(?= )/, '$1\\$2')
    .replace(/^([-+])(?= )/, '\\$1');
}
