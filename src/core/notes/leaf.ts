import type { Tree } from '@lezer/common';
import type { Span } from '../text';

/** A piece of a leaf that is not plain words. */
export interface Atom extends Span {
  /** `opaque`: code, math, tags; nothing inside is read. `escape`: `\@`, which is words but no markup. */
  readonly kind: 'opaque' | 'escape';
}

/** A stretch of inline text: a paragraph, heading or table cell. Brackets are matched within it. */
export interface Leaf extends Span {
  readonly atoms: readonly Atom[];
}

export interface Blocks {
  readonly leaves: readonly Leaf[];
  /** Blocks that hold no inline text: code, raw HTML, the lines of a div's fence. */
  readonly verbatim: readonly Span[];
  readonly metadata: readonly Span[];
  /** Where rules begin. */
  readonly rules: readonly number[];
  /** Blocks that begin with `[^label]:` or with `:`. */
  readonly indented: readonly Span[];
}

const leafNames = new Set([
  'Paragraph', 'Task', 'TableCell', 'SetextHeading1', 'SetextHeading2',
  'ATXHeading1', 'ATXHeading2', 'ATXHeading3', 'ATXHeading4', 'ATXHeading5', 'ATXHeading6',
]);
const verbatimBlocks = new Set(['FencedCode', 'IndentedCode', 'CodeBlock', 'RawBlock', 'DivFence', 'IndentedMark', 'Metadata']);
const atomKinds: ReadonlyMap<string, Atom['kind']> = new Map([
  ['InlineCode', 'opaque'], ['Math', 'opaque'], ['HTMLTag', 'opaque'], ['Comment', 'opaque'],
  ['ProcessingInstruction', 'opaque'], ['Autolink', 'opaque'], ['HeaderMark', 'opaque'], ['TaskMarker', 'opaque'],
  ['Escape', 'escape'],
]);

/**
 * Takes the stretches of inline text out of a part of a syntax tree. Their places count from the part's beginning.
 * @param from where the part begins, in the tree's places
 */
export function collectBlocks(tree: Tree, from: number, to: number): Blocks {
  const leaves: Leaf[] = [];
  const verbatim: Span[] = [];
  const indented: Span[] = [];
  const metadata: Span[] = [];
  const rules: number[] = [];
  let atoms: Atom[] = [];
  tree.iterate({
    from,
    // A block that begins where the part ends is the next part's.
    to: to - 1,
    enter(node) {
      const start = node.from - from;
      const end = node.to - from;
      if (leafNames.has(node.name)) {
        atoms = [];
        leaves.push({ start, end, atoms });
        return true;
      }
      if (verbatimBlocks.has(node.name)) {
        verbatim.push({ start, end });
        if (node.name === 'Metadata') metadata.push({ start, end });
        return false;
      }
      if (node.name === 'HorizontalRule') rules.push(start);
      if (node.name === 'Indented') indented.push({ start, end });
      const kind = atomKinds.get(node.name);
      if (!kind) return true;
      atoms.push({ start, end, kind });
      return false;
    },
  });
  return { leaves, verbatim, metadata, rules, indented };
}
