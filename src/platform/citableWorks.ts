import { Location, Position, type TextDocument, Uri, workspace } from 'vscode';
import { readCslItem } from '../core/formats/cslItem';
import type { BibliographyRow } from '../core/library/bibliography/row';
import { Citekeys } from '../core/library/citekey';
import type { Library, LibraryPaper } from '../core/library/library';
import type { CslItem } from '../core/library/record';
import type { Note } from '../core/notes/note';
import type { Bibliographies } from './bibliographies';
import { isNote, type Notes } from './notes';

/** A work behind a citekey, and where it stands: in the note itself, in a paper file, or in a bibliography. */
export type CitableWork =
  | { readonly kind: 'inline'; readonly record: CslItem }
  | { readonly kind: 'paper'; readonly record: CslItem; readonly paper: LibraryPaper }
  | { readonly kind: 'bibliography'; readonly record: CslItem; readonly uri: Uri };

/**
 * What notes can cite: the references in their own front matter, then the bibliographies that they or their folder name,
 * as pandoc sees them, then the papers of the library folder.
 */
export class CitableWorks {
  private readonly inline = new WeakMap<Note, ReadonlyMap<string, CslItem>>();

  constructor(
    private readonly library: Library,
    private readonly bibliographies: Bibliographies,
    private readonly notes: Notes,
  ) {}

  /** Resolves when the library has been read: before that, a paper that is not found may just not be read yet. */
  get loaded(): Promise<void> {
    return this.library.loaded;
  }

  /** @returns the papers that a note can cite; every open folder's where the note lies in none, as an unsaved one does */
  papers(document: TextDocument | undefined): LibraryPaper[] {
    const folder = folderOf(document);
    return folder === undefined ? this.library.papers() : this.library.papersOf(folder);
  }

  /** @returns the paper at an address, as commands of the Papers view name it */
  paperAt(uri: string): LibraryPaper | undefined {
    return this.library.at(uri);
  }

  /** @returns the work behind each citekey that is known, in the order of the keys */
  async works(document: TextDocument | undefined, keys: Iterable<string>): Promise<CitableWork[]> {
    const inline = document ? this.inlineRecords(document) : undefined;
    const asked = [...keys];
    const elsewhere = asked.filter((key) => !inline?.has(key));
    const found = document ? await this.bibliographies.find(document, elsewhere) : [];
    const listed = new Map(found.map((one) => [one.key, one]));
    return asked.flatMap((key): CitableWork[] => {
      const own = inline?.get(key);
      if (own) return [{ kind: 'inline', record: own }];
      const record = listed.get(key);
      if (record) return [{ kind: 'bibliography', record: record.record, uri: Uri.parse(record.uri) }];
      const paper = this.library.find(key, folderOf(document));
      return paper ? [{ kind: 'paper', record: paper.record, paper }] : [];
    });
  }

  /** @returns those of the citekeys that a work is known by */
  async keysKnown(document: TextDocument, keys: readonly string[]): Promise<string[]> {
    const inline = this.inlineKeys(document);
    const elsewhere = keys.filter((key) => !inline.has(key) && !this.library.find(key, folderOf(document)));
    const missing = new Set(elsewhere);
    for (const { key } of await this.bibliographies.find(document, elsewhere)) missing.delete(key);
    return keys.filter((key) => !missing.has(key));
  }

  /** @returns the citekeys of the records that a note holds itself */
  inlineKeys(document: TextDocument): ReadonlySet<string> {
    return new Set(this.inlineRecords(document)?.keys());
  }

  /** @returns where a citekey's work is written down; undefined where it is not known */
  async place(document: TextDocument, key: string): Promise<Location | undefined> {
    const work = await this.work(document, key);
    if (!work) return undefined;
    if (work.kind === 'bibliography') return new Location(work.uri, await this.bibliographies.position(work.uri.toString(), key));
    return new Location(work.kind === 'paper' ? Uri.parse(work.paper.uri) : document.uri, new Position(0, 0));
  }

  async work(document: TextDocument | undefined, key: string): Promise<CitableWork | undefined> {
    return (await this.works(document, [key]))[0];
  }

  /** @returns a record of one bibliography, whoever may cite from it */
  async recordIn(bibliography: string, key: string): Promise<CslItem | undefined> {
    return (await this.bibliographies.recordsIn(bibliography, [key]))[0]?.record;
  }

  /** @returns the data behind each citekey that is known */
  async records(document: TextDocument | undefined, keys: Iterable<string>): Promise<CslItem[]> {
    return (await this.works(document, keys)).map(({ record }) => record);
  }

  /** @returns each work that a note cites, once, in the order of its first citation; those of `nocite` last */
  async cited(document: TextDocument): Promise<CslItem[]> {
    const note = this.notes.of(document);
    const keys = note.citations.flatMap(({ items }) => items.map(({ key }) => key));
    return this.records(document, new Set([...keys, ...(await this.uncited(document, note))]));
  }

  /** @returns the records of the note's bibliographies that what was typed may mean, best first */
  async search(document: TextDocument | undefined, query: string, most: number): Promise<readonly BibliographyRow[]> {
    if (!document) return [];
    return (await this.bibliographies.search(await this.bibliographies.visibleTo(document), query, most)).rows;
  }

  private async uncited(document: TextDocument, note: Note): Promise<readonly string[]> {
    const keys = note.frontMatter?.nocite ?? [];
    if (!keys.includes('*')) return keys;
    const listed = await this.bibliographies.keys(await this.bibliographies.visibleTo(document));
    return [...listed, ...this.papers(document).map(({ record }) => record.id)];
  }

  /** What the front matter holds was typed by hand, so it is read as carefully as a paper file. */
  private inlineRecords(document: TextDocument): ReadonlyMap<string, CslItem> | undefined {
    if (!isNote(document)) return undefined;
    const note = this.notes.of(document);
    let records = this.inline.get(note);
    if (!records) {
      const keys = new Citekeys();
      const read = (note.frontMatter?.references ?? []).flatMap((value) => readCslItem(value, keys, () => undefined).record ?? []);
      records = new Map(read.map((record) => [record.id, record]));
      this.inline.set(note, records);
    }
    return records;
  }
}

/** @returns the address of the workspace folder that a document belongs to */
export function folderOf(document: TextDocument | undefined): string | undefined {
  return document && workspace.getWorkspaceFolder(document.uri)?.uri.toString();
}
