import { Disposable, l10n, Selection, type TextDocument, TextEditorRevealType, type Uri, type Webview, type WebviewView, type WebviewViewProvider, window, workspace } from 'vscode';
import type { RenderedEntry } from '../../../core/citing/rendered';
import { findStyle } from '../../../core/citing/styles';
import type { Span } from '../../../core/text';
import { toRange } from '../../../platform/convert';
import { type Log, UserError } from '../../../platform/log';
import type { NoteEditors } from '../noteEditors';
import type { Presentations } from '../presentations';
import { styledReference } from '../styledRuns';
import type { NoteLook } from './noteLook';
import { type FromPage, readMessage, referencesPage, type ReferenceRow, type ToPage } from './referencesPage';
import type { OpenedNote, ShownNotes } from './shownNotes';

/** Entries that are asked for and shown at once: the first are there while the others are still rendered. */
const entriesAtOnce = 60;

interface Needs {
  readonly editors: NoteEditors;
  readonly notes: ShownNotes;
  readonly presentations: Presentations;
  readonly look: NoteLook;
  readonly log: Log;
}

/** The works that the note in the editor cites, in the order and the form of its style, and the keys that nothing is known of. */
export class ReferencesView implements WebviewViewProvider, Disposable {
  private view: WebviewView | undefined;
  private document: TextDocument | undefined;
  private turn = 0;
  /** The turn whose rows the page shows. */
  private shownTurn = 0;
  /** Where each row of the present turn is cited, and which of these was gone to last. */
  private readonly places = new Map<string, readonly Span[]>();
  private readonly gone = new Map<string, number>();
  private readonly listening: Disposable;

  constructor(
    private readonly needs: Needs,
    private readonly media: Uri,
  ) {
    this.listening = Disposable.from(
      needs.notes.onDidChange((document) => document === this.document && void this.update()),
      window.onDidChangeActiveTextEditor(() => needs.editors.current !== this.document && void this.update()),
      window.onDidChangeTextEditorSelection(({ textEditor }) => textEditor.document === this.document && this.markCurrent(textEditor.selection)),
      workspace.onDidCloseTextDocument((document) => document === this.document && void this.update()),
    );
  }

  resolveWebviewView(view: WebviewView): void {
    this.view = view;
    const { webview } = view;
    webview.options = { enableScripts: true, localResourceRoots: [this.media] };
    const nonce = Array.from({ length: 4 }, () => Math.random().toString(36).slice(2)).join('');
    view.onDidDispose(() => (this.view = undefined));
    view.onDidChangeVisibility(() => view.visible && void this.update());
    webview.onDidReceiveMessage((message: unknown) => {
      const told = readMessage(message);
      if (told) void this.needs.log.guard(l10n.t('The references could not be shown'), () => this.told(told))();
    });
    webview.html = referencesPage(webview, this.media, nonce);
  }

  dispose(): void {
    this.listening.dispose();
  }

  private async told(message: FromPage): Promise<void> {
    const { document } = this;
    if (message.kind === 'ready') await this.update();
    else if (!document) return;
    else if (message.kind === 'chooseStyle') await this.needs.look.chooseStyle(document);
    else if (message.kind === 'chooseLanguage') await this.needs.look.chooseLanguage(document);
    else if (message.kind === 'go' && message.turn === this.shownTurn) await this.go(document, message);
  }

  /** Shows the note that is worked on as it reads now; a later call overtakes an earlier one. */
  private async update(): Promise<void> {
    const { webview, visible } = this.view ?? {};
    if (!webview || !visible) return;
    const turn = ++this.turn;
    const document = this.needs.editors.current;
    if (document !== this.document) this.gone.clear();
    this.document = document;
    if (!document) return this.say(webview, l10n.t('The works that a note cites are listed here while the note is open.'));
    try {
      const opened = await this.needs.notes.of(document, { start: 0, end: 0 });
      if (turn !== this.turn || !opened) return;
      await this.show(webview, document, opened, turn);
    } catch (error) {
      if (turn !== this.turn) return;
      this.say(webview, error instanceof UserError ? error.message : l10n.t('The references could not be rendered. The log says why.'));
      if (!(error instanceof UserError)) this.needs.log.info(`References: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }

  private async show(webview: Webview, document: TextDocument, opened: OpenedNote, turn: number): Promise<void> {
    const { works, unknown } = opened.shown;
    this.shownTurn = turn;
    this.places.clear();
    for (const { id, places } of works) this.places.set(`work ${id}`, places);
    for (const { key, places } of unknown) this.places.set(`unknown ${key}`, places);
    const isEmpty = works.length === 0 && unknown.length === 0;
    this.post(webview, {
      kind: 'state', turn, ...(await this.lookOf(document)),
      message: isEmpty ? l10n.t('This note cites nothing yet.') : '',
      unknown: unknown.map(({ key, places }) => ({ key, text: l10n.t('{0} is not known', `@${key}`), places: timesOf(places) })),
      works: works.map(({ id, places }) => ({ id, places: timesOf(places) })),
    });
    const editor = window.visibleTextEditors.find((one) => one.document === document);
    if (editor) this.markCurrent(editor.selection);
    for (let from = 0; from < works.length; from += entriesAtOnce) {
      const entries = await this.needs.notes.entries(document, opened, from, from + entriesAtOnce);
      if (turn !== this.turn || !entries) return;
      this.post(webview, { kind: 'entries', turn, entries: entries.map(rowOf) });
    }
  }

  private async lookOf(document: TextDocument): Promise<{ readonly style: string; readonly language: string }> {
    const { name } = this.needs.presentations.named(document);
    const title = (findStyle(name) ?? (await this.needs.presentations.shipped(name)))?.title;
    return { style: title?.replace(/ \(.*\)$/, '') ?? name.replace(/^.*[/\\]/, ''), language: this.needs.look.languageOf(document) };
  }

  /** Goes to the next place where a row's work is cited, round and round. */
  private async go(document: TextDocument, { row, takeFocus, step }: FromPage & { kind: 'go' }): Promise<void> {
    const places = this.places.get(row) ?? [];
    const last = this.gone.get(row) ?? (step > 0 ? -1 : 0);
    const next = (last + step + places.length) % Math.max(1, places.length);
    const place = places[next];
    if (!place) return;
    this.gone.set(row, next);
    const range = toRange(document, place);
    const beside = window.visibleTextEditors.find((one) => one.document === document);
    const editor = await window.showTextDocument(document, { preserveFocus: !takeFocus, ...(beside?.viewColumn && { viewColumn: beside.viewColumn }) });
    editor.selection = new Selection(range.start, range.end);
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    if (this.view) this.post(this.view.webview, { kind: 'went', text: l10n.t('Citation {0} of {1}', next + 1, places.length) });
  }

  /** Marks the rows of the works that are cited where the cursor is. */
  private markCurrent({ active }: Selection): void {
    const { document, view } = this;
    if (!document || !view?.visible) return;
    const at = document.offsetAt(active);
    const ids = [...this.places].filter(([, places]) => places.some(({ start, end }) => start <= at && at <= end)).map(([row]) => row);
    this.post(view.webview, { kind: 'current', ids });
  }

  private say(webview: Webview, message: string): void {
    this.post(webview, { kind: 'state', turn: this.turn, message, style: '', language: '', unknown: [], works: [] });
  }

  private post(webview: Webview, message: ToPage): void {
    void webview.postMessage(message);
  }
}

function rowOf({ id, html }: RenderedEntry): ReferenceRow {
  return { id, ...styledReference(html) };
}

function timesOf(places: readonly Span[]): string {
  return places.length === 0 ? l10n.t('not cited') : places.length === 1 ? '' : l10n.t('{0}×', places.length);
}
