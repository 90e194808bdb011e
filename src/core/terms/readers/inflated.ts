import { type FlateStreamHandler, Gunzip, Inflate } from 'fflate';
import { problem } from '../../problems/problem';
import { Crc32 } from './crc32';
import { inSteps } from './inSteps';
import { CannotUnpack, nativelyUnpacked } from './nativeInflate';
import type { ReadingRun } from './readingRun';

/** Bytes that are unpacked at a time: deflate makes at most 1,032 bytes of each, so 128 MB are the most at once. */
const step = 128 * 1024;
/** No terminology is packed better than this; bombs are: a million to one. Text of much the same lines comes to 60. */
const bestRatio = 400;
/** Below so many bytes the ratio says nothing. */
const ratioFloor = 64 * 1024 * 1024;
/** The largest file of a full UMLS release has less than a tenth. */
const mostBytes = 64 * 1024 * 1024 * 1024;

/** How packed bytes are unpacked, and checked, by a library. */
interface Unpacking {
  readonly decompressor: { ondata: FlateStreamHandler; push(chunk: Uint8Array, final?: boolean): void };
  /** What the checksum of all that was unpacked must be, known at the end; undefined where that is not said. */
  readonly checksum: () => number | undefined;
  /** Looks at packed bytes as they pass. */
  readonly pass?: (chunk: Uint8Array) => void;
}

/** gzip (RFC 1952), which ends with the checksum. Of files of several members the checksum is of the last only, and is not looked at. */
function gunzipping(): Unpacking {
  const decompressor = new Gunzip();
  let members = 0;
  decompressor.onmember = () => (members += 1);
  let last: Uint8Array = new Uint8Array();
  return {
    decompressor,
    pass: (chunk) => {
      last = Uint8Array.from([...last, ...chunk.slice(-8)]).slice(-8);
    },
    checksum: () => (members > 0 || last.length < 8 ? undefined : new DataView(last.buffer).getUint32(0, true)),
  };
}

/** Watches how much comes out of how little. */
class BombGuard {
  private packed = 0;
  private unpacked = 0;

  /** @returns whether it is still likely to be a file that somebody means */
  isFair(packed: number, unpacked: number): boolean {
    this.packed += packed;
    this.unpacked += unpacked;
    return this.unpacked < mostBytes && (this.unpacked < ratioFloor || this.unpacked < bestRatio * this.packed);
  }
}

/** Packed bytes that can be read more than once. */
export interface Packed {
  /** The archive's name, for problems. */
  readonly name: string;
  readonly format: 'gzip' | 'deflate-raw';
  /** What they must unpack to, where they do not say so themselves. */
  readonly checksum: number | undefined;
  open(): AsyncIterable<Uint8Array>;
}

/**
 * What packed bytes hold. Where they are damaged or cut off, what comes before that; the problem is told. Never throws for
 * what the bytes are. The platform unpacks what is sound; what is not, fflate, which gives all that there is and says why there
 * is no more.
 */
export async function* unpacked(packed: Packed, run: ReadingRun): AsyncGenerator<Uint8Array> {
  const guard = new BombGuard();
  const crc = packed.checksum === undefined ? undefined : new Crc32();
  let given = 0;
  try {
    for await (const piece of nativelyUnpacked(packed.open(), packed.format, (length) => guard.isFair(length, 0))) {
      if (!guard.isFair(0, piece.length)) {
        run.tell(problem('archive-bomb', 'error', { name: packed.name }), packed.name);
        return;
      }
      crc?.add(piece);
      given += piece.length;
      yield piece;
    }
    if (crc && packed.checksum !== crc.value && !run.isCancelled) damaged(packed.name, 'its checksum is wrong', run);
  } catch (error) {
    if (!(error instanceof CannotUnpack)) throw error;
    if (!run.isCancelled) yield* skip(given, unpackedByLibrary(packed, run));
  }
}

async function* unpackedByLibrary({ name, format, checksum, open }: Packed, run: ReadingRun): AsyncGenerator<Uint8Array> {
  const unpacking: Unpacking = format === 'gzip' ? gunzipping() : { decompressor: new Inflate(), checksum: () => checksum };
  const guard = new BombGuard();
  const crc = new Crc32();
  const output = new Output(unpacking.decompressor);
  for await (const chunk of inSteps(open(), step)) {
    unpacking.pass?.(chunk);
    const fault = output.push(chunk, false);
    const pieces = output.take();
    if (!guard.isFair(chunk.length, pieces.reduce((sum, { length }) => sum + length, 0))) {
      run.tell(problem('archive-bomb', 'error', { name }), name);
      return;
    }
    for (const piece of pieces) {
      crc.add(piece);
      yield piece;
    }
    if (fault !== undefined) {
      damaged(name, fault, run);
      return;
    }
  }
  const fault = output.push(new Uint8Array(), true);
  for (const piece of output.take()) {
    crc.add(piece);
    yield piece;
  }
  const stated = unpacking.checksum();
  if (run.isCancelled) return;
  if (fault !== undefined) damaged(name, fault, run);
  else if (stated !== undefined && stated !== crc.value) damaged(name, 'its checksum is wrong', run);
}

/** Bytes that are stored as they are, with their checksum looked at. */
export async function* checked(bytes: AsyncIterable<Uint8Array>, name: string, checksum: number | undefined, run: ReadingRun): AsyncGenerator<Uint8Array> {
  const crc = new Crc32();
  for await (const chunk of bytes) {
    crc.add(chunk);
    yield chunk;
  }
  if (checksum !== undefined && checksum !== crc.value && !run.isCancelled) damaged(name, 'its checksum is wrong', run);
}

/** Bytes without so many first ones. */
export async function* skip(count: number | undefined, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = count ?? 0;
  for await (const chunk of bytes) {
    if (chunk.length > left) yield left === 0 ? chunk : chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

function damaged(name: string, detail: string, run: ReadingRun): void {
  run.tell(problem('archive-damaged', 'error', { name, detail }), name);
}

/** What a decompressor gives back. */
class Output {
  private pieces: Uint8Array[] = [];

  constructor(private readonly decompressor: Unpacking['decompressor']) {
    decompressor.ondata = (piece) => {
      if (piece.length > 0) this.pieces.push(piece);
    };
  }

  /** @returns what is wrong with the bytes, if something is */
  push(chunk: Uint8Array, final: boolean): string | undefined {
    try {
      this.decompressor.push(chunk, final);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  take(): readonly Uint8Array[] {
    const { pieces } = this;
    this.pieces = [];
    return pieces;
  }
}
