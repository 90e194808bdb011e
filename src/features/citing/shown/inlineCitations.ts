import { type DecorationOptions, Disposable, l10n, type Range, type TextEditor, ThemeColor, window } from 'vscode';
import type { RenderedCitation } from '../../../core/citing/rendered';
import type { Span } from '../../../core/text';
import { toRange } from '../../../platform/convert';
import { type Log, UserError } from '../../../platform/log';
import { isNote } from '../../../platform/notes';
import type { Settings } from '../../../platform/settings';
import type { ShownNotes } from './shownNotes';

/** Scrolling settles for this long (ms) before more is shown. */
const pause = 150;
/** As many lines beyond those in sight are shown, so that scrolling a little shows none without. */
const linesAround = 40;
/** A citation of a style that cites in footnotes may be a whole reference; more of it would push the text away. */
const lettersShown = 120;

/** What an editor shows, and of which version of its document. */
interface Drawn {
  readonly version: number;
  readonly citations: readonly RenderedCitation[];
}

/** Shows citations in the editor as they will read, behind or in the place of their source, where the cursor is not. */
export class InlineCitations implements Disposable {
  private readonly after = window.createTextEditorDecorationType({});
  /** What stands in the text cannot be taken out of sight but by a style's own words. */
  private readonly instead = window.createTextEditorDecorationType({ textDecoration: 'none; display: none;' });
  private readonly drawn = new Map<TextEditor, Drawn>();
  private readonly listening: Disposable;
  private readonly draw: (editor: TextEditor) => Promise<void>;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly notes: ShownNotes,
    private readonly settings: Settings,
    log: Log,
  ) {
    this.draw = log.guard(l10n.t('Citations could not be shown in the text'), (editor) => this.drawIn(editor));
    const soon = (): void => this.drawSoon();
    this.listening = Disposable.from(
      this.after,
      this.instead,
      notes.onDidChange(soon),
      settings.onDidChange(soon),
      window.onDidChangeVisibleTextEditors(soon),
      window.onDidChangeTextEditorVisibleRanges(soon),
      window.onDidChangeTextEditorSelection(({ textEditor }) => this.set(textEditor)),
    );
    soon();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
  }

  private drawSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      for (const editor of this.drawn.keys()) if (!window.visibleTextEditors.includes(editor)) this.drawn.delete(editor);
      for (const editor of window.visibleTextEditors) if (isNote(editor.document)) void this.draw(editor);
    }, pause);
  }

  private async drawIn(editor: TextEditor): Promise<void> {
    const { document } = editor;
    if (this.settings.citingInline(document) === 'off') {
      if (this.drawn.delete(editor)) this.clear(editor);
      return;
    }
    const visible = inSight(editor);
    const citations = await this.citationsIn(editor, visible);
    if (!citations || citations.version !== document.version) return;
    this.drawn.set(editor, citations);
    this.set(editor);
  }

  /** What is wrong with a style is said where the style is. */
  private async citationsIn({ document }: TextEditor, visible: Span): Promise<Drawn | undefined> {
    try {
      const opened = await this.notes.of(document, visible);
      const citations = opened && (await this.notes.citations(document, opened, visible));
      return citations && { version: opened.version, citations };
    } catch (error) {
      if (error instanceof UserError) return { version: document.version, citations: [] };
      throw error;
    }
  }

  /** A citation that the cursor is at shows its source. */
  private set(editor: TextEditor): void {
    const drawn = this.drawn.get(editor);
    const { document, selections } = editor;
    // VS Code moves what is there with the text until the new version has been rendered.
    if (drawn?.version !== document.version) return;
    const mode = this.settings.citingInline(document);
    const shown = drawn.citations.map((citation) => ({ range: toRange(document, citation), text: shortened(citation.text) }));
    const options = shown
      .filter(({ range, text }) => text !== '' && !selections.some((selection) => selection.intersection(range)))
      .map(({ range, text }) => (mode === 'instead' ? inPlace(range, text) : behind(range, text)));
    editor.setDecorations(this.after, mode === 'after' ? options : []);
    editor.setDecorations(this.instead, mode === 'instead' ? options : []);
  }

  private clear(editor: TextEditor): void {
    editor.setDecorations(this.after, []);
    editor.setDecorations(this.instead, []);
  }
}

function inSight({ document, visibleRanges }: TextEditor): Span {
  const first = Math.max(0, (visibleRanges[0]?.start.line ?? 0) - linesAround);
  const last = Math.min(document.lineCount - 1, (visibleRanges.at(-1)?.end.line ?? 0) + linesAround);
  return { start: document.offsetAt(document.lineAt(first).range.start), end: document.offsetAt(document.lineAt(last).range.end) };
}

function behind(range: Range, text: string): DecorationOptions {
  return { range, renderOptions: { after: { contentText: text, color: new ThemeColor('editorInlayHint.foreground'), backgroundColor: new ThemeColor('editorInlayHint.background'), margin: '0 0 0 0.4em' } } };
}

function inPlace(range: Range, text: string): DecorationOptions {
  return { range, renderOptions: { before: { contentText: text, color: new ThemeColor('textLink.foreground') } } };
}

/** On one line, and without signs that turn the direction of what follows. */
function shortened(text: string): string {
  const plain = text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  return plain.length > lettersShown ? `${plain.slice(0, lettersShown).replace(/\s+\S*$/, '')} …` : plain;
}
