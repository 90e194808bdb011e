import { decode } from '../formats/decode';
import { formats, readText } from '../formats/registry';
import type { ReadResult } from '../formats/format';
import type { LocalFiles } from '../ports';
import type { Problem } from '../problems/problem';
import { type AttachedReading, type AttachedText, readAttachedText } from '../reading/attachedText';
import type { TermWork, TopicsOfRecord } from '../terms/termWork';
import type { Topic } from '../terms/concept';
import type { Day } from './checks/check';
import type { AttachedProblems } from './library';
import { checkText, type PlacedFinding } from './checks/checkText';
import { type FixRequest, fixEdits } from './checks/fixEdits';
import type { TextEdit } from './edit/textEdit';
import { changeTags, type TagChange } from './changeTags';
import { editBibliography } from './editBibliography';
import { setCitekey, setField } from './editPaperFile';
import type { KeyFileKind } from './keyOccurrences';
import { findKeys, inCitation, keyAt, type KeyFile, type KeySource, type PlacedKey } from './keyWork';
import { type MergedAway, mergedPaperFile } from './mergedPaperFile';
import type { FieldChoice } from './mergedRecord';
import type { Paper } from './paper';
import { newPaperFile, readPaperFile } from './paperFile';
import type { CslItem } from './record';
import { tellApart } from './tellApart';

/** A paper file: its bytes, its text as it stands in an editor, or its address alone for the worker to read. */
export interface PaperSource {
  readonly uri: string;
  readonly content?: Uint8Array | string;
  /** The full texts beside it that its topics are also taken from. */
  readonly fullTexts?: readonly AttachedText[];
}

export interface PaperWorkResult {
  readonly uri: string;
  readonly paper: Paper | undefined;
  readonly topics: readonly Topic[];
  readonly problems: readonly Problem[];
  /** What the checks of its fields found, by all rules: which of them are told, the host knows. */
  readonly findings: readonly PlacedFinding[];
  /** What is wrong in the full texts that were read with it. */
  readonly attached: readonly AttachedProblems[];
}

/** A paper file to be read, and what is needed to read it. */
interface PaperReading {
  readonly uri: string;
  readonly content: Uint8Array | string;
  readonly topicsOf: TopicsOfRecord;
  readonly today: Day | undefined;
  readonly fullTexts: readonly AttachedReading[];
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

  /**
   * @param today the host's, which the dates of papers are checked by; without it fields are not checked
   * @returns for each source its paper, the paper's topics, and what is wrong in it; nothing for a file that is gone
   */
  async readPapers(sources: readonly PaperSource[], today?: Day): Promise<PaperWorkResult[]> {
    const topicsOf = await this.terms.topics(sources.map(({ uri }) => uri));
    const contents = await Promise.all(sources.map(({ uri, content }) => content ?? this.files.read(uri)));
    const fullTexts = await Promise.all(sources.map(({ fullTexts = [] }) => this.fullTexts(fullTexts)));
    return sources.flatMap(({ uri }, at) => {
      const content = contents[at];
      return content === undefined ? [] : this.readPaper({ uri, content, topicsOf, today, fullTexts: fullTexts[at] ?? [] });
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

  /**
   * @param format a format's id: `bibtex`
   * @returns the edits that put records at the end of a bibliography; undefined where the format can only be read, or the text is broken
   */
  addRecords(text: string, format: string, records: readonly CslItem[]): readonly TextEdit[] | undefined {
    return editBibliography(text, format, records.map((item) => ({ kind: 'add', item })));
  }

  /** @returns the paper file's text with another citekey, all else as it was; undefined where it holds no record */
  setCitekey(text: string, citekey: string): string | undefined {
    return setCitekey(text, citekey);
  }

  /**
   * @param path what is set, beside the record: `['case', 'tags']`
   * @returns the paper file's text with the value there, all else as it was; undefined where it is broken
   */
  setBeside(text: string, path: readonly string[], value: unknown): string | undefined {
    return setField(text, path, value);
  }

  /** @returns the paper file's text with its tags changed; undefined where it is broken */
  changeTags(text: string, change: TagChange): string | undefined {
    return changeTags(text, change);
  }

  /** @returns the paper file's text with the keys of papers that are not its duplicates; undefined where it is broken */
  tellApart(text: string, keys: readonly string[]): string | undefined {
    return tellApart(text, keys);
  }

  /** @returns the kept paper's file with what the others have, as `mergedPaperFile` makes it */
  mergePaperFiles(text: string, others: readonly MergedAway[], choices: readonly FieldChoice[], listed: readonly CslItem[] = []): string | undefined {
    return mergedPaperFile(text, others, choices, listed);
  }

  /**
   * @param format a format's id; without one the content tells
   * @returns the edits that put right what was found, as the text is now; none where it is so no longer
   */
  fixEdits(text: string, format: string | undefined, request: FixRequest): readonly TextEdit[] {
    return fixEdits(text, format, request);
  }

  /** @returns the files that have one of the keys, with the places of those */
  findKeys(sources: readonly KeySource[], keys: readonly string[]): Promise<KeyFile[]> {
    return findKeys(sources, keys, this.files);
  }

  /** @returns the key at an offset of a text */
  keyAt(text: string, kind: KeyFileKind, offset: number): PlacedKey | undefined {
    return keyAt(text, kind, offset);
  }

  /** @returns whether an offset of a note is in a citation */
  inCitation(text: string, offset: number): boolean {
    return inCitation(text, offset);
  }

  private async fullTexts(texts: readonly AttachedText[]): Promise<AttachedReading[]> {
    const read = await Promise.all(texts.map(async ({ uri, content }) => {
      const bytes = content ?? (await this.files.read(uri));
      return bytes && readAttachedText(uri, bytes);
    }));
    return read.filter((one) => one !== undefined);
  }

  private readPaper({ uri, content, topicsOf, today, fullTexts }: PaperReading): PaperWorkResult {
    const attached = fullTexts.map(({ uri, problems }) => ({ uri, problems }));
    const { text, problems } = typeof content === 'string' ? { text: content, problems: [] } : decode(content, largestPaperFile);
    if (text === undefined) return { uri, paper: undefined, topics: [], problems, findings: [], attached };
    const read = readPaperFile(text);
    const topics = read.paper ? topicsOf(read.paper.record, uri, fullTexts.map(({ words }) => words).join('\n\n')) : [];
    const findings = read.paper && today ? checkText(text, 'csl-yaml', [read.paper.record], today) : [];
    return { uri, paper: read.paper, topics, problems: [...problems, ...read.problems], findings: findings.filter(isNew(read.problems)), attached };
  }
}

/** A paper without a title is a problem of its file already. */
function isNew(problems: readonly Problem[]): (finding: PlacedFinding) => boolean {
  const untitled = problems.some(({ code }) => code === 'record-without-title');
  return ({ problem }) => !untitled || problem.code !== 'title-missing';
}
