import { type Disposable, l10n, Uri, window, workspace } from 'vscode';
import type { Log } from './log';
import { plainMessage } from './plainText';

/** What stood at one path from the workspace folder stands at another now. */
export interface Move {
  readonly was: string;
  readonly is: string;
}

type Moves = readonly [Move, ...Move[]];

/** A setting that names files or folders by their paths from the workspace folder. */
export interface PathSetting {
  read(folder: Uri): readonly string[];
  write(moves: Moves, folder: Uri): Promise<void>;
  /** @returns what the user is asked when what the setting names has been moved */
  question(moves: Moves): string;
}

/** Asks whether a setting shall follow what it names, when the user renames or moves that in VS Code. */
export function followMoves({ read, write, question }: PathSetting, log: Log): Disposable {
  return workspace.onDidRenameFiles(({ files }) => {
    for (const { uri: folder } of workspace.workspaceFolders ?? []) {
      const [first, ...others] = read(folder).flatMap((was) => {
        const what = was.startsWith('/') ? folder.with({ path: was }) : Uri.joinPath(folder, was);
        const [is] = files.flatMap(({ oldUri, newUri }) => pathInside(folder, movedTo(what, oldUri, newUri)) ?? []);
        return is === undefined ? [] : [{ was, is }];
      });
      if (!first) continue;
      const moves: Moves = [first, ...others];
      const change = l10n.t('Change Setting');
      const asked = async (): Promise<void> => {
        if ((await window.showInformationMessage(plainMessage(question(moves)), change)) === change) await write(moves, folder);
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
