import { type DecorationRenderOptions, Disposable, l10n, OverviewRulerLane, type Range, type TextEditor, type TextEditorDecorationType, window, workspace } from 'vscode';
import { isUnderlined, meaningOf } from '../../core/annotating/annotation';
import { colorOf } from '../../core/annotating/meaning';
import { toRange } from '../../platform/convert';
import type { Log } from '../../platform/log';
import type { PaperAnnotations } from '../../platform/paperAnnotations';
import type { Settings } from '../../platform/settings';
import { type Marks, placed, type PlacedMark } from './marks';

/** VS Code moves decorations with the words while one types; they are made anew when typing settles for this long (ms). */
const pause = 150;

/** Draws the marks on papers' texts: a colour for each meaning, an outline where a place is to be confirmed. */
export class TextMarks implements Disposable {
  private readonly types = new Map<string, TextEditorDecorationType>();
  private readonly listening: Disposable;
  private readonly draw: () => Promise<void>;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly marks: Marks,
    annotations: PaperAnnotations,
    private readonly settings: Settings,
    log: Log,
  ) {
    this.draw = log.guard(l10n.t('The marks could not be shown'), () => this.drawAll());
    const soon = (): void => this.soon();
    this.listening = Disposable.from(
      window.onDidChangeVisibleTextEditors(soon),
      workspace.onDidChangeTextDocument(({ document }) => this.marks.takes(document) && soon()),
      annotations.onDidChange(soon),
      settings.onDidChange(soon),
    );
    soon();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    for (const type of this.types.values()) type.dispose();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.draw(), pause);
  }

  private async drawAll(): Promise<void> {
    await Promise.all(window.visibleTextEditors.map((editor) => this.drawIn(editor)));
  }

  private async drawIn(editor: TextEditor): Promise<void> {
    const { document } = editor;
    const marks = await this.marks.in(document);
    // It was changed meanwhile, and another drawing is on its way.
    if (!marks) return;
    const ranges = new Map<string, Range[]>();
    for (const mark of placed(marks)) {
      const look = this.lookOf(mark);
      ranges.set(look, [...(ranges.get(look) ?? []), toRange(document, mark.span)]);
      if (!this.types.has(look)) this.types.set(look, window.createTextEditorDecorationType(JSON.parse(look) as DecorationRenderOptions));
    }
    for (const [look, type] of this.types) editor.setDecorations(type, ranges.get(look) ?? []);
  }

  /** The options of its decoration, as JSON: what looks the same is one decoration of VS Code's. */
  private lookOf({ annotation, paper, refound }: PlacedMark): string {
    const color = colorOf(meaningOf(annotation), this.settings.annotatingMeanings(paper.folder));
    const ruler = { overviewRulerColor: color, overviewRulerLane: OverviewRulerLane.Right };
    const shape = isUnderlined(annotation)
      ? { borderStyle: 'solid', borderWidth: '0 0 2px 0', borderColor: color }
      : { backgroundColor: `${color}55`, borderRadius: '2px' };
    const unsure = refound.state === 'moved' ? { outline: `1px dashed ${color}` } : {};
    return JSON.stringify({ ...shape, ...unsure, ...ruler });
  }
}
