import { Disposable, type TextDocument, type TextDocumentChangeEvent, workspace } from 'vscode';
import { flatSpans } from '../../core/terms/document/flatSpans';
import type { NoteTermsWork, TextChange } from '../../core/terms/noteTermsWork';
import { paperProse } from '../../core/terms/paperProse';
import type { Span } from '../../core/text';
import type { Work } from '../../core/work';
import { isNote, type Notes } from '../../platform/notes';
import type { PaperTexts } from '../../platform/paperTexts';
import type { Remote } from '../../platform/workers/peer';
import type { WorkerThread } from '../../platform/workers/workerThread';

type RemoteNotes = Remote<{ notes: NoteTermsWork }>['notes'];

/** What is held there of a document. */
interface Held {
  /** The version held; 0 for none. */
  version: number;
  /** What made the version after it, and those since. */
  changes: TextChange[];
  /** The version that the changes lead to. */
  leadTo: number;
  sending: Promise<void>;
}

/** More changes than this are more to send than the text. */
const mostChanges = 500;

/** Keeps what is held of the documents that somebody asks about in step with their text: each is sent once, then what changes in it. */
export class OpenNotes implements Disposable {
  private readonly held = new Map<TextDocument, Held>();
  private readonly listening = Disposable.from(
    workspace.onDidChangeTextDocument((event) => this.changed(event)),
    workspace.onDidCloseTextDocument((document) => this.closed(document)),
  );

  /**
   * @param thread where terms are found
   * @param folderOf the workspace folder whose terms a document has
   */
  constructor(
    private readonly thread: Pick<WorkerThread<Work>, 'get'>,
    private readonly notes: Notes,
    private readonly texts: Pick<PaperTexts, 'proseOf' | 'headingsOf'>,
    private readonly folderOf: (document: TextDocument) => string | undefined,
  ) {}

  /**
   * Asks for something of a document's present text.
   * @returns undefined where there is no answer, or the document was changed before it came
   */
  async ask<Answer>(document: TextDocument, question: (notes: RemoteNotes, uri: string, version: number) => Promise<Answer>): Promise<Answer | undefined> {
    const held = this.heldOf(document);
    // One sending after the other; that one failed is told to who asked for it.
    held.sending = held.sending.then(undefined, () => undefined).then(() => this.send(document, held));
    await held.sending;
    const { version } = held;
    const { notes } = await this.thread.get();
    const answer = await question(notes, document.uri.toString(), version);
    return version === document.version ? answer : undefined;
  }

  /** What is held may be of other terms, or gone: everything is sent anew when it is asked about. */
  forget(): void {
    this.held.clear();
  }

  dispose(): void {
    this.listening.dispose();
  }

  private heldOf(document: TextDocument): Held {
    let held = this.held.get(document);
    if (!held) this.held.set(document, (held = { version: 0, changes: [], leadTo: 0, sending: Promise.resolve() }));
    return held;
  }

  private async send(document: TextDocument, held: Held): Promise<void> {
    const uri = document.uri.toString();
    const { notes } = await this.thread.get();
    const prose = flatSpans(await this.proseOf(document));
    const { version } = document;
    if (held.version === version) return;
    const changes = held.changes.splice(0);
    const headings = this.texts.headingsOf(document);
    const known = !headings && held.version > 0 && held.leadTo === version && (await notes.update(uri, held.version, version, changes, prose));
    if (!known) await notes.open(uri, this.folderOf(document), version, document.getText(), prose, headings);
    held.version = version;
  }

  private async proseOf(document: TextDocument): Promise<readonly Span[]> {
    if (isNote(document)) return (await this.notes.whenParsed(document)).prose;
    return this.texts.proseOf(document) ?? paperProse(document.getText());
  }

  private changed({ document, contentChanges }: TextDocumentChangeEvent): void {
    const held = this.held.get(document);
    if (!held || contentChanges.length === 0) return;
    for (const { rangeOffset, rangeLength, text } of contentChanges) held.changes.push({ start: rangeOffset, end: rangeOffset + rangeLength, text });
    held.leadTo = held.changes.length > mostChanges ? 0 : document.version;
  }

  private closed(document: TextDocument): void {
    if (!this.held.delete(document)) return;
    void this.thread.get().then(({ notes }) => notes.close(document.uri.toString())).catch(() => undefined);
  }
}
