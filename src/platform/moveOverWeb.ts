import { type Uri, workspace } from 'vscode';

/** Gives a file the name of another, whose place it takes; whether in one step is for who provides the files. */
export async function moveOver(from: Uri, to: Uri): Promise<void> {
  await workspace.fs.rename(from, to, { overwrite: true });
}
