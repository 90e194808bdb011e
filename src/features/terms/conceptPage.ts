import { l10n, Uri, workspace } from 'vscode';
import { curieUrl } from '../../core/terms/curie';
import type { ConceptDetails, KnownConcept } from '../../core/terms/folderConcepts';
import { foldName } from '../../core/terms/foldName';
import type { MentionFile } from '../../core/terms/mentionWork';
import type { ConceptRef } from '../../core/terms/noteTermsWork';
import { conceptUri } from './conceptAddress';
import { PageText } from './pageText';
import { terminologyName } from './terminologyCredit';
import { isOurs, terminologyLabel } from './terminologyLabel';

/** As many places as one reads; Find All Mentions has them all. */
const placesShown = 100;

/**
 * @param mentioned what speaks of it; undefined while that is being looked for
 * @returns the page of a concept, joined over the terminologies that know it: what it means first, then its names, ids and
 *   kin, and where it is mentioned
 */
export function conceptPage(details: ConceptDetails, folder: string | undefined, mentioned: readonly MentionFile[] | undefined): PageText {
  const members = [details, ...details.same];
  const page = new PageText();
  page.heading(1, details.concept.name);
  page.gap().words([details.concept.type, ...members.map(sourceOf)].filter(Boolean).join(' · '));
  addDeprecated(page, details, folder);
  addDefinitions(page, members);
  const abbreviations = members.flatMap(({ concept }) => concept.abbreviations);
  addNames(page, l10n.t('Abbreviations'), abbreviations);
  addNames(page, l10n.t('Other names'), members.flatMap(({ concept }) => [...concept.synonyms, concept.name]), [details.concept.name, ...abbreviations]);
  addIds(page, members);
  addKin(page, l10n.t('Broader'), details.broader, folder);
  addKin(page, l10n.t('Narrower'), details.narrower, folder);
  addMentions(page, mentioned);
  addLicences(page, members);
  return page.raw('\n');
}

function sourceOf({ concept, head }: KnownConcept): string {
  return head ? terminologyName(head) : terminologyLabel(concept.terminology);
}

function addDeprecated(page: PageText, { deprecated }: ConceptDetails, folder: string | undefined): void {
  for (const { concept, replacedBy } of deprecated) {
    page.gap().words(l10n.t('{0} ({1}) is deprecated.', concept.id, concept.name));
    if (replacedBy.length > 0) page.raw(' ').words(l10n.t('Use instead:')).raw(' ');
    replacedBy.forEach((other, index) => {
      if (index > 0) page.raw(', ');
      page.link(other.name, conceptUri(other, folder));
    });
  }
}

/** The first definition stands for itself; others are told by whose they are. */
function addDefinitions(page: PageText, members: readonly KnownConcept[]): void {
  const defined = members.filter(({ concept }) => concept.definition !== undefined);
  for (const [index, member] of defined.entries()) {
    page.gap().words(member.concept.definition ?? '');
    if (index > 0 || member.head) page.raw(' (').words(sourceOf(member)).raw(')');
  }
}

/** @param but names that stand elsewhere */
function addNames(page: PageText, title: string, all: readonly string[], but: readonly string[] = []): void {
  const elsewhere = new Set(but.map(foldName));
  const names = [...new Map(all.map((name) => [foldName(name), name])).values()].filter((name) => !elsewhere.has(foldName(name)));
  if (names.length === 0) return;
  page.heading(2, title).gap();
  for (const name of names) page.row().words(name);
}

/** The id of a concept of ours says no more than its name does. */
function addIds(page: PageText, members: readonly KnownConcept[]): void {
  const ids = new Set(members.flatMap(({ concept: { id, xrefs, terminology } }) => (isOurs(terminology) ? xrefs : [id, ...xrefs])));
  if (ids.size > 0) page.heading(2, l10n.t('Ids')).gap();
  for (const curie of ids) {
    const address = curieUrl(curie);
    page.row();
    if (address) page.link(curie, Uri.parse(address));
    else page.words(curie);
  }
  const source = members.find(({ concept }) => concept.source)?.concept.source;
  if (source) page.gap().link(l10n.t('Open the entry in your glossary'), Uri.parse(source.uri));
}

function addKin(page: PageText, title: string, kin: readonly ConceptRef[], folder: string | undefined): void {
  if (kin.length === 0) return;
  page.heading(2, title).gap();
  for (const concept of kin) page.row().link(concept.name, conceptUri(concept, folder));
}

function addMentions(page: PageText, files: readonly MentionFile[] | undefined): void {
  page.heading(2, l10n.t('Mentions'));
  if (!files || files.length === 0) {
    page.gap().words(files ? l10n.t('No note and no paper of this folder speaks of it.') : l10n.t('Looking through notes and papers …'));
    return;
  }
  const places = files.flatMap(({ uri, mentions }) => mentions.map((mention) => ({ uri: Uri.parse(uri), ...mention })));
  page.gap();
  for (const { uri, start, excerpt } of places.slice(0, placesShown)) {
    const target = uri.with({ fragment: `L${start.line + 1},${start.character + 1}` });
    page.row().link(`${workspace.asRelativePath(uri)}:${start.line + 1}`, target).raw(' … ').words(excerpt.join('')).raw(' …');
  }
  if (places.length > placesShown) page.row().words(l10n.t('and {0} more: Find All Mentions lists them', places.length - placesShown));
}

/** Whose words stand here, and how they may be used. */
function addLicences(page: PageText, members: readonly KnownConcept[]): void {
  const heads = members.flatMap(({ head }) => head ?? []);
  if (heads.length === 0) return;
  page.heading(2, l10n.t('Sources')).gap();
  for (const head of heads) {
    page.row().words(terminologyName(head));
    const address = head.licenceUrl;
    if (head.licence && head.licence !== address) page.raw(': ').words(head.licence);
    if (address && /^https?:\/\//i.test(address)) page.raw(' ').link(address, Uri.parse(address));
  }
}
