import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import type { CommonEnds, FileLike } from '../../core/ports';

/** Pieces of a file that are read side by side (bytes): most of the time goes into getting memory for what is read, which several threads share. */
const usualPiece = 4 * 1024 * 1024;
/** How much is compared at a time (bytes). */
const blockLength = 64 * 1024;

/** @returns a file's bytes; undefined for what is no file, since a pipe never ends and a device may go on for ever, and where it cannot be read to its end */
export async function readWhole(path: string, pieceLength = usualPiece): Promise<Uint8Array | undefined> {
  return withFile(path, async (file, size) => {
    const bytes = Buffer.allocUnsafeSlow(size);
    const read = await Promise.all(pieces(file, bytes, pieceLength));
    return read.every(Boolean) ? bytes : undefined;
  });
}

/** Reads a file, and meanwhile compares what has come with what it was before. @returns undefined as above */
export async function readWholeLike(path: string, before: Uint8Array, pieceLength = usualPiece): Promise<FileLike | undefined> {
  return withFile(path, async (file, size) => {
    const bytes = Buffer.allocUnsafeSlow(size);
    const known = Buffer.from(before.buffer, before.byteOffset, before.byteLength);
    const shorter = Math.min(size, known.length);
    let start = 0;
    let isSame = true;
    let isWhole = true;
    let until = 0;
    for (const piece of pieces(file, bytes, pieceLength)) {
      isWhole = (await piece) && isWhole;
      until = Math.min(until + pieceLength, shorter);
      if (isSame) start += commonStart(known, bytes, start, until);
      isSame = start === until;
    }
    return isWhole ? { bytes, common: { start, end: commonEnd(known, bytes, shorter - start) } } : undefined;
  });
}

async function withFile<Result>(path: string, read: (file: FileHandle, size: number) => Promise<Result>): Promise<Result | undefined> {
  if (!(await stat(path)).isFile()) return undefined; // to open a pipe would be to wait for whoever writes into it
  const file = await open(path);
  try {
    return await read(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

/** Begins to read all pieces; each tells whether it could be read to its end. */
function pieces(file: FileHandle, bytes: Buffer, length: number): Promise<boolean>[] {
  return Array.from({ length: Math.ceil(bytes.length / length) }, (_, index) =>
    readPiece(file, bytes, index * length, Math.min((index + 1) * length, bytes.length)).catch(() => false));
}

async function readPiece(file: FileHandle, bytes: Buffer, start: number, end: number): Promise<boolean> {
  for (let at = start; at < end; ) {
    const { bytesRead } = await file.read(bytes, at, end - at, at);
    if (bytesRead === 0) return false; // it has become shorter
    at += bytesRead;
  }
  return true;
}

function commonStart(a: Buffer, b: Buffer, from: number, until: number): number {
  let at = from;
  for (let length = blockLength; at < until && length > 0; ) {
    const own = Math.min(length, until - at);
    if (a.compare(b, at, at + own, at, at + own) === 0) at += own;
    else length = own >> 1;
  }
  return at - from;
}

function commonEnd(a: Buffer, b: Buffer, most: number): CommonEnds['end'] {
  let end = 0;
  for (let length = blockLength; end < most && length > 0; ) {
    const own = Math.min(length, most - end);
    if (a.compare(b, b.length - end - own, b.length - end, a.length - end - own, a.length - end) === 0) end += own;
    else length = own >> 1;
  }
  return end;
}
