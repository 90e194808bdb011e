import { type CancellationToken, type TextDocument, type Uri, workspace } from 'vscode';
import { inParallel } from './inParallel';
import type { Log } from './log';

/** Where nothing of the user's own is. */
export const foreignFolders = '**/{node_modules,.git}/**';

/** The names of notes, for `findFiles`. */
export const noteFiles = '**/*.{md,markdown,qmd,Rmd,rmd}';

/** Files that go to the worker together. */
const batchSize = 50;
const batchesAtOnce = 2;

/** Tells whether what is going on is still wanted. */
export type Stop = Pick<CancellationToken, 'isCancellationRequested'>;

/** A file for the worker: its text or bytes, or its address alone where the worker can read it itself. */
export interface WorkSource<Kind> {
  readonly uri: string;
  readonly kind: Kind;
  readonly content?: Uint8Array | string;
}

/**
 * Hands files to the worker, some at a time, as they stand in editors or else on disk; what cannot be read is left out.
 * @param work what the worker does with some of them
 * @param tell is told how many are done
 * @returns what it found; of a part of the files when it was cancelled
 */
export async function inWorker<Kind, Found>(
  files: readonly { readonly uri: Uri; readonly kind: Kind }[],
  { thread, log, token, tell }: { readonly thread: { canRead(uri: Uri): boolean }; readonly log: Log; readonly token?: Stop | undefined; readonly tell?: (done: number) => void },
  work: (sources: readonly WorkSource<Kind>[]) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const open = new Map(workspace.textDocuments.map((document) => [document.uri.toString(), document]));
  const batches = Array.from({ length: Math.ceil(files.length / batchSize) }, (_, index) => files.slice(index * batchSize, (index + 1) * batchSize));
  let done = 0;
  const found = await inParallel(batches, batchesAtOnce, async (batch) => {
    if (token?.isCancellationRequested) return [];
    const read = await Promise.all(batch.map(({ uri, kind }) => source(uri, kind, open.get(uri.toString()), thread, log)));
    const results = await work(read.filter((one) => one !== undefined));
    tell?.((done += batch.length));
    return results;
  });
  return found.flat();
}

async function source<Kind>(uri: Uri, kind: Kind, open: TextDocument | undefined, thread: { canRead(uri: Uri): boolean }, log: Log): Promise<WorkSource<Kind> | undefined> {
  if (open) return { uri: uri.toString(), kind, content: open.getText() };
  if (thread.canRead(uri)) return { uri: uri.toString(), kind };
  try {
    return { uri: uri.toString(), kind, content: await workspace.fs.readFile(uri) };
  } catch (error) {
    log.info(`${uri.toString()} could not be searched: ${String(error)}`);
    return undefined;
  }
}
