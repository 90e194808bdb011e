import { yearOf } from '../../library/display';
import type { CslItem } from '../../library/record';

/** A work that a citation cites, and its number in the bibliography, counted from 1. */
export interface CitedWork {
  readonly item: CslItem;
  readonly number: number;
}

const pieces = /<[^>]*>|&#?\w+;|[^<&]+|[<&]/g;

/**
 * Links what a rendered citation says of each work to that work's reference: the number in a numeric style, the year where
 * several works are cited by author and date, else the whole.
 * @param html safe HTML of the citation
 */
export function linkCites(html: string, works: readonly CitedWork[], format: 'author' | 'numeric' | 'note'): string {
  const [only] = works;
  if (!only || html === '') return html;
  if (format === 'numeric') return linked(html, works.map((work) => ({ work, label: new RegExp(`(?<!\\d)${work.number}(?!\\d)`) })));
  if (works.length === 1) return /<div/.test(html) ? html : link(only.item.id, html);
  return linked(html, works.flatMap((work) => yearLabel(work) ?? []));
}

/** @returns a citation without its links, for a page that has no references to lead to */
export function unlinked(html: string): string {
  return html.replace(/<a href="#ref-[^>]*>([^]*?)<\/a>/g, '$1');
}

/** The address of a work's reference within the page, and its id there: pandoc's. */
export function referenceId(id: string): string {
  return `ref-${id}`;
}

/** An id as the target of a link. */
export function anchor(id: string): string {
  return `#${encodeURIComponent(id)}`;
}

interface Label {
  readonly work: CitedWork;
  readonly label: RegExp;
}

/** Works of one year are told apart by a letter: `1995a`. */
function yearLabel(work: CitedWork): Label | undefined {
  const year = /\d{3,4}/.exec(yearOf(work.item))?.[0];
  return year === undefined ? undefined : { work, label: new RegExp(`(?<!\\d)${year}[a-z]?(?![\\p{L}\\d])`, 'u') };
}

/** Each label is linked where it first stands and is not linked yet, in words alone: never in a tag or an entity. */
function linked(html: string, labels: readonly Label[]): string {
  const waiting = [...labels];
  return html.replace(pieces, (piece) => (piece.startsWith('<') || piece.startsWith('&') ? piece : linkedWords(piece, waiting)));
}

function linkedWords(text: string, waiting: Label[]): string {
  let output = '';
  for (let at = 0; ; ) {
    const rest = text.slice(at);
    const next = waiting
      .map((label) => ({ label, match: label.label.exec(rest) }))
      .reduce<{ label: Label; match: RegExpExecArray } | undefined>((first, { label, match }) => (match && (!first || match.index < first.match.index) ? { label, match } : first), undefined);
    if (!next) return output + rest;
    waiting.splice(waiting.indexOf(next.label), 1);
    output += rest.slice(0, next.match.index) + link(next.label.work.item.id, next.match[0]);
    at += next.match.index + next.match[0].length;
  }
}

function link(id: string, html: string): string {
  return `<a href="${anchor(referenceId(id))}" role="doc-biblioref">${html}</a>`;
}
