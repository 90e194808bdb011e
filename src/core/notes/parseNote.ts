import type { Span } from '../text';
import type { CitationContext } from './citations';
import { readCitations } from './citations';
import { parseFrontMatter } from './frontMatter';
import type { InlineMarks } from './inlineMarks';
import { readMarks } from './inlineMarks';
import type { Leaf } from './leaf';
import { collectBlocks } from './leaf';
import type { LocatorTerms } from './locatorTerms';
import { englishLocatorTerms } from './locatorTerms';
import { pandocMarkdown } from './markdown';
import type { CitationCluster, Note } from './note';
import { proseSpans } from './prose';

/**
 * Parses a Markdown or Quarto document as pandoc would, as far as words and citations go. Never throws.
 * @param terms the locator words of the document's language
 */
export function parseNote(text: string, terms: LocatorTerms = englishLocatorTerms): Note {
  const frontMatter = parseFrontMatter(text);
  const offset = frontMatter?.span.end ?? 0;
  const blocks = collectBlocks(pandocMarkdown.parse(text.slice(offset)), offset);
  const inlines = blocks.leaves.map((leaf) => readMarks(text, leaf));
  const context = documentContext(text, blocks.leaves, inlines, terms);
  const citations: CitationCluster[] = [];
  const prose: Span[] = [];
  const verbatim: Span[] = [...(frontMatter ? [frontMatter.span] : []), ...blocks.verbatim];
  for (const [index, leaf] of blocks.leaves.entries()) {
    const inline = inlines[index];
    if (!inline) continue;
    const { clusters, keys } = readCitations(text, inline, context);
    for (const cluster of clusters) citations.push(cluster);
    for (const span of inline.verbatim) verbatim.push(span);
    for (const span of proseSpans(text, leaf, [inline.verbatim, inline.addresses, keys])) prose.push(span);
  }
  return { text, frontMatter, prose, verbatim: verbatim.sort((a, b) => a.start - b.start), citations };
}

function documentContext(
  text: string,
  leaves: readonly Leaf[],
  inlines: readonly InlineMarks[],
  terms: LocatorTerms,
): CitationContext {
  const linkLabels = new Set<string>();
  const exampleLabels = new Set<string>();
  for (const [index, leaf] of leaves.entries()) {
    const inline = inlines[index];
    for (const label of inline?.linkLabels ?? []) linkLabels.add(label);
    if (!inline?.marks.some((mark) => mark.kind === 'at' && mark.at <= leaf.start + 1)) continue;
    // An example list begins a block; its next items may follow line by line.
    for (const [, label] of text.slice(leaf.start, leaf.end).matchAll(/^[ \t]*\(?@([\w-]+)[.)](?=\s|$)/gm)) {
      if (label !== undefined) exampleLabels.add(label);
    }
  }
  return { terms, linkLabels, exampleLabels };
}
