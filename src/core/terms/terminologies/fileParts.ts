import type { OwnFiles } from '../../ports';
import { partOf, type TerminologyPart } from '../readers/terminologyPart';

/** Small enough that work can be given up between two, large enough for a disk (bytes). */
const chunkSize = 1 << 20;

/** A file of the user's, its bytes where only the extension host can read it. */
export interface TerminologyFile {
  readonly uri: string;
  readonly content?: Uint8Array;
}

/** @returns the file as a part of a terminology, read piece by piece; undefined where there is none */
export async function filePart({ uri, content }: TerminologyFile, files: OwnFiles): Promise<TerminologyPart | undefined> {
  const name = nameOf(uri);
  if (content) return partOf(name, content);
  const size = (await files.stamp(uri))?.size;
  return size === undefined ? undefined : { name, size, open: (from = 0) => chunksOf(uri, from, size, files) };
}

async function* chunksOf(uri: string, from: number, size: number, files: OwnFiles): AsyncGenerator<Uint8Array> {
  for (let at = from; at < size; at += chunkSize) {
    const bytes = await files.read(uri, { start: at, end: Math.min(size, at + chunkSize) });
    // The file became shorter, or went, while it is read: what there is of it is read as a file that was cut short.
    if (!bytes || bytes.length === 0) return;
    yield bytes;
  }
}

/** `file:///home/me/hp%20new.obo` → `hp new.obo` */
export function nameOf(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
