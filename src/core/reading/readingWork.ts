import type { LocalFiles } from '../ports';
import { readMarkupText } from './fullText';
import { fileName } from './fileName';
import type { ReadingPage } from './readingPage';

/** Reads full texts, which is too heavy for the extension host's thread. */
export class ReadingWork {
  constructor(private readonly files: LocalFiles) {}

  /**
   * @param content the file's bytes; undefined where the worker can read it
   * @returns the text of an HTML or JATS file as a page; undefined where the file is gone or is neither
   */
  async fullText(uri: string, content: Uint8Array | undefined): Promise<ReadingPage | undefined> {
    const bytes = content ?? (await this.files.read(uri));
    return bytes && readMarkupText(fileName(uri), bytes).page;
  }
}
