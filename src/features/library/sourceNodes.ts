import type { BibliographyRow, RowOrder } from '../../core/library/bibliography/row';
import { parseQuery } from '../../core/library/query';
import type { RecordItem } from '../../core/library/draggedPapers';
import type { Bibliographies } from '../../platform/bibliographies';
import type { OpenBibliography } from '../../platform/openBibliography';
import type { GroupNode } from './groupNode';

/** A bibliography beside the library folder. */
export interface SourceNode {
  readonly kind: 'source';
  readonly id: string;
  readonly bibliography: OpenBibliography;
}

/** Some of the records of a large bibliography, next to each other in the order that the tree has. */
export interface RangeNode {
  readonly kind: 'range';
  readonly id: string;
  readonly source: SourceNode;
  readonly from: number;
  readonly count: number;
  readonly first: BibliographyRow;
  readonly last: BibliographyRow;
}

/** A record of a bibliography. */
export interface RecordNode extends RecordItem {
  readonly id: string;
  readonly row: BibliographyRow;
  readonly parent: SourceNode | RangeNode | GroupNode;
}

/** More rows than this at once VS Code draws slowly, and nobody looks through; more are parted into as many ranges. */
const mostRows = 250;

/** The bibliographies, as far as the tree asks of them. */
export type RecordSource = Pick<Bibliographies, 'list' | 'onDidChange' | 'matching' | 'record' | 'rows'>;

/** Where the records of the tree come from, and how they are shown. */
export interface RecordView {
  readonly bibliographies: RecordSource;
  readonly order: RowOrder;
  readonly filter: string;
}

/** With a filter it is another row, so that one that was closed before is open with what was found. */
export function sourceNode(bibliography: OpenBibliography, filter: string): SourceNode {
  return { kind: 'source', id: `source:${bibliography.uri.toString()}${filter && `?${filter}`}`, bibliography };
}

/** @returns the records of a bibliography, or ranges of them where there are many; with a filter the best that match */
export async function recordsUnder(node: SourceNode | RangeNode, view: RecordView): Promise<(RecordNode | RangeNode)[]> {
  const source = node.kind === 'source' ? node : node.source;
  const { uri, state } = source.bibliography;
  if (state.kind !== 'ready') return [];
  if (view.filter !== '' && node.kind === 'source') {
    const { rows } = await view.bibliographies.matching([uri.toString()], parseQuery(view.filter), mostRows);
    return recordNodes(rows, node);
  }
  const { from, count } = node.kind === 'source' ? { from: 0, count: state.count } : node;
  if (count > mostRows) return ranges(source, from, count, view);
  const rows = await view.bibliographies.rows(uri.toString(), view.order, from, count);
  return recordNodes(rows, node);
}

/** @returns the best of what a saved search finds in all bibliographies */
export async function recordsOfSearch(node: GroupNode, query: string, bibliographies: RecordSource): Promise<RecordNode[]> {
  const { rows } = await bibliographies.matching(urisOf(bibliographies), parseQuery(query), mostRows);
  return recordNodes(rows, node);
}

/** @returns how many records a saved search finds in all bibliographies */
export async function countOfSearch(query: string, bibliographies: RecordSource): Promise<number> {
  return (await bibliographies.matching(urisOf(bibliographies), parseQuery(query), 0)).total;
}

function urisOf(bibliographies: RecordSource): string[] {
  return bibliographies.list().map(({ uri }) => uri.toString());
}

/** As even as they can be, each of at least so many records that it could be shown at once. */
async function ranges(source: SourceNode, from: number, count: number, { bibliographies, order }: RecordView): Promise<RangeNode[]> {
  const size = Math.max(mostRows, Math.ceil(count / mostRows));
  const starts = Array.from({ length: Math.ceil(count / size) }, (_, index) => from + index * size);
  const uri = source.bibliography.uri.toString();
  const one = async (at: number): Promise<BibliographyRow | undefined> => (await bibliographies.rows(uri, order, at, 1))[0];
  const nodes = await Promise.all(
    starts.map(async (start, number): Promise<RangeNode | undefined> => {
      const length = Math.min(size, from + count - start);
      const [first, last] = await Promise.all([one(start), one(start + length - 1)]);
      return first && last && { kind: 'range', id: `${source.id}/${order}:${number}`, source, from: start, count: length, first, last };
    }),
  );
  return nodes.flatMap((node) => node ?? []);
}

/** A row goes by its key, not by its place, so that it stays open and selected when others come and go before it. */
function recordNodes(rows: readonly BibliographyRow[], parent: RecordNode['parent']): RecordNode[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const { uri, key } = row;
    const name = `${parent.kind === 'group' ? `${uri}/` : ''}${key}`;
    const before = seen.get(name) ?? 0; // a key that is there twice is a mistake, but no reason to show nothing
    seen.set(name, before + 1);
    return { kind: 'record', id: `${parent.id}/${before}/${name}`, uri, key, row, parent };
  });
}
