import { l10n, type Uri, window } from 'vscode';
import { isPaperItem } from '../../core/library/draggedPapers';
import { UserError } from '../../platform/log';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import { plainRow } from '../../platform/plainText';

/**
 * @param item a row of the Papers view, or a PDF's address; without one it is the PDF in the active editor, or the user picks
 * @returns the PDF that a command is meant for; undefined where the user wants none
 * @throws a UserError where there is none
 */
export async function meantPdf(item: unknown, active: Uri | undefined, annotations: PaperAnnotations): Promise<Uri | undefined> {
  if (active && (item === undefined || item === null || String(item) === active.toString())) return active;
  const all = annotations.files().filter(({ uri }) => /\.pdf$/i.test(uri.path));
  const isMeant = (uri: Uri, paper: string): boolean => (isPaperItem(item) ? item.uri === paper : String(item) === uri.toString());
  const meant = item === undefined || item === null ? all : all.filter(({ uri, paper }) => isMeant(uri, paper.uri));
  const [first] = meant;
  if (!first) throw new UserError(item === undefined ? l10n.t('No paper has a PDF yet: attach one to it.') : l10n.t('This paper has no PDF: attach one to it.'));
  if (meant.length === 1) return first.uri;
  const rows = meant.map(({ uri, source, paper }) => ({ uri, label: plainRow(source), detail: plainRow(paper.record.title ?? '') }));
  return (await window.showQuickPick(rows, { title: l10n.t('Choose PDF'), placeHolder: l10n.t('Which PDF?'), matchOnDetail: true }))?.uri;
}
