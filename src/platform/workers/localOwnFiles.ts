import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ByteRange, FileStamp, OwnFiles, WriteFault } from '../../core/ports';

/** Parts of a large file are read at once: it is memory that is used for the first time that takes the time (bytes). */
const partSize = 4 << 20;

/** What is left under such a name was never finished. */
const unfinishedEnding = '.casebook-part';

/** Windows refuses to replace a file that another process reads at the moment: it is tried again after these pauses (ms). */
const pauses = [20, 100, 500];

/** Casebook's own files on the machine's disk, written by whichever process: each is whole or not there. */
export class LocalOwnFiles implements OwnFiles {
  /** Two writings of one file at once must not share an unfinished one. */
  private writings = 0;

  async list(folder: string): Promise<readonly string[]> {
    try {
      return (await readdir(fileURLToPath(folder))).filter((name) => !name.endsWith(unfinishedEnding)).sort();
    } catch {
      return [];
    }
  }

  async read(uri: string, range?: ByteRange): Promise<Uint8Array | undefined> {
    try {
      const path = fileURLToPath(uri);
      return range ? await readRange(path, range) : plainBytes(await readFile(path));
    } catch {
      return undefined;
    }
  }

  async readInto(uri: string, bytes: Uint8Array): Promise<boolean> {
    try {
      const file = await open(fileURLToPath(uri));
      try {
        const starts = Array.from({ length: Math.ceil(bytes.length / partSize) }, (_, part) => part * partSize);
        const read = await Promise.all(starts.map((start) => readPart(file, bytes, start, Math.min(bytes.length, start + partSize))));
        return !read.includes(false);
      } finally {
        await file.close();
      }
    } catch {
      return false;
    }
  }

  async stamp(uri: string): Promise<FileStamp | undefined> {
    try {
      const found = await stat(fileURLToPath(uri));
      return found.isFile() ? { size: found.size, modified: found.mtimeMs } : undefined;
    } catch {
      return undefined;
    }
  }

  async write(uri: string, ...pieces: readonly Uint8Array[]): Promise<WriteFault | undefined> {
    const path = fileURLToPath(uri);
    const unfinished = `${path}.${process.pid}-${++this.writings}${unfinishedEnding}`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(unfinished, pieces);
      await put(unfinished, path);
      return undefined;
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => undefined);
      return faultOf(error);
    }
  }

  async remove(uri: string): Promise<void> {
    await rm(fileURLToPath(uri), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  }
}

/** Node's own kind of array has a `slice` that does not copy. */
function plainBytes({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** @returns false where the file ends sooner */
async function readPart(file: FileHandle, bytes: Uint8Array, start: number, end: number): Promise<boolean> {
  for (let at = start; at < end; ) {
    const { bytesRead } = await file.read(bytes, at, end - at, at);
    if (bytesRead === 0) return false;
    at += bytesRead;
  }
  return true;
}

async function readRange(path: string, { start, end }: ByteRange): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(new Uint8Array(Math.max(0, end - start)), 0, Math.max(0, end - start), start);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function put(unfinished: string, path: string): Promise<void> {
  for (const pause of pauses) {
    try {
      return await rename(unfinished, path);
    } catch (error) {
      if (!['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  await rename(unfinished, path);
}

function faultOf(error: unknown): WriteFault {
  return ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error)) ? 'full' : 'denied';
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
