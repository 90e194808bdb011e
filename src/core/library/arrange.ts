import { namesOf, nameLabel, yearOf } from './display';
import { fold } from './fold';
import type { Paper } from './paper';

export type PaperOrder = 'author' | 'year' | 'title' | 'added';
export type PaperGrouping = 'none' | 'author' | 'year' | 'journal' | 'subject';

export interface PaperGroup<P extends Paper> {
  /** What its papers have in common: `1995`, `Oncology`; empty for those that do not say. */
  readonly name: string;
  readonly papers: readonly P[];
}

/**
 * The papers in order, as a new list. Papers without an author, year or title come last; equals are told apart by the
 * next thing a reader would look at. `added` keeps the order they came in.
 */
export function sortPapers<P extends Paper>(papers: readonly P[], order: PaperOrder): P[] {
  if (order === 'added') {
    return [...papers];
  }
  // Keys are made once a paper, not once a comparison: folding 10,000 names 13 times each would be felt.
  const keyed = papers.map((paper) => ({ paper, keys: sortKeys(paper, order) }));
  keyed.sort((a, b) => compareKeys(a.keys, b.keys));
  return keyed.map(({ paper }) => paper);
}

/**
 * The papers in groups, which stand in their natural order: newest year first, else by name; those without one last.
 * A paper of two subjects, or of two authors, stands in both groups. Within a group the papers keep their order.
 */
export function groupPapers<P extends Paper>(papers: readonly P[], by: PaperGrouping): PaperGroup<P>[] {
  const groups = new Map<string, { readonly name: string; readonly papers: P[] }>();
  for (const paper of papers) {
    for (const name of groupNames(paper, by)) {
      const key = fold(name);
      const group = groups.get(key) ?? { name, papers: [] };
      group.papers.push(paper);
      groups.set(key, group);
    }
  }
  const newestFirst = by === 'year' ? -1 : 1;
  const sorted = [...groups].sort(([a], [b]) => (a === '' || b === '' ? Number(a === '') - Number(b === '') : newestFirst * compareText(a, b)));
  return sorted.map(([, group]) => group);
}

function groupNames(paper: Paper, by: PaperGrouping): readonly string[] {
  const names = {
    none: () => [],
    author: () => [...new Set(namesOf(paper.record).map(nameLabel))],
    year: () => [firstYear(paper)],
    journal: () => [paper.record['container-title'] ?? ''],
    subject: () => paper.subjects,
  }[by]();
  return names.length > 0 ? names : [''];
}

function firstYear(paper: Paper): string {
  return yearOf(paper.record).split('–')[0] ?? '';
}

function sortKeys(paper: Paper, order: Exclude<PaperOrder, 'added'>): readonly string[] {
  const names = namesOf(paper.record);
  const authors = names.map((name) => fold(`${name.family ?? name.literal ?? ''} ${name.given ?? ''}`)).join('; ');
  const year = paper.record.issued?.['date-parts']?.[0]?.map((part) => String(10_000 + part)).join('-') ?? '';
  const title = fold(paper.record.title ?? '').replace(/^(?:a|an|the)\s+/, '').replace(/^[^\p{L}\p{N}]+/u, '');
  const keys = { author: [authors, year, title], year: [newestFirst(year), authors, title], title: [title, authors, year] };
  return [...keys[order], paper.record.id];
}

/** `1995-08` so that a later one sorts before: each digit from nine. */
function newestFirst(year: string): string {
  return year.replace(/\d/g, (digit) => String(9 - Number(digit)));
}

function compareKeys(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const left = a[index] ?? '';
    const right = b[index] ?? '';
    if (left !== right) {
      return left === '' ? 1 : right === '' ? -1 : compareText(left, right);
    }
  }
  return 0;
}

/** Folded texts compare by code: the same everywhere, and ten times as fast as `localeCompare`. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
