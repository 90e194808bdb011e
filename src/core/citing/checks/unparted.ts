import type { TextEdit } from '../../library/edit/textEdit';
import type { CitationCluster, CitationItem } from '../../notes/note';
import { problem } from '../../problems/problem';
import type { CitationFinding } from './citationFinding';

/** Between two keys: `and`, `&`, or nothing. */
const joining = /^\s*(?:&|and|or|und|oder|et|ou|y|o|e|og|och|en|ja|及び|と)?\s*$/iu;

/**
 * Citations in a group that no semicolon parts: `[@a, @b]`. Pandoc takes the second for one in the sentence that stands in
 * the first one's suffix.
 *
 * @param text what the clusters' places count in
 */
export function unpartedCitations(text: string, clusters: readonly CitationCluster[]): CitationFinding[] {
  const found: CitationFinding[] = [];
  let group: CitationCluster | undefined;
  let keys: CitationItem[] = [];
  for (const cluster of clusters) {
    const [item] = cluster.items;
    if (group && cluster.span.end <= group.span.end && cluster.authorInText && item) {
      const before = keys.findLast(({ keySpan }) => keySpan.end <= item.keySpan.start);
      if (before) found.push(finding(text, before, item));
      keys.push(item);
    } else {
      group = cluster;
      keys = [...cluster.items];
    }
  }
  return found;
}

function finding(text: string, before: CitationItem, item: CitationItem): CitationFinding {
  return {
    problem: problem('citations-unparted', 'warning', { key: item.key, before: before.key }, item.keySpan),
    fix: semicolon(text, before.keySpan.end, item.keySpan.start),
  };
}

/** The semicolon goes where a comma stands, or instead of a joining word; else what is between belongs to the second. */
function semicolon(text: string, start: number, end: number): TextEdit {
  const between = text.slice(start, end);
  const comma = between.lastIndexOf(',');
  if (comma >= 0) return { span: { start: start + comma, end: start + comma + 1 }, newText: ';' };
  return joining.test(between) ? { span: { start, end }, newText: '; ' } : { span: { start, end: start }, newText: ';' };
}
