import { groupPapers, type SortKeys, sortPapers } from '../../core/library/arrange';
import { matches } from '../../core/library/filter';
import type { Library, LibraryPaper } from '../../core/library/library';
import { parseQuery } from '../../core/library/query';
import type { SavedSearch } from '../../core/library/savedSearch';
import type { Arrangement } from './arrangement';
import type { GroupNode } from './groupNode';
import type { PaperNode, UnreadableNode } from './paperNodes';

/** The library as the tree shows it at one moment: filtered, in order, in groups. */
export interface ShownPapers {
  /** How many papers there are, whether shown or not. */
  readonly total: number;
  readonly papers: readonly LibraryPaper[];
  /** Undefined where papers are not grouped. */
  readonly groups: readonly GroupNode[] | undefined;
  /** The saved searches, each with the papers that match it, whatever the filter. */
  readonly searches: readonly GroupNode[];
  readonly unreadable: readonly UnreadableNode[];
}

/**
 * @param searches what the user keeps
 * @param keys what papers sort by in the present order, as far as it is known; what is found is added
 */
export function arrangePapers(
  library: Library,
  { filter, order, grouping }: Arrangement,
  searches: readonly SavedSearch[],
  keys: SortKeys<LibraryPaper>,
): ShownPapers {
  const all = library.papers();
  const papers = sortPapers(matching(all, filter), order, keys);
  const groups = grouping === 'none' ? undefined : groupPapers(papers, grouping);
  return {
    total: all.length,
    papers,
    groups: groups?.map(({ name, papers }) => ({ kind: 'group', id: `${grouping}:${name}`, label: name, papers })),
    searches: searches.map((search) => searchNode(search, sortPapers(matching(all, search.query), order, keys))),
    unreadable: filter ? [] : unreadableFiles(library),
  };
}

function matching(papers: readonly LibraryPaper[], text: string): readonly LibraryPaper[] {
  const query = parseQuery(text);
  return query.length === 0 ? papers : papers.filter((paper) => matches(paper, query));
}

function searchNode(search: SavedSearch, papers: readonly LibraryPaper[]): GroupNode {
  return { kind: 'group', id: `search:${search.name}`, label: search.name, papers, search };
}

/**
 * @param id of the paper, whatever its group
 * @returns its row, at the top or in a group
 */
export function paperNode(paper: LibraryPaper, id: string, group?: GroupNode): PaperNode {
  const { uri } = paper;
  const whole = group?.part ? group.part.of : group; // a paper may come to stand in another range, and is the same row
  return { kind: 'paper', id: whole ? `${whole.id}/${id}` : id, uri, paper, ...(group && { group }) };
}

function unreadableFiles(library: Library): UnreadableNode[] {
  const files = [...library.all()].filter(({ paper }) => !paper).map(({ uri }) => uri);
  return files.sort().map((uri) => ({ kind: 'unreadable', id: `unreadable:${uri}`, uri }));
}
