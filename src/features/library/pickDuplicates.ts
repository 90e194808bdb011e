import { l10n, type QuickPickItem, window } from 'vscode';
import type { DuplicateGroup } from '../../core/library/findDuplicates';
import { plainTitle } from '../../core/library/plainTitle';
import { sameByInOrder } from '../../core/library/sameWork';
import { plainRow } from '../../platform/plainText';
import { type Duplicate, pathOf } from './duplicate';
import { sameByWord } from './sameByWord';
import { paperLabel } from './treeItem';

interface GroupRow extends QuickPickItem {
  readonly group: DuplicateGroup<Duplicate>;
}

/** Lists groups of records of one work: what they are, why they are thought to be one, and where they stand. */
export async function pickDuplicates(groups: readonly DuplicateGroup<Duplicate>[]): Promise<DuplicateGroup<Duplicate> | undefined> {
  const rows = groups.map((group): GroupRow => {
    const [first] = group.records;
    const keys = group.records.map(({ record }) => record.id).join(', ');
    return {
      group,
      label: plainRow(first ? `${paperLabel(first)}: ${plainTitle(first.record.title ?? '') || keys}` : keys),
      description: plainRow(reasons(group)),
      detail: plainRow([...new Set(group.records.map(pathOf))].join(' · ')),
    };
  });
  const title = groups.length === 1 ? l10n.t('1 Work That Is There Twice') : l10n.t('{0} Works That Are There Twice', groups.length);
  const options = { title, placeHolder: l10n.t('Choose one to compare and merge'), matchOnDescription: true, matchOnDetail: true };
  return (await window.showQuickPick(rows, options))?.group;
}

function reasons({ links }: DuplicateGroup<Duplicate>): string {
  const found = new Set(links.map(({ by }) => by));
  return sameByInOrder.filter((by) => found.has(by)).map(sameByWord).join('; ');
}
