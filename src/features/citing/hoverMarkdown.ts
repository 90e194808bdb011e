import { l10n, type MarkdownString } from 'vscode';
import type { RenderedEntry } from '../../core/citing/processor';
import { authorLabel, yearOf } from '../../core/library/display';
import type { LibraryPaper } from '../../core/library/library';
import type { CslItem } from '../../core/library/record';
import { commandIds, internalCommandIds } from '../../platform/ids';
import { TrustedMarkdown } from '../../platform/trustedMarkdown';
import { type StyledRun, styledReference } from './styledRuns';

/** As much of an abstract as a hover holds without scrolling, in characters. */
const abstractShown = 420;

/**
 * @param reference the work in the note's style; without one its plain data are shown
 * @param paper where the work lies in the library
 * @returns a work as a hover shows it: reference, abstract, ways to it
 */
export function workMarkdown(record: CslItem, reference: RenderedEntry | undefined, paper: LibraryPaper | undefined): MarkdownString {
  const markdown = new TrustedMarkdown([internalCommandIds.openAt, internalCommandIds.showPaper]);
  if (reference) addRuns(markdown, styledReference(reference.html).runs);
  else addPlain(markdown, record);
  addAbstract(markdown, record);
  addLinks(markdown, record, paper);
  return markdown.build();
}

/** @returns what a hover says of a citekey that nothing is known of */
export function missingMarkdown(key: string): MarkdownString {
  return new TrustedMarkdown([commandIds.importPapers])
    .text(l10n.t('No paper of this folder has the citekey {0}.', key))
    .paragraph()
    .command(l10n.t('Import Papers…'), commandIds.importPapers, [])
    .build();
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

function addLinks(markdown: TrustedMarkdown, record: CslItem, paper: LibraryPaper | undefined): void {
  const doi = typeof record.DOI === 'string' ? record.DOI.trim() : '';
  if (!paper && !doi) return;
  markdown.rule();
  if (paper) {
    markdown.command(l10n.t('Open Paper'), internalCommandIds.openAt, [paper.uri, 0, 0], l10n.t('Open the paper file'));
    markdown.text(' · ');
    markdown.command(l10n.t('Show in Papers'), internalCommandIds.showPaper, [paper.uri], l10n.t('Show in the Papers view'));
  }
  if (!doi) return;
  if (paper) markdown.text(' · ');
  markdown.link(`doi:${doi}`, `https://doi.org/${doi}`);
}
