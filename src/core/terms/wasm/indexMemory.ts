import { At } from './layout';

const page = 65_536;

/** Room for what a search needs beside the index; what is not touched of it takes no memory (bytes). */
const searchRoom = 16 << 20;

/** A module's memory can be no larger (bytes). */
const most = 2 ** 32 - page;

/** A search that is in the memory at present. */
export interface Holder {
  /** Leaves the memory as it was, all zero but for the file. */
  release(): void;
}

/**
 * The file of a large index in a memory that texts can be searched in, since to copy it there takes as long as to read it. Of the searches that are
 * made of the index, as when the user's glossary is another, one is in it at a time.
 */
export class IndexMemory {
  readonly memory: WebAssembly.Memory;
  /** The file. */
  readonly bytes: Uint8Array;
  holder: Holder | undefined;

  /**
   * @param size of the file, in bytes
   * @throws RangeError where there is not so much memory
   */
  constructor(size: number) {
    if (size > most - searchRoom) throw new RangeError(`No memory for an index of ${size} bytes`);
    this.memory = new WebAssembly.Memory({ initial: Math.ceil((At.Rest + size + searchRoom) / page) });
    this.bytes = new Uint8Array(this.memory.buffer, At.Rest, size);
  }

  /** A file that is there in pieces. */
  static of(pieces: readonly Uint8Array[]): IndexMemory {
    const memory = new IndexMemory(pieces.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const piece of pieces) {
      memory.bytes.set(piece, at);
      at += piece.length;
    }
    return memory;
  }

  /** Where the room for a search begins (bytes). */
  get end(): number {
    return Math.ceil((At.Rest + this.bytes.length) / 64) * 64;
  }
}
