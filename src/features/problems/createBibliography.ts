import { l10n, Uri, window, workspace } from 'vscode';
import { UserError } from '../../platform/log';
import { writeNewFile } from '../../platform/newFile';

/** What an empty bibliography of each kind holds; BibTeX and the tagged formats hold nothing. */
function emptyText(path: string): string {
  if (/\.json$/i.test(path)) return '[]\n';
  return /\.ya?ml$/i.test(path) ? 'references: []\n' : '';
}

/**
 * Makes the bibliography that a note names and that is not there, beside the note, and opens it next to it.
 * @throws a UserError where the path leads out of the workspace folder
 */
export async function createBibliography(note: Uri, path: string): Promise<void> {
  const folder = workspace.getWorkspaceFolder(note);
  const file = Uri.joinPath(note, '..', path.replace(/\\/g, '/'));
  if (!folder || !file.path.startsWith(`${folder.uri.path.replace(/\/$/, '')}/`)) {
    throw new UserError(l10n.t('"{0}" would lie outside of the workspace folder.', path));
  }
  await workspace.fs.createDirectory(Uri.joinPath(file, '..'));
  await writeNewFile(file, emptyText(path));
  await window.showTextDocument(file, { preview: true, preserveFocus: true });
}
