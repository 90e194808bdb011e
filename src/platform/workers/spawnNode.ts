import { Worker } from 'node:worker_threads';
import type { Uri } from 'vscode';
import type { SpawnedWorker } from './spawned';

/** Whether the worker can read the machine's files itself. */
export const readsLocalFiles = true;

/**
 * Starts the worker bundle on a thread of its own.
 * @param dist the extension's `dist` folder
 */
export async function spawnWorker(dist: Uri): Promise<SpawnedWorker> {
  const worker = new Worker(`${dist.fsPath}/node/worker.js`);
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on('message', listener),
    onDeath: (listener) => {
      worker.on('error', listener);
      worker.on('exit', (code) => listener(new Error(`The worker ended with code ${code}.`)));
    },
    terminate: () => void worker.terminate(),
  };
}
