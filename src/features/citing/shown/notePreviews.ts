import { commands, Disposable, l10n, type TextDocument, workspace } from 'vscode';
import { changedStretch } from '../../../core/changedStretch';
import type { MarkedText } from '../../../core/citing/preview/markedText';
import { type ExplainedWords, markNote } from '../../../core/citing/preview/markNote';
import { carriedOver, type PreparedNote } from '../../../core/citing/preview/preparedNote';
import { citedText } from '../../../core/notes/citedText';
import { flatSpans } from '../../../core/terms/document/flatSpans';
import type { Work } from '../../../core/work';
import { type CitableWorks, folderOf } from '../../../platform/citableWorks';
import type { Log } from '../../../platform/log';
import { isNote, type Notes } from '../../../platform/notes';
import type { Settings } from '../../../platform/settings';
import type { WorkerThread } from '../../../platform/workers/workerThread';
import { inStyle } from '../inStyle';
import type { Presentations } from '../presentations';
import type { OutsideChanges } from './outsideChanges';

/** How long (ms) the preview is given to look again before it is asked once more; its own pause is 300. */
const refreshWaits = [0, 400, 1600, 4000];

/** A preview that has only just opened may lose what it is sent until its page has loaded, which takes some seconds (ms) on a busy machine. */
const loading = 5000;

/** What was made of a document, and of which text of it. */
interface Made {
  readonly version: number;
  readonly text: string;
  readonly prepared: PreparedNote;
  readonly words: readonly ExplainedWords[];
}

/** A document that a preview shows. */
interface Previewed {
  made?: Made;
  /** The last page, and what it was made of. */
  page?: { readonly version: number; readonly made: Made; readonly marked: MarkedText | undefined };
  /** What was parsed last, by the preview or by what VS Code finds links and headings with: undefined for the note's own text. */
  parsed?: { readonly marked: MarkedText | undefined };
  /** What the preview shows. */
  shown?: { readonly marked: MarkedText | undefined } | undefined;
  /** How often the preview was to be asked to look: a later turn takes the place of one before. */
  turn: number;
  /** When (ms) its page will surely have loaded. */
  readonly loadedBy: number;
  isWorking: boolean;
  isStale: boolean;
}

interface Needs {
  readonly works: CitableWorks;
  readonly notes: Notes;
  readonly presentations: Presentations;
  readonly thread: WorkerThread<Work>;
  readonly settings: Settings;
  readonly log: Log;
}

/**
 * Shows notes in VS Code's Markdown preview with their citations. The preview parses when it pleases and does not wait, so it
 * is given what is known; when the worker has come to something else, it is asked to look again.
 */
export class NotePreviews implements Disposable {
  private readonly previewed = new Map<TextDocument, Previewed>();
  private readonly listening: Disposable;

  constructor(
    private readonly needs: Needs,
    changes: OutsideChanges,
  ) {
    this.listening = Disposable.from(
      changes.onDidChange(() => this.renderAll()),
      workspace.onDidCloseTextDocument((document) => this.forget(document)),
    );
  }

  /** @returns what the preview is to parse in the place of a note's text; undefined for a text that stays as it is */
  markedText(text: string): MarkedText | undefined {
    const document = workspace.textDocuments.find((one) => isNote(one) && one.getText() === text);
    if (!document) return undefined;
    let previewed = this.previewed.get(document);
    if (!previewed) this.previewed.set(document, (previewed = { isWorking: false, isStale: false, turn: 0, loadedBy: Date.now() + loading }));
    if (previewed.made?.version !== document.version) void this.render(document, previewed);
    const marked = this.page(document, previewed);
    previewed.parsed = { marked };
    return marked;
  }

  /** Told when the preview shows what was parsed of a document last. @param uri of the document, as VS Code gives it to its renderer */
  wasShown(uri: unknown): void {
    for (const [document, previewed] of this.previewed) if (String(uri) === document.uri.toString()) previewed.shown = previewed.parsed;
  }

  dispose(): void {
    this.listening.dispose();
    this.previewed.clear();
  }

  private page(document: TextDocument, previewed: Previewed): MarkedText | undefined {
    const { made, page } = previewed;
    if (!made) return undefined;
    if (page?.version === document.version && page.made === made) return page.marked;
    const marked = this.mark(document, made);
    previewed.page = { version: document.version, made, marked };
    return marked;
  }

  private mark(document: TextDocument, { text, prepared, words }: Made): MarkedText | undefined {
    const note = this.needs.notes.of(document);
    return markNote(note, {
      prepared,
      citations: carriedOver(prepared, note),
      words: note.text === text ? words : moved(words, text, note.text),
      labels: { backToText: l10n.t('Back to the text') },
    });
  }

  private renderAll(): void {
    for (const [document, previewed] of this.previewed) void this.render(document, previewed);
  }

  /** One after the other for each document; what comes in meanwhile makes for one more. */
  private async render(document: TextDocument, previewed: Previewed): Promise<void> {
    if (previewed.isWorking) {
      previewed.isStale = true;
      return;
    }
    previewed.isWorking = true;
    try {
      do {
        previewed.isStale = false;
        const made = await this.make(document);
        if (!this.previewed.has(document)) return;
        this.take(document, previewed, made);
      } while (previewed.isStale);
    } catch (error) {
      // Whatever is wrong with the style is said where the style is; the preview shows the note as it is written.
      this.needs.log.info(`${document.uri.toString()} is previewed without citations: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      previewed.isWorking = false;
    }
  }

  private take(document: TextDocument, previewed: Previewed, made: Made): void {
    previewed.made = made;
    void this.askToLook(document, previewed);
  }

  /**
   * A preview that was about to look again anyway does not heed being asked, and then finds the text the same: so it is asked
   * until it shows what was made, or nobody shows the note any more; and while its page loads, whatever it was given.
   */
  private async askToLook(document: TextDocument, previewed: Previewed): Promise<void> {
    const turn = ++previewed.turn;
    for (const wait of refreshWaits) {
      await new Promise((done) => setTimeout(done, wait));
      if (previewed.turn !== turn || !this.previewed.has(document)) return;
      if (Date.now() > previewed.loadedBy && previewed.shown && isSamePage(previewed.shown.marked, this.page(document, previewed))) return;
      await commands.executeCommand('markdown.preview.refresh').then(undefined, (error: unknown) => this.needs.log.info(`No preview to refresh: ${String(error)}`));
    }
  }

  private async make(document: TextDocument): Promise<Made> {
    const { works, notes, presentations, thread } = this.needs;
    await works.loaded;
    const note = await notes.whenParsed(document);
    const { version } = document;
    const [items, presentation] = await Promise.all([works.cited(document), presentations.of(document)]);
    const { previews } = await thread.get();
    const prepared = await inStyle(thread, presentation, () => previews.prepare(citedText(note), items, presentation));
    const folder = folderOf(document);
    const explains = this.needs.settings.termsPreview(document);
    const words = explains ? await previews.explained(nameOf(document), folder, version, note.text, flatSpans(note.prose)) : [];
    return { version, text: note.text, prepared, words };
  }

  private forget(document: TextDocument): void {
    if (!this.previewed.delete(document)) return;
    void this.needs.thread.get().then(({ previews }) => previews.close(nameOf(document))).catch(() => undefined);
  }
}

/** Not the name that others know the note by in the worker: each keeps its own version of it. */
function nameOf({ uri }: TextDocument): string {
  return `preview ${uri.toString()}`;
}

/** Words stay explained while their text is changed elsewhere. */
function moved(words: readonly ExplainedWords[], before: string, after: string): ExplainedWords[] {
  const { span, newText } = changedStretch(before, after);
  const shift = newText.length - (span.end - span.start);
  return words.flatMap((word) => {
    if (word.end < span.start) return [word];
    return word.start > span.end ? [{ ...word, start: word.start + shift, end: word.end + shift }] : [];
  });
}

function isSamePage(one: MarkedText | undefined, other: MarkedText | undefined): boolean {
  return one?.text === other?.text && one?.pieces.length === other?.pieces.length && (one?.pieces.every(({ html }, index) => html === other?.pieces[index]?.html) ?? true);
}
