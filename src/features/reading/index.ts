import { commands, Disposable, l10n } from 'vscode';
import type { Library } from '../../core/library/library';
import type { Work } from '../../core/work';
import { commandIds, fullTextScheme, internalCommandIds, paperPageScheme } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { ReadingPages } from '../../platform/readingPages';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { FullTexts } from './fullTexts';
import { PageDocuments } from './pageDocuments';
import { PageLooks } from './pageLooks';
import { type PaperPageNeeds, PaperPages } from './paperPages';
import { followReadable } from './readable';

/** Pages to read: a paper with all that belongs to it, and full texts without their markup. */
export function registerReading(needs: { library: Library; annotations: PaperAnnotations; pages: ReadingPages; thread: WorkerThread<Work>; log: Log } & PaperPageNeeds): Disposable {
  const { library, annotations, pages, thread, log } = needs;
  const texts = new FullTexts(thread);
  const papers = new PaperPages(library, annotations, needs, log, () => documents.renewSoon());
  const documents = new PageDocuments(pages, { [paperPageScheme]: (uri) => papers.make(uri), [fullTextScheme]: (uri) => texts.make(uri) });
  const register = (id: string, doing: string, action: (given: unknown) => unknown): Disposable => commands.registerCommand(id, log.guard(doing, action));
  return Disposable.from(
    documents,
    papers,
    new PageLooks(pages),
    followReadable(annotations),
    new Disposable(library.onDidChange(() => documents.renewSoon())),
    register(internalCommandIds.openAttachment, l10n.t('The file could not be opened'), (file) => texts.open(file)),
    register(commandIds.readFullText, l10n.t('The text could not be opened'), (file) => texts.readSource(file)),
  );
}
