import { type Disposable, l10n, window } from 'vscode';
import type { Arrangement } from './arrangement';
import type { PapersTree } from './papersTree';

/** Typing settles for this long (ms) before the tree is filtered. */
const typingPause = 80;

/** The input that filters the tree while it is typed in. Enter keeps the filter, Escape brings the former one back. */
export class FilterBox implements Disposable {
  private readonly box = window.createInputBox();
  private former = '';
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly arrangement: Arrangement,
    private readonly tree: PapersTree,
  ) {
    this.box.title = l10n.t('Filter Papers');
    this.box.placeholder = l10n.t('Author, title, year, journal, subject, citekey or DOI');
    this.box.ignoreFocusOut = true; // so that the tree can be looked at; and closing can only mean Escape
    this.box.onDidChangeValue(() => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.apply(), typingPause);
    });
    this.box.onDidAccept(() => {
      this.apply();
      this.former = this.arrangement.filter;
      this.box.hide();
    });
    this.box.onDidHide(() => {
      clearTimeout(this.timer);
      this.arrangement.filter = this.former;
    });
  }

  open(): void {
    this.former = this.arrangement.filter;
    this.box.value = this.former;
    this.tellCount();
    this.box.show();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.box.dispose();
  }

  private apply(): void {
    clearTimeout(this.timer);
    this.arrangement.filter = this.box.value;
    this.tellCount();
  }

  private tellCount(): void {
    const { papers, total } = this.tree.shown;
    this.box.prompt = l10n.t('{0} of {1} papers', papers.length, total);
  }
}
