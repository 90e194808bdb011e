import { type CustomDocument, Disposable, EventEmitter, RelativePattern, Uri, workspace } from 'vscode';
import { FileBytes } from '../../platform/fileBytes';

/** Who writes a PDF does so in pieces: it is read anew once nothing has changed for so long (ms). */
const settled = 300;

/** A PDF that is open in one editor or more: its bytes, and that they became others. */
export class PdfDocument implements CustomDocument {
  private readonly changed = new EventEmitter<void>();
  /** Told when the file is another, or gone. */
  readonly onDidChange = this.changed.event;
  private readonly listening: Disposable;
  private opening: Promise<FileBytes> | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the states of the file, so that bytes of one are never taken for those of another. */
  private count = 1;

  constructor(readonly uri: Uri) {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(uri, '..'), name.replace(/[[\]{}*?]/g, '?')));
    const changed = (which: Uri): void => {
      if (which.toString() === uri.toString()) this.later();
    };
    this.listening = Disposable.from(this.changed, watcher, watcher.onDidChange(changed), watcher.onDidCreate(changed), watcher.onDidDelete(changed));
  }

  get version(): number {
    return this.count;
  }

  /** @throws an Error where the file cannot be read */
  bytes(): Promise<FileBytes> {
    this.opening ??= FileBytes.of(this.uri);
    this.opening.catch(() => (this.opening = undefined));
    return this.opening;
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.opening = undefined;
      this.count += 1;
      this.changed.fire();
    }, settled);
  }
}
