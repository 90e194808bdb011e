import { type Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { Log } from './log';
import { plainMessage } from './plainText';

/** A setting that names a file or a folder by its path from the workspace folder. */
export interface PathSetting {
  read(folder: Uri): string;
  write(path: string, folder: Uri): Promise<void>;
  /** @returns what the user is asked when what stood at a path has been moved to another */
  question(was: string, is: string): string;
}

/** Asks whether a setting shall follow what it names, when the user renames or moves that in VS Code. */
export function followMoves({ read, write, question }: PathSetting, log: Log): Disposable {
  return workspace.onDidRenameFiles(({ files }) => {
    for (const { uri: folder } of workspace.workspaceFolders ?? []) {
      const was = read(folder);
      const [is] = files.flatMap(({ oldUri, newUri }) => pathInside(folder, movedTo(Uri.joinPath(folder, was), oldUri, newUri)) ?? []);
      if (is === undefined) continue;
      const change = l10n.t('Change Setting');
      const asked = async (): Promise<void> => {
        if ((await window.showInformationMessage(plainMessage(question(was, is)), change)) === change) await write(is, folder);
      };
      void log.guard(l10n.t('The setting could not be changed'), asked)();
    }
  });
}

/** @returns where something is after a file or folder was moved that is it or holds it; undefined where another was */
function movedTo(what: Uri, from: Uri, to: Uri): Uri | undefined {
  const isMoved = what.scheme === from.scheme && what.authority === from.authority && `${what.path}/`.startsWith(`${from.path}/`);
  return isMoved ? to.with({ path: to.path + what.path.slice(from.path.length) }) : undefined;
}

function pathInside(folder: Uri, uri: Uri | undefined): string | undefined {
  const root = `${folder.path.replace(/\/$/, '')}/`;
  return uri?.path.startsWith(root) ? uri.path.slice(root.length) : undefined;
}
