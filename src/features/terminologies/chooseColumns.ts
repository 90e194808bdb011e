import { l10n, type QuickPickItem, window } from 'vscode';
import type { ColumnMapping } from '../../core/terms/readers/readTerminology';
import type { TablePreview } from '../../core/terms/readers/tablePreview';
import { plainRow } from '../../platform/plainText';

/** As much of a column's first values as one takes in at a glance (characters). */
const valuesShown = 80;

interface ColumnRow extends QuickPickItem {
  /** Undefined for: none. */
  readonly column: string | undefined;
}

/** What is asked about a table's columns, one after the other. */
interface Question {
  readonly field: 'name' | 'id' | 'synonyms' | 'abbreviations' | 'definition' | 'type';
  readonly words: string;
  readonly kind: 'one' | 'oneOrNone' | 'several';
}

/**
 * Asks what the columns of a table hold, each shown with its first values; what their names say is chosen already.
 * @returns undefined where the user left
 */
export async function chooseColumns(preview: TablePreview): Promise<ColumnMapping | undefined> {
  const questions: readonly Question[] = [
    { field: 'name', words: l10n.t('Which column holds the names?'), kind: 'one' },
    { field: 'id', words: l10n.t('Which column holds the ids?'), kind: 'oneOrNone' },
    { field: 'synonyms', words: l10n.t('Which columns hold other names?'), kind: 'several' },
    { field: 'abbreviations', words: l10n.t('Which columns hold abbreviations?'), kind: 'several' },
    { field: 'definition', words: l10n.t('Which column holds the definitions?'), kind: 'oneOrNone' },
    { field: 'type', words: l10n.t('Which column holds the kinds of terms?'), kind: 'oneOrNone' },
  ];
  let mapping: Partial<ColumnMapping> = { ...(preview.guess?.xrefs && { xrefs: preview.guess.xrefs }), ...(preview.guess?.broader && { broader: preview.guess.broader }) };
  for (const [step, question] of questions.entries()) {
    const taken = new Set(Object.values(mapping).flat());
    const free = preview.columns.filter((column) => !taken.has(column));
    if (step > 0 && free.length === 0) break;
    const answer = await ask(question, preview, free, { step: step + 1, of: questions.length });
    if (answer === undefined) return undefined;
    mapping = { ...mapping, ...answer };
  }
  return mapping.name === undefined ? undefined : { ...mapping, name: mapping.name };
}

async function ask(
  { field, words, kind }: Question,
  preview: TablePreview,
  free: readonly string[],
  { step, of }: { readonly step: number; readonly of: number },
): Promise<Partial<ColumnMapping> | undefined> {
  const guessed = [preview.guess?.[field] ?? []].flat();
  const title = l10n.t('Add Terminology: Columns ({0}/{1})', step, of);
  const rows = free.map((column): ColumnRow => rowOf(column, preview));
  if (kind === 'several') {
    const picked = rows.map((row) => ({ ...row, picked: row.column !== undefined && guessed.includes(row.column) }));
    const chosen = await window.showQuickPick(picked, { title, placeHolder: l10n.t('{0} Choose none, one or several.', words), canPickMany: true, ignoreFocusOut: true });
    if (!chosen) return undefined;
    const columns = chosen.flatMap(({ column }) => column ?? []);
    return columns.length === 0 ? {} : { [field]: columns };
  }
  const none: ColumnRow = { label: l10n.t('None'), description: field === 'id' ? l10n.t('they are made of the names') : '', column: undefined };
  const all = kind === 'one' ? rows : [...rows, none];
  // What is likeliest stands first, so that Enter takes it: without a guess, that there is none.
  const likeliest = all.find(({ column }) => (guessed.length > 0 ? column === guessed[0] : column === undefined));
  const sorted = likeliest ? [likeliest, ...all.filter((row) => row !== likeliest)] : all;
  const chosen = await window.showQuickPick(sorted, { title, placeHolder: words, ignoreFocusOut: true });
  if (!chosen) return undefined;
  return chosen.column === undefined ? {} : { [field]: chosen.column };
}

function rowOf(column: string, { columns, rows }: TablePreview): ColumnRow {
  const at = columns.indexOf(column);
  const values = rows.map((row) => (row[at] ?? '').trim()).filter((value) => value !== '').join(' · ');
  const isNumber = /^\d+$/.test(column);
  return {
    label: isNumber ? l10n.t('Column {0}', column) : plainRow(column),
    detail: plainRow(values.length > valuesShown ? `${values.slice(0, valuesShown)}…` : values) || l10n.t('empty in the first rows'),
    column,
  };
}
