import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { LocalFiles, OwnFiles } from '../../core/ports';
import { LocalOwnFiles } from './localOwnFiles';
import type { Port } from './peer';
import { readWhole, readWholeLike } from './readWhole';

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
      return await readWhole(fileURLToPath(uri));
    } catch {
      return undefined;
    }
  },
  async readLike(uri, before) {
    try {
      return await readWholeLike(fileURLToPath(uri), before);
    } catch {
      return undefined;
    }
  },
  async stamp(uri) {
    try {
      const found = await stat(fileURLToPath(uri));
      return found.isFile() ? { size: found.size, modified: found.mtimeMs } : undefined;
    } catch {
      return undefined;
    }
  },
  async write(uri, bytes) {
    try {
      const path = fileURLToPath(uri);
      await mkdir(dirname(path), { recursive: true });
      // Whole or not at all: another window may read it meanwhile.
      const unfinished = `${path}.${process.pid}`;
      await writeFile(unfinished, bytes);
      await rename(unfinished, path);
      return true;
    } catch {
      return false;
    }
  },
};

/** Casebook's own files: the worker reads and writes them itself. */
export const ownFiles: (host: OwnFiles) => OwnFiles = () => new LocalOwnFiles();
