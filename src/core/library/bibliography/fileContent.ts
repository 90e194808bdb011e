import type { CommonEnds, FileStamp, LocalFiles } from '../../ports';
import type { Utf8Reading } from './utf8';
import { utf8Of } from './utf8';

/** A file's content, in memory from when it is first needed. */
export class FileContent {
  private reading: Promise<Utf8Reading> | undefined;
  private known: Utf8Reading | undefined;
  /** What it has in common with what it was read beside, where that is known. */
  common: CommonEnds | undefined;

  /**
   * @param stamp the state of the file that is meant; another one is not taken for it
   * @param content where it is known already
   */
  constructor(
    private readonly uri: string,
    private readonly files: LocalFiles,
    readonly stamp: FileStamp | undefined,
    private content?: Uint8Array | string,
  ) {}

  /**
   * @param before what it was before, to be compared with it while it is read
   * @returns undefined where the file is gone or has changed
   */
  async get(before?: Uint8Array): Promise<Uint8Array | string | undefined> {
    if (this.content !== undefined) return this.content;
    const like = before && (await this.files.readLike?.(this.uri, before));
    const bytes = like?.bytes ?? (await this.files.read(this.uri));
    if (this.stamp) {
      const now = await this.files.stamp(this.uri);
      const isSame = now?.size === this.stamp.size && now.modified === this.stamp.modified && bytes?.length === now.size;
      if (!isSame) return undefined;
    }
    this.content = bytes;
    this.common = like?.common;
    return bytes;
  }

  /** @returns the content as UTF-8; undefined where the file is gone or has changed */
  async utf8(): Promise<Utf8Reading | undefined> {
    const content = this.known ? undefined : await this.get();
    if (this.known || content === undefined) return this.known;
    this.reading ??= utf8Of(content);
    this.known = await this.reading;
    // What was translated is kept once.
    this.content = this.known.bytes ?? new Uint8Array(0);
    return this.known;
  }

  /** @returns the file's own bytes where they are in memory and UTF-8 */
  knownUtf8(): Uint8Array | undefined {
    return this.known?.bytes && this.known.isOwn ? this.known.bytes : undefined;
  }

  /** Takes for known what is UTF-8 for sure. */
  take(bytes: Uint8Array): void {
    this.known = { bytes, isOwn: true, problems: [] };
    this.content = bytes;
  }
}
