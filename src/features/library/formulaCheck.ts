import { type Disposable, l10n, window, workspace } from 'vscode';
import { citekeyFormula } from '../../core/library/citekeyFormula';
import { plainMessage } from '../../platform/plainText';
import type { Settings } from '../../platform/settings';
import { wordsOf } from './readImport';

/** A formula is typed in the settings, and saved there as it grows: this long (ms) after the last change it counts as finished. */
const typingPause = 2000;

/** Says what is wrong with a formula for citekeys when it has been changed, rather than with the next import. */
export class FormulaCheck implements Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private checked: ReadonlySet<string>;
  private readonly listening: Disposable;

  constructor(private readonly settings: Settings) {
    this.checked = this.formulas();
    this.listening = settings.onDidChange(() => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.check(), typingPause);
    });
  }

  dispose(): void {
    this.listening.dispose();
    clearTimeout(this.timer);
  }

  private formulas(): ReadonlySet<string> {
    const folders = workspace.workspaceFolders ?? [];
    return new Set(folders.length === 0 ? [this.settings.citekeysFormula(undefined)] : folders.map(({ uri }) => this.settings.citekeysFormula(uri)));
  }

  private check(): void {
    const before = this.checked;
    this.checked = this.formulas();
    const [wrong] = [...this.checked].filter((formula) => !before.has(formula)).flatMap((formula) => citekeyFormula(formula).problems);
    if (!wrong) return;
    const place = wrong.span && l10n.t('It is at character {0}.', wrong.span.start + 1);
    const used = l10n.t('Until then new papers get keys such as chen1995.');
    void window.showWarningMessage(plainMessage([wordsOf(wrong, undefined), place, used].filter(Boolean).join(' ')));
  }
}
