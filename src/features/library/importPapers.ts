import { commands, l10n, type Uri, window, workspace, type WorkspaceFolder } from 'vscode';
import { rekeyed } from '../../core/library/citekeys/rekey';
import { type CitekeyFormula, citekeyFormula } from '../../core/library/citekeyFormula';
import type { Library } from '../../core/library/library';
import type { Work } from '../../core/work';
import { commandIds, settingIds } from '../../platform/ids';
import { type Log, UserError } from '../../platform/log';
import type { Settings } from '../../platform/settings';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { chooseRecords } from './chooseRecords';
import { isAttachable } from './droppedSources';
import { tellImported, tellNothingFound } from './importMessages';
import { askSources, givenSources, type ImportSource } from './importSource';
import { writeNewPapers } from './newPapers';
import type { PaperFolders } from './paperFolders';
import type { PapersView } from './papersView';
import { type ImportReading, readImport } from './readImport';
import { cancellable } from '../../platform/progress';

interface Needs {
  readonly library: Library;
  readonly folders: PaperFolders;
  readonly view: PapersView;
  readonly thread: WorkerThread<Work>;
  readonly settings: Settings;
  readonly log: Log;
}

/**
 * Turns text and files into papers of the library.
 * @param argument addresses of files or `{text}`; undefined asks the user
 */
export async function importPapers(needs: Needs, argument: unknown): Promise<void> {
  const folder = await askFolder();
  if (!folder) return;
  const sources = givenSources(argument) ?? (await askSources(needs.thread));
  if (!sources || sources.length === 0) return;
  const readings = await read(needs, sources);
  const formula = citekeyFormula(needs.settings.citekeysFormula(folder.uri));
  const records = readings.flatMap((reading) => rekeyed(reading.records, reading.format, formula.make));
  if (records.length === 0) return tellNothingFound(readings, sources.filter(isAttachable), needs.log);
  const chosen = await chooseRecords(records, needs.library.papersOf(folder.uri.toString()));
  if (chosen && chosen.length > 0) await write(needs, folder, chosen, { readings, formula });
}

function read({ thread }: Needs, sources: readonly ImportSource[]): Promise<ImportReading[]> {
  return cancellable(l10n.t('Reading papers'), (token) => readImport(sources, thread, token));
}

async function write(
  { library, folders, view, thread, log }: Needs,
  { uri }: WorkspaceFolder,
  records: ImportReading['records'],
  { readings, formula }: { readonly readings: readonly ImportReading[]; readonly formula: CitekeyFormula },
): Promise<void> {
  const target = folders.of(uri);
  if (!target) throw new UserError(l10n.t('The folder was closed.'));
  const keys = library.papersOf(uri.toString()).map(({ record }) => record.id);
  const written = await cancellable(l10n.t('Importing papers'), (token, tell) =>
    writeNewPapers(records, { folder: target.root, keys, makeKey: formula.make, thread, token, tell }),
  ).catch(async (error: unknown) => {
    await target.take([]); // what was written before it failed is there; not every file system tells of it
    throw error;
  });
  await target.take(written.map((paper) => paper.uri));
  const [first] = written;
  if (!first) return;
  const wrongFormula = { name: `casebook.${settingIds.citekeysFormula}`, records: [], problems: formula.problems };
  void tellImported(written, records.length, [...readings, wrongFormula], log);
  // The papers are there, whether or not the view can show it.
  await view.show(first.uri.toString(), { focus: false }).catch((error) => log.info(`The imported paper is not shown: ${error}`));
}

/** Papers need a folder to lie in, and one that can be written to. */
async function askFolder(): Promise<WorkspaceFolder | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    await offerFolder();
    return undefined;
  }
  const folder =
    folders.length === 1 ? folders[0] : await window.showWorkspaceFolderPick({ placeHolder: l10n.t('Into the library of which folder?') });
  if (folder && isReadOnly(folder.uri)) {
    const why = l10n.t('"{0}" is open read-only, so no papers can be imported into it.', folder.name);
    throw new UserError(`${why} ${l10n.t('Open a folder that you can write to.')}`);
  }
  return folder;
}

function isReadOnly({ scheme }: Uri): boolean {
  return workspace.fs.isWritableFileSystem(scheme) === false;
}

async function offerFolder(): Promise<void> {
  const openFolder = l10n.t('Open Folder…');
  const openSample = l10n.t('Open Sample Casebook');
  const message = l10n.t('Papers are kept as files in a folder of yours. Open one first.');
  const choice = await window.showInformationMessage(message, openFolder, openSample);
  if (choice === openFolder) await commands.executeCommand('workbench.action.files.openFolder');
  if (choice === openSample) await commands.executeCommand(commandIds.openSample);
}
