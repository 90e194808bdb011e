import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { LocalFiles } from '../../core/ports';
import type { Port } from './peer';

/** The worker's own end of the channel to the thread that started it. */
export function parent(): Port {
  return {
    post: (message) => parentPort?.postMessage(message),
    onMessage: (listener) => parentPort?.on('message', listener),
  };
}

/** The machine's own files. */
export const localFiles: LocalFiles = {
  async read(uri) {
    try {
      return await readFile(fileURLToPath(uri));
    } catch {
      return undefined;
    }
  },
};
