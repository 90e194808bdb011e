import type { Document, Node } from 'js-yaml';
import { COLLECTION_STYLE, dump, visit } from 'js-yaml';
import type { CslItem } from '../library/record';

/** What a person looks for first comes first; the abstract, the longest, comes last but for our own. */
const order = [
  'id', 'type', 'title', 'title-short', 'author', 'editor', 'issued', 'container-title', 'container-title-short',
  'collection-title', 'volume', 'issue', 'page', 'number', 'number-of-pages', 'publisher', 'publisher-place', 'event-title',
  'event-place', 'DOI', 'PMID', 'PMCID', 'ISSN', 'ISBN', 'URL', 'language', 'genre', 'status', 'note',
];
const orderLast = ['keyword', 'abstract', 'custom'];

/** Width at which long texts are folded; fits an editor beside the tree. */
const lineWidth = 100;

/** YAML as a person would write it: block style, long texts folded, no aliases. */
export function writeYaml(value: unknown): string {
  return dump(value, { lineWidth, noRefs: true, skipInvalid: true, transform: shortLists });
}

/** A record with its keys in the order in which people read them; keys without a place keep theirs. */
export function orderedRecord(record: CslItem): Readonly<Record<string, unknown>> {
  const ordered: Record<string, unknown> = {};
  const rest = Object.keys(record).filter((key) => !order.includes(key) && !orderLast.includes(key));
  for (const key of [...order, ...rest, ...orderLast]) {
    if (record[key] !== undefined) {
      ordered[key] = record[key];
    }
  }
  return ordered;
}

/** `date-parts: [[1995, 8, 1]]` on one line; one number a line would take six. */
function shortLists(documents: Document[]): void {
  visit(documents, (node: Node) => {
    if (node.kind !== 'mapping') {
      return;
    }
    for (const { key, value } of node.items) {
      if (key.kind === 'scalar' && key.value === 'date-parts' && value.kind === 'sequence') {
        value.style = COLLECTION_STYLE.FLOW;
      }
    }
  });
}
