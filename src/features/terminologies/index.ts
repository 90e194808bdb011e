import { commands, Disposable, l10n, Uri } from 'vscode';
import type { Work } from '../../core/work';
import { commandIds } from '../../platform/ids';
import type { Log } from '../../platform/log';
import type { Settings } from '../../platform/settings';
import type { Terminologies } from '../../platform/terminologies';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { type AddAnswers, addTerminology } from './addTerminology';
import { TerminologiesTree } from './terminologiesTree';
import { TerminologiesView } from './terminologiesView';
import { registerTerminologyCommands } from './terminologyCommands';

/** The terminologies that words are explained by: which there are, which count, and how to get more. */
export function registerTerminologies(needs: { terminologies: Terminologies; settings: Settings; thread: WorkerThread<Work>; log: Log }): Disposable {
  const { terminologies, settings, thread, log } = needs;
  const tree = new TerminologiesTree(terminologies, settings, thread);
  const view = new TerminologiesView(tree, terminologies, settings, log);
  return Disposable.from(
    tree,
    view,
    commands.registerCommand(
      commandIds.addTerminology,
      log.guard(l10n.t('The terminology could not be added'), (given: unknown) => addTerminology({ terminologies, view, log }, addAnswers(given))),
    ),
    registerTerminologyCommands({ terminologies, view, settings, thread, log }),
  );
}

/** @returns what a key binding answers of what the user would be asked; undefined where it answers nothing, as a row of the view */
function addAnswers(given: unknown): AddAnswers | undefined {
  const { source, ...rest } = (given ?? {}) as Partial<AddAnswers>;
  const isKnown = typeof source === 'string' || (Array.isArray(source) && source.length > 0 && source.every((one) => one instanceof Uri));
  return isKnown ? { source: source as AddAnswers['source'], ...rest } : undefined;
}
