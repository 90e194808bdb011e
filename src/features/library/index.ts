import { commands, Disposable, l10n, languages, type Memento, Uri } from 'vscode';
import type { Library } from '../../core/library/library';
import type { Work } from '../../core/work';
import type { Bibliographies } from '../../platform/bibliographies';
import type { CitableWorks } from '../../platform/citableWorks';
import { followMoves } from '../../platform/followMoves';
import { commandIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { Settings } from '../../platform/settings';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { registerArrangeCommands } from './arrangeCommands';
import { Arrangement } from './arrangement';
import { registerAttaching } from './attaching';
import { registerDuplicates } from './duplicates';
import { type ExportAnswers, exportPapers } from './exportPapers';
import { filesOfFolder } from './bibliographyFiles';
import { citingNotes } from './citedKeys';
import { FormulaCheck } from './formulaCheck';
import { importPapers } from './importPapers';
import { KeyPlaces } from './keyPlaces';
import { KeyRename } from './keyRename';
import { KeyReferences } from './keyReferences';
import { KeyRenameProvider, keySelector } from './keyRenameProvider';
import { registerPaperCommands } from './paperCommands';
import { OpenRows } from './openRows';
import { PaperDrags } from './paperDrags';
import { PaperFolders } from './paperFolders';
import { PaperReader } from './paperReader';
import { PapersTree } from './papersTree';
import { PapersView } from './papersView';
import { PaperTargets } from './paperTargets';
import { registerReadingCommands } from './readingCommands';
import { RecordCommands } from './recordCommands';
import { RenameCitekey } from './renameCitekey';
import { RowIds } from './rowIds';
import { SavedSearches } from './savedSearches';
import { registerSearchCommands } from './searchCommands';

/** What others ask of the library's files. */
export interface Papers {
  /** @returns the notes of a workspace folder that cite a paper, by their addresses, and how often each does */
  notesCiting(citekey: string, folder: string): Promise<readonly { readonly uri: string; readonly uses: number }[]>;
}

/** Reads the library folders and keeps in step with them, shows the papers as a tree, and imports new ones. */
export function registerLibrary(needs: {
  library: Library;
  settings: Settings;
  log: Log;
  thread: WorkerThread<Work>;
  bibliographies: Bibliographies;
  works: CitableWorks;
  state: Memento;
  /** The page on formulas for citekeys. */
  citekeyReference: Uri;
}): Disposable & Papers {
  const { library, settings, log, thread, bibliographies, works, state, citekeyReference } = needs;
  const arrangement = new Arrangement(state);
  const searches = new SavedSearches(settings);
  const ids = new RowIds();
  const open = new OpenRows(arrangement);
  const tree = new PapersTree(library, bibliographies, arrangement, searches, ids, open);
  const folders = new PaperFolders(new PaperReader(library, thread, log, (folder) => settings.termsFullText(folder)), settings, log);
  const markLoaded = folders.onDidSettle(() => library.markLoaded());
  if (!folders.busy) library.markLoaded();
  const view = new PapersView(tree, library, arrangement, folders, bibliographies, new PaperDrags(library), open);
  const targets = new PaperTargets(library, view, ids);
  const records = new RecordCommands(bibliographies);
  const keys = new KeyPlaces(thread, filesOfFolder(settings, bibliographies), log);
  const keyRename = new KeyRename(library, keys);
  const rename = new RenameCitekey(library, folders, thread, keyRename, ids);
  const registered = Disposable.from(
    arrangement,
    ids,
    tree,
    folders,
    markLoaded,
    view,
    registerArrangeCommands({ arrangement, tree, folders, bibliographies, log }),
    records.register(log),
    new FormulaCheck(settings),
    followMoves({
      read: (folder) => [settings.libraryFolder(folder)],
      write: ([{ is }], folder) => settings.setLibraryFolder(is, folder),
      question: ([{ was, is }]) => l10n.t('"{0}" was the library folder. Look for papers in "{1}" from now on?', was, is),
    }, log),
    followMoves({
      read: (folder) => settings.bibliographies(folder),
      write: (moves, folder) => settings.moveBibliographies(moves, folder),
      question: ([{ was, is }, ...others]) => others.length === 0
        ? l10n.t('Your settings name the bibliography "{0}". Cite from "{1}" from now on?', was, is)
        : l10n.t('Your settings name {0} bibliographies that were moved. Cite from where they are now?', others.length + 1),
    }, log),
    languages.registerReferenceProvider(keySelector, new KeyReferences(keys)),
    languages.registerRenameProvider(keySelector, new KeyRenameProvider(keys, keyRename, log)),
    registerPaperCommands({ targets, records, view, rename, log }),
    commands.registerCommand(
      commandIds.exportPapers,
      log.guard(l10n.t('The papers could not be exported'), (item: unknown, items: unknown, answers?: Partial<ExportAnswers>) =>
        exportPapers({ library, bibliographies, works, view, thread }, item, items, answers),
      ),
    ),
    registerReadingCommands({ library, folders, targets, thread, log }),
    registerSearchCommands({ searches, arrangement, log }),
    registerAttaching({ library, folders, targets, log }),
    registerDuplicates({ library, bibliographies, folders, places: keys, settings, thread, log }),
    commands.registerCommand(
      commandIds.showCitekeyReference,
      log.guard(l10n.t('The page could not be shown'), () => commands.executeCommand('markdown.showPreview', citekeyReference)),
    ),
    commands.registerCommand(
      commandIds.importPapers,
      log.guard(l10n.t('The papers could not be imported'), (argument: unknown) =>
        importPapers({ library, folders, view, thread, settings, log }, argument),
      ),
    ),
  );
  const notesCiting: Papers['notesCiting'] = async (citekey, folder) =>
    citingNotes(await keys.find([citekey], Uri.parse(folder))).map((note) => ({ uri: note.uri, uses: note.keys.length })).sort((a, b) => (a.uri < b.uri ? -1 : 1));
  return Object.assign(registered, { notesCiting });
}
