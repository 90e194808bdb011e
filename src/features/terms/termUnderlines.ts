import { type DecorationRenderOptions, Disposable, l10n, type Range, type TextEditor, type TextEditorDecorationType, ThemeColor, window, workspace } from 'vscode';
import type { NoteMention } from '../../core/terms/noteTermsWork';
import { type SemanticGroup, semanticGroup, semanticGroups } from '../../core/terms/semanticGroup';
import type { StatusKind } from '../../core/terms/status/status';
import { toRange } from '../../platform/convert';
import { colorIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { Settings } from '../../platform/settings';
import { isPage } from './conceptAddress';
import { meaningOf } from './mentionOf';
import type { NoteTerms } from './noteTerms';

/** VS Code moves underlines with the words while one types; they are made anew when typing or scrolling settles for this long (ms). */
const pause = 150;

/** As many lines beyond those in sight are underlined, so that scrolling a little shows no words without. */
const linesAround = 40;

/** What is so is underlined with a line; what is not, with dashes and dimmed; what is so in another way, with dots. */
type Stroke = 'solid' | 'dashed' | 'dotted';

const strokeOf: Readonly<Record<StatusKind, Stroke>> = {
  affirmed: 'solid',
  negated: 'dashed',
  normal: 'dashed',
  possible: 'dotted',
  historical: 'dotted',
  family: 'dotted',
};

/** Underlines the terms in sight by their kind, where the user wants that. */
export class TermUnderlines implements Disposable {
  private types: ReadonlyMap<string, TextEditorDecorationType> | undefined;
  private readonly drawn = new WeakMap<TextEditor, ReadonlyMap<string, string>>();
  private readonly listening: Disposable;
  private readonly draw: () => Promise<void>;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly terms: NoteTerms,
    private readonly settings: Settings,
    log: Log,
  ) {
    this.draw = log.guard(l10n.t('Terms could not be underlined'), () => this.drawAll());
    const soon = (): void => this.soon();
    this.listening = Disposable.from(
      window.onDidChangeVisibleTextEditors(soon),
      window.onDidChangeTextEditorVisibleRanges(soon),
      workspace.onDidChangeTextDocument(soon),
      settings.onDidChange(soon),
      terms.onDidChange(soon),
    );
    this.soon();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
    for (const type of this.types?.values() ?? []) type.dispose();
  }

  private soon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.draw(), pause);
  }

  private async drawAll(): Promise<void> {
    await Promise.all(window.visibleTextEditors.filter(({ document }) => this.terms.explains(document) && !isPage(document.uri)).map((editor) => this.drawIn(editor)));
  }

  private async drawIn(editor: TextEditor): Promise<void> {
    const { document } = editor;
    const groups = this.settings.termsUnderline(document);
    if (groups.size === 0 && !this.drawn.has(editor)) return;
    const mentions = groups.size === 0 ? [] : await this.inSight(editor);
    // It was changed meanwhile, and another drawing is on its way.
    if (!mentions) return;
    const ranges = new Map<string, Range[]>();
    for (const mention of mentions) {
      const key = keyOf(mention, groups);
      if (key === undefined) continue;
      const known = ranges.get(key);
      if (known) known.push(toRange(document, mention));
      else ranges.set(key, [toRange(document, mention)]);
    }
    this.set(editor, ranges);
  }

  private async inSight(editor: TextEditor): Promise<readonly NoteMention[] | undefined> {
    const { document, visibleRanges } = editor;
    const [first] = visibleRanges;
    const last = visibleRanges.at(-1);
    if (!first || !last) return [];
    const start = document.offsetAt(document.lineAt(Math.max(0, first.start.line - linesAround)).range.start);
    const end = document.offsetAt(document.lineAt(Math.min(document.lineCount - 1, last.end.line + linesAround)).range.end);
    return this.terms.mentionsIn(document, { start, end });
  }

  /** Kinds whose underlines are where they were are left alone. */
  private set(editor: TextEditor, ranges: ReadonlyMap<string, readonly Range[]>): void {
    this.types ??= makeTypes();
    const before = this.drawn.get(editor);
    const now = new Map([...ranges].map(([key, all]) => [key, JSON.stringify(all)]));
    for (const [key, type] of this.types) {
      const places = ranges.get(key) ?? [];
      if ((before?.get(key) ?? '[]') !== JSON.stringify(places)) editor.setDecorations(type, places);
    }
    this.drawn.set(editor, now);
  }
}

function keyOf(mention: NoteMention, groups: ReadonlySet<SemanticGroup>): string | undefined {
  const concept = meaningOf(mention);
  const group = concept && semanticGroup(concept);
  return group && groups.has(group) ? `${group} ${strokeOf[mention.status.kind]}` : undefined;
}

function makeTypes(): Map<string, TextEditorDecorationType> {
  const strokes: readonly Stroke[] = ['solid', 'dashed', 'dotted'];
  const kinds = semanticGroups.flatMap((group) => strokes.map((stroke) => ({ group, stroke })));
  return new Map(kinds.map(({ group, stroke }) => [`${group} ${stroke}`, window.createTextEditorDecorationType(looks(group, stroke))]));
}

function looks(group: SemanticGroup, stroke: Stroke): DecorationRenderOptions {
  return { borderStyle: stroke, borderWidth: '0 0 2px 0', borderColor: new ThemeColor(colorIds[group]), ...(stroke === 'dashed' && { opacity: '0.75' }) };
}
