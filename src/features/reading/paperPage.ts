import { l10n, Uri, workspace } from 'vscode';
import { type Annotation, answeredBy, commentOf, labelOf, meaningOf, pageOf, tagsOf } from '../../core/annotating/annotation';
import { inReadingOrder } from '../../core/annotating/readingOrder';
import { namesOf, sourceLine, spokenName } from '../../core/library/display';
import type { LibraryPaper } from '../../core/library/library';
import { webPagesOf } from '../../core/library/webPages';
import { fileName } from '../../core/reading/fileName';
import { PageBuilder, type ReadingPage } from '../../core/reading/readingPage';
import { commandIds, internalCommandIds } from '../../platform/ids';

/** A note that cites a paper, and how often. */
export interface CitingNote {
  readonly uri: string;
  readonly uses: number;
}

/** What a paper's page shows. */
export interface PaperPageSource {
  readonly paper: LibraryPaper;
  /** As the chosen style has it; undefined where it could not be rendered. */
  readonly reference: string | undefined;
  readonly annotations: readonly Annotation[];
  /** Undefined while they are being looked for. */
  readonly citing: readonly CitingNote[] | undefined;
}

/** @returns the page on a paper: what it is first, then its abstract, and then all that belongs to it; every row of those leads there */
export function paperPage({ paper, reference, annotations, citing }: PaperPageSource): ReadingPage {
  const { record } = paper;
  const page = new PageBuilder();
  page.titlePart('title', record.title ?? record.id);
  const names = namesOf(record).map(spokenName).join(', ');
  if (names !== '') page.gap().words(names);
  page.gap().words(reference ?? sourceLine(record));
  for (const { label, value, address } of webPagesOf(record)) page.line().raw(`${label}: `).link(value, address);
  if (record.abstract !== undefined) page.heading(2, l10n.t('Abstract')).gap().part('abstract', record.abstract);
  if (paper.subjects.length > 0) page.heading(2, l10n.t('Subject areas')).gap().words(paper.subjects.join(' · '));
  if (paper.topics.length > 0) page.heading(2, l10n.t('Topics')).gap().words(paper.topics.map(({ name, weight }) => `${name} (${Math.round(weight * 100)}%)`).join(' · '));
  addFiles(page, paper);
  addAnnotations(page, paper, annotations.filter((one) => answeredBy(one) === undefined).sort((a, b) => inReadingOrder(a, b)));
  addCiting(page, citing);
  return page.result();
}

function addFiles(page: PageBuilder, { uri, attachments }: LibraryPaper): void {
  page.heading(2, l10n.t('Files')).gap();
  for (const file of attachments) page.line().raw('- ').link(fileName(file), commandUri(internalCommandIds.openAttachment, file));
  page.line().raw('- ').link(fileName(uri), uri);
}

/** Under their meanings, and first what has none. */
function addAnnotations(page: PageBuilder, { uri }: LibraryPaper, annotations: readonly Annotation[]): void {
  if (annotations.length === 0) return;
  page.heading(2, l10n.t('Annotations')).gap();
  for (const meaning of new Set([undefined, ...annotations.map(meaningOf)])) {
    const own = annotations.filter((one) => meaningOf(one) === meaning);
    if (own.length === 0) continue;
    if (meaning !== undefined) page.heading(3, meaning).gap();
    for (const annotation of own) {
      page.line().raw('- ').link(labelOf(annotation), commandUri(commandIds.openAnnotation, uri, annotation.id));
      const place = pageOf(annotation);
      const said = [place !== undefined && l10n.t('p. {0}', place), ...tagsOf(annotation).map((tag) => `#${tag}`), commentOf(annotation)].filter((one) => one !== false && one !== undefined && one !== labelOf(annotation));
      if (said.length > 0) page.raw(' — ').words(said.join(' · '));
    }
  }
}

function addCiting(page: PageBuilder, citing: readonly CitingNote[] | undefined): void {
  page.heading(2, l10n.t('Notes that cite it')).gap();
  if (!citing || citing.length === 0) page.words(citing ? l10n.t('None yet.') : l10n.t('Looking through the notes …'));
  for (const { uri, uses } of citing ?? []) page.line().raw('- ').link(workspace.asRelativePath(Uri.parse(uri)), uri).raw(uses > 1 ? ` (${uses})` : '');
}

function commandUri(command: string, ...args: readonly string[]): string {
  return `command:${command}?${encodeURIComponent(JSON.stringify(args))}`;
}
