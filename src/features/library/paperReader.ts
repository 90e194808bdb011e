import { Uri, workspace } from 'vscode';
import type { Library, PaperReading } from '../../core/library/library';
import type { PaperSource, PaperWorkResult } from '../../core/library/libraryWork';
import { isMarkupText, isPlainText } from '../../core/reading/fullText';
import type { Work } from '../../core/work';
import type { Log } from '../../platform/log';
import { today } from '../../platform/today';
import type { WorkerThread } from '../../platform/workers/workerThread';
import { type FoundPaper, isNotFound } from './findPapers';
import { inParallel } from '../../platform/inParallel';

/** Papers that go to the worker together: few enough that the first are soon seen, enough to keep it busy. */
const batchSize = 100;
const batchesAtOnce = 3;
/** With full texts, each of which takes as long as a hundred papers: what a user asks for waits for no more than one batch. */
const fullTextBatch = 5;
/** Files of a batch being read at the same time; about 32 in all. */
const filesAtOnce = 11;

export interface ReadingTask {
  readonly files: readonly FoundPaper[];
  readonly gone: readonly string[];
  /** The workspace folder of the files. */
  readonly folder: Uri;
  /** Whether papers enter the library as they come, rather than all in one change. */
  readonly progressively: boolean;
  /** Whether their topics are taken from their full texts, too. */
  readonly fullTexts: boolean;
}

/** Reads paper files, and the full texts beside them, into the library. Of two readings of a file, the one that was begun later stands. */
export class PaperReader {
  private turn = 0;
  private readonly turns = new Map<string, number>();

  /** @param readsFullTexts whether the topics of a workspace folder's papers are taken from their full texts, too */
  constructor(
    private readonly library: Library,
    private readonly thread: WorkerThread<Work>,
    private readonly log: Log,
    private readonly readsFullTexts: (folder: Uri) => boolean,
  ) {}

  /** Reads files, and takes those that are gone out of the library in the same change. */
  async read({ files, gone, folder, progressively, fullTexts: wanted }: ReadingTask): Promise<void> {
    const fullTexts = wanted && this.readsFullTexts(folder);
    const turn = ++this.turn;
    for (const uri of gone) this.turns.delete(uri);
    for (const { uri } of files) this.turns.set(uri.toString(), turn);
    const readings = await inParallel(batchesOf(files, fullTexts ? fullTextBatch : batchSize), batchesAtOnce, async (batch) => {
      const readings = await this.readBatch(batch, folder.toString(), fullTexts);
      if (progressively) this.enter(readings, [], turn);
      return readings;
    });
    this.enter(progressively ? [] : readings.flat(), gone, turn);
  }

  /** Reads those of some papers again that have full texts, now with these, once all papers are there: nobody waits for it. */
  async addFullTexts(files: readonly FoundPaper[], folder: Uri): Promise<void> {
    const current = files.filter((file) => fullTextsOf(file).length > 0 && this.turns.has(file.uri.toString()));
    if (current.length === 0 || !this.readsFullTexts(folder)) return;
    await this.read({ files: current, gone: [], folder, progressively: false, fullTexts: true }).catch((error: unknown) => this.log.info(`Full texts could not be read: ${String(error)}`));
  }

  /** Takes papers out of the library; a reading of them that is still on its way is dropped. */
  forget(uris: readonly string[]): void {
    for (const uri of uris) this.turns.delete(uri);
    this.library.change([], uris);
  }

  private enter(readings: readonly (PaperReading | string)[], gone: readonly string[], turn: number): void {
    const current = readings.filter((reading) => this.turns.get(addressOf(reading)) === turn);
    const read = current.filter((reading) => typeof reading !== 'string');
    const lost = current.filter((reading) => typeof reading === 'string');
    this.library.change(read, [...lost, ...gone.filter((uri) => !this.turns.has(uri))]);
  }

  /** @returns what each file holds, or the address alone of one that can't be read */
  private async readBatch(batch: readonly FoundPaper[], folder: string, fullTexts: boolean): Promise<(PaperReading | string)[]> {
    const edited = editedTexts();
    const sources = await inParallel(batch, filesAtOnce, async (file) => this.source(file, edited, fullTexts));
    const results = await this.work(sources.filter((source) => source !== undefined));
    const byUri = new Map(results.map((result) => [result.uri, result]));
    return batch.map(({ uri, attachments }) => {
      const result = byUri.get(uri.toString());
      return result ? reading(result, folder, attachments) : uri.toString();
    });
  }

  private async source(file: FoundPaper, edited: ReadonlyMap<string, string>, withFullTexts: boolean): Promise<PaperSource | undefined> {
    const fullTexts = withFullTexts ? (await Promise.all(fullTextsOf(file).map((uri) => this.content(uri)))).filter((one) => one !== undefined) : [];
    const key = file.uri.toString();
    const text = edited.get(key);
    if (text !== undefined) return { uri: key, content: text, fullTexts };
    const source = await this.content(file.uri);
    return source && { ...source, fullTexts };
  }

  /** A file's address alone where the worker can read it; undefined where it is gone. */
  private async content(uri: Uri): Promise<{ readonly uri: string; readonly content?: Uint8Array } | undefined> {
    const key = uri.toString();
    if (this.thread.canRead(uri)) return { uri: key };
    try {
      return { uri: key, content: await workspace.fs.readFile(uri) };
    } catch (error) {
      if (!isNotFound(error)) this.log.info(`${key} could not be read: ${String(error)}`);
      return undefined;
    }
  }

  /** The worker may die of something else while it works for us: it gets a second chance. */
  private async work(sources: readonly PaperSource[]): Promise<PaperWorkResult[]> {
    try {
      return await (await this.thread.get()).library.readPapers(sources, today());
    } catch (error) {
      this.log.info(`Reading ${sources.length} papers again after: ${String(error)}`);
      return (await this.thread.get()).library.readPapers(sources, today());
    }
  }
}

/** What stands in editors, not yet saved: the user sees this, so this is what is read. */
function editedTexts(): Map<string, string> {
  const edited = workspace.textDocuments.filter((document) => document.isDirty);
  return new Map(edited.map((document) => [document.uri.toString(), document.getText()]));
}

/** The files beside a paper that are its text, as far as their names tell. */
function fullTextsOf({ attachments }: FoundPaper): Uri[] {
  return attachments.map((one) => Uri.parse(one)).filter(({ path }) => isPlainText(path) || isMarkupText(path));
}

function reading({ uri, paper, topics, problems, findings, attached }: PaperWorkResult, folder: string, attachments: readonly string[]): PaperReading {
  return { uri, problems, findings, attached, paper: paper && { ...paper, uri, folder, attachments, topics } };
}

function addressOf(reading: PaperReading | string): string {
  return typeof reading === 'string' ? reading : reading.uri;
}

function batchesOf<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
