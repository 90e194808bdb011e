import { type CancellationToken, l10n } from 'vscode';
import { problemMessage } from '../../core/problems/messages';
import { type Problem, problem } from '../../core/problems/problem';
import type { CslItem } from '../../core/library/record';
import type { Work } from '../../core/work';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { type ImportSource, loadSource } from './importSource';

/** What one source turned out to hold. */
export interface ImportReading {
  /** Undefined for text that came from no file. */
  readonly name: string | undefined;
  readonly records: readonly CslItem[];
  /** The id of the format it was in; undefined where none was known. */
  readonly format?: string;
  readonly problems: readonly Problem[];
}

/** 50 MB: larger bibliographies exist only by mistake. */
const largestFile = 50_000_000;

/** Reads sources one after the other, until the user has had enough. */
export async function readImport(
  sources: readonly ImportSource[],
  thread: WorkerThread<Work>,
  token: CancellationToken,
): Promise<ImportReading[]> {
  const readings: ImportReading[] = [];
  for (const source of sources) {
    if (token.isCancellationRequested) return [];
    readings.push(await readOne(source, thread));
  }
  return token.isCancellationRequested ? [] : readings;
}

async function readOne(source: ImportSource, thread: WorkerThread<Work>): Promise<ImportReading> {
  const loaded = await loadSource(source, largestFile);
  const { name } = loaded;
  if ('bytes' in loaded) {
    return { name, records: [], problems: [problem('file-too-large', 'error', { bytes: loaded.bytes, limit: largestFile })] };
  }
  return { name, ...(await (await thread.get()).library.readImport(loaded.content)) };
}

/** @returns a problem in words, with the name of the file it was found in */
export function wordsOf(found: Problem, name: string | undefined): string {
  const message = problemMessage(found, (template, values) => l10n.t(template, values));
  return name === undefined ? message : `${name}: ${message}`;
}
