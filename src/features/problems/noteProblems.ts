import { Disposable, type TextDocument, workspace } from 'vscode';
import { CitationChecks } from '../../core/citing/checks/citationChecks';
import { CitedKeys } from '../../core/citing/checks/citedKeys';
import type { CitationFinding } from '../../core/citing/checks/citationFinding';
import type { Library } from '../../core/library/library';
import type { Work } from '../../core/work';
import type { Bibliographies } from '../../platform/bibliographies';
import type { CitableWorks } from '../../platform/citableWorks';
import type { Log } from '../../platform/log';
import { isNote, type Notes } from '../../platform/notes';
import type { NoteSources } from '../../platform/noteSources';
import type { ProblemCollection } from '../../platform/problemCollection';
import type { WebStyles } from '../../platform/webStyles';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { frontMatterProblems } from './frontMatterProblems';
import { NoteKeys } from './noteKeys';

const source = 'notes';

/** Typing settles for this long (ms) before a note is looked at. */
const typingPause = 400;

interface Needs {
  readonly library: Library;
  readonly sources: NoteSources;
  readonly notes: Notes;
  readonly works: CitableWorks;
  readonly problems: ProblemCollection;
  readonly bibliographies: Bibliographies;
  readonly thread: WorkerThread<Work>;
  readonly log: Log;
  readonly webStyles: WebStyles;
}

/** Says of open notes which of their citations are wrong, and what their front matter names that is not there. */
export class NoteProblems implements Disposable {
  private readonly listening: Disposable;
  private readonly timers = new Map<TextDocument, ReturnType<typeof setTimeout>>();
  private readonly checks = new CitationChecks();
  private readonly cited = new CitedKeys();
  private readonly keys: NoteKeys;

  constructor(private readonly needs: Needs) {
    const { library, bibliographies, works, sources } = needs;
    this.keys = new NoteKeys(library, bibliographies, works, this.cited, sources);
    const all = (): void => workspace.textDocuments.forEach((document) => this.soon(document));
    this.listening = Disposable.from(
      this.keys,
      workspace.onDidOpenTextDocument((document) => this.soon(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.soon(document)),
      workspace.onDidCloseTextDocument((document) => this.forget(document)),
      bibliographies.onDidChange(all),
      sources.onDidChange(all),
      needs.webStyles.onDidChange(all),
      { dispose: library.onDidChange(all) },
    );
    all();
  }

  /** @returns what is wrong with how the citations of a note are written, as it is now */
  findings(document: TextDocument): CitationFinding[] {
    return this.checks.check(this.needs.notes.of(document));
  }

  dispose(): void {
    this.listening.dispose();
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  private soon(document: TextDocument): void {
    if (!isNote(document)) return;
    clearTimeout(this.timers.get(document));
    this.timers.set(document, setTimeout(() => void this.tryLook(document), typingPause));
  }

  private forget(document: TextDocument): void {
    clearTimeout(this.timers.get(document));
    this.timers.delete(document);
    this.needs.problems.delete(source, document.uri);
  }

  /** What could not be asked this time may be the next: the note is not the user's mistake. */
  private async tryLook(document: TextDocument): Promise<void> {
    try {
      await this.look(document);
    } catch (error) {
      this.needs.log.info(`${document.uri.toString()} could not be checked: ${String(error)}`);
    }
  }

  private async look(document: TextDocument): Promise<void> {
    const note = await this.needs.notes.whenParsed(document);
    const { version } = document;
    const [front, keys, cites] = await Promise.all([frontMatterProblems(document, note, { ...this.needs, cited: this.cited }), this.keys.problems(document, note), this.keys.canCite(document, note)]);
    // Changed meanwhile: it is looked at again.
    if (document.isClosed || document.version !== version) return;
    const written = cites ? this.findings(document).map(({ problem }) => problem) : [];
    this.needs.problems.set(source, document.uri, [...front, ...keys, ...written], document.getText());
  }
}
