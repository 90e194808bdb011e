import { commands, type Disposable, InputBoxValidationSeverity, l10n, ThemeIcon, window } from 'vscode';
import { mistypedField, parseQuery } from '../../core/library/query';
import { commandIds } from '../../platform/ids';
import type { Bibliographies } from '../../platform/bibliographies';
import type { Arrangement } from './arrangement';
import type { PapersTree } from './papersTree';
import { countOfSearch, type RecordSource } from './sourceNodes';

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
    private readonly bibliographies: RecordSource & Pick<Bibliographies, 'count'>,
  ) {
    this.box.title = l10n.t('Filter Papers');
    this.box.placeholder = l10n.t('Words, or author:chen year:1990-2000 tag:methods status:unread has:pdf -word');
    this.box.ignoreFocusOut = true; // so that the tree can be looked at; and closing can only mean Escape
    this.box.buttons = [{ iconPath: new ThemeIcon('save'), tooltip: l10n.t('Save Search…') }];
    this.box.onDidTriggerButton(() => {
      this.keep();
      void commands.executeCommand(commandIds.saveSearch);
    });
    this.box.onDidChangeValue(() => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.apply(), typingPause);
    });
    this.box.onDidAccept(() => this.keep());
    this.box.onDidHide(() => {
      clearTimeout(this.timer);
      this.arrangement.filter = this.former;
    });
  }

  open(): void {
    this.former = this.arrangement.filter;
    this.box.value = this.former;
    this.tellMistake();
    this.tellCount();
    this.box.show();
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.box.dispose();
  }

  private keep(): void {
    this.apply();
    this.former = this.arrangement.filter;
    this.box.hide();
  }

  private apply(): void {
    clearTimeout(this.timer);
    this.arrangement.filter = this.box.value;
    this.tellMistake();
    this.tellCount();
  }

  /** What looks like a field and is none is looked for as a word, and hardly ever found. */
  private tellMistake(): void {
    const mistake = mistypedField(parseQuery(this.box.value));
    const message = mistake && l10n.t('"{0}:" is no field, but a word to look for. Is "{1}:" meant?', mistake.typed, mistake.meant);
    this.box.validationMessage = message === undefined ? undefined : { message, severity: InputBoxValidationSeverity.Warning };
  }

  /** The records of bibliographies are counted in the worker, and told when they are; by then something else may stand here. */
  private tellCount(): void {
    const { papers, total } = this.tree.shown;
    const { count } = this.bibliographies;
    const ofPapers = total === 0 ? undefined : l10n.t('{0} of {1} papers', papers.length.toLocaleString(), total.toLocaleString());
    this.box.prompt = ofPapers;
    const { filter } = this.arrangement;
    if (count === 0) return;
    void countOfSearch(filter, this.bibliographies).then((found) => {
      if (filter !== this.arrangement.filter) return;
      const ofRecords = l10n.t('{0} of {1} records', found.toLocaleString(), count.toLocaleString());
      this.box.prompt = [ofPapers, ofRecords].filter(Boolean).join(' · ');
    }, () => undefined); // the worker has ended, and with it what was asked
  }
}
