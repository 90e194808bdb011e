import { Disposable, FileSystemError, FileType, l10n, RelativePattern, type TextDocument, type Uri, Uri as Uris, workspace, type WorkspaceFolder } from 'vscode';
import type { Work } from '../core/work';
import { answered, NoAnswer } from './answered';
import type { Log } from './log';
import type { FoundBibliography } from './noteSources';
import { cancellable } from './progress';
import type { WorkerThread } from './workers/workerThread';

/** Programs write a file in several steps, each of them told: they are waited for this long (ms). */
const changePause = 60;
/** Typing settles for this long (ms) before a bibliography is read as it stands in an editor. */
const typingPause = 300;
/** A larger text (characters) that is being edited counts once it is saved: to hand it over at each pause would be felt. */
const largestEdited = 5_000_000;
/** A file system that has not said by then (ms) whether a file is there, or has not read it by then, does not answer. */
const longestWait = { stat: 3000, read: 30_000 };
/** A file that is being written as it is read is tried again after this time (ms). */
const writingPause = 200;

/** Where what was read of a file is kept: named by its address, in few signs (FNV-1a, 32 bits twice over). */
function cacheFile(folder: Uri, file: Uri): Uri {
  const hash = (text: string): string => {
    let value = 0x811c9dc5;
    for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  const address = file.toString();
  return Uris.joinPath(folder, `${hash(address)}${hash(`2${address}`)}.bin`);
}

/** Whether a bibliography can be asked, and if not why; `detail` is in words for the user. */
export type BibliographyState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'ready'; readonly count: number }
  | { readonly kind: 'gone' }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly detail: string };

/** One bibliography file, kept in step with the disk and with the editor it may be open in. */
export class OpenBibliography implements Disposable {
  readonly uri: Uri;
  readonly folder: WorkspaceFolder | undefined;
  private names: readonly Uri[];
  private now: BibliographyState = { kind: 'reading' };
  private readonly watching: Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private reading: Promise<void> | undefined;
  private again = false;
  private disposed = false;

  constructor(
    { uri, namedBy, folder }: FoundBibliography & { readonly folder: WorkspaceFolder | undefined },
    private readonly needs: { readonly thread: WorkerThread<Work>; readonly log: Log; readonly cache: Uri; readonly tell: () => void },
    private readonly patience = longestWait,
  ) {
    this.uri = uri;
    this.folder = folder;
    this.names = namedBy;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uris.joinPath(uri, '..'), name.replace(/[*?[\]{},]/g, '[$&]')));
    const soon = (): void => this.soon(changePause);
    this.watching = Disposable.from(watcher, watcher.onDidChange(soon), watcher.onDidCreate(soon), watcher.onDidDelete(soon));
    void this.read();
  }

  get state(): BibliographyState {
    return this.now;
  }

  /** The files that name it; none where the settings do. */
  get namedBy(): readonly Uri[] {
    return this.names;
  }

  /** Resolves when it has been read as it was known to be, or could not be. */
  get ready(): Promise<void> {
    return this.reading ?? Promise.resolve();
  }

  /** @returns whether that is news */
  setNamedBy(names: readonly Uri[]): boolean {
    const all = [...new Map([...this.names, ...names].map((uri) => [uri.toString(), uri])).values()];
    const isNews = all.length !== this.names.length;
    this.names = all;
    return isNews;
  }

  /** The file is another than it was. */
  saved(): void {
    clearTimeout(this.timer);
    void this.read();
  }

  /** The text in an editor is another, or the editor was closed. */
  edited(document: TextDocument): void {
    if (document.getText().length <= largestEdited) this.soon(typingPause);
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    this.watching.dispose();
    void this.needs.thread.get().then(({ bibliographies }) => bibliographies.close(this.uri.toString())).catch(() => undefined);
  }

  private soon(pause: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.read(), pause);
  }

  /** Reads the file, and once more where it changed meanwhile. */
  private read(): Promise<void> {
    this.again = true;
    this.reading ??= this.run();
    return this.reading;
  }

  private async run(): Promise<void> {
    await undefined; // the caller first remembers this run, which forgets itself at its end
    while (this.again && !this.disposed) {
      this.again = false;
      const state = await this.load();
      if (this.disposed) return;
      this.now = state;
      this.needs.tell();
    }
    this.reading = undefined;
  }

  private async load(): Promise<BibliographyState> {
    const title = l10n.t('Reading {0}', workspace.asRelativePath(this.uri));
    try {
      return await cancellable(title, async (token) => {
        const stopped = new Promise<BibliographyState>((resolve) => token.onCancellationRequested(() => resolve({ kind: 'stopped' })));
        const opened = this.whileAnswering(workspace.fs.stat(this.uri), this.patience.stat).then(() => this.whileAnswering(this.open(), this.patience.read));
        const state = await Promise.race([opened, stopped]);
        if (state.kind === 'stopped') void (await this.needs.thread.get()).bibliographies.close(this.uri.toString());
        return state;
      });
    } catch (error) {
      if (error instanceof FileSystemError && error.code === 'FileNotFound') return { kind: 'gone' };
      if (error instanceof NoAnswer) return { kind: 'failed', detail: l10n.t('the file system does not answer') };
      if (String(error).includes('ELOOP')) return { kind: 'failed', detail: l10n.t('the link leads round in a circle') };
      const detail = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error);
      this.needs.log.info(`${this.uri.toString()} could not be read: ${String(error)}`);
      return { kind: 'failed', detail };
    }
  }

  /** Waits as long as is reasonable; what comes later than that is looked at anew. */
  private async whileAnswering<Answer>(work: Thenable<Answer>, patience: number): Promise<Answer> {
    try {
      return await answered(work, patience);
    } catch (error) {
      if (error instanceof NoAnswer) void work.then(() => this.soon(changePause), () => undefined);
      throw error;
    }
  }

  private async open(): Promise<BibliographyState> {
    const { thread, cache } = this.needs;
    const { bibliographies } = await thread.get();
    const content = await this.content();
    const wrong = typeof content === 'string' ? undefined : await this.whatIsNoFile();
    if (wrong) return wrong;
    const opened = await bibliographies.open(this.uri.toString(), { ...(content !== undefined && { content }), cache: cacheFile(cache, this.uri).toString() });
    if (opened) return { kind: 'ready', count: opened.count };
    await workspace.fs.stat(this.uri); // throws where it is gone
    this.soon(writingPause);
    return this.now;
  }

  /** A folder, a pipe or a device is never read. Of a link VS Code only says that it leads to none of a file and a folder. */
  private async whatIsNoFile(): Promise<BibliographyState | undefined> {
    const { type } = await workspace.fs.stat(this.uri);
    if (type & FileType.File) return undefined;
    if (type === FileType.SymbolicLink) return { kind: 'failed', detail: l10n.t('the link leads to no file') };
    return { kind: 'failed', detail: type & FileType.Directory ? l10n.t('it is a folder') : l10n.t('it is no file') };
  }

  /** @returns the text as it stands unsaved in an editor; undefined where the worker reads the file itself */
  private async content(): Promise<Uint8Array | string | undefined> {
    const key = this.uri.toString();
    const edited = workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === key);
    const text = edited?.getText();
    if (text !== undefined && text.length <= largestEdited) return text;
    return this.needs.thread.canRead(this.uri) ? undefined : workspace.fs.readFile(this.uri);
  }
}
