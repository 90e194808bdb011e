import { Disposable, EventEmitter, type Position, type TextDocument, workspace } from 'vscode';
import type { Library } from '../../core/library/library';
import type { FoundConcept } from '../../core/terms/conceptSearch';
import type { ConceptDetails, DeprecatedConcept } from '../../core/terms/folderConcepts';
import type { ConceptSummary, NoteMention } from '../../core/terms/noteTermsWork';
import type { Span } from '../../core/text';
import type { Work } from '../../core/work';
import { isNote, type Notes } from '../../platform/notes';
import type { PaperTexts } from '../../platform/paperTexts';
import { shownFile } from '../../platform/readingPages';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { folderOfPage, isPage } from './conceptAddress';
import type { FolderTerms } from './folderTerms';
import { OpenNotes } from './openNotes';
import { terminologyName } from './terminologyCredit';
import { terminologyLabel } from './terminologyLabel';

/**
 * The terms of notes and papers, and the concepts there are: the one way to them for everything that an editor shows. They
 * are in the worker. A folder is undefined for what is in none.
 */
export class NoteTerms implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Told when terms are others than before, or mean something else. */
  readonly onDidChange = this.changed.event;
  private readonly open: OpenNotes;
  private readonly listening: Disposable;

  constructor(
    private readonly folders: FolderTerms,
    private readonly thread: WorkerThread<Work>,
    notes: Notes,
    private readonly library: Library,
    private readonly texts: PaperTexts,
  ) {
    this.open = new OpenNotes(thread, notes, texts, (document) => this.folderOf(document));
    this.listening = Disposable.from(
      this.changed,
      this.open,
      thread.onDidStart(() => this.open.forget()),
      folders.onDidChange(() => {
        this.open.forget();
        this.changed.fire();
      }),
    );
  }

  /** Whether a document is one whose words are explained: a note, a paper of the library, or a text of such. */
  explains(document: TextDocument): boolean {
    return isNote(document) || this.library.at(document.uri.toString()) !== undefined || this.texts.has(document);
  }

  /** @returns the workspace folder whose terms a document has */
  folderOf(document: TextDocument): string | undefined {
    if (isPage(document.uri)) return folderOfPage(document.uri);
    return workspace.getWorkspaceFolder(shownFile(document.uri) ?? document.uri)?.uri.toString();
  }

  /** @returns the mention whose words stand at the position, in prose only */
  async mentionAt(document: TextDocument, position: Position): Promise<NoteMention | undefined> {
    if (!this.explains(document)) return undefined;
    const offset = document.offsetAt(position);
    return this.open.ask(document, (notes, uri, version) => notes.mentionAt(uri, version, offset));
  }

  /** @returns the mentions in a stretch of the document's present text, in its order; undefined where it changed meanwhile */
  async mentionsIn(document: TextDocument, span: Span): Promise<readonly NoteMention[] | undefined> {
    if (!this.explains(document)) return [];
    return this.open.ask(document, (notes, uri, version) => notes.mentionsIn(uri, version, span));
  }

  /** @returns what the document speaks of, heaviest first; undefined where it changed meanwhile */
  async summaryOf(document: TextDocument): Promise<readonly ConceptSummary[] | undefined> {
    if (!this.explains(document)) return [];
    return this.open.ask(document, (notes, uri, version) => notes.summary(uri, version));
  }

  /** @returns undefined where the folder has no concept with the id (any more) */
  async details(folder: string | undefined, id: string): Promise<ConceptDetails | undefined> {
    return (await (await this.thread.get()).concepts.details(folder, [id]))[0];
  }

  /** @returns the same for each of several concepts */
  async detailsOf(folder: string | undefined, ids: readonly string[]): Promise<(ConceptDetails | undefined)[]> {
    return (await this.thread.get()).concepts.details(folder, ids);
  }

  /** @returns the concepts that words, or an id, may mean, the likeliest first */
  async search(folder: string | undefined, query: string, most: number): Promise<readonly FoundConcept[]> {
    return (await this.thread.get()).concepts.find(folder, query, most);
  }

  /** @returns concepts with a name that begins as typed */
  async beginning(folder: string | undefined, typed: string, most: number): Promise<readonly FoundConcept[]> {
    return (await this.thread.get()).concepts.beginning(folder, typed, most);
  }

  /** @returns the concepts of a name that are not to be used any more */
  async deprecatedNamed(folder: string | undefined, name: string): Promise<readonly DeprecatedConcept[]> {
    return (await this.thread.get()).concepts.deprecatedNamed(folder, name);
  }

  /** @returns what the user knows a terminology by, with its version */
  labelOf(terminology: string): string {
    const head = this.folders.headOf(terminology);
    return head ? terminologyName(head) : terminologyLabel(terminology);
  }

  dispose(): void {
    this.listening.dispose();
  }
}
