import * as fs from 'node:fs';
import { commands, Uri, workspace } from 'vscode';
import type { KillTask } from './killFolder';

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Runs in the extension host: imports, edits, renames, exports and merges, all going on when the host is ended. */
export async function run(): Promise<void> {
  const root = workspace.workspaceFolders?.[0]?.uri;
  if (!root) throw new Error('No folder is open');
  const uri = (name: string): Uri => Uri.joinPath(root, name);
  const task = JSON.parse(fs.readFileSync(uri('task.json').fsPath, 'utf8')) as KillTask;
  const rows = (names: readonly string[]): object[] => names.map((name) => ({ kind: 'paper', uri: uri(name).toString() }));
  const many = (command: string, names: readonly string[], answer: unknown): Thenable<unknown> => commands.executeCommand(command, rows(names)[0], rows(names), answer);
  await untilLibraryIsThere(uri(task.sentinel));
  fs.writeFileSync(uri('started').fsPath, '');
  const importing = commands.executeCommand('casebook.importPapers', { text: task.importText });
  await Promise.all([
    many('casebook.setReadingStatus', task.status, 'reading'),
    many('casebook.editTags', task.tags, { add: ['killed'], remove: [] }),
    many('casebook.exportPapers', task.exported, { format: 'ris', file: uri(task.exportFile) }),
    renameAll(task, uri),
    acceptUntil(() => task.importedFirst.some((name) => fs.existsSync(uri(name).fsPath))).then(merge),
    importing,
    writeByHalves(task, uri),
  ]);
  await pause(60_000); // the end comes from outside
}

/** A command on a paper says nothing where the library has not read it yet. */
async function untilLibraryIsThere(sentinel: Uri): Promise<void> {
  while (!fs.readFileSync(sentinel.fsPath, 'utf8').includes('status: read')) {
    await commands.executeCommand('casebook.setReadingStatus', sentinel, undefined, 'read');
    await pause(300);
  }
  await commands.executeCommand('casebook.refreshPapers');
}

async function renameAll({ renames }: KillTask, uri: (name: string) => Uri): Promise<void> {
  for (const { from, citekey } of renames) await commands.executeCommand('casebook.renameCitekey', uri(from), undefined, { citekey, inNotes: true });
}

/** What no writer of Casebook may do: a file is half for a moment. */
async function writeByHalves({ halved }: KillTask, uri: (name: string) => Uri): Promise<void> {
  for (const { file, text } of halved) {
    const half = Math.floor(text.length / 2);
    fs.writeFileSync(uri(file).fsPath, text.slice(0, half));
    await pause(50);
    fs.appendFileSync(uri(file).fsPath, text.slice(half));
  }
}

/** The first row takes the only group of duplicates, and then merges it. */
async function merge(): Promise<void> {
  void commands.executeCommand('casebook.findDuplicates');
  for (let step = 0; step < 8; step += 1) {
    await pause(150);
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
}

async function acceptUntil(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await pause(50);
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }
}
