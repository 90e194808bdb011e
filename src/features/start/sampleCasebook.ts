import { commands, FileSystemError, l10n, Uri, window, workspace } from 'vscode';
import type { Assets } from '../../core/ports';

const folderName = 'sample-casebook';
const firstNote = 'notes/leukemoid-reaction.md';

/** Makes the sample casebook in a folder of the user's choice, never over anything that is there. */
export class SampleCasebook {
  constructor(private readonly assets: Assets) {}

  /**
   * @param parent where to make the folder; anything but an address asks the user
   * @throws an Error of VS Code's where the folder can't be written
   */
  async open(parent?: unknown): Promise<void> {
    const place = parent instanceof Uri ? parent : await askForParent();
    if (!place) return;
    const folder = await freeFolder(place);
    const files = JSON.parse((await this.assets.read('sample.json')) ?? '{}') as Record<string, string>;
    for (const [path, text] of Object.entries(files)) {
      await workspace.fs.writeFile(Uri.joinPath(folder, path), new TextEncoder().encode(text));
    }
    await show(folder);
  }
}

async function askForParent(): Promise<Uri | undefined> {
  const [chosen] =
    (await window.showOpenDialog({
      canSelectFolders: true,
      canSelectFiles: false,
      canSelectMany: false,
      title: l10n.t('Where should the folder "{0}" be made?', folderName),
      openLabel: l10n.t('Make It Here'),
    })) ?? [];
  return chosen;
}

/** `sample-casebook`, or the first of `sample-casebook-2`, `-3`, ... that is free. */
async function freeFolder(parent: Uri): Promise<Uri> {
  for (let number = 1; ; number++) {
    const folder = Uri.joinPath(parent, number === 1 ? folderName : `${folderName}-${number}`);
    try {
      await workspace.fs.stat(folder);
    } catch (error) {
      if (error instanceof FileSystemError && error.code !== 'FileNotFound') throw error;
      return folder;
    }
  }
}

/** Opens the folder: in this window where none is open, else beside what is open. */
async function show(folder: Uri): Promise<void> {
  const open = workspace.workspaceFolders ?? [];
  if (open.length > 0 && workspace.getWorkspaceFolder(folder)) {
    await window.showTextDocument(Uri.joinPath(folder, firstNote));
    return;
  }
  await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: open.length > 0 });
}
