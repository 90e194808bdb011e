import { commands, FileSystemError, l10n, type Memento, Uri, window, workspace } from 'vscode';
import type { Assets } from '../../core/ports';
import { viewIds } from '../../platform/ids';

const folderName = 'sample-casebook';
const firstNote = 'notes/leukemoid-reaction.md';
/** The address of a sample casebook whose window is about to open. */
const awaitedKey = 'casebook.start.awaitedSample';

/** Makes the sample casebook in a folder of the user's choice, never over anything that is there. */
export class SampleCasebook {
  constructor(
    private readonly assets: Assets,
    private readonly state: Memento,
  ) {}

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
    if (workspace.workspaceFolders?.length) await this.offer(folder);
    else await this.openFolder(folder, false);
  }

  /** In the window that opens on a sample just made: shows where to begin. */
  async welcome(): Promise<void> {
    const awaited = this.state.get<string>(awaitedKey);
    const folder = workspace.workspaceFolders?.find(({ uri }) => uri.toString() === awaited);
    if (!folder) return;
    await this.state.update(awaitedKey, undefined);
    await commands.executeCommand(`${viewIds.papers}.focus`);
    await showFirstNote(folder.uri);
  }

  /** Where a folder is open already, what becomes of its window is for the user to say. */
  private async offer(folder: Uri): Promise<void> {
    await showFirstNote(folder);
    const here = l10n.t('Open Folder');
    const elsewhere = l10n.t('Open in New Window');
    const message = l10n.t('The sample casebook is made. Open its folder, and the Papers view shows its papers.');
    void window.showInformationMessage(message, here, elsewhere).then((choice) => {
      if (choice !== undefined) return this.openFolder(folder, choice === elsewhere);
      return undefined;
    });
  }

  private async openFolder(folder: Uri, forceNewWindow: boolean): Promise<void> {
    await this.state.update(awaitedKey, folder.toString());
    await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
  }
}

async function showFirstNote(folder: Uri): Promise<void> {
  await window.showTextDocument(Uri.joinPath(folder, firstNote), { preview: false });
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
