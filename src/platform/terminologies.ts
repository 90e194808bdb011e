import type { Uri} from 'vscode';
import { Disposable, EventEmitter, l10n, RelativePattern, workspace } from 'vscode';
import { chosen, inOrder, type TerminologyChoice } from '../core/terms/terminologies/terminologyChoice';
import type { KeptTerminology } from '../core/terms/terminologies/terminologyFolder';
import type { TerminologyWork } from '../core/terms/terminologies/terminologyWork';
import type { Work } from '../core/work';
import type { Log } from './log';
import type { Settings } from './settings';
import type { Remote } from './workers/peer';
import type { WorkerThread } from './workers/workerThread';

/** Another window writes several files with each change: it is waited for this long (ms). */
const changePause = 100;

export type RemoteTerminologies = Remote<{ terminologies: TerminologyWork }>['terminologies'];

/** The terminologies that were added, in whichever window, and what each folder makes of them. Their words stay in the worker. */
export class Terminologies implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Terminologies came or went, or a folder makes something else of them. */
  readonly onDidChange = this.changed.event;
  private readonly glossaryChanged = new EventEmitter<void>();
  /** A folder's own glossary holds something else. */
  readonly onDidChangeGlossary = this.glossaryChanged.event;
  /** The folder that they are kept in. */
  readonly root: string;
  /** Resolves when it is known for the first time which there are. */
  readonly ready: Promise<void>;
  private kept: readonly KeptTerminology[] = [];
  private looking: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listening: Disposable;

  /** @param folder is Casebook's own, and shared by all windows */
  constructor(
    private readonly thread: WorkerThread<Work>,
    private readonly settings: Settings,
    private readonly log: Log,
    folder: Uri,
  ) {
    this.root = folder.toString();
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, 'changed'));
    const soon = (): void => this.refreshSoon();
    this.listening = Disposable.from(
      watcher,
      watcher.onDidCreate(soon),
      watcher.onDidChange(soon),
      settings.onDidChange(() => this.changed.fire()),
    );
    this.ready = this.refresh();
  }

  /** @returns all of them in the user's order */
  list(folder?: Uri): readonly KeptTerminology[] {
    return inOrder(this.kept, this.settings.terminologies(folder).order);
  }

  at(id: string): KeptTerminology | undefined {
    return this.kept.find((one) => one.id === id);
  }

  /** @returns what the texts of a folder are searched for; undefined stands for notes in no folder */
  choices(folder: Uri | undefined): TerminologyChoice[] {
    return chosen(this.kept, this.settings.terminologies(folder));
  }

  /** Says that a folder's own glossary holds something else, which the worker knows by now. */
  tellGlossary(): void {
    this.glossaryChanged.fire();
  }

  /** @returns whether the worker can read a file itself, so that its content need not go through here */
  canRead(uri: Uri): boolean {
    return this.thread.canRead(uri);
  }

  /** @returns the worker's side, whose methods take `root` first */
  async work(): Promise<RemoteTerminologies> {
    return (await this.thread.get()).terminologies;
  }

  /** Finds out anew which there are. One look follows the other, so that an older one never has the last word. */
  refresh(): Promise<void> {
    this.looking = this.looking.then(() => this.look()).catch((error) => this.log.report(l10n.t('The terminologies could not be listed'), error));
    return this.looking;
  }

  dispose(): void {
    clearTimeout(this.timer);
    Disposable.from(this.listening, this.changed, this.glossaryChanged).dispose();
  }

  private refreshSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.refresh(), changePause);
  }

  private async look(): Promise<void> {
    const kept = await (await this.work()).list(this.root);
    if (JSON.stringify(kept) === JSON.stringify(this.kept)) return;
    this.kept = kept;
    this.changed.fire();
  }
}
