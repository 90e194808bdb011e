import { commands, l10n, type QuickPick, type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import { authorLabel, yearOf } from '../../core/library/display';
import { plainTitle } from '../../core/library/plainTitle';
import { searchPapers } from '../../core/library/filter';
import type { LibraryPaper } from '../../core/library/library';
import { commandIds } from '../../platform/ids';
import { plainRow } from '../../platform/plainText';

/** More rows than this nobody reads, and each key stroke sends all of them to the window. */
const rowsShown = 200;

interface PaperRow extends QuickPickItem {
  readonly paper: LibraryPaper;
}

type Row = PaperRow | (QuickPickItem & { readonly paper?: undefined });

/**
 * Lets the user choose papers, found by words of their authors, title, year, journal and citekey in any order.
 * @returns the chosen ones in the order of choosing; undefined where the user left, or there is nothing to choose from
 */
export async function pickPapers(
  papers: readonly LibraryPaper[],
  words: { readonly title: string; readonly placeholder: string },
): Promise<LibraryPaper[] | undefined> {
  if (papers.length === 0) {
    void offerPapers();
    return undefined;
  }
  const pick = window.createQuickPick<Row>();
  pick.title = words.title;
  pick.placeholder = words.placeholder;
  pick.canSelectMany = true;
  return new PaperPicker(pick, papers).run();
}

async function offerPapers(): Promise<void> {
  const importPapers = l10n.t('Import Papers…');
  const openSample = l10n.t('Open Sample Casebook');
  const choice = await window.showInformationMessage(l10n.t('There are no papers to cite yet.'), importPapers, openSample);
  if (choice === importPapers) await commands.executeCommand(commandIds.importPapers);
  if (choice === openSample) await commands.executeCommand(commandIds.openSample);
}

/** What is chosen stays chosen, on top of the list, while the words that are searched for change. */
class PaperPicker {
  private chosen: LibraryPaper[] = [];
  private listed = new Set<LibraryPaper>();
  /** Whether the window has told which row has the focus since the list was last made. */
  private focusKnown = false;

  constructor(
    private readonly pick: QuickPick<Row>,
    private readonly papers: readonly LibraryPaper[],
  ) {}

  async run(): Promise<LibraryPaper[] | undefined> {
    const { pick } = this;
    this.list('');
    pick.onDidChangeValue((value) => this.list(value));
    pick.onDidChangeActive(() => (this.focusKnown = true));
    pick.onDidChangeSelection((rows) => this.select(rows));
    try {
      return await new Promise((resolve) => {
        pick.onDidAccept(() => resolve(this.accepted()));
        pick.onDidHide(() => resolve(undefined));
        pick.show();
      });
    } finally {
      pick.dispose();
    }
  }

  /**
   * With nothing ticked, Enter takes the row that has the focus: citing one paper needs no tick. Who types fast presses it
   * before the window shows what the words have found; then the focus is that of an older list, and the best find counts.
   */
  private accepted(): LibraryPaper[] {
    if (this.chosen.length > 0) return this.chosen;
    const focused = this.pick.activeItems.flatMap(({ paper }) => (paper && this.listed.has(paper) ? paper : []));
    if (this.focusKnown && focused.length > 0) return focused;
    return this.pick.value.trim() === '' ? focused : [...this.listed].slice(0, 1);
  }

  private select(rows: readonly Row[]): void {
    const ticked = rows.flatMap(({ paper }) => paper ?? []);
    const kept = this.chosen.filter((paper) => !this.listed.has(paper) || ticked.includes(paper));
    this.chosen = [...kept, ...ticked.filter((paper) => !kept.includes(paper))];
  }

  private list(value: string): void {
    const found = searchPapers(this.papers, value).filter((paper) => !this.chosen.includes(paper));
    const shown = found.slice(0, rowsShown);
    this.listed = new Set([...this.chosen, ...shown]);
    this.focusKnown = false;
    const chosen = this.chosen.map(toRow);
    this.pick.items = [
      ...(chosen.length > 0 ? [separator(l10n.t('chosen')), ...chosen, separator(l10n.t('papers'))] : []),
      ...shown.map(toRow),
      ...(found.length > shown.length ? [separator(l10n.t('and {0} more: type to narrow down', found.length - shown.length))] : []),
    ];
    this.pick.selectedItems = chosen;
  }
}

function separator(label: string): Row {
  return { label, kind: QuickPickItemKind.Separator };
}

/** `alwaysShow`, because the row was found by our search, which VS Code's own does not match across a row's parts. */
function toRow(paper: LibraryPaper): PaperRow {
  const { record } = paper;
  const label = [authorLabel(record), yearOf(record)].filter(Boolean).join(' ') || record.id;
  const description = [record.id, record['container-title-short'] ?? record['container-title']].filter(Boolean).join(' · ');
  const detail = plainTitle(record.title ?? '');
  return { label: plainRow(label), description: plainRow(description), detail: plainRow(detail), paper, alwaysShow: true };
}
