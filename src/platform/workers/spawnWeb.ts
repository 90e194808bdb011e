import { Uri, workspace } from 'vscode';
import type { SpawnedWorker } from './spawned';

/** Whether the worker can read the machine's files itself. */
export const readsLocalFiles = false;

/**
 * Starts the worker bundle as a web worker. The script is read and handed over as a blob, because an extension's files
 * are served from another origin than the extension host, and a worker's address must be of the same one.
 * @param dist the extension's `dist` folder
 */
export async function spawnWorker(dist: Uri): Promise<SpawnedWorker> {
  const script = await workspace.fs.readFile(Uri.joinPath(dist, 'web', 'worker.js'));
  const address = URL.createObjectURL(new Blob([script.slice()], { type: 'application/javascript' }));
  const worker = new Worker(address);
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.addEventListener('message', (event: MessageEvent) => listener(event.data)),
    onDeath: (listener) => worker.addEventListener('error', (event) => listener(new Error(event.message))),
    terminate: () => {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
