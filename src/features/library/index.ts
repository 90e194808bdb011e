import { commands, Disposable, l10n, type Memento } from 'vscode';
import type { Library } from '../../core/library/library';
import type { Work } from '../../core/work';
import { commandIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { Settings } from '../../platform/settings';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { registerArrangeCommands } from './arrangeCommands';
import { Arrangement } from './arrangement';
import { importPapers } from './importPapers';
import { registerPaperCommands } from './paperCommands';
import { PaperDrags } from './paperDrags';
import { PaperFolders } from './paperFolders';
import { PaperReader } from './paperReader';
import { PapersTree } from './papersTree';
import { PapersView } from './papersView';
import { PaperTargets } from './paperTargets';
import { RenameCitekey } from './renameCitekey';

/** Reads the library folders and keeps in step with them, shows the papers as a tree, and imports new ones. */
export function registerLibrary(needs: {
  library: Library;
  settings: Settings;
  log: Log;
  thread: WorkerThread<Work>;
  state: Memento;
}): Disposable {
  const { library, settings, log, thread, state } = needs;
  const arrangement = new Arrangement(state);
  const tree = new PapersTree(library, arrangement);
  const folders = new PaperFolders(new PaperReader(library, thread, log), settings, log);
  const markLoaded = folders.onDidSettle(() => library.markLoaded());
  if (!folders.busy) library.markLoaded();
  const view = new PapersView(tree, library, arrangement, folders, new PaperDrags(library));
  const targets = new PaperTargets(library, view);
  const rename = new RenameCitekey(library, folders, thread);
  return Disposable.from(
    arrangement,
    tree,
    folders,
    markLoaded,
    view,
    registerArrangeCommands({ arrangement, tree, folders, log }),
    registerPaperCommands({ targets, view, rename, log }),
    commands.registerCommand(
      commandIds.importPapers,
      log.guard(l10n.t('The papers could not be imported'), (argument: unknown) =>
        importPapers({ library, folders, view, thread, log }, argument),
      ),
    ),
  );
}
