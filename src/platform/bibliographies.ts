import type { Uri} from 'vscode';
import { Disposable, EventEmitter, l10n, Position, type TextDocument, workspace, type WorkspaceFolder } from 'vscode';
import type { FoundRecord, SearchAnswer } from '../core/library/bibliography/bibliographyAnswers';
import type { PlacedProblem } from '../core/library/bibliography/bibliographyPlaces';
import type { BibliographyRow, RowOrder } from '../core/library/bibliography/row';
import type { Query } from '../core/library/query';
import type { CslItem } from '../core/library/record';
import type { Work } from '../core/work';
import { OpenBibliography } from './openBibliography';
import type { Log } from './log';
import type { FoundBibliography, NoteSources } from './noteSources';
import { today } from './today';
import type { WorkerThread } from './workers/workerThread';

/** As many rows as are handed over within a few milliseconds. */
const rowsAtOnce = 1000;
/** Notes and settings change together: the files are looked for once that long (ms) after the first change. */
const pause = 100;

/**
 * The bibliographies that lie beside the library folder, as the notes and the settings of the open folders name them.
 * Their content stays in the worker: here is only which there are, and what is asked of them is asked there.
 */
export class Bibliographies implements Disposable {
  private readonly changed = new EventEmitter<void>();
  /** Bibliographies came or went, or what one holds is another. */
  readonly onDidChange = this.changed.event;
  private readonly opened = new Map<string, OpenBibliography>();
  private readonly listening: Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private looking: Promise<void> = Promise.resolve();
  private disposed = false;

  /**
   * @param cache the folder that what was read is kept in, for the next start
   * @param isPaper whether a file is a paper of the library: a note may name one, and cites from it, but its record is the paper's
   */
  constructor(
    private readonly sources: NoteSources,
    private readonly thread: WorkerThread<Work>,
    private readonly log: Log,
    private readonly cache: Uri,
    private readonly isPaper: (uri: Uri) => boolean,
  ) {
    this.listening = Disposable.from(
      sources.onDidChange(() => this.lookSoon()),
      thread.onDidStart(() => this.reopen()),
      workspace.onDidChangeTextDocument(({ document }) => this.at(document.uri)?.edited(document)),
      workspace.onDidSaveTextDocument((document) => this.at(document.uri)?.saved()),
      workspace.onDidCloseTextDocument((document) => this.at(document.uri)?.edited(document)),
    );
    this.lookSoon();
  }

  /** @returns the bibliographies of all open folders, by path; papers of the library are none */
  list(): readonly OpenBibliography[] {
    return [...this.opened.values()].filter(({ uri }) => !this.isPaper(uri)).sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
  }

  /** How many records all of them have. */
  get count(): number {
    return this.list().reduce((sum, { state }) => sum + (state.kind === 'ready' ? state.count : 0), 0);
  }

  at(uri: Uri): OpenBibliography | undefined {
    return this.opened.get(uri.toString());
  }

  /** Resolves when those that are known of have been read, or could not be. */
  async settled(): Promise<void> {
    await this.looking;
    await Promise.all(this.list().map(({ ready }) => ready));
  }

  /** Reads all of them again. */
  async refresh(): Promise<void> {
    for (const one of this.list()) one.saved();
    await this.look();
    await this.settled();
  }

  /**
   * @returns what a note can cite from besides the library folder, the one that counts first where two have a key: pandoc
   *   takes the last that has it
   */
  async visibleTo(document: TextDocument): Promise<readonly string[]> {
    const uris = await this.sources.of(document);
    const folder = workspace.getWorkspaceFolder(document.uri);
    for (const uri of uris) this.open({ uri, namedBy: [document.uri] }, folder);
    await Promise.all(uris.map((uri) => this.at(uri)?.ready));
    return uris.map(String).reverse();
  }

  /** @returns the records behind citekeys in a note, in the order of the keys; those that are not found are left out */
  async find(document: TextDocument, keys: readonly string[]): Promise<readonly FoundRecord[]> {
    const uris = keys.length > 0 ? await this.visibleTo(document) : [];
    return uris.length === 0 ? [] : (await this.thread.get()).bibliographies.find(uris, keys);
  }

  /** @returns records of one bibliography by their keys */
  async recordsIn(uri: string, keys: readonly string[]): Promise<readonly FoundRecord[]> {
    return (await this.thread.get()).bibliographies.find([uri], keys);
  }

  /** @returns the record in a place of a bibliography */
  async record(uri: string, index: number): Promise<CslItem | undefined> {
    return (await (await this.thread.get()).bibliographies.records(uri, [index]))[0];
  }

  /**
   * Reads a bibliography again as its editor and the disk have it now, and then one of its records.
   * @param index the record's place when it was last heard of
   * @returns the record of the key there, or else the first of the key; undefined where there is none any more
   */
  async recordNow(uri: Uri, key: string, index: number): Promise<{ readonly record: CslItem; readonly index: number } | undefined> {
    const open = this.at(uri);
    open?.saved();
    await open?.ready;
    const there = await this.record(uri.toString(), index);
    return there?.id === key ? { record: there, index } : (await this.recordsIn(uri.toString(), [key]))[0];
  }

  /** @returns where a record begins in its file; the file's beginning where that is not known */
  async position(uri: string, key: string): Promise<Position> {
    const place = await (await this.thread.get()).places.record(uri, key);
    return new Position(place?.line ?? 0, place?.character ?? 0);
  }

  /** @returns the keys of all records of the given bibliographies */
  async keys(uris: readonly string[]): Promise<string[]> {
    const keys: string[] = [];
    for (const uri of uris) {
      for (let from = 0; ; from += rowsAtOnce) {
        const rows = await this.rows(uri, 'file', from, rowsAtOnce);
        keys.push(...rows.map(({ key }) => key));
        if (rows.length < rowsAtOnce) break;
      }
    }
    return keys;
  }

  /** @returns what matches, best first */
  async search(uris: readonly string[], query: string, most: number): Promise<SearchAnswer> {
    return uris.length === 0 ? { rows: [], total: 0 } : (await this.thread.get()).bibliographies.search(uris, query, most);
  }

  /** @returns what matches a query of the Papers view: the best of it, and how many there are */
  async matching(uris: readonly string[], query: Query, most: number): Promise<SearchAnswer> {
    return uris.length === 0 ? { rows: [], total: 0 } : (await this.thread.get()).bibliographies.matching(uris, query, most);
  }

  async rows(uri: string, order: RowOrder, from: number, count: number): Promise<readonly BibliographyRow[]> {
    return (await this.thread.get()).bibliographies.rows(uri, from, count, order);
  }

  /** @returns what is wrong in a bibliography, at its place */
  async problems(uri: string): Promise<readonly PlacedProblem[]> {
    return (await this.thread.get()).places.problems(uri, today());
  }

  dispose(): void {
    this.disposed = true;
    clearTimeout(this.timer);
    for (const one of this.opened.values()) one.dispose();
    Disposable.from(this.listening, this.changed).dispose();
  }

  private lookSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), pause);
  }

  /** Finds out which there are now. One look follows the other, so that an older one never has the last word. */
  private look(): Promise<void> {
    this.looking = this.looking.then(() => this.findAll()).catch((error) => this.log.report(l10n.t('The bibliographies could not be found'), error));
    return this.looking;
  }

  private async findAll(): Promise<void> {
    const wanted = new Set<string>();
    for (const folder of workspace.workspaceFolders ?? []) {
      for (const found of await this.sources.inFolder(folder)) {
        wanted.add(found.uri.toString());
        if (!this.disposed) this.open(found, folder);
      }
    }
    for (const document of workspace.textDocuments) {
      for (const uri of await this.sources.of(document)) wanted.add(uri.toString());
    }
    for (const [key, one] of this.opened) {
      if (wanted.has(key)) continue;
      this.opened.delete(key);
      one.dispose();
      this.changed.fire();
    }
  }

  private open(found: FoundBibliography, folder: WorkspaceFolder | undefined): void {
    const key = found.uri.toString();
    const known = this.opened.get(key);
    if (known) {
      if (known.setNamedBy(found.namedBy)) this.changed.fire();
      return;
    }
    const { thread, log, cache } = this;
    this.opened.set(key, new OpenBibliography({ ...found, folder }, { thread, log, cache, tell: () => this.changed.fire() }));
    this.changed.fire();
  }

  /** A worker that has just started knows of none. */
  private reopen(): void {
    for (const one of this.opened.values()) one.saved();
  }
}
