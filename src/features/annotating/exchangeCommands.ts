import { commands, Disposable, l10n } from 'vscode';
import { isPaperItem } from '../../core/library/draggedPapers';
import type { Library, LibraryPaper } from '../../core/library/library';
import type { Work } from '../../core/work';
import { commandIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { PaperTexts } from '../../platform/paperTexts';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { AnnotationExport, type ExportAnswers } from './exportAnnotations';
import { AnnotationImport, type ImportAnswers } from './importAnnotations';

/** Annotations from and for other programs. A paper is named by its row in the Papers view, or by its file's address. */
export function registerExchange({ library, annotations, texts, thread, log }: { library: Library; annotations: PaperAnnotations; texts: PaperTexts; thread: WorkerThread<Work>; log: Log }): Disposable {
  const writing = new AnnotationExport(annotations, texts, thread);
  const reading = new AnnotationImport(library, annotations, texts, thread, log);
  const meant = (item: unknown): LibraryPaper[] => (isPaperItem(item) ? [library.at(item.uri)] : typeof item === 'string' ? [library.at(item)] : []).filter((paper) => paper !== undefined);
  const exporting = log.guard(l10n.t('The annotations could not be exported'), (item: unknown, items: unknown, answers?: Partial<ExportAnswers>) =>
    writing.run((Array.isArray(items) && items.length > 0 ? items : [item]).flatMap(meant), answers));
  const importing = log.guard(l10n.t('The annotations could not be imported'), (item: unknown, _items: unknown, answers?: Partial<ImportAnswers>) => reading.run(meant(item)[0], answers));
  return Disposable.from(commands.registerCommand(commandIds.exportAnnotations, exporting), commands.registerCommand(commandIds.importAnnotations, importing));
}
