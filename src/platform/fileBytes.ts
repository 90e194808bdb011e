import { readLocalBytes, readsRanges } from '#localBytes';
import { type Uri, workspace } from 'vscode';

/**
 * The bytes of one state of a file, read part by part. Where the file is on the machine's own disk, only what is asked for is
 * read; elsewhere VS Code gives files only whole, and this holds it.
 */
export class FileBytes {
  private whole: Promise<Uint8Array> | undefined;

  private constructor(
    private readonly uri: Uri,
    /** In bytes. */
    readonly length: number,
    /** When it was changed, in milliseconds since 1970. */
    readonly modified: number,
  ) {}

  /** @throws an Error of VS Code's where there is no such file, or it cannot be read */
  static async of(uri: Uri): Promise<FileBytes> {
    const { size, mtime } = await workspace.fs.stat(uri);
    return new FileBytes(uri, size, mtime);
  }

  /**
   * @returns the bytes from `start` up to, not including, `end`; a copy
   * @throws an Error where the file is gone, or has become another
   */
  async read(start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = readsRanges && this.uri.scheme === 'file' ? await readLocalBytes(this.uri, { start, end }) : (await this.all()).subarray(start, end);
    if (bytes.length !== Math.min(end, this.length) - start) throw new Error('The file was changed while it was read.');
    return bytes.slice();
  }

  private all(): Promise<Uint8Array> {
    this.whole ??= Promise.resolve(workspace.fs.readFile(this.uri));
    this.whole.catch(() => (this.whole = undefined));
    return this.whole;
  }
}
