import { parentPort } from 'node:worker_threads';
import type { Port } from './peer';

/** The worker's own end of the channel to the thread that started it. */
export function parent(): Port {
  return {
    post: (message) => parentPort?.postMessage(message),
    onMessage: (listener) => parentPort?.on('message', listener),
  };
}
