import { problem } from '../../problems/problem';
import type { ReadingRun } from './readingRun';
import type { TerminologyPart } from './terminologyPart';

/** What a zip archive says of a file in it (PKWARE APPNOTE 6.3, 4.3.12). */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** CRC-32 of what it holds; undefined where only the data tell. */
  readonly checksum: number | undefined;
  /** Packed, in bytes; undefined where only the data tell. */
  readonly size: number | undefined;
  /** Where its own header begins. */
  readonly offset: number;
}

/** The end record with the longest comment there can be, and ZIP64's locator before it. */
const tailLength = 22 + 0xffff + 20;
/** Archives of terminologies have a few dozen files. */
const mostEntries = 5000;
/** Bytes of a directory of so many files. */
const longestDirectory = 8 * 1024 * 1024;

const endMark = 0x06054b50;
const end64Mark = 0x06064b50;
const locator64Mark = 0x07064b50;
const entryMark = 0x02014b50;
const fileMark = 0x04034b50;

/**
 * The files in a zip archive. Of one that is cut off, and has lost its directory, which is at the end, the first file alone.
 */
export async function zipEntries(part: TerminologyPart, run: ReadingRun): Promise<readonly ZipEntry[]> {
  const place = await directoryPlace(part);
  if (place) {
    if (place.length > longestDirectory || place.count > mostEntries) {
      run.tell(problem('archive-bomb', 'error', { name: part.name }), part.name);
      return [];
    }
    const entries = parseDirectory(await bytesAt(part, place.offset, place.length));
    if (entries.length === place.count) return entries;
  }
  run.tell(problem('archive-damaged', 'error', { name: part.name, detail: 'its directory is missing' }), part.name);
  return firstEntry(await bytesAt(part, 0, 30 + 0xffff));
}

/** Where a file's data begin: behind a header whose length only it tells. */
export async function dataOffset(part: TerminologyPart, entry: ZipEntry): Promise<number | undefined> {
  const view = viewOf(await bytesAt(part, entry.offset, 30));
  if (view.byteLength < 30 || view.getUint32(0, true) !== fileMark) return undefined;
  return entry.offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
}

interface DirectoryPlace {
  readonly offset: number;
  readonly length: number;
  readonly count: number;
}

async function directoryPlace(part: TerminologyPart): Promise<DirectoryPlace | undefined> {
  const tail = part.size === undefined ? await lastBytes(part) : await bytesAt(part, Math.max(0, part.size - tailLength), tailLength);
  const view = viewOf(tail);
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== endMark) continue;
    const offset = view.getUint32(at + 16, true);
    const count = view.getUint16(at + 10, true);
    if (offset !== 0xffffffff && count !== 0xffff) return { offset, length: view.getUint32(at + 12, true), count };
    return at >= 20 && view.getUint32(at - 20, true) === locator64Mark ? directoryPlace64(part, Number(view.getBigUint64(at - 12, true))) : undefined;
  }
  return undefined;
}

async function directoryPlace64(part: TerminologyPart, at: number): Promise<DirectoryPlace | undefined> {
  const view = viewOf(await bytesAt(part, at, 56));
  if (view.byteLength < 56 || view.getUint32(0, true) !== end64Mark) return undefined;
  return { count: Number(view.getBigUint64(32, true)), length: Number(view.getBigUint64(40, true)), offset: Number(view.getBigUint64(48, true)) };
}

function parseDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === entryMark; ) {
    const flags = view.getUint16(at + 8, true);
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const next = at + 46 + nameLength + extraLength + commentLength;
    if (next > bytes.length) break;
    const extra = viewOf(bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength));
    const sizes = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    const [, size = 0, offset = 0] = sizes64(extra, sizes);
    const name = nameIn(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({ name, method: view.getUint16(at + 10, true), isEncrypted: (flags & 1) !== 0, checksum: view.getUint32(at + 16, true), size, offset });
    at = next;
  }
  return entries;
}

/** Sizes of more than 32 bits stand in an extra field of their own, those only that need it, in this order. */
function sizes64(extra: DataView, sizes: readonly number[]): readonly number[] {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) !== 1) continue;
    let from = at + 4;
    return sizes.map((size) => {
      if (size !== 0xffffffff || from + 8 > extra.byteLength) return size;
      from += 8;
      return Number(extra.getBigUint64(from - 8, true));
    });
  }
  return sizes;
}

function firstEntry(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes);
  if (bytes.length < 30 || view.getUint32(0, true) !== fileMark) return [];
  const flags = view.getUint16(6, true);
  const size = view.getUint32(18, true);
  const name = nameIn(bytes.subarray(30, 30 + view.getUint16(26, true)));
  const isKnown = (flags & 8) === 0 && size !== 0xffffffff;
  return [{ name, method: view.getUint16(8, true), isEncrypted: (flags & 1) !== 0, checksum: isKnown ? view.getUint32(14, true) : undefined, size: isKnown ? size : undefined, offset: 0 }];
}

/** Names are ASCII or UTF-8; other letters of old archives look wrong, and nothing depends on them. */
function nameIn(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

/** So many bytes from an offset on, or as many as there are. */
async function bytesAt(part: TerminologyPart, from: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(Math.min(length, part.size === undefined ? length : Math.max(0, part.size - from)));
  let filled = 0;
  if (bytes.length === 0 || !Number.isSafeInteger(from)) return bytes.subarray(0, 0);
  for await (const chunk of part.open(from)) {
    const taken = chunk.subarray(0, bytes.length - filled);
    bytes.set(taken, filled);
    filled += taken.length;
    if (filled === bytes.length) break;
  }
  return bytes.subarray(0, filled);
}

async function lastBytes(part: TerminologyPart): Promise<Uint8Array> {
  let last = new Uint8Array();
  for await (const chunk of part.open()) {
    const joined = new Uint8Array(last.length + chunk.length);
    joined.set(last);
    joined.set(chunk, last.length);
    last = joined.slice(Math.max(0, joined.length - tailLength));
  }
  return last;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
