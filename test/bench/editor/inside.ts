import { commands, extensions, Selection, Uri, window, workspace } from 'vscode';
import { figureLine } from './figureLine';

/** VS Code starts for some seconds (ms) more after it calls us, and what it does then is not ours. */
const settling = 4000;

/** Runs in VS Code's extension host and prints what it measured there: activation, and in the sample casebook the rest. */
export async function run(): Promise<void> {
  const extension = extensions.getExtension('casebook.casebook');
  if (!extension) throw new Error('Casebook is not there');
  await new Promise((resolve) => setTimeout(resolve, settling));
  const { isActive } = extension;
  const started = performance.now();
  const before = threadTime();
  await extension.activate();
  if (!isActive) {
    report('activation', performance.now() - started);
    report('activation by processor time', threadTime() - before);
  }
  const folder = workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open');
  const note = Uri.joinPath(folder.uri, 'notes', 'leukemoid-reaction.md');
  if ((await workspace.findFiles('notes/*.md')).length === 0) return;
  await measureHover(note);
  await measureCitation(note);
}

/** How long (ms) this thread has had a processor; Node tells since its version 24. */
function threadTime(): number {
  const { user, system } = (process as { threadCpuUsage?: () => NodeJS.CpuUsage }).threadCpuUsage?.() ?? { user: NaN, system: NaN };
  return (user + system) / 1000;
}

async function measureHover(uri: Uri): Promise<void> {
  const note = await workspace.openTextDocument(uri);
  const words = [...note.getText().matchAll(/\p{L}{4,}/gu)].map(({ index }) => note.positionAt(index + 1));
  const times: number[] = [];
  for (let round = 0; round < 4; round++) {
    for (const position of words) {
      const started = performance.now();
      await commands.executeCommand('vscode.executeHoverProvider', note.uri, position);
      times.push(performance.now() - started);
    }
  }
  report('term hover, median', quantile(times, 0.5));
  report('term hover, p99', quantile(times, 0.99));
}

async function measureCitation(uri: Uri): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 21; round++) {
    const document = await workspace.openTextDocument(uri);
    const editor = await window.showTextDocument(document);
    const line = document.lineCount - 5;
    editor.selection = new Selection(line, 0, line, 0);
    const changed = new Promise<number>((resolve) => {
      const listening = workspace.onDidChangeTextDocument(() => {
        listening.dispose();
        resolve(performance.now());
      });
    });
    const started = performance.now();
    await commands.executeCommand('casebook.insertCitation', ['chen1995']);
    times.push((await changed) - started);
    await commands.executeCommand('undo');
  }
  report('Insert Citation to edit, median', quantile(times, 0.5));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function report(what: string, milliseconds: number): void {
  console.log(figureLine(what, milliseconds));
}
