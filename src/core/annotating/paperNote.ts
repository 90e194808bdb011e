import { namesOf, spokenName, yearOf } from '../library/display';
import { plainTitle } from '../library/plainTitle';
import type { CslItem } from '../library/record';
import { hashText } from '../terms/hashText';
import { type Annotation, answeredBy, meaningOf } from './annotation';
import { annotationMarkdown, asMarkdown } from './quoteMarkdown';

/** What a note on a paper is made from. */
export interface PaperNoteSource {
  readonly record: CslItem;
  readonly annotations: readonly Annotation[];
  /** The meanings that colours have, in the user's order. */
  readonly meanings: readonly string[];
  /** The day it is made on, as `2026-11-26`. */
  readonly date: string;
  /** @returns an address that opens the paper at an annotation's words */
  link(annotation: Annotation): string | undefined;
}

/** What becomes of a note that is brought up to date. */
export type UpdatedNote =
  | { readonly kind: 'updated'; readonly text: string }
  | { readonly kind: 'same' }
  /** The part that Casebook wrote was changed by hand; `text` keeps it, as the user's own, below the new one. */
  | { readonly kind: 'edited'; readonly text: string };

const begin = /<!-- casebook:annotations ([0-9a-f]+) -->\n/;
const end = '<!-- /casebook:annotations -->';

/** The template of those who have none of their own. */
export const defaultTemplate = `---
title: "Notes on {{citekey}}"
---

# {{title}}

[@{{citekey}}] {{source}}

{{abstract}}

{{annotations}}

## Notes

`;

/** @returns a new note on a paper, of a template with `{{placeholders}}`; what comes into front matter is escaped as in YAML's double quotes */
export function newPaperNote(template: string, source: PaperNoteSource): string {
  const values = valuesOf(source);
  const front = /^---\n[^]*?\n---[ \t]*\n/.exec(template)?.[0] ?? '';
  const fill = (text: string, write: (value: string) => string, part: string | undefined): string =>
    text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
      const value = values.get(name);
      return value === undefined ? ((name === 'annotations' ? part : undefined) ?? whole) : write(value);
    });
  return fill(front, (value) => JSON.stringify(value).slice(1, -1), undefined) + fill(template.slice(front.length), asMarkdown, annotationsPart(source));
}

/** Brings the part of a note that Casebook wrote up to date, and touches nothing else; where there is none, it is put at the end. */
export function updatePaperNote(text: string, source: PaperNoteSource): UpdatedNote {
  const now = annotationsPart(source);
  const opening = begin.exec(text);
  const closing = opening ? text.indexOf(end, opening.index) : -1;
  if (!opening || closing < 0) return { kind: 'updated', text: `${text.trimEnd()}\n\n${now}\n` };
  const start = opening.index + opening[0].length;
  const old = text.slice(start, closing);
  const isByHand = hashText(old.replace(/\r\n/g, '\n')) !== opening[1];
  const before = text.slice(0, opening.index);
  const after = text.slice(closing + end.length);
  if (isByHand) return { kind: 'edited', text: `${before}${now}\n\n${old.trim()}${after}` };
  return text.slice(opening.index, closing + end.length) === now ? { kind: 'same' } : { kind: 'updated', text: before + now + after };
}

function valuesOf({ record, date }: PaperNoteSource): ReadonlyMap<string, string> {
  const [authors, year, container] = [namesOf(record).map(spokenName).join(', '), yearOf(record), record['container-title'] ?? ''];
  const authorsAndYear = [authors, year && `(${year})`].filter(Boolean).join(' ');
  return new Map<string, string>([
    ['title', plainTitle(record.title ?? '')],
    ['authors', authors],
    ['year', year],
    ['container', container],
    ['source', [authorsAndYear, container].map((part) => part && `${part}.`).filter(Boolean).join(' ')],
    ['doi', record.DOI ?? ''],
    ['url', record.URL ?? ''],
    ['abstract', record.abstract ?? ''],
    ['citekey', record.id],
    ['date', date],
  ]);
}

/** Between its marks, of which the first has a sign of what stands between them: so a change by hand is seen. */
function annotationsPart({ record, annotations, meanings, link }: PaperNoteSource): string {
  const own = annotations.filter((annotation) => answeredBy(annotation) === undefined);
  const known = [...meanings, ...new Set(own.flatMap((annotation) => meaningOf(annotation) ?? []).filter((meaning) => !meanings.includes(meaning)))];
  const groups = [...known.map((meaning) => ({ meaning, of: own.filter((one) => meaningOf(one) === meaning) })), { meaning: '', of: own.filter((one) => meaningOf(one) === undefined) }];
  const blocks = groups.filter(({ of }) => of.length > 0).flatMap(({ meaning, of }) => [
    ...(meaning === '' ? [] : [`### ${asMarkdown(meaning)}`]),
    ...of.map((annotation) => annotationMarkdown(record, annotation, link(annotation))).filter((block) => block !== ''),
  ]);
  const content = `${['## Annotations', ...blocks].join('\n\n')}\n`;
  return `<!-- casebook:annotations ${hashText(content)} -->\n${content}${end}`;
}
