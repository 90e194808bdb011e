import { Disposable, EventEmitter, l10n, type TextDocument, type Uri, workspace } from 'vscode';
import type { Log } from '../../platform/log';
import type { Settings } from '../../platform/settings';
import { PaperFolder } from './paperFolder';
import type { PaperReader } from './paperReader';
import { showWhenSlow } from '../../platform/progress';

/** The library folders of all open workspace folders. */
export class PaperFolders implements Disposable {
  private folders: PaperFolder[] = [];
  private readonly listening: Disposable;
  private working = 0;
  private readonly settled = new EventEmitter<void>();
  /** Everything that was to be read has been. */
  readonly onDidSettle = this.settled.event;

  constructor(
    private readonly reader: PaperReader,
    private readonly settings: Settings,
    private readonly log: Log,
  ) {
    const edited = (document: TextDocument): void => this.containing(document.uri)?.edited(document);
    this.listening = Disposable.from(
      workspace.onDidChangeWorkspaceFolders(() => this.update()),
      settings.onDidChange(() => this.update()),
      workspace.onDidChangeTextDocument(({ document }) => edited(document)),
      // Closed without saving: the file's own text counts again.
      workspace.onDidCloseTextDocument(edited),
    );
    this.update();
  }

  /** Whether papers are being read. */
  get busy(): boolean {
    return this.working > 0;
  }

  /** @returns the library folder of a workspace folder */
  of(folder: Uri): PaperFolder | undefined {
    return this.folders.find(({ folder: { uri } }) => uri.toString() === folder.toString());
  }

  /** Reads all papers again. */
  async refresh(): Promise<void> {
    await Promise.all(this.folders.map((folder) => folder.refresh()));
  }

  dispose(): void {
    this.listening.dispose();
    this.settled.dispose();
    for (const folder of this.folders) folder.dispose();
  }

  private update(): void {
    const wanted = (workspace.workspaceFolders ?? []).map((folder) => ({ folder, path: this.settings.libraryFolder(folder.uri) }));
    const kept = this.folders.filter((open) =>
      wanted.some(({ folder, path }) => folder.uri.toString() === open.folder.uri.toString() && path === open.path),
    );
    for (const open of this.folders) if (!kept.includes(open)) open.dispose();
    this.folders = kept;
    for (const { folder, path } of wanted) {
      if (this.of(folder.uri)) continue;
      this.folders.push(new PaperFolder(folder, path, this.reader, (work) => this.whileBusy(folder.name, work)));
    }
    if (!this.busy) this.settled.fire();
  }

  private containing(uri: Uri): PaperFolder | undefined {
    const folder = workspace.getWorkspaceFolder(uri);
    return folder && this.of(folder.uri);
  }

  private async whileBusy(name: string, work: Promise<void>): Promise<void> {
    this.working++;
    showWhenSlow(work);
    try {
      await work;
    } catch (error) {
      void this.log.report(l10n.t('The papers of "{0}" could not be read', name), error);
    }
    this.working--;
    if (!this.busy) this.settled.fire();
  }
}
