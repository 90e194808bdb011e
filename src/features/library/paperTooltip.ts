import { l10n, type MarkdownString, workspace } from 'vscode';
import { nameLabel, namesOf, sourceLine, yearOf } from '../../core/library/display';
import type { Library, LibraryPaper } from '../../core/library/library';
import { plainTitle } from '../../core/library/plainTitle';
import { folderName } from '../../platform/folderName';
import { TrustedMarkdown } from '../../platform/trustedMarkdown';
import { paperProblems } from './paperProblems';

/** As much of an abstract as tells whether it is worth opening. */
const excerptLength = 400;
const namesShown = 8;

/** @returns what a paper's tooltip says; everything in it comes from a file and is escaped */
export function paperTooltip(paper: LibraryPaper, library: Library): MarkdownString {
  const { record } = paper;
  const markdown = new TrustedMarkdown();
  const { words } = paperProblems(paper, library);
  markdown.bold(plainTitle(record.title ?? '') || record.id);
  paragraph(markdown, names(paper));
  const source = [sourceLine(record), yearOf(record)].filter(Boolean).join(' · ');
  if (source) markdown.paragraph().italic(source);
  paragraph(markdown, excerpt(record.abstract ?? ''));
  const isOneOfSeveral = (workspace.workspaceFolders ?? []).length > 1;
  paragraph(markdown, [`@${record.id}`, isOneOfSeveral ? folderName(paper.folder) : ''].filter(Boolean).join(' · '));
  if (words) markdown.paragraph().icon('warning').text(words);
  return markdown.build();
}

function names({ record }: LibraryPaper): string {
  const all = namesOf(record).map((name) => (name.family ? `${name.given ?? ''} ${nameLabel(name)}`.trim() : nameLabel(name)));
  const more = all.length - namesShown;
  const shown = all.slice(0, namesShown).join(', ');
  return more > 0 ? l10n.t('{0} and {1} more', shown, more) : shown;
}

function excerpt(text: string): string {
  if (text.length <= excerptLength) return text;
  const cut = text.slice(0, excerptLength);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), excerptLength / 2))}…`;
}

function paragraph(markdown: TrustedMarkdown, text: string): void {
  if (text) markdown.paragraph().text(text);
}
