import { decode } from '../formats/decode';
import { formats, readText } from '../formats/registry';
import type { ReadResult } from '../formats/format';
import type { LocalFiles } from '../ports';
import type { Problem } from '../problems/problem';
import type { TermWork } from '../terms/termWork';
import type { Topic } from '../terms/concept';
import { setCitekey } from './editPaperFile';
import type { Paper } from './paper';
import { newPaperFile, readPaperFile } from './paperFile';
import type { CslItem } from './record';

/** A paper file: its bytes, its text as it stands in an editor, or its address alone for the worker to read. */
export interface PaperSource {
  readonly uri: string;
  readonly content?: Uint8Array | string;
}

export interface PaperWorkResult {
  readonly uri: string;
  readonly paper: Paper | undefined;
  readonly topics: readonly Topic[];
  readonly problems: readonly Problem[];
}

/** A paper that parses faster than this would be strange; a larger file is not one paper (bytes). */
const largestPaperFile = 5_000_000;
const largestImport = 50_000_000;

/** What the library needs done that is too heavy for the extension host's thread. */
export class LibraryWork {
  constructor(
    private readonly terms: TermWork,
    private readonly files: LocalFiles,
  ) {}

  /** @returns for each source its paper, the paper's topics, and what is wrong in it; nothing for a file that is gone */
  async readPapers(sources: readonly PaperSource[]): Promise<PaperWorkResult[]> {
    await this.terms.ready();
    const contents = await Promise.all(sources.map(({ uri, content }) => content ?? this.files.read(uri)));
    return sources.flatMap(({ uri }, at) => {
      const content = contents[at];
      return content === undefined ? [] : this.readPaper(uri, content);
    });
  }

  /** @returns the formats that can be imported, for a file dialog */
  readableFormats(): { readonly name: string; readonly extensions: readonly string[] }[] {
    return formats.filter(({ read }) => read).map(({ name, extensions }) => ({ name, extensions }));
  }

  /**
   * @param content what the user brought: a file's bytes, or text
   * @param format a format's id; without one the content tells
   */
  readImport(content: Uint8Array | string, format?: string): ReadResult & { readonly format?: string } {
    if (typeof content === 'string') return readText(content, format);
    const { text, problems } = decode(content, largestImport);
    if (text === undefined) return { records: [], problems };
    const read = readText(text, format);
    return { ...read, problems: [...problems, ...read.problems] };
  }

  /** @returns the text of a new paper file */
  newPaperFile(record: CslItem): string {
    return newPaperFile(record);
  }

  /** @returns the paper file's text with another citekey, all else as it was; undefined where it holds no record */
  setCitekey(text: string, citekey: string): string | undefined {
    return setCitekey(text, citekey);
  }

  private readPaper(uri: string, content: Uint8Array | string): PaperWorkResult {
    const { text, problems } = typeof content === 'string' ? { text: content, problems: [] } : decode(content, largestPaperFile);
    if (text === undefined) return { uri, paper: undefined, topics: [], problems };
    const read = readPaperFile(text);
    const topics = read.paper ? this.terms.topicsOf(read.paper.record) : [];
    return { uri, paper: read.paper, topics, problems: [...problems, ...read.problems] };
  }
}
