import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { mergeAnnotatedFiles } from '../core/annotating/mergeFiles';
import { readInput, type Result } from './output';

/**
 * `casebook merge BASE OURS THEIRS`: a merge driver for git. Writes what both did to a paper file to OURS; what cannot be
 * merged so is merged by git line by line, with its marks where that fails.
 */
export async function merge(base: string, ours: string, theirs: string): Promise<Result> {
  const [from, own, other] = await Promise.all([base, ours, theirs].map(readInput));
  const merged = from?.text === undefined || own?.text === undefined || other?.text === undefined ? undefined : mergeAnnotatedFiles(from.text, own.text, other.text);
  if (merged !== undefined) {
    await writeFile(ours, merged);
    return { output: '', problems: [], dropped: false };
  }
  const { status, stderr } = spawnSync('git', ['merge-file', ours, base, theirs], { encoding: 'utf8' });
  return { output: '', problems: (stderr ?? '').split('\n').filter((line) => line !== ''), dropped: status !== 0 };
}
