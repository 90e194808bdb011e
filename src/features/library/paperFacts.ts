import { l10n, ThemeIcon, Uri } from 'vscode';
import { namesOf, sourceLine } from '../../core/library/display';
import type { LibraryPaper } from '../../core/library/library';
import type { CslDate, CslItem, CslName } from '../../core/library/record';
import type { Topic } from '../../core/terms/concept';
import { annotationFacts } from './annotationFacts';
import { nameOf } from './findPapers';
import { identifierFacts } from './identifierFacts';
import type { Fact } from './paperNodes';

/** How many signs a topic's bar is long. */
const barLength = 6;
/** A row shows no more of a hint than this. */
const hintLength = 120;

/** @returns what stands under a paper or record in the tree; what its file does not say is left out */
export function factsOf(paper: Pick<LibraryPaper, 'record' | 'subjects' | 'topics' | 'attachments'> & Partial<Pick<LibraryPaper, 'uri' | 'annotations'>>): Fact[] {
  const { record, subjects, topics, attachments } = paper;
  const identifiers = identifierFacts(record);
  return [
    ...heading(authorsHeading(record), 'person', namesOf(record).map(nameFact)),
    ...heading(l10n.t('Source'), 'library', sourceFacts(record), sourceLine(record)),
    ...heading(l10n.t('Dates'), 'calendar', dateFacts(record), dateText(record.issued)),
    ...heading(l10n.t('Identifiers'), 'link', identifiers, identifiers.map(({ label }) => label).join(', ')),
    ...heading(l10n.t('Subject areas'), 'tag', subjects.map((label) => ({ label, tooltip: label }))),
    ...heading(l10n.t('Abstract'), 'note', sentencesOf(record.abstract), record.abstract),
    ...heading(l10n.t('Topics'), 'graph', topics.map(topicFact), topics.map(({ name }) => name).join(', ')),
    ...heading(l10n.t('Attachments'), 'files', attachments.map(attachmentFact)),
    ...(paper.uri === undefined ? [] : annotationFacts({ uri: paper.uri, annotations: paper.annotations })),
  ];
}

/** A heading hints at its facts, or says how many it has. */
function heading(label: string, icon: string, facts: readonly Fact[], hint?: string): Fact[] {
  if (facts.length === 0) return [];
  const description = hint?.slice(0, hintLength) ?? String(facts.length);
  return [{ label, description, icon: new ThemeIcon(icon), facts, ...(hint && { tooltip: hint }) }];
}

function authorsHeading(record: CslItem): string {
  return record.author?.length ? l10n.t('Authors') : l10n.t('Editors');
}

function nameFact(name: CslName): Fact {
  const family = [name['non-dropping-particle'], name.family, name.suffix].filter(Boolean).join(' ');
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ');
  const label = [family, given].filter(Boolean).join(', ') || (name.literal ?? '');
  return { label, tooltip: label };
}

function sourceFacts(record: CslItem): Fact[] {
  return [
    ...fact(l10n.t('Journal'), record.type.startsWith('article') ? record['container-title'] : undefined),
    ...fact(l10n.t('In'), record.type.startsWith('article') ? undefined : record['container-title']),
    ...fact(l10n.t('Volume'), record.volume),
    ...fact(l10n.t('Issue'), record.issue),
    ...fact(l10n.t('Pages'), record.page),
    ...fact(l10n.t('Number of pages'), record['number-of-pages']),
    ...fact(l10n.t('Publisher'), record.publisher),
    ...fact(l10n.t('Place'), record['publisher-place']),
    ...fact(l10n.t('Language'), record.language),
  ];
}

function dateFacts(record: CslItem): Fact[] {
  return [...fact(l10n.t('Published'), dateText(record.issued)), ...fact(l10n.t('Looked up'), dateText(record['accessed'] as CslDate | undefined))];
}

/** @returns the date as ISO has it, as exact as it is told: `1995-08-01`, `1995-08`, `1995/1996`; or in its own words */
function dateText(date: CslDate | undefined): string | undefined {
  const iso = (parts: readonly number[]): string => parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
  const dates = date?.['date-parts']?.filter((parts) => parts.length > 0).map(iso).join('/');
  return dates || date?.literal || date?.raw;
}

function fact(label: string, value: unknown): Fact[] {
  return typeof value === 'string' && value !== '' ? [{ label, description: value, tooltip: value }] : [];
}

/** One row a sentence: a row shows its beginning, its tooltip and a screen reader all of it. */
function sentencesOf(text: string | undefined): Fact[] {
  if (!text) return [];
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].map(({ segment }) => segment.trim());
  return sentences.filter(Boolean).map((label) => ({ label, tooltip: label }));
}

/** The bar stands first: bars are compared with each other, and must be seen where the side bar is too narrow for a name. */
function topicFact({ name, weight, count }: Topic): Fact {
  const filled = Math.min(barLength, Math.max(1, Math.round(weight * barLength)));
  const percent = Math.round(weight * 100);
  const found = l10n.t('{0}: found {1} times in title, abstract and full text', name, count);
  return {
    label: `${'▇'.repeat(filled)}${'▁'.repeat(barLength - filled)} ${name}`,
    description: `${percent}%`,
    spoken: l10n.t('{0}, weight {1} percent', name, percent),
    tooltip: found,
  };
}

function attachmentFact(uri: string): Fact {
  const opens = Uri.parse(uri);
  return { label: nameOf(opens), opens, tooltip: nameOf(opens), icon: ThemeIcon.File };
}
