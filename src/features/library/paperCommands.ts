import { commands, Disposable, env, l10n, Uri } from 'vscode';
import type { Log } from '../../platform/log';
import { paperPageUri } from '../../platform/readingPages';
import { commandIds, internalCommandIds } from '../../platform/ids';
import type { PapersView } from './papersView';
import type { PaperTargets } from './paperTargets';
import { RecordCommands } from './recordCommands';
import { type RemoveAnswers, removePapers } from './removePapers';
import { type RenameAnswers, type RenameCitekey } from './renameCitekey';

/** What can be done with a paper of the tree. */
export function registerPaperCommands(needs: {
  targets: PaperTargets;
  records: RecordCommands;
  view: PapersView;
  rename: RenameCitekey;
  log: Log;
}): Disposable {
  const { targets, records, view, rename, log } = needs;
  const register = (id: string, doing: string, action: (...args: never[]) => unknown): Disposable =>
    commands.registerCommand(id, log.guard(doing, action as (...args: unknown[]) => unknown));
  return Disposable.from(
    register(commandIds.openPaper, l10n.t('The paper could not be opened'), async (item: unknown, items: unknown) => {
      for (const paper of targets.of(item, items)) await commands.executeCommand('vscode.open', paperPageUri(paper), { preview: false });
    }),
    register(commandIds.openPaperFile, l10n.t('The paper file could not be opened'), async (item: unknown, items: unknown) => {
      for (const { uri } of targets.of(item, items)) await commands.executeCommand('vscode.open', Uri.parse(uri), { preview: false });
    }),
    register(commandIds.revealPaperFile, l10n.t('The paper file could not be shown'), (item: unknown) =>
      commands.executeCommand('revealInExplorer', Uri.parse(targets.of(item)[0].uri)),
    ),
    register(commandIds.copyCitekey, l10n.t('The citekey could not be copied'), (item: unknown, items: unknown) => {
      const chosen = RecordCommands.chosen(item, items).map(({ key }) => key);
      const keys = chosen.length > 0 ? chosen : targets.of(item, items).map(({ record }) => record.id);
      return env.clipboard.writeText(keys.join('\n'));
    }),
    register(commandIds.renameCitekey, l10n.t('The citekey could not be renamed'), (item: unknown, _items: unknown, answers?: RenameAnswers) => {
      if (item === undefined && view.selectedSearch) return commands.executeCommand(commandIds.renameSearch, view.selectedSearch);
      const [record] = item === undefined ? view.selectedRecords : RecordCommands.chosen(item, undefined);
      return record ? records.rename(record) : rename.run(targets.of(item)[0], answers);
    }),
    register(commandIds.removePaper, l10n.t('The paper could not be moved to the bin'), (item: unknown, items: unknown, answers?: RemoveAnswers) =>
      item === undefined && view.selectedSearch
        ? commands.executeCommand(commandIds.removeSearch, view.selectedSearch)
        : removePapers(targets.of(item, items), log, answers),
    ),
    register(internalCommandIds.showPaper, l10n.t('The paper could not be shown'), (uri: unknown) => view.show(String(uri), { focus: true })),
  );
}
