import { l10n, type QuickPick, type QuickPickItem, QuickPickItemKind, ThemeIcon, window } from 'vscode';
import { type FieldChoice, fieldChoices } from '../../core/library/mergedRecord';
import { plainRow } from '../../platform/plainText';
import type { Citing } from './citedKeys';
import { type Duplicate, isPaper, pathOf } from './duplicate';
import { fieldText } from './fieldText';
import { fieldWord } from './fieldWord';
import type { RecordDocuments } from './recordDocuments';

/** What the user decided of records that look like one work; the first of them is kept. `alias` leaves the others alone. */
export type Decision =
  | { readonly kind: 'merge'; readonly records: readonly Duplicate[]; readonly choices: readonly FieldChoice[] }
  | { readonly kind: 'alias'; readonly records: readonly Duplicate[] }
  | { readonly kind: 'different' };

interface CompareRow extends QuickPickItem {
  /** What Enter does; undefined for separators. */
  readonly run?: () => void;
}

/**
 * Shows records field by field, the taken value marked; Enter on a field takes the next one's. The first row merges.
 * @param records whole; of papers and records of bibliographies, the papers first; the first is kept unless the user says otherwise
 * @param citing how notes cite their keys
 * @returns what the user decided; undefined when they leave it
 */
export function compareDuplicates(records: readonly Duplicate[], citing: ReadonlyMap<string, Citing>, documents: RecordDocuments): Promise<Decision | undefined> {
  return new Promise((resolve) => new Comparison(records, citing, documents, resolve).show());
}

class Comparison {
  private readonly box: QuickPick<CompareRow> = window.createQuickPick();
  private readonly mergeButton = { iconPath: new ThemeIcon('git-merge'), tooltip: l10n.t('Merge') };
  private readonly diffButton = { iconPath: new ThemeIcon('diff'), tooltip: l10n.t('Compare Side by Side') };
  private choices: FieldChoice[];

  constructor(
    private records: readonly Duplicate[],
    private readonly citing: ReadonlyMap<string, Citing>,
    private readonly documents: RecordDocuments,
    private readonly decided: (decision: Decision | undefined) => void,
  ) {
    this.choices = fieldChoices(records.map(({ record }) => record));
  }

  show(): void {
    const { box } = this;
    box.title = l10n.t('Merge Duplicates');
    box.placeholder = l10n.t('Enter on a field takes the other value');
    box.ignoreFocusOut = true; // so that the diff editor can be looked at
    box.matchOnDetail = true;
    box.buttons = [this.mergeButton, this.diffButton];
    box.onDidTriggerButton((button) => (button === this.mergeButton ? this.merge() : this.sideBySide()));
    box.onDidAccept(() => box.activeItems[0]?.run?.());
    box.onDidHide(() => {
      this.decided(undefined);
      box.dispose();
    });
    this.draw(0);
    box.show();
  }

  private draw(active: number): void {
    const rows = [...this.actions(), separator(l10n.t('What they do not have alike')), ...this.choices.map((choice, at) => this.fieldRow(choice, at))];
    this.box.keepScrollPosition = true;
    this.box.items = rows;
    this.box.activeItems = rows.slice(active, active + 1);
  }

  private actions(): CompareRow[] {
    return [
      this.mergeRow(),
      ...(this.isMixed() ? [this.aliasRow()] : [this.keepRow()]),
      { label: `$(diff) ${l10n.t('Compare Side by Side')}`, run: () => this.sideBySide() },
      { label: `$(circle-slash) ${l10n.t('These Are Different')}`, description: l10n.t('They are not shown as duplicates again'), run: () => this.decide({ kind: 'different' }) },
    ];
  }

  private mergeRow(): CompareRow {
    const { kept, others } = this.keys();
    const become = this.records.length > 2 ? l10n.t('{0} become other keys of it', others) : l10n.t('{0} becomes another key of it', others);
    const description = this.isMixed() ? l10n.t('{0}, taken out of {1}', become, this.otherFiles()) : become;
    const cited = this.citedWords();
    return { label: `$(git-merge) ${l10n.t('Merge into {0}', plainRow(kept))}`, description: plainRow(description), ...(cited && { detail: plainRow(cited) }), run: () => this.merge() };
  }

  /** Which of the keys notes cite; empty where they cite none. */
  private citedWords(): string {
    const keys = [...new Set(this.records.map(({ record }) => record.id))];
    const cited = keys.flatMap((key) => ((this.citing.get(key)?.notes ?? 0) > 0 ? `@${key} (${this.citing.get(key)?.notes})` : []));
    return cited.length === 0 ? '' : l10n.t('Notes cite {0}', cited.join(', '));
  }

  /** A bibliography may belong to another program. */
  private aliasRow(): CompareRow {
    const { kept, others } = this.keys();
    return {
      label: `$(key) ${l10n.t('Let {0} Answer to {1} Too', plainRow(kept), plainRow(others))}`,
      description: plainRow(l10n.t('{0} stays as it is', this.otherFiles())),
      run: () => this.decide({ kind: 'alias', records: this.records }),
    };
  }

  private keepRow(): CompareRow {
    const [kept] = this.records;
    const label = kept && !isPaper(kept) ? l10n.t('Keep Another Record') : l10n.t('Keep Another Paper');
    const now = kept && !isPaper(kept) ? `${kept.record.id} · ${pathOf(kept)}` : kept ? pathOf(kept) : '';
    return { label: `$(arrow-swap) ${label}`, description: plainRow(l10n.t('now {0}', now)), run: () => this.keepNext() };
  }

  /** Whether a paper is held against records of bibliographies. */
  private isMixed(): boolean {
    return this.records.some(isPaper) && !this.records.every(isPaper);
  }

  private keys(): { readonly kept: string; readonly others: string } {
    const [kept = '', ...others] = this.records.map(({ record }) => record.id);
    return { kept, others: others.join(', ') };
  }

  private otherFiles(): string {
    return [...new Set(this.records.slice(1).map(pathOf))].join(', ');
  }

  private fieldRow({ variable, values, chosen }: FieldChoice, at: number): CompareRow {
    const shown = values.map((value, index) => ({ key: this.records[index]?.record.id ?? '', text: fieldText(value), taken: index === chosen }));
    const taken = shown[chosen];
    const rest = shown.filter((one) => !one.taken).map(({ key, text }) => `${key}: ${text || l10n.t('nothing')}`);
    return {
      label: plainRow(fieldWord(variable)),
      description: `$(check) ${plainRow(`${taken?.key}: ${taken?.text}`)}`,
      detail: plainRow(rest.join(' · ')),
      alwaysShow: true,
      run: () => this.takeNext(at),
    };
  }

  /** The next value that says anything. */
  private takeNext(at: number): void {
    const choice = this.choices[at];
    if (!choice) return;
    const order = choice.values.map((_, index) => (choice.chosen + 1 + index) % choice.values.length);
    const chosen = order.find((index) => choice.values[index] !== undefined) ?? choice.chosen;
    this.choices = this.choices.with(at, { ...choice, chosen });
    this.draw(this.actions().length + 1 + at);
  }

  /** The choices stay with the values that were chosen. */
  private keepNext(): void {
    const turn = <T>(list: readonly T[]): T[] => [...list.slice(1), ...list.slice(0, 1)];
    this.records = turn(this.records);
    this.choices = this.choices.map(({ variable, values, chosen }) => ({ variable, values: turn(values), chosen: (chosen + values.length - 1) % values.length }));
    this.draw(1);
  }

  private sideBySide(): void {
    const [kept, other] = this.records;
    if (kept && other) void this.documents.compare(kept.record, other.record);
  }

  private merge(): void {
    this.decide({ kind: 'merge', records: this.records, choices: this.choices });
  }

  private decide(decision: Decision): void {
    this.decided(decision);
    this.box.hide();
  }
}

function separator(label: string): CompareRow {
  return { label, kind: QuickPickItemKind.Separator };
}
