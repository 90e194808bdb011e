import { Disposable, l10n, StatusBarAlignment, type StatusBarItem, type TextDocument, ThemeColor, window, workspace } from 'vscode';
import { findStyle } from '../../core/citing/styles';
import type { Work } from '../../core/work';
import { commandIds } from '../../platform/ids';
import { UserError } from '../../platform/log';
import type { Settings } from '../../platform/settings';
import type { WebStyles } from '../../platform/webStyles';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { inStyle } from './inStyle';
import type { NoteEditors } from './noteEditors';
import type { NamedStyle, Presentations } from './presentations';
import type { StyleFetcher } from './styleFetcher';

/** Typing settles for this long (ms) before the front matter is looked at again. */
const typingPause = 400;

/** Shows the citation style of the note that has the focus, ready to be used; a click changes it. */
export class StyleStatus implements Disposable {
  private readonly item: StatusBarItem;
  private readonly listening: Disposable;
  private turn = 0;
  private shown: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly editors: NoteEditors,
    private readonly presentations: Presentations,
    private readonly thread: WorkerThread<Work>,
    private readonly fetcher: StyleFetcher,
    changes: { readonly settings: Settings; readonly web: WebStyles },
  ) {
    this.item = window.createStatusBarItem('casebook.citing.style', StatusBarAlignment.Right, 95);
    this.item.name = l10n.t('Citation Style');
    this.item.command = commandIds.chooseStyle;
    this.listening = Disposable.from(
      this.item,
      window.onDidChangeActiveTextEditor(() => void this.update()),
      changes.settings.onDidChange(() => void this.update()),
      changes.web.onDidChange(() => void this.update()),
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
      this.turn++;
      this.shown = undefined;
      this.item.hide();
      return;
    }
    const turn = ++this.turn;
    const named = this.presentations.named(document);
    if (named.name !== this.shown) this.show(named, undefined);
    const problem = await this.problemOf(document);
    const title = (await this.presentations.shipped(named.name))?.title;
    if (turn !== this.turn) return;
    this.show(named, problem, title);
    const address = await this.fetcher.unfetched(document);
    if (address !== undefined && turn === this.turn) await this.fetcher.offer(address);
  }

  private show({ name, fromNote }: NamedStyle, problem: string | undefined, full = findStyle(name)?.title): void {
    this.shown = name;
    const title = full?.replace(/ \(.*\)$/, '') ?? fileName(name);
    this.item.text = problem ? `$(warning) ${title}` : `$(quote) ${title}`;
    this.item.backgroundColor = problem ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    this.item.tooltip = problem ?? tooltip(full ?? name, fromNote);
    this.item.accessibilityInformation = { label: problem ?? l10n.t('Citation style: {0}', title), role: 'button' };
    this.item.show();
  }

  /** Readies the style in the worker, which takes some most of a second, and says what is wrong with it. */
  private async problemOf(document: TextDocument): Promise<string | undefined> {
    try {
      const presentation = await this.presentations.of(document);
      await inStyle(this.thread, presentation, (citing) => citing.warm(presentation));
      return undefined;
    } catch (error) {
      return error instanceof UserError ? error.message : undefined;
    }
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
