import { open } from 'node:fs/promises';
import type { Uri } from 'vscode';
import type { ByteRange } from '../core/ports';

/** Whether ranges of the machine's own files can be read. */
export const readsRanges = true;

/**
 * Reads part of a file of the machine. The file is not kept open: on Windows nobody could then replace it.
 * @returns the bytes, fewer where the file has become shorter
 * @throws an Error of Node's where it cannot be read
 */
export async function readLocalBytes(uri: Uri, { start, end }: ByteRange): Promise<Uint8Array> {
  const file = await open(uri.fsPath);
  try {
    const bytes = new Uint8Array(end - start);
    let filled = 0;
    while (filled < bytes.length) {
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, start + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}
