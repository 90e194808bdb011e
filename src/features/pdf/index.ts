import { commands, Disposable, l10n, type Memento, Uri, window } from 'vscode';
import type { PdfAction } from '../../core/pdf/pdfAction';
import type { Work } from '../../core/work';
import { commandIds, internalCommandIds, pdfEditorId } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { Settings } from '../../platform/settings';
import { hasOtherPdfEditor, usePdfEditor } from '../../platform/vscodeSettings';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { meantPdf } from './meantPdf';
import { PdfCopies } from './pdfCopies';
import { PdfEditors } from './pdfEditors';
import { PdfMarks } from './pdfMarks';
import { PdfTerms } from './pdfTerms';
import { PdfViews } from './pdfViews';

/** PDFs in an editor of our own: read, searched and marked. */
export function registerPdf(needs: { readonly annotations: PaperAnnotations; readonly settings: Settings; readonly thread: WorkerThread<Work>; readonly log: Log; readonly state: Memento; readonly dist: Uri }): Disposable {
  const { annotations, settings, thread, log, state, dist } = needs;
  const copies = new PdfCopies();
  const editors = new PdfEditors(new PdfViews(state), new PdfMarks(annotations, settings), new PdfTerms(thread, settings), copies, log, Uri.joinPath(dist, 'webview'));
  return Disposable.from(
    editors,
    window.registerCustomEditorProvider(pdfEditorId, editors, { supportsMultipleEditorsPerDocument: true }),
    commands.registerCommand(internalCommandIds.openPdf, log.guard(l10n.t('The PDF could not be opened'), (uri: unknown, place: unknown) => {
      const at = typeof place === 'string' ? { mark: place } : typeof place === 'number' ? { page: place } : undefined;
      const file = Uri.parse(String(uri));
      return !at && hasOtherPdfEditor() ? commands.executeCommand('vscode.open', file) : editors.open(file, at);
    })),
    commands.registerCommand(internalCommandIds.placeInPdf, log.guard(l10n.t('The annotation could not be kept'), (uri: unknown, mark: unknown, how: unknown) =>
      editors.place(Uri.parse(String(uri)), String(mark), how === 'confirm' ? 'confirm' : 'reattach'))),
    commands.registerCommand(commandIds.usePdfEditor, log.guard(l10n.t('The settings could not be written'), usePdfEditor)),
    commands.registerCommand(commandIds.takeOverAnnotations, log.guard(l10n.t('The annotations could not be taken over'), async (item: unknown) => {
      const pdf = await meantPdf(item, editors.active, annotations);
      if (pdf) await editors.takeOver(pdf);
    })),
    commands.registerCommand(commandIds.exportAnnotatedPdf, log.guard(l10n.t('The annotated PDF could not be written'), async (item: unknown, _items: unknown, to?: Uri) => {
      const pdf = await meantPdf(item, editors.active, annotations);
      if (!pdf) return;
      copies.to(to);
      await editors.writeCopy(pdf);
    })),
    ...Object.entries(actionsByCommand).map(([id, action]) => commands.registerCommand(id, () => editors.run(action))),
  );
}

const actionsByCommand: Readonly<Record<string, PdfAction>> = {
  [commandIds.findInPdf]: 'find',
  [commandIds.findNextInPdf]: 'findNext',
  [commandIds.findPreviousInPdf]: 'findPrevious',
  [commandIds.goToPdfPage]: 'goToPage',
  [commandIds.nextPdfPage]: 'nextPage',
  [commandIds.previousPdfPage]: 'previousPage',
  [commandIds.zoomPdfIn]: 'zoomIn',
  [commandIds.zoomPdfOut]: 'zoomOut',
  [commandIds.showPdfActualSize]: 'actualSize',
  [commandIds.fitPdfWidth]: 'fitWidth',
  [commandIds.fitPdfPage]: 'fitPage',
  [commandIds.rotatePdf]: 'rotate',
  [commandIds.togglePdfSidebar]: 'toggleSidebar',
  [commandIds.toggleDarkPdf]: 'toggleDark',
  [commandIds.highlightInPdf]: 'highlight',
  [commandIds.underlineInPdf]: 'underline',
  [commandIds.commentInPdf]: 'comment',
  [commandIds.tagInPdf]: 'tag',
  [commandIds.commentOnPdfPage]: 'commentPage',
  [commandIds.undoInPdf]: 'undoMark',
  [commandIds.showPdfMarks]: 'showMarks',
  [commandIds.explainInPdf]: 'explain',
};
