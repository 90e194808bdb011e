import { type Uri, workspace } from 'vscode';
import type { ByteRange } from '../core/ports';

/** Whether ranges of the machine's own files can be read. */
export const readsRanges = false;

/**
 * Reads part of a file; VS Code's file systems only give all of it.
 * @throws an Error of VS Code's where it cannot be read
 */
export async function readLocalBytes(uri: Uri, { start, end }: ByteRange): Promise<Uint8Array> {
  return (await workspace.fs.readFile(uri)).subarray(start, end);
}
