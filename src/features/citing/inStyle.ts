import { l10n, Uri, workspace } from 'vscode';
import type { Presentation } from '../../core/citing/citingWork';
import type { Work } from '../../core/work';
import { UserError } from '../../platform/log';
import type { Remote } from '../../platform/workers/peer';
import type { WorkerThread } from '../../platform/workers/workerThread';

/**
 * Has the worker render something.
 * @throws a UserError where that fails on a `.csl` file of the user's; with a style that ships it is a bug
 */
export async function inStyle<Result>(
  thread: WorkerThread<Work>,
  presentation: Presentation,
  action: (citing: Remote<Work>['citing']) => Promise<Result>,
): Promise<Result> {
  const { citing } = await thread.get();
  try {
    return await action(citing);
  } catch (error) {
    if (presentation.style.csl === undefined) throw error;
    const file = workspace.asRelativePath(Uri.parse(presentation.style.id));
    throw new UserError(l10n.t('{0} is not a CSL style that Casebook can read.', file));
  }
}
