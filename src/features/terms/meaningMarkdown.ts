import { l10n } from 'vscode';
import { authorLabel, yearOf } from '../../core/library/display';
import type { LibraryPaper } from '../../core/library/library';
import { curieUrl } from '../../core/terms/curie';
import type { ConceptDetails, KnownConcept } from '../../core/terms/folderConcepts';
import { foldName } from '../../core/terms/foldName';
import { commandIds, internalCommandIds } from '../../platform/ids';
import type { TrustedMarkdown } from '../../platform/trustedMarkdown';
import { addCredits, terminologyName } from './terminologyCredit';
import { isOurs } from './terminologyLabel';

/** More would make the hover scroll. */
const papersShown = 5;
const namesShown = 10;
const broaderShown = 5;
const idsShown = 8;

/** What links of these texts run. */
export const meaningCommands = [internalCommandIds.showPaper, internalCommandIds.openAt, internalCommandIds.chooseSense, commandIds.openConcept] as const;

/**
 * Adds what a concept means, joined over the terminologies that know it: definition first, source last.
 * @param context the folder whose terms it is of, and the papers that speak of it, heaviest first
 */
export function addMeaning(markdown: TrustedMarkdown, details: ConceptDetails, context: { readonly folder: string | undefined; readonly papers: readonly LibraryPaper[] }): void {
  const members = [details, ...details.same];
  const defined = members.find(({ concept }) => concept.definition !== undefined);
  if (defined?.concept.definition) markdown.paragraph().text(defined.concept.definition);
  addNames(markdown, members);
  addBroader(markdown, details, context.folder);
  addPapers(markdown, context.papers);
  addDeprecated(markdown, details, context.folder);
  addOverride(markdown, members);
  addSources(markdown, members);
}

function addNames(markdown: TrustedMarkdown, members: readonly KnownConcept[]): void {
  const [own] = members;
  const names = new Map<string, string>();
  for (const { concept } of members) {
    for (const name of [...concept.abbreviations, ...concept.synonyms, concept.name]) {
      // Capitals tell abbreviations apart, and nothing else.
      const key = /^\P{Ll}+$/u.test(name) ? name : foldName(name);
      if (!names.has(key) && foldName(name) !== foldName(own?.concept.name ?? '')) names.set(key, name);
    }
  }
  if (names.size === 0) return;
  const shown = [...names.values()].slice(0, namesShown).join(' · ');
  const more = names.size - namesShown;
  markdown.paragraph().text(more > 0 ? l10n.t('Also: {0} and {1} more', shown, more) : l10n.t('Also: {0}', shown));
}

function addBroader(markdown: TrustedMarkdown, { broader }: ConceptDetails, folder: string | undefined): void {
  if (broader.length === 0) return;
  markdown.paragraph().text(l10n.t('Broader: '));
  broader.slice(0, broaderShown).forEach((concept, index) => {
    if (index > 0) markdown.text(' · ');
    markdown.command(concept.name, commandIds.openConcept, [{ concept, folder }], l10n.t('Open the concept’s page'));
  });
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

/** Adds that ids or names are not to be used any more, and what to use instead. */
export function addDeprecated(markdown: TrustedMarkdown, { deprecated }: Pick<ConceptDetails, 'deprecated'>, folder: string | undefined): void {
  for (const { concept, replacedBy } of deprecated) {
    markdown.paragraph().icon('warning').text(l10n.t('{0} ({1}) is deprecated.', concept.id, concept.name));
    if (replacedBy.length > 0) markdown.text(` ${l10n.t('Use instead:')} `);
    replacedBy.forEach((other, index) => {
      if (index > 0) markdown.text(' · ');
      markdown.command(`${other.name} (${other.id})`, commandIds.openConcept, [{ concept: other, folder }], l10n.t('Open the concept’s page'));
    });
  }
}

/** The user's own words go before those of a terminology; that they do is said. */
function addOverride(markdown: TrustedMarkdown, [own, ...same]: readonly KnownConcept[]): void {
  if (own?.concept.terminology !== 'glossary' || own.concept.definition === undefined) return;
  const others = same.flatMap(({ concept, head }) => (head && concept.definition !== undefined ? [head.name] : []));
  if (others.length > 0) markdown.paragraph().icon('info').text(l10n.t('Your glossary’s words go before those of {0}.', others.join(', ')));
}

function addSources(markdown: TrustedMarkdown, members: readonly KnownConcept[]): void {
  const all = new Set(members.flatMap(({ concept: { id, xrefs, terminology } }) => (isOurs(terminology) ? xrefs : [id, ...xrefs])));
  // Those that lead somewhere first: others may be dozens.
  const ids = [...all].sort((a, b) => Number(curieUrl(b) !== undefined) - Number(curieUrl(a) !== undefined));
  const source = members.find(({ concept }) => concept.source)?.concept.source;
  if (ids.length === 0 && !source) return;
  markdown.rule();
  ids.slice(0, idsShown).forEach((curie, index) => {
    if (index > 0) markdown.text(' · ');
    const address = curieUrl(curie);
    if (address) markdown.link(curie, address);
    else markdown.text(curie);
  });
  if (ids.length > idsShown) markdown.text(l10n.t(' and {0} more', ids.length - idsShown));
  if (source) {
    if (ids.length > 0) markdown.text(' · ');
    const { uri, span } = source;
    markdown.command(l10n.t('Your glossary'), internalCommandIds.openAt, [uri, span.start, span.end], l10n.t('Open the entry'));
  }
  const heads = new Map(members.flatMap(({ head }) => (head ? [[terminologyName(head), head] as const] : [])));
  addCredits(markdown, [...heads.values()]);
}
