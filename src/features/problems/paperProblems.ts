import { type Disposable, Uri, workspace } from 'vscode';
import type { Library } from '../../core/library/library';
import { decode } from '../../core/formats/decode';
import { duplicateCitekeys } from '../../core/library/duplicates';
import type { Problem } from '../../core/problems/problem';
import type { ProblemCollection } from '../../platform/problemCollection';

const source = 'library';

/** A library being read changes many times a second; once a pause (ms) is enough for the Problems view. */
const pause = 200;

/** Keeps the Problems of paper files in step with the library. */
export class PaperProblems implements Disposable {
  private readonly shown = new Map<string, string>();
  private readonly stop: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly library: Library,
    private readonly problems: ProblemCollection,
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
    const wrong = new Map<string, readonly Problem[]>();
    const duplicates = duplicateCitekeys(this.library.papers());
    for (const reading of this.library.all()) {
      const problems = [...reading.problems, ...(duplicates.get(reading.uri) ?? [])];
      if (problems.length > 0) wrong.set(reading.uri, problems);
    }
    for (const uri of this.shown.keys()) {
      if (wrong.has(uri)) continue;
      this.shown.delete(uri);
      this.problems.delete(source, Uri.parse(uri));
    }
    await Promise.all([...wrong].map(([uri, problems]) => this.show(uri, problems)));
  }

  private async show(uri: string, problems: readonly Problem[]): Promise<void> {
    const fingerprint = JSON.stringify(problems);
    if (this.shown.get(uri) === fingerprint) return;
    this.shown.set(uri, fingerprint);
    const text = await textOf(Uri.parse(uri));
    if (this.shown.get(uri) === fingerprint) this.problems.set(source, Uri.parse(uri), problems, text);
  }
}

/** The text that a paper's problems have their offsets in; empty where it can't be read, so that they stand on line 1. */
async function textOf(uri: Uri): Promise<string> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return decode(await workspace.fs.readFile(uri)).text ?? '';
  } catch {
    return '';
  }
}

