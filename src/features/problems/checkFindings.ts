import { type Disposable, Uri } from 'vscode';
import type { Library } from '../../core/library/library';
import type { PlacedFinding } from '../../core/library/checks/checkText';
import type { CheckCode } from '../../core/problems/checkProblems';
import type { Severity } from '../../core/problems/problem';
import type { ProblemCollection } from '../../platform/problemCollection';
import type { Settings } from '../../platform/settings';

const source = 'checks';

/** A library being read changes many times a second; once a pause (ms) is enough for the Problems view. */
const pause = 200;
/** So many files' problems are handed over at a time, that typing never waits for them: some milliseconds' worth. */
const filesAtOnce = 50;
/** The Problems view takes no more from one file. */
const mostInFile = 1000;

const weight: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** What the checks of records found, shown as Problems where it stands, less what the user has set off. */
export class CheckFindings implements Disposable {
  private readonly shown = new Map<string, { readonly all: readonly PlacedFinding[]; readonly off: string }>();
  private readonly stop: () => void;
  private readonly listening: Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private disposed = false;

  constructor(
    private readonly library: Library,
    private readonly settings: Settings,
    private readonly problems: ProblemCollection,
  ) {
    const soon = (): void => {
      this.timer ??= setTimeout(() => void this.update(), pause);
    };
    this.stop = library.onDidChange(soon);
    this.listening = settings.onDidChange(soon);
  }

  /** @returns what is found and told in a file */
  of(uri: Uri): readonly PlacedFinding[] {
    return told(this.library.findingsOf(uri.toString()), this.settings.problemsOff(uri));
  }

  dispose(): void {
    this.disposed = true;
    this.stop();
    this.listening.dispose();
    clearTimeout(this.timer);
  }

  private async update(): Promise<void> {
    this.timer = undefined;
    const changed = this.changed();
    for (let at = 0; at < changed.length && !this.disposed; at += filesAtOnce) {
      this.problems.setAll(source, changed.slice(at, at + filesAtOnce).map(({ uri, findings }) => [Uri.parse(uri), findings]));
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  /** The files whose Problems are not what was shown last. */
  private changed(): { readonly uri: string; readonly findings: readonly PlacedFinding[] }[] {
    const offIn = new Map<string, { readonly codes: ReadonlySet<CheckCode>; readonly all: string }>();
    const changed: { uri: string; findings: readonly PlacedFinding[] }[] = [];
    let kept = 0;
    for (const { uri, paper, findings = [] } of this.library.all()) {
      const before = this.shown.get(uri);
      if (before) kept += 1;
      if (findings.length === 0 && !before) continue;
      const folder = paper?.folder ?? '';
      const off = offIn.get(folder) ?? this.offOf(folder);
      offIn.set(folder, off);
      if (before?.all === findings && before.off === off.all) continue;
      if (!before) kept += 1;
      this.shown.set(uri, { all: findings, off: off.all });
      changed.push({ uri, findings: foremost(told(findings, off.codes)) });
    }
    if (kept === this.shown.size) return changed;
    const all = new Set([...this.library.all()].map(({ uri }) => uri));
    const gone = [...this.shown.keys()].filter((uri) => !all.has(uri));
    for (const uri of gone) this.shown.delete(uri);
    return [...changed, ...gone.map((uri) => ({ uri, findings: [] }))];
  }

  private offOf(folder: string): { readonly codes: ReadonlySet<CheckCode>; readonly all: string } {
    const codes = this.settings.problemsOff(folder === '' ? undefined : Uri.parse(folder));
    return { codes, all: [...codes].join() };
  }
}

function told(findings: readonly PlacedFinding[], off: ReadonlySet<CheckCode>): readonly PlacedFinding[] {
  return off.size === 0 ? findings : findings.filter(({ problem }) => !off.has(problem.code));
}

function foremost(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  if (findings.length <= mostInFile) return findings;
  return findings.toSorted((one, other) => weight[one.problem.severity] - weight[other.problem.severity]).slice(0, mostInFile);
}
