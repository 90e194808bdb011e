import { commands, Disposable, l10n, type QuickPickItem, window, workspace } from 'vscode';
import type { Bibliographies } from '../../platform/bibliographies';
import { commandIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import { type Arrangement, groupings, orders } from './arrangement';
import { FilterBox } from './filterBox';
import type { PaperFolders } from './paperFolders';
import type { PapersTree } from './papersTree';

/** What changes how the tree shows papers, not the papers. */
export function registerArrangeCommands(needs: {
  arrangement: Arrangement;
  tree: PapersTree;
  folders: PaperFolders;
  bibliographies: Bibliographies;
  log: Log;
}): Disposable {
  const { arrangement, tree, folders, bibliographies, log } = needs;
  const filterBox = new FilterBox(arrangement, tree, bibliographies);
  return Disposable.from(
    filterBox,
    commands.registerCommand(commandIds.filterPapers, (words?: unknown) => {
      if (typeof words === 'string') arrangement.filter = words;
      else filterBox.open();
    }),
    commands.registerCommand(commandIds.clearFilter, () => {
      arrangement.filter = '';
    }),
    commands.registerCommand(commandIds.sortPapers, log.guard(l10n.t('The papers could not be sorted'), () => askOrder(arrangement))),
    commands.registerCommand(commandIds.groupPapers, log.guard(l10n.t('The papers could not be grouped'), () => askGrouping(arrangement))),
    commands.registerCommand(commandIds.refreshPapers, log.guard(l10n.t('The papers could not be read'), () => Promise.all([folders.refresh(), bibliographies.refresh()]))),
  );
}

async function askOrder(arrangement: Arrangement): Promise<void> {
  const words = {
    author: { label: l10n.t('Author'), detail: l10n.t('First author, then year') },
    year: { label: l10n.t('Year'), detail: l10n.t('Newest first') },
    title: { label: l10n.t('Title'), detail: undefined },
  };
  const order = await ask(l10n.t('Sort Papers By'), orders, arrangement.order, words);
  if (order) await arrangement.setOrder(order);
}

async function askGrouping(arrangement: Arrangement): Promise<void> {
  const words = {
    none: { label: l10n.t('No Groups'), detail: undefined },
    year: { label: l10n.t('Year'), detail: undefined },
    author: { label: l10n.t('Author'), detail: l10n.t('A paper stands under each of its authors') },
    journal: { label: l10n.t('Journal'), detail: undefined },
    subject: { label: l10n.t('Subject Area'), detail: l10n.t('A paper stands under each of its subject areas') },
    status: { label: l10n.t('Reading Status'), detail: undefined },
    tag: { label: l10n.t('Tag'), detail: l10n.t('A paper stands under each of its tags') },
    folder: { label: l10n.t('Folder'), detail: l10n.t('The folders of the workspace') },
  };
  const offered = (workspace.workspaceFolders ?? []).length > 1 ? groupings : groupings.filter((grouping) => grouping !== 'folder');
  const grouping = await ask(l10n.t('Group Papers By'), offered, arrangement.grouping, words);
  if (grouping) await arrangement.setGrouping(grouping);
}

interface Choice<Value> extends QuickPickItem {
  readonly value: Value;
}

async function ask<Value extends string>(
  title: string,
  values: readonly Value[],
  present: Value,
  words: Record<Value, { label: string; detail: string | undefined }>,
): Promise<Value | undefined> {
  // The present choice comes first, where Enter keeps it.
  const sorted = [present, ...values.filter((value) => value !== present)];
  const choices: Choice<Value>[] = sorted.map((value) => ({ ...words[value], value, ...(value === present && { description: l10n.t('now') }) }));
  return (await window.showQuickPick(choices, { title, placeHolder: title }))?.value;
}
