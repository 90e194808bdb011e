import { type Annotation, answeredBy, commentOf, isUnderlined, meaningOf, pageOf, quoteOf, tagsOf } from '../annotation';
import type { AnnotatedPaper } from './exchange';

const columns = ['citekey', 'id', 'source', 'page', 'quote', 'comment', 'tags', 'meaning', 'kind', 'answers', 'resolved', 'creator', 'created', 'modified'];

/** Annotations as CSV (RFC 4180), one a row; the texts of papers cannot run as formulas where it is opened. */
export function writeAnnotationTable(papers: readonly AnnotatedPaper[]): string {
  const rows = papers.flatMap(({ citekey, annotations }) => annotations.map((annotation) => row(citekey, annotation)));
  return [columns, ...rows].map((cells) => `${cells.map(cell).join(',')}\r\n`).join('');
}

function row(citekey: string, annotation: Annotation): string[] {
  const { id, motivation, target, resolved, creator = '', created = '', modified = '' } = annotation;
  const kind = isUnderlined(annotation) ? 'underlining' : motivation;
  const answers = answeredBy(annotation);
  return [
    citekey, id, answers === undefined ? target.source : '', String(pageOf(annotation) ?? ''), quoteOf(annotation)?.exact ?? '', commentOf(annotation) ?? '',
    tagsOf(annotation).join('; '), meaningOf(annotation) ?? '', kind, answers ?? '', resolved === true ? 'yes' : '', creator, created, modified,
  ];
}

/** A cell that begins like a formula gets a quote before it, as spreadsheets do to show it as text; a number with its sign does not. */
function cell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
