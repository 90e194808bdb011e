import type { CslItem } from '../../core/library/record';
import type { Work } from '../../core/work';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { inStyle } from './inStyle';
import type { Presentations } from './presentations';
import { plainText, styledReference } from './styledRuns';

/**
 * @returns a work's reference in the style of the settings, as plain text without a number; undefined where the style makes none
 * @throws a UserError where the style cannot be used
 */
export async function referenceOf(record: CslItem, presentations: Presentations, thread: WorkerThread<Work>): Promise<string | undefined> {
  const presentation = await presentations.of(undefined);
  const [entry] = await inStyle(thread, presentation, (citing) => citing.references([record], presentation));
  return entry && plainText(styledReference(entry.html).runs);
}
