import { aliasesOf } from './aliases';
import { namesOf, spokenName, yearOf } from './display';
import { fold } from './fold';
import type { Paper } from './paper';
import type { QueryField, QueryTerm } from './query';
import { statusOf, tagsOf } from './readingState';
import { keywordsOf } from './subjects';

/** A paper, with the files beside it where it has any. */
export type SearchedPaper = Paper & { readonly attachments?: readonly string[] };

/** Whether a paper has in the field that a term names what the term wants there; `not` is the caller's to heed. */
export function holdsInField(paper: SearchedPaper, { words, years }: QueryTerm, field: QueryField): boolean {
  if (field === 'has') return has(paper, words);
  if (years) return isWithin(paper, years);
  if (field === 'status') return statusOf(paper) === words;
  return textsOf[field](paper).some((text) => fold(text).includes(words));
}

const textsOf: Readonly<Record<Exclude<QueryField, 'has' | 'status'>, (paper: SearchedPaper) => readonly string[]>> = {
  author: ({ record }) => namesOf(record).map(spokenName),
  title: ({ record }) => [record.title ?? ''],
  journal: ({ record }) => [record['container-title'] ?? '', record['container-title-short'] ?? ''],
  year: ({ record }) => [yearOf(record)],
  type: ({ record }) => [record.type],
  tag: tagsOf,
  subject: (paper) => [...paper.subjects, ...keywordsOf(paper.record)],
  key: ({ record }) => [record.id, ...aliasesOf(record)],
  doi: ({ record }) => [record.DOI ?? ''],
};

function isWithin({ record }: Paper, { from, to }: { readonly from: number; readonly to: number }): boolean {
  const years = (record.issued?.['date-parts'] ?? []).flatMap(([year]) => year ?? []);
  return years.length > 0 && Math.min(...years) <= to && Math.max(...years) >= from;
}

/** `has:pdf` a file of that kind; `has:annotations`, `has:tags`; else a variable of the record, as CSL names it or with an `s`. */
function has(paper: SearchedPaper, what: string): boolean {
  const attachments = paper.attachments ?? [];
  if (/^(?:attachments?|files?)$/.test(what)) return attachments.length > 0;
  if (/^(?:annotations?|notes?)$/.test(what)) return Array.isArray(paper.annotations) ? paper.annotations.length > 0 : paper.annotations !== undefined;
  if (/^tags?$/.test(what)) return tagsOf(paper).length > 0;
  if (attachments.some((uri) => uri.toLowerCase().endsWith(`.${what}`))) return true;
  const wanted = [what, what.replace(/s$/, '')];
  return Object.entries(paper.record).some(([variable, value]) => wanted.includes(variable.toLowerCase()) && value !== undefined && value !== '');
}
