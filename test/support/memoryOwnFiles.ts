import { joinedBytes } from '../../src/core/joinedBytes';
import type { ByteRange, FileStamp, OwnFiles, WriteFault } from '../../src/core/ports';

/** Casebook's own files, in memory. */
export class MemoryOwnFiles implements OwnFiles {
  readonly content = new Map<string, Uint8Array>();
  private readonly times = new Map<string, number>();
  /** The time of the next writing, in milliseconds. */
  now = 1;
  /** How many more bytes there is room for. */
  room = Number.POSITIVE_INFINITY;
  /** Whether nothing may be written. */
  readOnly = false;

  async list(folder: string): Promise<readonly string[]> {
    const inside = [...this.content.keys()].filter((uri) => uri.startsWith(`${folder}/`));
    return [...new Set(inside.map((uri) => uri.slice(folder.length + 1).split('/')[0] ?? ''))].sort();
  }

  async read(uri: string, range?: ByteRange): Promise<Uint8Array | undefined> {
    return range ? this.content.get(uri)?.slice(range.start, range.end) : this.content.get(uri)?.slice();
  }

  async stamp(uri: string): Promise<FileStamp | undefined> {
    const bytes = this.content.get(uri);
    return bytes && { size: bytes.length, modified: this.times.get(uri) ?? 0 };
  }

  async write(uri: string, ...pieces: readonly Uint8Array[]): Promise<WriteFault | undefined> {
    const bytes = joinedBytes(pieces).slice();
    if (this.readOnly) return 'denied';
    if (bytes.length > this.room) return 'full';
    this.room -= bytes.length;
    this.content.set(uri, bytes);
    this.times.set(uri, this.now);
    return undefined;
  }

  async remove(uri: string): Promise<void> {
    for (const key of [...this.content.keys()]) {
      if (key !== uri && !key.startsWith(`${uri}/`)) continue;
      this.room += this.content.get(key)?.length ?? 0;
      this.content.delete(key);
    }
  }
}
