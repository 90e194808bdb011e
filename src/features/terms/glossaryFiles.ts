import { Disposable, RelativePattern, type TextDocument, Uri, workspace, type WorkspaceFolder } from 'vscode';
import type { Work } from '../../core/work';
import type { Log } from '../../platform/log';
import type { ProblemCollection } from '../../platform/problemCollection';
import type { Settings } from '../../platform/settings';
import type { WorkerThread } from '../../platform/workers/workerThread';
import type { FolderTerms } from './folderTerms';

/** Typing settles for this long (ms) before an open glossary is read again. */
const typingPause = 300;

/** Keeps the terms in step with the glossary file of each workspace folder, saved or being edited. */
export class GlossaryFiles implements Disposable {
  private readonly listening: Disposable;
  private watchers: Disposable[] = [];
  private readonly turns = new Map<string, number>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly terms: FolderTerms,
    private readonly settings: Settings,
    private readonly thread: WorkerThread<Work>,
    private readonly problems: ProblemCollection,
    private readonly log: Log,
  ) {
    this.listening = Disposable.from(
      workspace.onDidChangeWorkspaceFolders(() => this.watchAll()),
      settings.onDidChange(() => this.watchAll()),
      workspace.onDidChangeTextDocument(({ document }) => this.edited(document)),
      workspace.onDidCloseTextDocument((document) => this.edited(document)),
    );
    this.watchAll();
  }

  dispose(): void {
    this.listening.dispose();
    for (const watcher of this.watchers) watcher.dispose();
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private watchAll(): void {
    for (const watcher of this.watchers) watcher.dispose();
    this.watchers = (workspace.workspaceFolders ?? []).map((folder) => this.watch(folder));
  }

  private watch(folder: WorkspaceFolder): Disposable {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, this.settings.glossaryFile(folder.uri)));
    const read = () => void this.read(folder);
    read();
    return Disposable.from(watcher, watcher.onDidChange(read), watcher.onDidCreate(read), watcher.onDidDelete(read));
  }

  private edited(document: TextDocument): void {
    const folder = workspace.getWorkspaceFolder(document.uri);
    if (folder?.uri.toString() === undefined || this.fileOf(folder).toString() !== document.uri.toString()) return;
    const key = folder.uri.toString();
    clearTimeout(this.timers.get(key));
    this.timers.set(key, setTimeout(() => void this.read(folder), typingPause));
  }

  private fileOf(folder: WorkspaceFolder): Uri {
    return Uri.joinPath(folder.uri, this.settings.glossaryFile(folder.uri));
  }

  /** Reads a folder's glossary; a slower, older reading never overwrites a newer one. */
  private async read(folder: WorkspaceFolder): Promise<void> {
    const key = folder.uri.toString();
    const turn = (this.turns.get(key) ?? 0) + 1;
    this.turns.set(key, turn);
    const uri = this.fileOf(folder);
    try {
      const text = await this.textOf(uri);
      const work = await this.thread.get();
      const { concepts, problems } = text === undefined ? { concepts: [], problems: [] } : await work.terms.readGlossary(text, uri.toString());
      if (this.turns.get(key) !== turn) return;
      this.problems.set('glossary', uri, problems, text ?? '');
      await this.terms.setUser(key, concepts);
    } catch (error) {
      await this.log.report('The glossary could not be read', error);
    }
  }

  /** @returns the text as it stands unsaved in an editor, else as it is on disk; undefined where there is no file */
  private async textOf(uri: Uri): Promise<string | undefined> {
    const edited = workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === uri.toString());
    if (edited) return edited.getText();
    try {
      return new TextDecoder().decode(await workspace.fs.readFile(uri));
    } catch {
      return undefined;
    }
  }
}
