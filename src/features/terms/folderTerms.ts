import { commands, Disposable, EventEmitter, l10n, Uri, workspace } from 'vscode';
import type { Concept } from '../../core/terms/concept';
import type { TerminologyHead } from '../../core/terms/readers/terminologyHead';
import type { FolderChoice } from '../../core/terms/terminologies/folderSearches';
import type { Work } from '../../core/work';
import { commandIds } from '../../platform/ids';
import { type Log, UserError } from '../../platform/log';
import type { Settings } from '../../platform/settings';
import type { Terminologies } from '../../platform/terminologies';
import type { Remote } from '../../platform/workers/peer';
import type { WorkerThread } from '../../platform/workers/workerThread';

/** Stands for notes that are in no folder. */
const noFolder = '';

/**
 * The terms of each workspace folder: its own glossary over the built-in one, and its terminologies. They are in the worker,
 * which is told what each folder searches for.
 */
export class FolderTerms implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Told when a folder's terms are others than before. */
  readonly onDidChange = this.changed.event;
  private readonly user = new Map<string, readonly Concept[]>();
  private readonly sent = new Map<string, string>();
  private readonly listening: Disposable;
  private saidFull = false;

  constructor(
    private readonly thread: WorkerThread<Work>,
    private readonly terminologies: Terminologies,
    private readonly settings: Settings,
    private readonly log: Log,
  ) {
    const tell = log.guard(l10n.t('The terminologies could not be searched'), () => this.tell());
    this.listening = Disposable.from(
      terminologies.onDidChange(tell),
      settings.onDidChangeSenses(tell),
      workspace.onDidChangeWorkspaceFolders(tell),
      thread.onDidStart((work) => {
        this.sent.clear();
        this.send(work);
      }),
    );
  }

  /** @param folder the workspace folder whose glossary file holds the concepts */
  async setUser(folder: string, concepts: readonly Concept[]): Promise<void> {
    if (JSON.stringify(concepts) === JSON.stringify(this.user.get(folder) ?? [])) return;
    this.user.set(folder, concepts);
    await this.tell();
    this.terminologies.tellGlossary();
  }

  /** @returns the concepts of a folder's own glossary */
  glossaryOf(folder: string): readonly Concept[] {
    return this.user.get(folder) ?? [];
  }

  /** @returns what an added terminology says of itself; undefined for the glossaries */
  headOf(terminology: string): TerminologyHead | undefined {
    return this.terminologies.at(terminology)?.terminology?.head;
  }

  dispose(): void {
    Disposable.from(this.listening, this.changed).dispose();
  }

  /** Tells the worker what is new, and all who show terms. */
  private async tell(): Promise<void> {
    const work = await this.thread.get();
    const folders = this.send(work);
    if (folders.length === 0) return;
    this.changed.fire();
    for (const folder of folders) void this.prepare(work, folder);
    // What papers speak of depends on the terms there are.
    await commands.executeCommand(commandIds.refreshPapers);
  }

  /** @returns the folders that search for something else than before */
  private send(work: Remote<Work>): string[] {
    const open = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
    const gone = [...this.sent.keys()].filter((folder) => folder !== noFolder && !open.includes(folder));
    for (const folder of gone) {
      this.sent.delete(folder);
      void work.terms.forgetFolder(folder);
    }
    return [noFolder, ...open].filter((folder) => {
      const choice = this.choiceOf(folder);
      const news = JSON.stringify(choice);
      if (this.sent.get(folder) === news) return false;
      this.sent.set(folder, news);
      void work.terms.setFolder(folder, choice);
      return true;
    });
  }

  private choiceOf(folder: string): FolderChoice {
    const { terminologies } = this;
    const uri = folder === noFolder ? undefined : Uri.parse(folder);
    const { settings } = this;
    return {
      glossary: this.user.get(folder) ?? [], terminologies: terminologies.choices(uri), root: terminologies.root,
      senses: [...settings.termsSenses(uri)], stopNames: settings.termsStopNames(uri), stepsOff: settings.termsStepsOff(uri),
    };
  }

  /** Terms are compiled before the first of them is asked for. */
  private async prepare(work: Remote<Work>, folder: string): Promise<void> {
    try {
      const { notKept } = await work.terms.prepare(folder);
      if (!notKept || this.saidFull) return;
      this.saidFull = true;
      const full = l10n.t('The disk is full, so compiled terms could not be kept: they are compiled anew at each start until there is room.');
      await this.log.report('', new UserError(notKept === 'full' ? full : l10n.t('Compiled terms could not be written to {0}: they are compiled anew at each start.', this.terminologies.root)));
    } catch (error) {
      await this.log.report(l10n.t('The terms could not be compiled'), error);
    }
  }
}
