import { Disposable, RelativePattern, type TextDocument, Uri, workspace, type WorkspaceFolder } from 'vscode';
import { findPapers, type FoundPaper } from './findPapers';
import type { PaperReader } from './paperReader';

/** A checkout changes a thousand files, one event each: they are awaited for this long (ms) and handled as one. */
const changePause = 100;
/** Typing settles for this long (ms) before an edited paper is read again. */
const typingPause = 300;

/** Keeps the library in step with the paper files of one workspace folder, on disk and in editors. */
export class PaperFolder implements Disposable {
  private readonly watching: Disposable;
  private readonly typing = new Map<string, ReturnType<typeof setTimeout>>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private papers = new Map<string, FoundPaper>();
  private readonly touched = new Set<string>();
  /** What the next look at the folder is for: nothing, files that came or went, or everything anew. */
  private due: 'nothing' | 'listing' | 'everything' = 'everything';
  private running: Promise<void> | undefined;
  private loaded = false;
  private disposed = false;

  /**
   * @param folder the workspace folder
   * @param path the library folder's, relative to it
   * @param whileBusy is given each piece of work, to show that it is going on and to report its failure; never rejects
   */
  constructor(
    readonly folder: WorkspaceFolder,
    readonly path: string,
    private readonly reader: PaperReader,
    private readonly whileBusy: (work: Promise<void>) => Promise<void>,
  ) {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, `${escapeGlob(path)}/**`));
    this.watching = Disposable.from(
      watcher,
      watcher.onDidChange((uri) => this.fileChanged(uri)),
      watcher.onDidCreate((uri) => this.fileCameOrWent(uri)),
      watcher.onDidDelete((uri) => this.fileCameOrWent(uri)),
    );
    void this.sync();
  }

  get root(): Uri {
    return Uri.joinPath(this.folder.uri, this.path);
  }

  /** Resolves when everything that is known to have changed is in the library. */
  sync(): Promise<void> {
    this.running ??= this.whileBusy(this.run());
    return this.running;
  }

  /** Reads all files again. */
  refresh(): Promise<void> {
    this.due = 'everything';
    return this.sync();
  }

  /** Looks for files that have just been written, without waiting to be told of them. */
  async take(uris: readonly Uri[]): Promise<void> {
    for (const uri of uris) this.touched.add(uri.toString());
    this.due = this.due === 'everything' ? 'everything' : 'listing';
    await this.sync();
  }

  /** Reads a paper as it stands in an editor, once typing pauses. */
  edited(document: TextDocument): void {
    const key = document.uri.toString();
    if (!this.papers.has(key)) return;
    clearTimeout(this.typing.get(key));
    this.typing.set(
      key,
      setTimeout(() => {
        this.typing.delete(key);
        this.touched.add(key);
        void this.sync();
      }, typingPause),
    );
  }

  dispose(): void {
    this.disposed = true;
    this.watching.dispose();
    clearTimeout(this.timer);
    for (const timer of this.typing.values()) clearTimeout(timer);
    this.reader.forget([...this.papers.keys()]);
  }

  /** What went and came back within a moment is told as a change, be it a file or the whole folder. */
  private fileChanged(uri: Uri): void {
    if (!this.papers.has(uri.toString())) {
      this.fileCameOrWent(uri);
      return;
    }
    this.touched.add(uri.toString());
    this.syncSoon();
  }

  private fileCameOrWent(uri: Uri): void {
    this.touched.add(uri.toString());
    if (this.due === 'nothing') this.due = 'listing';
    this.syncSoon();
  }

  private syncSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.sync(), changePause);
  }

  private async run(): Promise<void> {
    await undefined; // the caller first remembers this run, which forgets itself at its end
    try {
      while (!this.disposed && (this.due !== 'nothing' || this.touched.size > 0)) await this.step();
    } catch (error) {
      this.due = 'everything'; // once there is a reason to look again
      throw error;
    } finally {
      this.running = undefined;
    }
  }

  private async step(): Promise<void> {
    const { due } = this;
    const touched = new Set(this.touched);
    this.touched.clear();
    this.due = 'nothing';
    if (due === 'nothing') await this.read(known(this.papers, touched), []);
    else await this.list(({ uri, attachments }) => due === 'everything' || [uri.toString(), ...attachments].some((one) => touched.has(one)));
  }

  /** Lists the folder's files, and reads those that are new, that are `wanted`, or whose attachments changed. */
  private async list(wanted: (paper: FoundPaper) => boolean): Promise<void> {
    const found = await findPapers(this.root);
    if (this.disposed) return;
    const before = this.papers;
    this.papers = found;
    const changed = [...found.values()].filter((paper) => wanted(paper) || !sameAttachments(before.get(paper.uri.toString()), paper));
    await this.read(changed, [...before.keys()].filter((uri) => !found.has(uri)));
    if (this.loaded) return;
    this.loaded = true;
    void this.reader.addFullTexts(changed, this.folder.uri);
  }

  private async read(files: readonly FoundPaper[], gone: readonly string[]): Promise<void> {
    await this.reader.read({ files, gone, folder: this.folder.uri, progressively: !this.loaded, fullTexts: this.loaded });
    // Closed meanwhile: what has just been entered must not stay.
    if (this.disposed) this.reader.forget(files.map(({ uri }) => uri.toString()));
  }
}

function known(papers: ReadonlyMap<string, FoundPaper>, uris: ReadonlySet<string>): FoundPaper[] {
  return [...uris].flatMap((uri) => papers.get(uri) ?? []);
}

function sameAttachments(before: FoundPaper | undefined, now: FoundPaper): boolean {
  return before !== undefined && before.attachments.join('\n') === now.attachments.join('\n');
}

/** `papers [old]` is a folder's name, not a pattern. */
function escapeGlob(path: string): string {
  return path.replace(/[*?[\]{},]/g, '[$&]');
}
