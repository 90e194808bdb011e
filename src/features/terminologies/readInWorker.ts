import { l10n } from 'vscode';
import type { TaskState } from '../../core/task';
import type { TerminologyAnswer, TerminologyRequest, TerminologyStage } from '../../core/terms/terminologies/terminologyAnswers';
import { cancellable } from '../../platform/progress';
import type { Terminologies } from '../../platform/terminologies';
import { today } from '../../platform/today';

/** How often (ms) the worker is asked how far it is. */
const lookEvery = 250;

/** Loads and reads a terminology in the worker; says how far it is, and can be cancelled. */
export async function readInWorker(terminologies: Terminologies, title: string, job: string, request: Omit<TerminologyRequest, 'today'>): Promise<TerminologyAnswer> {
  const work = await terminologies.work();
  const { year, month, day } = today();
  const date = [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
  return cancellable(title, async (token, tell) => {
    token.onCancellationRequested(() => void work.cancel(job));
    const timer = setInterval(() => void work.progress(job).then((state) => state && tell(stateWords(state))), lookEvery);
    try {
      return await work.read(terminologies.root, job, { ...request, today: date });
    } finally {
      clearInterval(timer);
    }
  });
}

function stateWords({ stage, done, total }: TaskState<TerminologyStage>): string {
  if (stage === 'writing') return l10n.t('keeping it…');
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
  const read = total > 0 ? l10n.t('{0} of {1} MB', megabytes(done), megabytes(total)) : l10n.t('{0} MB', megabytes(done));
  return stage === 'downloading' ? l10n.t('loading, {0}', read) : l10n.t('reading, {0}', read);
}
