import { commands, Disposable, l10n, type Uri, window, workspace } from 'vscode';
import { branchesOf, movedBy } from '../../core/terms/terminologies/terminologyChoice';
import type { BranchConcept } from '../../core/terms/terminologies/terminologyConcepts';
import type { Work } from '../../core/work';
import { commandIds } from '../../platform/ids';
import { type Log, UserError } from '../../platform/log';
import { plainMessage } from '../../platform/plainText';
import type { Settings } from '../../platform/settings';
import type { Terminologies } from '../../platform/terminologies';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { chooseBranch } from './chooseBranch';
import type { TerminologiesView } from './terminologiesView';
import { isBranchNode, isTerminologyNode } from './terminologyNodes';
import { updateTerminology } from './updateTerminology';

export interface CommandNeeds {
  readonly terminologies: Terminologies;
  readonly view: TerminologiesView;
  readonly settings: Settings;
  readonly thread: WorkerThread<Work>;
  readonly log: Log;
}

/** What is done with terminologies that were added: from their rows, or by name from the palette. */
export function registerTerminologyCommands(needs: CommandNeeds): Disposable {
  const { terminologies, settings, log } = needs;
  const command = (id: string, doing: string, run: (terminology: string, argument: unknown) => Promise<void>): Disposable =>
    commands.registerCommand(id, log.guard(doing, async (row: unknown, argument: unknown) => {
      const terminology = await terminologyOf(row, needs);
      if (terminology !== undefined) await run(terminology, argument);
    }));
  const move = (places: -1 | 1) => async (id: string): Promise<void> => {
    await settings.setTerminologyOrder(movedBy(terminologies.list().map((one) => one.id), id, places));
    await needs.view.show(id);
  };
  return Disposable.from(
    command(commandIds.updateTerminology, l10n.t('The terminology could not be updated'), (id) => updateTerminology(needs, id)),
    command(commandIds.removeTerminology, l10n.t('The terminology could not be removed'), (id, answer) => remove(needs, id, answer)),
    command(commandIds.moveTerminologyUp, l10n.t('The terminology could not be moved'), move(-1)),
    command(commandIds.moveTerminologyDown, l10n.t('The terminology could not be moved'), move(1)),
    command(commandIds.addBranch, l10n.t('The branch could not be added'), (id, concept) => addBranch(needs, id, concept)),
    commands.registerCommand(
      commandIds.removeBranch,
      log.guard(l10n.t('The branch could not be removed'), async (row: unknown) => {
        if (isBranchNode(row) && row.concept) await removeBranch(needs, row.parent.id, row.concept.id);
      }),
    ),
  );
}

/** The terminology of a row or an id, else the one selected in the view, else one that the user picks. */
async function terminologyOf(row: unknown, { terminologies, view }: CommandNeeds): Promise<string | undefined> {
  if (typeof row === 'string') return row;
  if (isTerminologyNode(row)) return row.id;
  if (isBranchNode(row)) return row.parent.id;
  if (view.selection) return view.selection.id;
  const rows = terminologies.list().map(({ id, terminology }) => ({ label: terminology?.head.name ?? id, description: terminology?.head.version ?? '', id }));
  if (rows.length === 0) throw new UserError(l10n.t('There is no terminology yet. Add one first.'));
  return (await window.showQuickPick(rows, { placeHolder: l10n.t('Which terminology?') }))?.id;
}

async function remove({ terminologies }: CommandNeeds, id: string, answer: unknown): Promise<void> {
  const name = terminologies.at(id)?.terminology?.head.name ?? id;
  const yes = l10n.t('Remove');
  const options = { modal: true, detail: l10n.t('Its words are explained no more, in any folder. Your notes and papers stay as they are, and it can be added again.') };
  if (answer !== true && (await window.showWarningMessage(plainMessage(l10n.t('Remove {0}?', name)), options, yes)) !== yes) return;
  await (await terminologies.work()).remove(terminologies.root, id);
  await terminologies.refresh();
}

/** @param given the concept's id, where it need not be asked for */
async function addBranch({ terminologies, settings, thread, log }: CommandNeeds, id: string, given: unknown): Promise<void> {
  const kept = terminologies.at(id);
  if (!kept?.terminology) return;
  const { branches: work } = await thread.get();
  const find = (query: string, most: number): Promise<readonly BranchConcept[]> => work.find(terminologies.root, id, query, most);
  const concept = typeof given === 'string' ? (await work.named(terminologies.root, id, [given]))[0] : await chooseBranch(kept.terminology.head.name, find, log);
  if (!concept) return;
  for (const folder of foldersOrNone()) {
    const now = branchesOf(kept, settings.terminologies(folder).branches);
    await settings.setTerminologyBranches(id, [...new Set([...now, concept.id])], folder);
  }
}

async function removeBranch({ terminologies, settings }: CommandNeeds, id: string, concept: string): Promise<void> {
  const kept = terminologies.at(id);
  if (!kept) return;
  for (const folder of foldersOrNone()) {
    const now = branchesOf(kept, settings.terminologies(folder).branches);
    await settings.setTerminologyBranches(id, now.filter((one) => one !== concept), folder);
  }
}

/** The settings of all open folders are meant; without a folder, the user's. */
function foldersOrNone(): readonly (Uri | undefined)[] {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  return folders.length > 0 ? folders : [undefined];
}
