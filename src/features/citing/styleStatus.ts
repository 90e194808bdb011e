import { Disposable, l10n, StatusBarAlignment, type StatusBarItem, type TextDocument, ThemeColor, window, workspace } from 'vscode';
import { findStyle } from '../../core/citing/styles';
import { commandIds } from '../../platform/ids';
import type { Settings } from '../../platform/settings';
import type { NoteEditors } from './noteEditors';
import type { Presentations } from './presentations';

/** Typing settles for this long (ms) before the front matter is looked at again. */
const typingPause = 400;

/** Shows the citation style of the note that has the focus; a click changes it. */
export class StyleStatus implements Disposable {
  private readonly item: StatusBarItem;
  private readonly listening: Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly editors: NoteEditors,
    private readonly presentations: Presentations,
    settings: Settings,
  ) {
    this.item = window.createStatusBarItem('casebook.citing.style', StatusBarAlignment.Right, 95);
    this.item.name = l10n.t('Citation Style');
    this.item.command = commandIds.chooseStyle;
    this.listening = Disposable.from(
      this.item,
      window.onDidChangeActiveTextEditor(() => void this.update()),
      settings.onDidChange(() => void this.update()),
      workspace.onDidChangeTextDocument(({ document }) => this.edited(document)),
    );
    void this.update();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.listening.dispose();
  }

  private edited(document: TextDocument): void {
    if (document !== this.editors.active?.document) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), typingPause);
  }

  private async update(): Promise<void> {
    const document = this.editors.active?.document;
    if (!document) {
      this.item.hide();
      return;
    }
    const { name, fromNote } = this.presentations.named(document);
    const problem = await this.presentations.of(document).then(
      () => undefined,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (document !== this.editors.active?.document) return;
    const full = findStyle(name)?.title;
    const title = full?.replace(/ \(.*\)$/, '') ?? fileName(name);
    this.item.text = problem ? `$(warning) ${title}` : `$(quote) ${title}`;
    this.item.backgroundColor = problem ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    this.item.tooltip = problem ?? tooltip(full ?? name, fromNote);
    this.item.accessibilityInformation = { label: l10n.t('Citation style: {0}', title), role: 'button' };
    this.item.show();
  }
}

function tooltip(title: string, fromNote: boolean): string {
  return fromNote
    ? l10n.t('Citation style: {0} (from the note’s front matter)', title)
    : l10n.t('Citation style: {0}. Click to choose another.', title);
}

function fileName(path: string): string {
  return path.replace(/^.*[/\\]/, '').replace(/\.csl$/i, '');
}
