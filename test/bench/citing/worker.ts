import { build } from 'esbuild';
import * as path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PackedAssets } from '../../../src/core/ports';
import type { Work } from '../../../src/core/work';
import { Peer, type Remote } from '../../../src/platform/workers/peer';
import { outFolder, root } from '../../support/paths';

/** Casebook's worker on a thread of its own, as the extension host has it. */
export interface WorkerSide {
  readonly work: Remote<Work>;
  stop(): Promise<number>;
}

/** Bundles the worker as it ships and starts it; what asks is as the extension host, which hands over the styles. */
export async function startWorker(assets: PackedAssets): Promise<WorkerSide> {
  const outfile = path.join(outFolder, 'bench', 'worker.cjs');
  await build({
    entryPoints: [path.join(root, 'src', 'worker.ts')],
    outfile, bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20', legalComments: 'none', logLevel: 'error',
  });
  const worker = new Worker(outfile);
  const port = { post: (message: unknown) => worker.postMessage(message), onMessage: (listener: (message: unknown) => void) => worker.on('message', listener) };
  return { work: new Peer(port, { assets }).remote<Work>(), stop: () => worker.terminate() };
}
