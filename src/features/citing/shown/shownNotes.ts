import { Disposable, EventEmitter, type TextDocument, workspace } from 'vscode';
import type { RenderedCitation, RenderedEntry } from '../../../core/citing/rendered';
import type { ShownNote } from '../../../core/citing/shownNote';
import type { CslItem } from '../../../core/library/record';
import { citedText } from '../../../core/notes/citedText';
import type { Note } from '../../../core/notes/note';
import type { Span } from '../../../core/text';
import type { Work } from '../../../core/work';
import type { CitableWorks } from '../../../platform/citableWorks';
import { isNote, type Notes } from '../../../platform/notes';
import type { WorkerThread } from '../../../platform/workers/workerThread';
import { inStyle } from '../inStyle';
import type { Presentations } from '../presentations';
import type { OutsideChanges } from './outsideChanges';

/** Typing settles for this long (ms) before a note is rendered again. */
const typingPause = 200;

/** A version of a note, and what is to be seen of it. */
export interface OpenedNote {
  readonly version: number;
  readonly note: Note;
  readonly shown: ShownNote;
}

/** What is known of a document that somebody looks at. */
interface Watched {
  opening: Promise<OpenedNote | undefined> | undefined;
  openingVersion: number;
  /** The keys whose works the worker has, and what they are good for no longer. */
  keys: string | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Keeps the notes that are looked at open in the worker, each rendered once per version for all that show it. */
export class ShownNotes implements Disposable {
  private readonly changed = new EventEmitter<TextDocument>();
  /** A note reads otherwise, or may: who shows it asks again. */
  readonly onDidChange = this.changed.event;
  private readonly watched = new Map<TextDocument, Watched>();
  private readonly listening: Disposable;

  constructor(
    private readonly works: CitableWorks,
    private readonly notes: Notes,
    private readonly presentations: Presentations,
    private readonly thread: WorkerThread<Work>,
    changes: OutsideChanges,
  ) {
    this.listening = Disposable.from(
      changes.onDidChange(() => this.forgetWorks()),
      thread.onDidStart(() => this.forgetWorks()),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => contentChanges.length > 0 && this.edited(document)),
      workspace.onDidCloseTextDocument((document) => this.close(document)),
    );
  }

  /**
   * @param visible what is rendered at once; more can be asked for
   * @returns the document's present version as it reads; undefined where it was changed meanwhile
   * @throws a UserError where its style can't be had
   */
  async of(document: TextDocument, visible: Span): Promise<OpenedNote | undefined> {
    let watched = this.watched.get(document);
    if (!watched) this.watched.set(document, (watched = { opening: undefined, openingVersion: 0, keys: undefined, timer: undefined }));
    if (!watched.opening || watched.openingVersion !== document.version) {
      watched.openingVersion = document.version;
      const before = watched.opening;
      watched.opening = Promise.resolve(before).catch(() => undefined).then(() => this.open(document, watched, visible));
    }
    const opened = await watched.opening;
    return opened?.version === document.version ? opened : undefined;
  }

  /** @returns more of its citations; undefined where another version is shown by now */
  async citations(document: TextDocument, { version }: OpenedNote, within: Span): Promise<readonly RenderedCitation[] | undefined> {
    const { citing } = await this.thread.get();
    const found = await citing.noteCitations(document.uri.toString(), within);
    return version === document.version ? found : undefined;
  }

  /** @returns entries of its bibliography by their places; undefined where another version is shown by now */
  async entries(document: TextDocument, { version }: OpenedNote, from: number, to: number): Promise<readonly RenderedEntry[] | undefined> {
    const { citing } = await this.thread.get();
    const found = await citing.noteEntries(document.uri.toString(), from, to);
    return version === document.version ? found : undefined;
  }

  dispose(): void {
    for (const { timer } of this.watched.values()) clearTimeout(timer);
    this.watched.clear();
    Disposable.from(this.listening, this.changed).dispose();
  }

  private async open(document: TextDocument, watched: Watched, visible: Span): Promise<OpenedNote | undefined> {
    await this.works.loaded;
    const note = await this.notes.whenParsed(document);
    const { version } = document;
    watched.openingVersion = version;
    const [items, presentation] = await Promise.all([this.itemsOf(document, note, watched), this.presentations.of(document)]);
    try {
      const shown = await inStyle(this.thread, presentation, (citing) => citing.openNote(document.uri.toString(), citedText(note), items, presentation, visible));
      return { version, note, shown };
    } catch (error) {
      // Whether it has the works is not known then.
      watched.keys = undefined;
      throw error;
    }
  }

  /** @returns undefined where the worker has them already */
  private async itemsOf(document: TextDocument, note: Note, watched: Watched): Promise<readonly CslItem[] | undefined> {
    const cited = note.citations.flatMap(({ items }) => items.map(({ key }) => key));
    const keys = JSON.stringify([[...new Set(cited)].sort(), note.frontMatter?.nocite, note.frontMatter?.bibliography, note.frontMatter?.references]);
    if (keys === watched.keys) return undefined;
    const items = await this.works.cited(document);
    watched.keys = keys;
    return items;
  }

  private edited(document: TextDocument): void {
    const watched = isNote(document) ? this.watched.get(document) : undefined;
    if (!watched) return;
    clearTimeout(watched.timer);
    watched.timer = setTimeout(() => this.changed.fire(document), typingPause);
  }

  private forgetWorks(): void {
    for (const [document, watched] of this.watched) {
      watched.keys = undefined;
      watched.openingVersion = 0;
      this.changed.fire(document);
    }
  }

  private close(document: TextDocument): void {
    const watched = this.watched.get(document);
    if (!watched) return;
    clearTimeout(watched.timer);
    this.watched.delete(document);
    void this.thread.get().then(({ citing }) => citing.closeNote(document.uri.toString())).catch(() => undefined);
  }
}
