import * as fs from 'node:fs';
import { commands, type CompletionList, extensions, Position, type TextDocument, Uri, window, workspace } from 'vscode';
import { Held, pause } from './held';
import { typeFilters } from './typedFilter';

/** Runs in VS Code's extension host in a folder whose note names a large bibliography: cold, and warm where `warm` is there. */
export async function run(): Promise<void> {
  const root = workspace.workspaceFolders?.[0]?.uri;
  if (!root) throw new Error('No folder is open');
  const isWarm = fs.existsSync(Uri.joinPath(root, 'warm').fsPath);
  const held = await Held.begin(isWarm ? 'large bibliography, warm' : 'large bibliography, cold');
  const document = await workspace.openTextDocument(Uri.joinPath(root, 'note.md'));
  const started = performance.now();
  await extensions.getExtension('casebook.casebook')?.activate();
  await untilOffered(document, 'aaron1999');
  held.report('activation to searched', performance.now() - started);
  await held.tell('until searched');
  await window.showTextDocument(document);
  await commands.executeCommand('casebook.papers.focus');
  await pause(3000);
  await held.tell('tree opened');
  await measureKeystrokes(document, held);
  await held.tell('completion');
  await typeFilters(['carcinoma liver', 'author:aaron', 'year:1999', 'doi:10.1']);
  await held.tell('filter typed');
  if (isWarm) {
    const file = Uri.joinPath(root, 'refs.bib').fsPath;
    const text = fs.readFileSync(file, 'utf8').replace('{aaron1999,', '{aaron2026,');
    await pause(1000);
    await held.tell('before the edit');
    await fs.promises.writeFile(file, text); // a synchronous one would hold the thread itself
    const written = performance.now();
    await untilOffered(document, 'aaron2026');
    held.report('entry edited on disk to completion', performance.now() - written);
    await held.tell('entry edited');
  }
  held.end();
}

async function untilOffered(document: TextDocument, key: string): Promise<void> {
  const line = 4;
  for (;;) {
    if ((await offered(document, new Position(line, '@aaron'.length))).some((label) => label === key)) return;
    await pause(10);
  }
}

async function measureKeystrokes(document: TextDocument, held: Held): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    for (let length = 2; length <= '@carcinoma'.length; length += 1) {
      const started = performance.now();
      await offered(document, new Position(6, length));
      times.push(performance.now() - started);
    }
  }
  times.sort((a, b) => a - b);
  held.report('completion per keystroke, median', times[times.length >> 1] ?? Number.NaN);
  held.report('completion per keystroke, longest', times.at(-1) ?? Number.NaN);
}

async function offered(document: TextDocument, position: Position): Promise<string[]> {
  const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, position);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}
