import { groupPapers, type SortKeys, sortPapers } from '../../core/library/arrange';
import { matches } from '../../core/library/filter';
import type { Library, LibraryPaper } from '../../core/library/library';
import type { Arrangement } from './arrangement';
import type { GroupNode, PaperNode, UnreadableNode } from './paperNodes';

/** The library as the tree shows it at one moment: filtered, in order, in groups. */
export interface ShownPapers {
  /** How many papers there are, whether shown or not. */
  readonly total: number;
  readonly papers: readonly LibraryPaper[];
  /** Undefined where papers are not grouped. */
  readonly groups: readonly GroupNode[] | undefined;
  readonly unreadable: readonly UnreadableNode[];
}

/** @param keys what papers sort by in the present order, as far as it is known; what is found is added */
export function arrangePapers(
  library: Library,
  { filter, order, grouping }: Arrangement,
  keys: SortKeys<LibraryPaper>,
): ShownPapers {
  const all = library.papers();
  const papers = sortPapers(filter ? all.filter((paper) => matches(paper, filter)) : all, order, keys);
  const groups = grouping === 'none' ? undefined : groupPapers(papers, grouping);
  return {
    total: all.length,
    papers,
    groups: groups?.map(({ name, papers }) => ({ kind: 'group', id: `${grouping}:${name}`, label: name, papers })),
    unreadable: filter ? [] : unreadableFiles(library),
  };
}

/** @returns the row of a paper, at the top or in a group */
export function paperNode(paper: LibraryPaper, group?: GroupNode): PaperNode {
  const { uri } = paper;
  return { kind: 'paper', id: group ? `${group.id}/${uri}` : uri, uri, paper, ...(group && { group }) };
}

function unreadableFiles(library: Library): UnreadableNode[] {
  const files = [...library.all()].filter(({ paper }) => !paper).map(({ uri }) => uri);
  return files.sort().map((uri) => ({ kind: 'unreadable', id: `unreadable:${uri}`, uri }));
}
