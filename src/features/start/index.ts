import { commands, Disposable, l10n, type Memento } from 'vscode';
import type { Assets } from '../../core/ports';
import { commandIds, internalCommandIds, walkthroughId } from '../../platform/ids';
import type { Log } from '../../platform/log';
import { openAt } from './openAt';
import { SampleCasebook } from './sampleCasebook';

/** The ways in: the sample casebook and the walkthrough. */
export function registerStart(needs: { assets: Assets; log: Log; state: Memento }): Disposable {
  const { assets, log, state } = needs;
  const sample = new SampleCasebook(assets, state);
  void log.guard(l10n.t('The sample casebook could not be shown'), () => sample.welcome())();
  return Disposable.from(
    commands.registerCommand(
      commandIds.openSample,
      log.guard(l10n.t('The sample casebook could not be made'), (parent?: unknown) => sample.open(parent)),
    ),
    commands.registerCommand(commandIds.openWalkthrough, () =>
      commands.executeCommand('workbench.action.openWalkthrough', walkthroughId, false),
    ),
    commands.registerCommand(internalCommandIds.openAt, log.guard(l10n.t('The file could not be opened'), openAt)),
  );
}
