import { joinedBytes } from '../../joinedBytes';
import type { FileStamp, OwnFiles, WriteFault } from '../../ports';

/** Large enough for a disk, small enough to hold and to lose (bytes). */
const defaultPieceSize = 4 << 20;

/** What nobody has added to for so long (ms), while others did to theirs, nobody is loading any more. */
const abandonedAfter = 3_600_000;

/** What tells one state of a file on the web from another: its ETag, or when it was changed. */
export interface Validator {
  readonly value: string;
  /** How long the whole file is, where that was said (bytes). */
  readonly total?: number;
}

/** A piece as it lies in a folder. */
interface Piece {
  readonly start: number;
  readonly stamp: FileStamp;
}

/** What a window has in its folder. */
interface Unfinished {
  readonly session: string;
  readonly validator: Validator | undefined;
  readonly pieces: readonly Piece[];
  /** When it was last added to, in milliseconds. */
  readonly changed: number;
}

/**
 * A file that is on its way, kept in pieces that are named by where they begin. Each is written whole or not at all. Every
 * window has a folder of its own, so that two which load the same file do each other no harm; what one left unfinished
 * another copies, and goes on with.
 */
export class Pieces {
  private validator: Validator | undefined;
  private starts: number[] = [];
  private written = 0;
  private waiting: Uint8Array[] = [];
  private waitingSize = 0;

  /**
   * @param folder that is this file's alone
   * @param session this window's name, which no other one has
   */
  constructor(
    private readonly files: OwnFiles,
    private readonly folder: string,
    private readonly session: string,
    private readonly pieceSize = defaultPieceSize,
  ) {}

  /** How many bytes there are, from the file's beginning on. */
  get size(): number {
    return this.written + this.waitingSize;
  }

  /** What the bytes are of; undefined where the next attempt could not go on with them. */
  get of(): Validator | undefined {
    return this.validator;
  }

  /** Takes up what an earlier attempt left unfinished, the longest where there are several. */
  async restore(): Promise<WriteFault | undefined> {
    const found = await Promise.all((await this.files.list(this.folder)).map((session) => this.leftBy(session)));
    const [longest] = found.filter((one) => one.pieces.length > 0).sort((a, b) => sizeOf(b.pieces) - sizeOf(a.pieces));
    if (!longest) return undefined;
    if (longest.session !== this.session) return this.copy(longest);
    this.validator = longest.validator;
    this.starts = longest.pieces.map(({ start }) => start);
    this.written = sizeOf(longest.pieces);
    return undefined;
  }

  /**
   * Begins from the first byte.
   * @param validator undefined where there is no telling later whether the file is the same
   */
  async restart(validator: Validator | undefined): Promise<WriteFault | undefined> {
    await this.files.remove(this.own);
    this.validator = validator;
    this.starts = [];
    this.written = 0;
    this.waiting = [];
    this.waitingSize = 0;
    return this.files.write(`${this.own}/${headName}`, new TextEncoder().encode(JSON.stringify(validator ?? {})));
  }

  async add(bytes: Uint8Array): Promise<WriteFault | undefined> {
    this.waiting.push(bytes);
    this.waitingSize += bytes.length;
    return this.waitingSize >= this.pieceSize ? this.flush() : undefined;
  }

  /** Writes what waits to be written. */
  async flush(): Promise<WriteFault | undefined> {
    if (this.waitingSize === 0) return undefined;
    const piece = joinedBytes(this.waiting);
    const fault = await this.files.write(`${this.own}/${this.written}`, piece);
    if (fault) return fault;
    this.starts.push(this.written);
    this.written += piece.length;
    this.waiting = [];
    this.waitingSize = 0;
    return undefined;
  }

  /**
   * All that is written, from an offset on, piece by piece.
   * @throws an Error where somebody deleted a piece
   */
  async *read(from = 0): AsyncGenerator<Uint8Array> {
    const { files, own, written, starts } = this;
    for (const [at, start] of starts.entries()) {
      const end = starts[at + 1] ?? written;
      if (end <= from) continue;
      const bytes = await files.read(`${own}/${start}`);
      if (bytes?.length !== end - start) throw new Error(`A piece of the download is gone: ${own}/${start}`);
      yield bytes.subarray(Math.max(0, from - start));
    }
  }

  /** Deletes what is here, and what others left long ago. */
  async discard(): Promise<void> {
    const sessions = await Promise.all((await this.files.list(this.folder)).map((session) => this.leftBy(session)));
    const now = sessions.find(({ session }) => session === this.session)?.changed ?? 0;
    const abandoned = sessions.filter(({ session, changed }) => session === this.session || changed < now - abandonedAfter);
    for (const { session } of abandoned) await this.files.remove(`${this.folder}/${session}`);
    // Asked anew: another window may be done at the same moment, or have begun.
    if ((await this.files.list(this.folder)).length === 0) await this.files.remove(this.folder);
  }

  private get own(): string {
    return `${this.folder}/${this.session}`;
  }

  /** Another window may be at work on what is copied: what it takes away meanwhile is loaded anew. */
  private async copy({ session, validator, pieces }: Unfinished): Promise<WriteFault | undefined> {
    let fault = await this.restart(validator);
    for (const { start, stamp } of pieces) {
      const bytes = fault ? undefined : await this.files.read(`${this.folder}/${session}/${start}`);
      if (bytes?.length !== stamp.size) break;
      fault = (await this.add(bytes)) ?? (await this.flush());
    }
    return fault;
  }

  /** @returns the pieces in order, as far as no byte is missing */
  private async leftBy(session: string): Promise<Unfinished> {
    const folder = `${this.folder}/${session}`;
    const head = `${folder}/${headName}`;
    const validator = readValidator(await this.files.read(head));
    const starts = (await this.files.list(folder)).filter((name) => /^\d+$/.test(name)).map(Number);
    const pieces: Piece[] = [];
    for (const start of starts.sort((a, b) => a - b)) {
      const stamp = await this.files.stamp(`${folder}/${start}`);
      if (stamp && start === sizeOf(pieces)) pieces.push({ start, stamp });
    }
    const changed = Math.max(pieces.at(-1)?.stamp.modified ?? 0, (await this.files.stamp(head))?.modified ?? 0);
    return { session, validator, pieces: validator ? pieces : [], changed };
  }
}

const headName = 'head.json';

function sizeOf(pieces: readonly Piece[]): number {
  const last = pieces.at(-1);
  return last ? last.start + last.stamp.size : 0;
}

function readValidator(bytes: Uint8Array | undefined): Validator | undefined {
  try {
    const { value, total } = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Record<keyof Validator, unknown>>;
    return typeof value === 'string' ? { value, ...(typeof total === 'number' && { total }) } : undefined;
  } catch {
    return undefined;
  }
}
