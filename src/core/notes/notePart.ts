import type { Tree } from '@lezer/common';
import type { Span } from '../text';
import { readCitations } from './citations';
import { readMarks } from './inlineMarks';
import type { Blocks, Leaf } from './leaf';
import { collectBlocks } from './leaf';
import type { LocatorTerms } from './locatorTerms';
import { maybeBlock, readBlock } from './metadataBlock';
import { roleCitation } from './mystRole';
import type { CitationCluster, Footnotes, NotePart } from './note';
import { proseSpans } from './prose';

/** Labels of the whole note. */
export interface NoteLabels {
  /** Of example list items: `(@good)` refers to one. */
  readonly examples: ReadonlySet<string>;
  /** Of link definitions, in lower case. */
  readonly links: ReadonlySet<string>;
}

export const noLabels: NoteLabels = { examples: new Set(), links: new Set() };

/**
 * Reads some whole blocks of a note.
 * @param source the text that the tree was made of
 * @param from where the part begins in the source
 */
export function readPart(source: string, tree: Tree, from: number, to: number, terms: LocatorTerms, labels: NoteLabels): NotePart {
  const text = detached(source.slice(from, to));
  const blocks = collectBlocks(tree, from, to);
  const asked = new Set<string>();
  const context = {
    terms,
    isExample: (label: string) => (asked.add(label), labels.examples.has(label)),
    isLink: (label: string) => (asked.add(label), labels.links.has(label)),
  };
  const citations: CitationCluster[] = [];
  const prose: Span[] = [];
  const verbatim: Span[] = [...blocks.verbatim];
  const links: string[] = [];
  const examples: string[] = [];
  const references: Footnotes['references'][number][] = [];
  const inlineNotes: Span[] = [];
  for (const leaf of blocks.leaves) {
    const inline = readMarks(text, leaf);
    const { clusters, keys } = readCitations(text, inline, context);
    const roles = inline.roles.flatMap((role) => roleCitation(text, role, terms) ?? []);
    const cited = roles.length === 0 ? clusters : [...clusters, ...roles].sort((a, b) => a.span.start - b.span.start);
    for (const cluster of cited) citations.push(cluster);
    for (const span of inline.verbatim) verbatim.push(span);
    for (const span of proseSpans(text, leaf, [inline.verbatim, inline.addresses, keys, inline.roles])) prose.push(span);
    for (const reference of inline.footnotes) references.push(reference);
    for (const span of inline.inlineNotes) inlineNotes.push(span);
    for (const label of inline.linkLabels) links.push(label);
    if (inline.marks.some(({ kind, at }) => kind === 'at' && at <= leaf.start + 1)) examples.push(...exampleLabels(text, leaf));
  }
  verbatim.sort((a, b) => a.start - b.start);
  const footnotes = { definitions: definitions(text, blocks), references, inline: inlineNotes };
  const metadata = blocks.metadata.map((span) => readBlock(text, span));
  // A rule that could have been more, had what follows been other than it is.
  const reach = Math.max(0, ...blocks.rules.map((at) => (maybeBlock(source, from + at, true)?.seen ?? to) - to));
  return { length: to - from, prose, verbatim, citations, footnotes, labels: { examples, links, asked }, metadata, reach };
}

/** An example list begins a block; its next items may follow line by line. */
function exampleLabels(text: string, leaf: Leaf): string[] {
  const items = text.slice(leaf.start, leaf.end).matchAll(/^[ \t]*\(?@([\w-]+)[.)](?=\s|$)/gm);
  return [...items].flatMap(([, label]) => label ?? []);
}

function definitions(text: string, { indented }: Blocks): Footnotes['definitions'] {
  return indented.flatMap(({ start, end }) => {
    const label = /^\[\^([^\]\s]+)\]:/.exec(text.slice(start, Math.min(end, start + 1000)))?.[1];
    return label === undefined ? [] : [{ start, end, label }];
  });
}

/** A copy: a slice would keep alive the text that it was cut from, which is another version of the whole note each time. */
function detached(slice: string): string {
  return ` ${slice}`.slice(1);
}
