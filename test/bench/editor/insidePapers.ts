import * as fs from 'node:fs';
import { commands, extensions, Uri, workspace } from 'vscode';
import { Held, pause } from './held';
import { typeFilters } from './typedFilter';

/** All papers have been read and drawn after so long (ms), on a busy machine too. */
const drawing = 15_000;

/** Runs in VS Code's extension host in a folder of ten thousand papers: what these hold it for. */
export async function run(): Promise<void> {
  const root = workspace.workspaceFolders?.[0]?.uri;
  if (!root) throw new Error('No folder is open');
  const held = await Held.begin('10000 papers');
  await extensions.getExtension('casebook.casebook')?.activate();
  await commands.executeCommand('casebook.papers.focus');
  await pause(drawing);
  await held.tell('tree opened');
  await typeFilters(['carcinoma liver', 'author:writer4', 'year:1999']);
  await held.tell('filter typed');
  await pause(drawing);
  await held.tell('all shown again');
  const file = Uri.joinPath(root, 'papers', 'author5000.yaml').fsPath;
  await fs.promises.writeFile(file, (await fs.promises.readFile(file, 'utf8')).replace('title: "', 'title: "Changed '));
  await pause(drawing);
  await held.tell('one paper changed');
  held.end();
}
