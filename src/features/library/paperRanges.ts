import type { PaperOrder } from '../../core/library/arrange';
import { authorLabel, yearOf } from '../../core/library/display';
import type { LibraryPaper } from '../../core/library/library';
import { plainTitle } from '../../core/library/plainTitle';
import type { GroupNode } from './groupNode';
import { rangeLabel } from './rangeLabel';

/** More rows than this at once VS Code draws slowly, all of them again at each change. */
const mostRows = 1000;
/** So many rows nobody looks through either, but they are drawn at once. */
const rangeRows = 250;

/**
 * @param papers in the tree's order
 * @param of the group whose papers they are, if any
 * @returns as many ranges of them as could be shown at once, as even as they can be; undefined where there are not too many
 */
export function paperRanges(papers: readonly LibraryPaper[], order: PaperOrder, of?: GroupNode): GroupNode[] | undefined {
  if (papers.length <= mostRows) return undefined;
  const size = Math.max(rangeRows, Math.ceil(papers.length / rangeRows));
  return Array.from({ length: Math.ceil(papers.length / size) }, (_, number): GroupNode => {
    const own = papers.slice(number * size, (number + 1) * size);
    const label = rangeLabel(nameIn(own[0], order), nameIn(own.at(-1), order));
    return { kind: 'group', id: `${of?.id ?? ''}/range:${order}:${number}`, label, papers: own, part: { of } };
  });
}

/** What the tree is sorted by, else what tells the paper at all. */
function nameIn(paper: LibraryPaper | undefined, order: PaperOrder): string {
  if (!paper) return '';
  const { record } = paper;
  const name = { author: authorLabel(record), year: yearOf(record), title: plainTitle(record.title ?? ''), added: '' }[order];
  return name || record.id;
}
