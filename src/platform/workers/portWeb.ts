import type { LocalFiles, OwnFiles } from '../../core/ports';
import type { Port } from './peer';

/** The worker's own end of the channel to the thread that started it. */
export function parent(): Port {
  return {
    post: (message) => self.postMessage(message),
    onMessage: (listener) => self.addEventListener('message', (event: MessageEvent) => listener(event.data)),
  };
}

/** A browser's worker has no files: their content comes from the extension host. */
export const localFiles: LocalFiles = {
  read: () => Promise.resolve(undefined),
  stamp: () => Promise.resolve(undefined),
  write: () => Promise.resolve(false),
};

/** Casebook's own files: a browser's worker reaches them through the extension host. */
export const ownFiles: (host: OwnFiles) => OwnFiles = (host) => host;
