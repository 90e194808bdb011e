import { l10n, type QuickPickItem, window } from 'vscode';
import { sourceLine } from '../../core/library/display';
import { KnownWorks } from '../../core/library/knownWorks';
import type { SameBy } from '../../core/library/sameWork';
import type { LibraryPaper } from '../../core/library/library';
import { plainTitle } from '../../core/library/plainTitle';
import type { CslItem } from '../../core/library/record';
import { plainRow } from '../../platform/plainText';
import { sameByWord } from './sameByWord';
import { paperLabel } from './treeItem';

interface RecordChoice extends QuickPickItem {
  readonly record: CslItem;
}

/**
 * Lets the user choose where there is a choice: among several records, and of those the library has already.
 * @param papers what the library has
 * @returns the records to import; undefined when the user wants none
 */
export async function chooseRecords(records: readonly CslItem[], papers: readonly LibraryPaper[]): Promise<readonly CslItem[] | undefined> {
  const known = new KnownWorks(papers);
  const choices = records.map((record) => choiceOf(record, known.find(record)));
  if (choices.length === 1 && choices[0]?.picked) return records;
  const chosen = await window.showQuickPick(choices, {
    title: records.length === 1 ? l10n.t('Import 1 paper') : l10n.t('Import {0} papers', records.length),
    placeHolder: placeHolder(choices),
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.map(({ record }) => record);
}

function placeHolder(choices: readonly RecordChoice[]): string {
  const there = choices.filter(({ picked }) => !picked).length;
  if (choices.length === 1) return l10n.t('This paper is in the library already. Tick it to import it again.');
  return there === 0 ? l10n.t('Choose the papers to import') : l10n.t('{0} of them are in the library already and not ticked', there);
}

function choiceOf(record: CslItem, same: { readonly paper: LibraryPaper; readonly by: SameBy } | undefined): RecordChoice {
  return {
    record,
    label: plainRow(paperLabel({ record })),
    description: plainRow(plainTitle(record.title ?? '')),
    detail: plainRow(same ? l10n.t('In the library as {0} ({1})', same.paper.record.id, sameByWord(same.by)) : sourceLine(record) ?? ''),
    picked: !same,
  };
}
