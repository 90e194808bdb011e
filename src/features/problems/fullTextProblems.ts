import { type Disposable, Uri } from 'vscode';
import type { Library } from '../../core/library/library';
import type { RangedProblem } from '../../core/problems/rangedProblem';
import type { ProblemCollection } from '../../platform/problemCollection';

const source = 'fullTexts';

/** A library being read changes many times a second; once a pause (ms) is enough for the Problems view. */
const pause = 200;

/** Keeps the Problems of the full texts beside papers in step with the library. */
export class FullTextProblems implements Disposable {
  private readonly shown = new Map<string, string>();
  private readonly stop: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly library: Library,
    private readonly problems: ProblemCollection,
  ) {
    this.stop = library.onDidChange(() => {
      this.timer ??= setTimeout(() => this.update(), pause);
    });
  }

  dispose(): void {
    this.stop();
    clearTimeout(this.timer);
  }

  private update(): void {
    this.timer = undefined;
    const wrong = new Map<string, readonly RangedProblem[]>();
    for (const { attached = [] } of this.library.all()) for (const { uri, problems } of attached) if (problems.length > 0) wrong.set(uri, problems);
    for (const uri of this.shown.keys()) {
      if (wrong.has(uri)) continue;
      this.shown.delete(uri);
      this.problems.delete(source, Uri.parse(uri));
    }
    const changed = [...wrong].filter(([uri, problems]) => this.shown.get(uri) !== JSON.stringify(problems));
    for (const [uri, problems] of changed) this.shown.set(uri, JSON.stringify(problems));
    if (changed.length > 0) this.problems.setAll(source, changed.map(([uri, problems]) => [Uri.parse(uri), problems]));
  }
}
