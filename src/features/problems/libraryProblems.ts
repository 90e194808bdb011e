import { type Disposable, Uri } from 'vscode';
import type { Library } from '../../core/library/library';
import type { ProblemCollection } from '../../platform/problemCollection';

/** A library being read changes many times a second; once a pause (ms) is enough for the Problems view. */
const pause = 200;

/** What is wrong in some of the library's files. */
export interface ProblemSource<Found> {
  /** As the collection of problems knows it. */
  readonly name: string;
  /** @returns the problems of each file that has some, by its address */
  find(): ReadonlyMap<string, readonly Found[]>;
  /** Shows a file's problems. @param isCurrent whether they are still what was found last */
  show(uri: Uri, found: readonly Found[], isCurrent: () => boolean): void | Promise<void>;
}

/** Keeps the Problems of the library's files in step with it. */
export class LibraryProblems<Found> implements Disposable {
  private readonly shown = new Map<string, string>();
  private readonly stop: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    library: Library,
    private readonly problems: ProblemCollection,
    private readonly source: ProblemSource<Found>,
  ) {
    this.stop = library.onDidChange(() => {
      this.timer ??= setTimeout(() => void this.update(), pause);
    });
  }

  dispose(): void {
    this.stop();
    clearTimeout(this.timer);
  }

  private async update(): Promise<void> {
    this.timer = undefined;
    const wrong = this.source.find();
    for (const uri of this.shown.keys()) {
      if (wrong.has(uri)) continue;
      this.shown.delete(uri);
      this.problems.delete(this.source.name, Uri.parse(uri));
    }
    await Promise.all([...wrong].map(([uri, found]) => this.show(uri, found)));
  }

  private async show(uri: string, found: readonly Found[]): Promise<void> {
    const fingerprint = JSON.stringify(found);
    if (this.shown.get(uri) === fingerprint) return;
    this.shown.set(uri, fingerprint);
    await this.source.show(Uri.parse(uri), found, () => this.shown.get(uri) === fingerprint);
  }
}
