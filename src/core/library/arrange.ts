import { namesOf, nameLabel, yearOf } from './display';
import { fold } from './fold';
import type { Paper } from './paper';
import { readingStatuses, statusOf, tagsOf } from './readingState';

export type PaperOrder = 'author' | 'year' | 'title' | 'added';
export type PaperGrouping = 'none' | 'author' | 'year' | 'journal' | 'subject' | 'status' | 'tag' | 'folder';

/** A paper, with the address of the workspace folder that it is in. */
export type GroupedPaper = Paper & { readonly folder?: string };

export interface PaperGroup<P extends GroupedPaper> {
  /** What its papers have in common: `1995`, `Oncology`; empty for those that do not say. */
  readonly name: string;
  readonly papers: readonly P[];
}

/** What papers sort by in one order, kept from one sorting to the next by whoever sorts often. */
export type SortKeys<P extends Paper> = Pick<WeakMap<P, string>, 'get' | 'set'>;

/**
 * The papers in order, as a new list. Papers without an author, year or title come last; equals are told apart by the
 * next thing a reader would look at. `added` keeps the order they came in.
 *
 * @param known the keys of papers sorted in the same order before: making them takes most of the time
 */
export function sortPapers<P extends Paper>(papers: readonly P[], order: PaperOrder, known: SortKeys<P> = new Map()): P[] {
  if (order === 'added') {
    return [...papers];
  }
  const keyed = papers.map((paper) => {
    const key = known.get(paper) ?? sortKey(paper, order);
    known.set(paper, key);
    return { paper, key };
  });
  return keyed.sort((a, b) => compareText(a.key, b.key)).map(({ paper }) => paper);
}

/**
 * The papers in groups, which stand in their natural order: newest year first, the way from unread to
 * decided, else by name; those without one last.
 * A paper of two subjects, or of two authors, stands in both groups. Within a group the papers keep their order.
 */
export function groupPapers<P extends GroupedPaper>(papers: readonly P[], by: PaperGrouping): PaperGroup<P>[] {
  const groups = new Map<string, { readonly name: string; readonly papers: P[] }>();
  const folded = new Map<string, string>(); // the same few names over and over
  for (const paper of papers) {
    for (const name of groupNames(paper, by)) {
      const key = by === 'folder' ? name : (folded.get(name) ?? fold(name));
      folded.set(name, key);
      const group = groups.get(key) ?? { name, papers: [] };
      group.papers.push(paper);
      groups.set(key, group);
    }
  }
  const sorted = [...groups].sort(([a], [b]) => (a === '' || b === '' ? Number(a === '') - Number(b === '') : compareGroups(a, b, by)));
  return sorted.map(([, group]) => group);
}

function compareGroups(a: string, b: string, by: PaperGrouping): number {
  const place = (status: string): number => (readingStatuses as readonly string[]).indexOf(status) >>> 0; // -1 comes last
  if (by === 'status' && place(a) !== place(b)) return place(a) - place(b);
  return by === 'year' ? compareText(b, a) : compareText(a, b);
}

function groupNames(paper: GroupedPaper, by: PaperGrouping): readonly string[] {
  const names = {
    none: () => [],
    author: () => [...new Set(namesOf(paper.record).map(nameLabel))],
    year: () => [firstYear(paper)],
    journal: () => [paper.record['container-title'] ?? ''],
    subject: () => paper.subjects,
    status: () => [statusOf(paper)],
    tag: () => tagsOf(paper),
    folder: () => [paper.folder ?? ''],
  }[by]();
  return names.length > 0 ? names : [''];
}

function firstYear(paper: Paper): string {
  return yearOf(paper.record).split('–')[0] ?? '';
}

/** One text that sorts as its parts would, one after the other; a missing part sorts last. */
function sortKey(paper: Paper, order: Exclude<PaperOrder, 'added'>): string {
  const names = namesOf(paper.record);
  const authors = names.map((name) => fold(`${name.family ?? name.literal ?? ''} ${name.given ?? ''}`)).join('; ');
  const year = paper.record.issued?.['date-parts']?.[0]?.map((part) => String(10_000 + part)).join('-') ?? '';
  const title = fold(paper.record.title ?? '').replace(/^(?:a|an|the)\s+/, '').replace(/^[^\p{L}\p{N}]+/u, '');
  const keys = { author: [authors, year, title], year: [newestFirst(year), authors, title], title: [title, authors, year] };
  return [...keys[order], paper.record.id].map((key) => key || '\uffff').join('\0');
}

/** `1995-08` so that a later one sorts before: each digit from nine. */
function newestFirst(year: string): string {
  return year.replace(/\d/g, (digit) => String(9 - Number(digit)));
}

/** Folded texts compare by code: the same everywhere, and ten times as fast as `localeCompare`. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
