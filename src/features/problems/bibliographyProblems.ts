import { type Disposable, Uri } from 'vscode';
import type { PlacedProblem } from '../../core/library/bibliography/bibliographyPlaces';
import type { PlacedFinding } from '../../core/library/checks/checkText';
import { isCheckCode } from '../../core/problems/checkProblems';
import type { Bibliographies } from '../../platform/bibliographies';
import type { BibliographyState } from '../../platform/openBibliography';
import type { ProblemCollection } from '../../platform/problemCollection';
import type { Settings } from '../../platform/settings';

const source = 'bibliographies';

/** Bibliographies are read one after the other when a folder is opened; once a pause (ms) is enough. */
const pause = 300;

/** Keeps the Problems of bibliographies in step with what is read of them. */
export class BibliographyProblems implements Disposable {
  private readonly found = new Map<string, { readonly state: BibliographyState; readonly problems: readonly PlacedProblem[] }>();
  private readonly listening: readonly Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private disposed = false;

  constructor(
    private readonly bibliographies: Bibliographies,
    private readonly settings: Settings,
    private readonly problems: ProblemCollection,
  ) {
    const soon = (): void => {
      this.timer ??= setTimeout(() => void this.update(), pause);
    };
    this.listening = [bibliographies.onDidChange(soon), settings.onDidChange(soon)];
    soon();
  }

  /** @returns what the checks of fields found in a file, as far as the user wants to be told */
  of(uri: Uri): PlacedFinding[] {
    const found = this.found.get(uri.toString())?.problems ?? [];
    return this.told(uri, found).filter((one): one is PlacedFinding => one.key !== undefined);
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    for (const one of this.listening) one.dispose();
  }

  private async update(): Promise<void> {
    this.timer = undefined;
    const gone = new Set(this.found.keys());
    for (const { uri, state } of this.bibliographies.list()) {
      const key = uri.toString();
      gone.delete(key);
      // A reading makes a state of its own, so the same one stands for the same content.
      if (this.found.get(key)?.state !== state) {
        const problems = state.kind === 'ready' ? await this.bibliographies.problems(key) : [];
        if (this.disposed) return;
        this.found.set(key, { state, problems });
      }
      this.problems.setAll(source, [[uri, this.told(uri, this.found.get(key)?.problems ?? [])]]);
    }
    for (const key of gone) {
      this.found.delete(key);
      this.problems.delete(source, Uri.parse(key));
    }
  }

  private told(uri: Uri, problems: readonly PlacedProblem[]): readonly PlacedProblem[] {
    const off = this.settings.problemsOff(uri);
    return off.size === 0 ? problems : problems.filter(({ problem: { code } }) => !isCheckCode(code) || !off.has(code));
  }
}
