import type { FileStamp, LocalFiles } from '../../ports';
import type { Problem } from '../../problems/problem';
import type { Query } from '../query';
import type { CslItem } from '../record';
import type { Bibliography } from './bibliography';
import { readBibliography, updateBibliography } from './bibliography';
import type { BibliographyChange, BibliographyInput, BibliographyProgress, FoundRecord, OpenBibliography, SearchAnswer } from './bibliographyAnswers';
import { keptBibliography, restoredBibliography } from './bibliographyCache';
import { FileContent } from './fileContent';
import { QuerySearch } from './queryListings';
import type { BibliographyRow, RowOrder } from './row';
import { textOf } from './utf8';
import type { SearchedListing } from './searchListings';
import { ListingSearch, rowAt } from './searchListings';

/** An opening or an update that is going on. */
interface Task {
  done: number;
  total: number;
  isCancelled: boolean;
}

/** Bibliographies as the worker holds them: the extension host asks for rows, search results and records. */
export class BibliographyWork {
  private readonly opened = new Map<string, Bibliography>();
  private readonly tasks = new Map<string, Task>();
  /** What each bibliography's next opening or update waits for. */
  private readonly last = new Map<string, Promise<unknown>>();
  private readonly searching = new ListingSearch();
  private readonly querying = new QuerySearch(this.searching);

  /** @param smallest files of fewer bytes are read anew when they change: that takes no longer than to find out what changed */
  constructor(
    private readonly files: LocalFiles,
    private readonly smallest = 200_000,
  ) {}

  /**
   * Reads a bibliography and keeps it until it is closed; one that is open already is brought up to date.
   * @returns undefined where there is no such file, or where it was closed meanwhile
   */
  async open(uri: string, input: BibliographyInput = {}): Promise<OpenBibliography | undefined> {
    return this.inTurn(uri, async (task) => (this.opened.has(uri) ? this.renew(uri, input, task) : this.openAnew(uri, input, task)));
  }

  /**
   * Brings an open bibliography up to date after its file or its text in an editor changed; only what changed is read again.
   * @returns which rows changed; undefined where it is not open, was closed meanwhile, or its file is gone
   */
  async update(uri: string, input: BibliographyInput = {}): Promise<BibliographyChange | undefined> {
    return this.inTurn(uri, async (task) => (this.opened.has(uri) ? this.renew(uri, input, task) : undefined));
  }

  /** Forgets a bibliography, and ends its opening where that is not done. */
  close(uri: string): void {
    const task = this.tasks.get(uri);
    if (task) task.isCancelled = true;
    this.opened.delete(uri);
  }

  /** @returns how far a bibliography's opening or update has come; undefined where none is going on */
  progress(uri: string): BibliographyProgress | undefined {
    const task = this.tasks.get(uri);
    return task && { done: task.done, total: task.total };
  }

  /** @returns what to keep of an open bibliography for `BibliographyInput.cache`; undefined where it is not open or has no stamp */
  cacheOf(uri: string): Uint8Array | undefined {
    const bibliography = this.opened.get(uri);
    return bibliography && keptBibliography(bibliography);
  }

  /**
   * Writes what is to be kept of an open bibliography; for when its file has changed and there is time.
   * @param cache the address of the file
   * @returns whether it was written
   */
  async keep(uri: string, cache: string): Promise<boolean> {
    const bytes = this.cacheOf(uri);
    return bytes !== undefined && this.files.write(cache, bytes);
  }

  /** @returns how many records it has; 0 where it is not open */
  count(uri: string): number {
    return this.opened.get(uri)?.listing.count ?? 0;
  }

  /** @returns the format's id; undefined where it is not open, or is of none */
  format(uri: string): string | undefined {
    return this.opened.get(uri)?.format;
  }

  /**
   * @param from the first of them in the order, counted from 0
   * @returns at most `count` rows; none where the bibliography is not open
   */
  rows(uri: string, from: number, count: number, order: RowOrder = 'file'): BibliographyRow[] {
    return this.listings([uri]).flatMap((of) => of.listing.inOrder(order, from, count).flatMap((index) => rowAt(of, index)));
  }

  /**
   * The records whose rows hold every word of the query, ranked: whole citekeys first, then authors and year, then
   * titles, then the rest; word beginnings before insides, which count from three letters on. An empty query finds all.
   *
   * @param uris the bibliographies to look in; of equals, those of earlier ones come first
   * @param limit how many rows at most
   */
  search(uris: readonly string[], query: string, limit = 100): SearchAnswer {
    return this.searching.search(this.listings(uris), query, limit);
  }

  /**
   * The records that a query of the Papers view matches, as papers would: its words are ranked as `search` ranks them, and
   * its fields must hold. What only papers have (`tag:`, `status:`, `has:`, `subject:`) no record has.
   *
   * @param limit how many rows at most
   */
  matching(uris: readonly string[], query: Query, limit = 100): SearchAnswer {
    return this.querying.search(this.listings(uris), query, limit);
  }

  /**
   * @param uris the bibliographies to look in, the preferred ones first
   * @param keys citekeys and aliases
   * @returns for each key that is in one of them its record, in the keys' order
   */
  async find(uris: readonly string[], keys: readonly string[]): Promise<FoundRecord[]> {
    const listings = this.listings(uris);
    const wanted = keys.map((key) => {
      for (const { uri, listing } of listings) {
        const index = listing.find(key);
        if (index !== undefined) return { uri, index, key };
      }
      return undefined;
    });
    const found = new Map<string, FoundRecord>();
    for (const { uri } of listings) {
      const own = wanted.filter((each) => each?.uri === uri).filter((each) => each !== undefined);
      const records = await this.records(uri, own.map(({ index }) => index));
      for (const [at, record] of records.entries()) {
        const each = own[at];
        if (each && record) found.set(each.key, { ...each, record });
      }
    }
    return keys.flatMap((key) => found.get(key) ?? []);
  }

  /** @returns the full records at some places of a bibliography; undefined where there is none, or its file has changed */
  async records(uri: string, indexes: readonly number[]): Promise<(CslItem | undefined)[]> {
    const source = this.opened.get(uri)?.source;
    return source && indexes.length > 0 ? source.records(indexes) : indexes.map(() => undefined);
  }

  /** @returns the citekeys that several records of a bibliography have, and those records' places in file order */
  duplicateKeys(uri: string): { readonly key: string; readonly indexes: readonly number[] }[] {
    return [...(this.opened.get(uri)?.listing.sharedKeys() ?? [])].map(([key, indexes]) => ({ key, indexes }));
  }

  /** @returns the text of an open bibliography and its format's id; undefined where the file is gone or has changed, or is no text */
  async text(uri: string): Promise<{ readonly text: string; readonly format: string | undefined } | undefined> {
    const bibliography = this.opened.get(uri);
    const bytes = (await bibliography?.content.utf8())?.bytes;
    return bytes && { text: textOf(bytes), format: bibliography?.format };
  }

  /** @returns what is wrong in the file, with places in its text; it is read in full for that, piece by piece */
  async problems(uri: string): Promise<readonly Problem[]> {
    return (await this.opened.get(uri)?.source.problems()) ?? [];
  }

  private listings(uris: readonly string[]): SearchedListing[] {
    return uris.flatMap((uri) => {
      const listing = this.opened.get(uri)?.listing;
      return listing ? [{ uri, listing }] : [];
    });
  }

  /** Lets what goes on with one bibliography end before the next begins. */
  private async inTurn<T>(uri: string, run: (task: Task) => Promise<T>): Promise<T> {
    const before = this.last.get(uri);
    const own = (async (): Promise<T> => {
      await before?.catch(() => undefined);
      const task = { done: 0, total: 0, isCancelled: false };
      this.tasks.set(uri, task);
      try {
        return await run(task);
      } finally {
        this.tasks.delete(uri);
      }
    })();
    this.last.set(uri, own);
    try {
      return await own;
    } finally {
      if (this.last.get(uri) === own) this.last.delete(uri);
    }
  }

  private async openAnew(uri: string, input: BibliographyInput, task: Task): Promise<OpenBibliography | undefined> {
    const content = await this.contentOf(uri, input);
    const { cache, format } = input;
    const kept = typeof cache === 'string' ? await this.files.read(cache) : cache;
    const restored = kept && restoredBibliography(kept, content, format);
    const bibliography = restored ?? (await this.read(content, format, task));
    if (!bibliography || task.isCancelled) return undefined;
    this.opened.set(uri, bibliography);
    if (!restored && typeof cache === 'string') void this.keep(uri, cache);
    return { ...answer(uri, bibliography), cached: restored !== undefined };
  }

  private async renew(uri: string, input: BibliographyInput, task: Task): Promise<BibliographyChange | undefined> {
    const before = this.opened.get(uri);
    const content = await this.contentOf(uri, input);
    const after = await content.get(before?.content.knownUtf8());
    if (!before || after === undefined || task.isCancelled) return undefined;
    const count = before.listing.count;
    const updated = updateBibliography(before, content, after, this.smallest);
    const bibliography = updated?.bibliography ?? (await this.read(content, input.format, task));
    if (!bibliography || task.isCancelled) return undefined;
    this.opened.set(uri, bibliography);
    return { ...answer(uri, bibliography), ...(updated?.change ?? { first: 0, removed: count, added: bibliography.listing.count }) };
  }

  private async read(content: FileContent, format: string | undefined, task: Task): Promise<Bibliography | undefined> {
    const known = await content.get();
    task.total = known?.length ?? 0;
    return readBibliography(content, format, {
      progress: (done) => {
        task.done = done;
      },
      isCancelled: () => task.isCancelled,
    });
  }

  private async contentOf(uri: string, { content, stamp }: BibliographyInput): Promise<FileContent> {
    const own: FileStamp | undefined = stamp ?? (content === undefined ? await this.files.stamp(uri) : undefined);
    return new FileContent(uri, this.files, own, content);
  }
}

function answer(uri: string, { format, listing }: Bibliography): OpenBibliography {
  return { uri, format, count: listing.count, cached: false };
}
