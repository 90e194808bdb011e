import { commands, l10n, type QuickPick, type QuickPickItem, QuickPickItemKind, type TextDocument, Uri, window, workspace } from 'vscode';
import type { BibliographyRow } from '../../core/library/bibliography/row';
import { authorLabel, yearOf } from '../../core/library/display';
import { plainTitle } from '../../core/library/plainTitle';
import { searchPapers } from '../../core/library/filter';
import type { LibraryPaper } from '../../core/library/library';
import type { CslItem } from '../../core/library/record';
import type { CitableWorks } from '../../platform/citableWorks';
import { commandIds } from '../../platform/ids';
import { plainRow } from '../../platform/plainText';

/** More rows than this nobody reads, and each key stroke sends all of them to the window. */
const rowsShown = 200;

/** A work that was chosen: a paper of the library, or a record of a bibliography that the note can cite from. */
export interface PickedWork {
  readonly key: string;
  readonly paper?: LibraryPaper;
  /** How the list called it: `Chen et al. 1995`. */
  readonly label?: string;
  /** The address of the bibliography that it was chosen from. */
  readonly bibliography?: string;
}

interface WorkRow extends QuickPickItem {
  readonly work: PickedWork;
}

type Row = WorkRow | (QuickPickItem & { readonly work?: undefined });

/**
 * Lets the user choose works, found by words of their authors, title, year, journal and citekey in any order.
 * @param document the note that they are for; without one the library's papers alone can be chosen
 * @returns the chosen ones in the order of choosing; undefined where the user left, or there is nothing to choose from
 */
export async function pickWorks(
  works: CitableWorks,
  document: TextDocument | undefined,
  words: { readonly title: string; readonly placeholder: string },
): Promise<PickedWork[] | undefined> {
  const papers = works.papers(document);
  if (papers.length === 0 && (await works.search(document, '', 1)).length === 0) {
    void offerPapers();
    return undefined;
  }
  const pick = window.createQuickPick<Row>();
  pick.title = words.title;
  pick.placeholder = words.placeholder;
  pick.canSelectMany = true;
  return new WorkPicker(pick, papers, (query) => works.search(document, query, rowsShown)).run();
}

/** @returns the data of works that were chosen */
export async function recordsOf(works: CitableWorks, document: TextDocument | undefined, picked: readonly PickedWork[]): Promise<CslItem[]> {
  const found = await Promise.all(
    picked.map(async ({ key, paper, bibliography }) => {
      if (paper) return paper.record;
      return bibliography === undefined ? (await works.work(document, key))?.record : works.recordIn(bibliography, key);
    }),
  );
  return found.flatMap((record) => record ?? []);
}

async function offerPapers(): Promise<void> {
  const importPapers = l10n.t('Import Papers…');
  const openSample = l10n.t('Open Sample Casebook');
  const choice = await window.showInformationMessage(l10n.t('There are no papers to cite yet.'), importPapers, openSample);
  if (choice === importPapers) await commands.executeCommand(commandIds.importPapers);
  if (choice === openSample) await commands.executeCommand(commandIds.openSample);
}

/** What is chosen stays chosen, on top of the list, while the words that are searched for change. */
class WorkPicker {
  private chosen: WorkRow[] = [];
  private listed: WorkRow[] = [];
  /** Whether the window has told which row has the focus since the list was last made. */
  private focusKnown = false;
  private turn = 0;

  constructor(
    private readonly pick: QuickPick<Row>,
    private readonly papers: readonly LibraryPaper[],
    private readonly search: (query: string) => Promise<readonly BibliographyRow[]>,
  ) {}

  async run(): Promise<PickedWork[] | undefined> {
    const { pick } = this;
    void this.list('');
    pick.onDidChangeValue((value) => void this.list(value));
    pick.onDidChangeActive(() => (this.focusKnown = true));
    pick.onDidChangeSelection((rows) => this.select(rows));
    try {
      return await new Promise((resolve) => {
        pick.onDidAccept(() => void this.accepted().then(resolve));
        pick.onDidHide(() => resolve(undefined));
        pick.show();
      });
    } finally {
      this.turn = -1;
      pick.dispose();
    }
  }

  /**
   * With nothing ticked, Enter takes the row that has the focus: citing one paper needs no tick. Who types fast presses it
   * before the window shows what the words have found; then the focus is that of an older list, and the best find counts.
   */
  private async accepted(): Promise<PickedWork[]> {
    if (this.chosen.length > 0) return this.chosen.map(({ work }) => work);
    const focused = this.pick.activeItems.flatMap((row) => this.listed.find(({ work }) => work === row.work)?.work ?? []);
    if (this.focusKnown && focused.length > 0) return focused;
    if (this.pick.value.trim() === '') return focused;
    await this.list(this.pick.value);
    return this.listed.slice(0, 1).map(({ work }) => work);
  }

  private select(rows: readonly Row[]): void {
    const ticked = rows.filter((row) => row.work !== undefined);
    const isListed = (row: WorkRow): boolean => this.listed.some(({ work }) => sameWork(work, row.work));
    const kept = this.chosen.filter((row) => !isListed(row) || ticked.some(({ work }) => sameWork(work, row.work)));
    this.chosen = [...kept, ...ticked.filter(({ work }) => !kept.some((row) => sameWork(row.work, work)))];
  }

  /** Shows the library's papers at once, and what the bibliographies hold when the worker has found it. */
  private async list(value: string): Promise<void> {
    const turn = ++this.turn;
    const papers = searchPapers(this.papers, value);
    const rows = papers.slice(0, rowsShown).map(paperRow);
    this.show(rows, papers.length);
    const found = await this.search(value);
    if (turn !== this.turn || found.length === 0) return;
    const keys = new Set(papers.map(({ record }) => record.id));
    const others = found.filter(({ key }) => !keys.has(key)).map(bibliographyRow);
    this.show([...rows, ...others].slice(0, rowsShown), papers.length + others.length);
  }

  private show(rows: readonly WorkRow[], total: number): void {
    const others = rows.filter(({ work }) => !this.chosen.some((row) => sameWork(row.work, work)));
    this.listed = [...this.chosen, ...others];
    this.focusKnown = false;
    this.pick.items = [
      ...(this.chosen.length > 0 ? [separator(l10n.t('chosen')), ...this.chosen, separator(l10n.t('papers'))] : []),
      ...others,
      ...(total > rows.length ? [separator(l10n.t('and {0} more: type to narrow down', total - rows.length))] : []),
    ];
    this.pick.selectedItems = this.chosen;
  }
}

function sameWork(a: PickedWork, b: PickedWork): boolean {
  return a.key === b.key && a.paper?.uri === b.paper?.uri && a.bibliography === b.bibliography;
}

function separator(label: string): Row {
  return { label, kind: QuickPickItemKind.Separator };
}

/** `alwaysShow`, because the row was found by our search, which VS Code's own does not match across a row's parts. */
function paperRow(paper: LibraryPaper): WorkRow {
  const { record } = paper;
  const label = [authorLabel(record), yearOf(record)].filter(Boolean).join(' ') || record.id;
  const description = [record.id, record['container-title-short'] ?? record['container-title']].filter(Boolean).join(' · ');
  const detail = plainTitle(record.title ?? '');
  return { label: plainRow(label), description: plainRow(description), detail: plainRow(detail), work: { key: record.id, paper, label }, alwaysShow: true };
}

function bibliographyRow({ uri, key, names, year, title, container }: BibliographyRow): WorkRow {
  const label = [names, year].filter(Boolean).join(' ') || key;
  const description = [key, container, workspace.asRelativePath(Uri.parse(uri))].filter(Boolean).join(' · ');
  return { label: plainRow(label), description: plainRow(description), detail: plainRow(plainTitle(title)), work: { key, bibliography: uri, label }, alwaysShow: true };
}
