import type { SyntaxNode, Tree } from '@lezer/common';

/** No part is smaller (UTF-16 units), unless an old one begins where it ends. */
const leastPart = 1000;
const containers = new Set(['BulletList', 'OrderedList', 'Blockquote']);

/**
 * Where a syntax tree can be cut so that the parser, beginning anew there, reads what follows as it did: at the lines where
 * a block of the document begins, or an item of such a list, or a block directly in such a quotation.
 */
export function cuts(text: string, tree: Tree): number[] {
  const found: number[] = [];
  for (let block = tree.topNode.firstChild; block; block = block.nextSibling) {
    add(block, text, found);
    if (!containers.has(block.name)) continue;
    for (let item = block.firstChild; item; item = item.nextSibling) if (item.name !== 'QuoteMark') add(item, text, found);
  }
  return found;
}

/**
 * The cuts that parts end at, out of those of a text that goes on behind what was parsed of it.
 * @param isEnd whether it is the text's end that was parsed up to
 * @param isWanted whether an old part begins at a place, which the new ones shall meet
 */
export function partEnds(text: string, all: readonly number[], isEnd: boolean, isWanted: (at: number) => boolean): number[] {
  const last = isEnd ? text.length : lastSettled(text, all);
  const ends: number[] = [];
  for (const at of all) {
    if (at > last) break;
    if (at - (ends.at(-1) ?? 0) >= leastPart || (at > 0 && isWanted(at))) ends.push(at);
  }
  if (isEnd && (ends.at(-1) ?? 0) < text.length) ends.push(text.length);
  // What is shorter than a part is one where nothing better is to be had.
  if (ends.length === 0 && last > 0) ends.push(last);
  return ends;
}

/** Whether a block ends at a line may hang on that line and the next (a table's), so both must be there. */
function lastSettled(text: string, all: readonly number[]): number {
  let lineStart = text.lastIndexOf('\n', text.length - 2) + 1;
  lineStart = lineStart > 1 ? text.lastIndexOf('\n', lineStart - 2) + 1 : 0;
  return all.findLast((at) => at <= lineStart) ?? 0;
}

function add(node: SyntaxNode, text: string, found: number[]): void {
  const lineStart = node.from > 0 ? text.lastIndexOf('\n', node.from - 1) + 1 : 0;
  if (lineStart > (found.at(-1) ?? -1)) found.push(lineStart);
}
