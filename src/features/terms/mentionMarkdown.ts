import { l10n, type MarkdownString, type TextDocument } from 'vscode';
import type { LibraryPaper } from '../../core/library/library';
import type { ConceptDetails, DeprecatedConcept } from '../../core/terms/folderConcepts';
import { meantConcepts } from '../../core/terms/meantConcepts';
import type { NoteMention } from '../../core/terms/noteTermsWork';
import type { MentionStatus, StatusKind } from '../../core/terms/status/status';
import type { Span } from '../../core/text';
import { toRange } from '../../platform/convert';
import { commandIds, internalCommandIds } from '../../platform/ids';
import { TrustedMarkdown } from '../../platform/trustedMarkdown';
import { addDeprecated, addMeaning, meaningCommands } from './meaningMarkdown';
import { terminologyLabel } from './terminologyLabel';

/** All that a hover over a mention shows. */
export interface HoveredMention {
  readonly document: TextDocument;
  readonly folder: string | undefined;
  readonly mention: NoteMention;
  /** Its meanings, the likeliest first. */
  readonly meanings: readonly [ConceptDetails, ...ConceptDetails[]];
  /** Whether the user chose the first. */
  readonly chosen: boolean;
  /** Concepts of the mention's words that are not to be used any more. */
  readonly deprecated: readonly DeprecatedConcept[];
  papersOf(id: string): readonly LibraryPaper[];
}

const statusIcons: Readonly<Record<StatusKind, string>> = {
  affirmed: 'check',
  negated: 'circle-slash',
  possible: 'question',
  historical: 'history',
  family: 'organization',
  normal: 'pass',
};

/** More than this of a cue's scope is not taken in at a glance. */
const scopeShown = 80;

/** @returns what a mention means here, and what else its words may mean */
export function mentionMarkdown(hovered: HoveredMention): MarkdownString[] {
  const [meaning, ...more] = hovered.meanings;
  const meant = new Set(meantConcepts(hovered.mention).map(({ id }) => id));
  const others = more.filter(({ concept }) => !meant.has(concept.id));
  const markdown = new TrustedMarkdown(meaningCommands);
  markdown.bold(meaning.concept.name);
  if (meaning.concept.type) markdown.text(' — ').italic(meaning.concept.type);
  addExpansion(markdown, hovered);
  addTogether(markdown, hovered, more.filter(({ concept }) => meant.has(concept.id)));
  addStatus(markdown, hovered);
  addMeaning(markdown, meaning, { folder: hovered.folder, papers: hovered.papersOf(meaning.concept.id) });
  addDeprecated(markdown, hovered, hovered.folder);
  return others.length === 0 && !hovered.chosen ? [markdown.build()] : [markdown.build(), otherMeanings(hovered, others)];
}

/** @returns the words of a document in a stretch, on one line */
export function wordsOf(document: TextDocument, span: Span): string {
  return document.getText(toRange(document, span)).replace(/\s+/g, ' ').trim();
}

function addExpansion(markdown: TrustedMarkdown, { document, mention, meanings: [{ concept }] }: HoveredMention): void {
  if (mention.via !== 'abbreviation') return;
  markdown.paragraph().icon('symbol-text').text(l10n.t('{0}: {1}, as this text defines it', wordsOf(document, mention), concept.name));
}

/** `breast and ovarian cancer` is about the other one as much. */
function addTogether(markdown: TrustedMarkdown, { document, mention, folder }: HoveredMention, together: readonly ConceptDetails[]): void {
  if (together.length === 0) return;
  markdown.paragraph().icon('references').text(l10n.t('“{0}” is also: ', wordsOf(document, mention)));
  together.forEach(({ concept: { id, name } }, index) => {
    if (index > 0) markdown.text(' · ');
    markdown.command(name, commandIds.openConcept, [{ concept: { id, name }, folder }], l10n.t('Open the concept’s page'));
  });
}

function addStatus(markdown: TrustedMarkdown, { document, mention: { status } }: HoveredMention): void {
  if (status.kind === 'affirmed') return;
  markdown.paragraph().icon(statusIcons[status.kind]).text(statusLine(status, document));
}

function statusLine({ kind, cue, scope }: MentionStatus, document: TextDocument): string {
  const by = cue ? wordsOf(document, cue) : '…';
  const line = {
    affirmed: '',
    negated: l10n.t('Negated here by “{0}”', by),
    possible: l10n.t('Possible here, by “{0}”', by),
    historical: l10n.t('In the history here, by “{0}”', by),
    family: l10n.t('Of a relative here, by “{0}”', by),
    normal: l10n.t('Normal here, by “{0}”', by),
  }[kind];
  if (!scope) return line;
  const words = wordsOf(document, scope);
  return l10n.t('{0}, which speaks of “{1}”', line, words.length > scopeShown ? `${words.slice(0, scopeShown)}…` : words);
}

function otherMeanings({ document, folder, mention, meanings: [first], chosen }: HoveredMention, others: readonly ConceptDetails[]): MarkdownString {
  const markdown = new TrustedMarkdown(meaningCommands);
  const name = wordsOf(document, mention);
  if (chosen) {
    markdown.icon('pinned').text(l10n.t('You chose this meaning of “{0}” in this folder. ', name));
    markdown.command(l10n.t('Undo'), internalCommandIds.chooseSense, [folder ?? null, name, null], l10n.t('Let Casebook decide again'));
  }
  if (others.length === 0) return markdown.build();
  const overrides = first.concept.terminology === 'glossary' && others.some(({ concept }) => concept.terminology !== 'glossary');
  if (overrides) markdown.paragraph().icon('info').text(l10n.t('Your glossary’s meaning goes before the others.'));
  markdown.paragraph().text(l10n.t('“{0}” may also mean:', name));
  for (const { concept, head } of others) {
    markdown.item().bold(concept.name);
    const about = [concept.type, head?.name ?? terminologyLabel(concept.terminology)].filter(Boolean).join(', ');
    markdown.text(` (${about}) `);
    markdown.command(l10n.t('this is meant'), internalCommandIds.chooseSense, [folder ?? null, name, concept.id], l10n.t('Remember for this folder that “{0}” means this', name));
  }
  return markdown.build();
}
