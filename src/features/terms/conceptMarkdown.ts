import { l10n, type MarkdownString } from 'vscode';
import { authorLabel, yearOf } from '../../core/library/display';
import type { LibraryPaper } from '../../core/library/library';
import type { Concept } from '../../core/terms/concept';
import { curieUrl } from '../../core/terms/curie';
import { internalCommandIds } from '../../platform/ids';
import { TrustedMarkdown } from '../../platform/trustedMarkdown';

/** More would make the hover scroll. */
const papersShown = 5;

/**
 * @param context what the concept is tied to: its broader concepts, and the papers that speak of it, heaviest first
 * @returns the concept as a hover shows it: definition first, source last
 */
export function conceptMarkdown(
  concept: Concept,
  context: { readonly broader: readonly Concept[]; readonly papers: readonly LibraryPaper[] },
): MarkdownString {
  const markdown = new TrustedMarkdown([internalCommandIds.showPaper, internalCommandIds.openAt]);
  markdown.bold(concept.name);
  if (concept.type) markdown.text(' — ').italic(concept.type);
  if (concept.definition) markdown.paragraph().text(concept.definition);
  addNames(markdown, concept);
  if (context.broader.length > 0) {
    markdown.paragraph().text(l10n.t('Broader: {0}', context.broader.map(({ name }) => name).join(' · ')));
  }
  addPapers(markdown, context.papers);
  addSource(markdown, concept);
  return markdown.build();
}

function addNames(markdown: TrustedMarkdown, concept: Concept): void {
  const names = [...concept.abbreviations, ...concept.synonyms];
  if (names.length > 0) markdown.paragraph().text(l10n.t('Also: {0}', names.join(' · ')));
}

function addPapers(markdown: TrustedMarkdown, papers: readonly LibraryPaper[]): void {
  if (papers.length === 0) return;
  markdown.paragraph().text(papers.length === 1 ? l10n.t('In your library: ') : l10n.t('In your library ({0}): ', papers.length));
  papers.slice(0, papersShown).forEach((paper, index) => {
    if (index > 0) markdown.text(' · ');
    const label = [authorLabel(paper.record), yearOf(paper.record)].filter(Boolean).join(' ');
    markdown.command(label || paper.record.id, internalCommandIds.showPaper, [paper.uri], l10n.t('Show in the Papers view'));
  });
  if (papers.length > papersShown) markdown.text(l10n.t(' and {0} more', papers.length - papersShown));
}

function addSource(markdown: TrustedMarkdown, concept: Concept): void {
  const source = concept.source;
  if (concept.xrefs.length === 0 && !source) return;
  markdown.rule();
  concept.xrefs.forEach((xref, index) => {
    if (index > 0) markdown.text(' · ');
    const address = curieUrl(xref);
    if (address) markdown.link(xref, address);
    else markdown.text(xref);
  });
  if (source) {
    if (concept.xrefs.length > 0) markdown.text(' · ');
    const { uri, span } = source;
    markdown.command(l10n.t('Your glossary'), internalCommandIds.openAt, [uri, span.start, span.end], l10n.t('Open the entry'));
  }
}
