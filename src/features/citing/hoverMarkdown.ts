import { l10n, type MarkdownString, Uri, workspace } from 'vscode';
import type { RenderedEntry } from '../../core/citing/rendered';
import { authorLabel, yearOf } from '../../core/library/display';
import type { RecordItem } from '../../core/library/draggedPapers';
import type { CslItem } from '../../core/library/record';
import type { CitableWork } from '../../platform/citableWorks';
import { commandIds, internalCommandIds } from '../../platform/ids';
import { TrustedMarkdown } from '../../platform/trustedMarkdown';
import type { CitedPlaces } from './shown/citedPlaces';
import { type StyledRun, styledReference } from './styledRuns';

/** As much of an abstract as a hover holds without scrolling, in characters. */
const abstractShown = 420;

/** More places, or files, than these are counted only. */
const mostPlaces = 6;
const mostFiles = 3;

/**
 * @param reference the work in the note's style; without one its plain data are shown
 * @param places where else it is cited
 * @returns a work as a hover shows it: reference, abstract, ways to it
 */
export function workMarkdown(work: CitableWork, reference: RenderedEntry | undefined, places: CitedPlaces): MarkdownString {
  const { record } = work;
  const markdown = new TrustedMarkdown([internalCommandIds.openAt, internalCommandIds.showPaper, commandIds.openPaper, commandIds.openBibliography, internalCommandIds.openAttachment]);
  if (reference) addRuns(markdown, styledReference(reference.html).runs);
  else addPlain(markdown, record);
  addAbstract(markdown, record);
  addPlaces(markdown, places);
  addLinks(markdown, work);
  return markdown.build();
}

/**
 * @param isTold whether the reader is told already that there is none
 * @returns what a hover says of a citekey that nothing is known of
 */
export function missingMarkdown(key: string, isTold: boolean): MarkdownString {
  const markdown = new TrustedMarkdown([commandIds.importPapers]);
  if (!isTold) markdown.text(l10n.t('No paper of this folder has the citekey {0}.', key)).paragraph();
  return markdown.command(l10n.t('Import Papers…'), commandIds.importPapers, []).build();
}

/** @returns the abstract's beginning, to the end of a word; the empty string where there is none */
export function abstractStart(record: CslItem): string {
  const text = typeof record.abstract === 'string' ? record.abstract.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim() : '';
  if (text.length <= abstractShown) return text;
  const cut = text.slice(0, abstractShown);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), abstractShown - 40))}…`;
}

/** Adds a work without a style: title, then who, when and where. */
export function addPlain(markdown: TrustedMarkdown, record: CslItem): void {
  markdown.bold(record.title ?? record.id);
  const source = [authorLabel(record), yearOf(record), record['container-title']].filter(Boolean).join(' · ');
  if (source) markdown.paragraph().text(source);
}

function addRuns(markdown: TrustedMarkdown, runs: readonly StyledRun[]): void {
  for (const { text, bold, italic } of runs) {
    const inner = text.trim();
    if (inner === '' || !(bold || italic)) {
      markdown.text(text);
      continue;
    }
    const at = text.indexOf(inner);
    markdown.text(text.slice(0, at));
    if (bold) markdown.bold(inner);
    else markdown.italic(inner);
    markdown.text(text.slice(at + inner.length));
  }
}

function addAbstract(markdown: TrustedMarkdown, record: CslItem): void {
  const start = abstractStart(record);
  if (start) markdown.paragraph().text(start);
}

function addPlaces(markdown: TrustedMarkdown, { uri, lines, others }: CitedPlaces): void {
  if (lines.length === 0 && others.length === 0) return;
  markdown.paragraph().text(l10n.t('Cited elsewhere:')).text(' ');
  const links = [
    ...lines.slice(0, mostPlaces).map(({ line, span }) => ({ label: l10n.t('line {0}', line), args: [uri, span.start, span.end] })),
    ...others.slice(0, mostPlaces).map((other) => ({ label: `${workspace.asRelativePath(Uri.parse(other.uri))}${other.count > 1 ? ` (${other.count})` : ''}`, args: [other.uri, other.span.start, other.span.end] })),
  ];
  for (const [index, { label, args }] of links.entries()) {
    if (index > 0) markdown.text(' · ');
    markdown.command(label, internalCommandIds.openAt, args, l10n.t('Go to this citation'));
  }
  const more = Math.max(0, lines.length - mostPlaces) + Math.max(0, others.length - mostPlaces);
  if (more > 0) markdown.text(` ${l10n.t('and {0} more', more)}`);
}

function addLinks(markdown: TrustedMarkdown, work: CitableWork): void {
  const doi = typeof work.record.DOI === 'string' ? work.record.DOI.trim() : '';
  if (work.kind === 'inline' && !doi) return;
  markdown.rule();
  if (work.kind === 'bibliography') {
    const record: RecordItem = { kind: 'record', uri: work.uri.toString(), key: work.record.id };
    markdown.command(l10n.t('In {0}', workspace.asRelativePath(work.uri)), commandIds.openBibliography, [record], l10n.t('Open the bibliography at this record'));
  }
  if (work.kind === 'paper') {
    const { paper } = work;
    markdown.command(l10n.t('Open Paper'), commandIds.openPaper, [paper.uri], l10n.t('Open the paper’s page'));
    markdown.text(' · ');
    markdown.command(l10n.t('Show in Papers'), internalCommandIds.showPaper, [paper.uri], l10n.t('Show in the Papers view'));
    for (const attachment of paper.attachments.slice(0, mostFiles)) {
      const file = Uri.parse(attachment);
      markdown.text(' · ').command(openTitle(file), internalCommandIds.openAttachment, [attachment], workspace.asRelativePath(file));
    }
    const count = Array.isArray(paper.annotations) ? paper.annotations.length : 0;
    if (count > 0) markdown.text(` · ${count === 1 ? l10n.t('1 annotation') : l10n.t('{0} annotations', count)}`);
  }
  if (!doi) return;
  if (work.kind !== 'inline') markdown.text(' · ');
  markdown.link(`doi:${doi}`, `https://doi.org/${doi}`);
}

function openTitle({ path }: Uri): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /\.pdf$/i.test(name) ? l10n.t('Open PDF') : l10n.t('Open {0}', name);
}
