import { rename } from 'node:fs/promises';
import { type Uri, workspace } from 'vscode';

/**
 * Gives a file the name of another, whose place it takes in one step: at no moment is there none. VS Code's own renaming
 * deletes the other first.
 */
export async function moveOver(from: Uri, to: Uri): Promise<void> {
  if (from.scheme === 'file' && to.scheme === 'file') {
    const moved = await rename(from.fsPath, to.fsPath).then(() => true, () => false);
    if (moved) return; // else Windows says no while another program reads it
  }
  await workspace.fs.rename(from, to, { overwrite: true });
}
