import { problem } from '../../problems/problem';
import { checked, skip, unpacked } from './inflated';
import type { ReadingRun } from './readingRun';
import type { TerminologyPart } from './terminologyPart';
import { dataOffset, zipEntries, type ZipEntry } from './zipDirectory';

/** A gzip file in a zip archive is met; anything deeper is made to be unpacked for ever. */
const deepest = 3;
/** Parts that are read of one terminology; a UMLS release has five that count. */
const mostParts = 200;

/**
 * The files in what the user gave: itself, what is in a gzip file, or the files in a zip archive, known by their first bytes.
 * None of these throws while it is read for being damaged; that is told, and it ends.
 */
export async function unpackParts(parts: readonly TerminologyPart[], run: ReadingRun, depth = 0): Promise<readonly TerminologyPart[]> {
  const found: TerminologyPart[] = [];
  for (const part of parts) {
    const [first, second, third, fourth] = await firstBytes(part, 4);
    const isGzip = first === 0x1f && second === 0x8b;
    // An archive without files begins with its end.
    const isZip = first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6));
    if (!isGzip && !isZip) {
      found.push(part);
    } else if (depth === deepest) {
      run.tell(problem('archive-bomb', 'error', { name: part.name }), part.name);
    } else {
      const inner = isGzip ? [gunzipped(part, run)] : (await zipEntries(part, run)).filter(isOfInterest).map((entry) => unzipped(part, entry, run));
      if (inner.length === 0) run.tell(problem('archive-empty', 'error', { name: part.name }), part.name);
      found.push(...(await unpackParts(inner.slice(0, mostParts), run, depth + 1)));
    }
  }
  return found;
}

/** The first bytes of a part, fewer where it has fewer. */
export async function firstBytes(part: TerminologyPart, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  for await (const chunk of part.open()) {
    const taken = chunk.subarray(0, length - filled);
    bytes.set(taken, filled);
    filled += taken.length;
    if (filled === length) break;
  }
  return bytes.subarray(0, filled);
}

function gunzipped(part: TerminologyPart, run: ReadingRun): TerminologyPart {
  return { name: part.name.replace(/\.gz$/i, ''), open: (from) => skip(from, unpacked({ name: part.name, format: 'gzip', checksum: undefined, open: () => part.open() }, run)) };
}

function unzipped(part: TerminologyPart, entry: ZipEntry, run: ReadingRun): TerminologyPart {
  const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
  run.fileNames.push(entry.name);
  return { name, open: (from) => skip(from, entryBytes(part, entry, run)) };
}

async function* entryBytes(part: TerminologyPart, entry: ZipEntry, run: ReadingRun): AsyncGenerator<Uint8Array> {
  const offset = entry.isEncrypted || (entry.method !== 0 && entry.method !== 8) ? undefined : await dataOffset(part, entry);
  if (offset === undefined) {
    const detail = entry.isEncrypted ? 'it is encrypted' : `its entry ${entry.name} cannot be unpacked`;
    run.tell(problem('archive-damaged', 'error', { name: part.name, detail }), part.name);
    return;
  }
  const open = (): AsyncIterable<Uint8Array> => limited(part.open(offset), entry.size ?? Number.POSITIVE_INFINITY);
  if (entry.method === 0) yield* checked(open(), part.name, entry.checksum, run);
  else yield* unpacked({ name: part.name, format: 'deflate-raw', checksum: entry.checksum, open }, run);
}

async function* limited(bytes: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let left = length;
  if (left === 0) return;
  for await (const chunk of bytes) {
    yield chunk.length <= left ? chunk : chunk.subarray(0, left);
    left -= chunk.length;
    if (left <= 0) return;
  }
}

/** Not folders, and not what operating systems put beside files. */
function isOfInterest({ name, size }: ZipEntry): boolean {
  return !name.endsWith('/') && size !== 0 && !/(^|\/)(__MACOSX\/|\.)/.test(name);
}
