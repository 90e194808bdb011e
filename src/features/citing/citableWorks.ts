import { type TextDocument, workspace } from 'vscode';
import { readCslItem } from '../../core/formats/cslItem';
import { Citekeys } from '../../core/library/citekey';
import type { Library, LibraryPaper } from '../../core/library/library';
import type { CslItem } from '../../core/library/record';
import type { Note } from '../../core/notes/note';
import type { Notes } from '../../platform/notes';

/** What notes can cite: the papers of their folder, and the references in their own front matter. */
export class CitableWorks {
  private readonly inline = new WeakMap<Note, ReadonlyMap<string, CslItem>>();

  constructor(
    private readonly library: Library,
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

  paper(document: TextDocument | undefined, key: string): LibraryPaper | undefined {
    return this.library.find(key, folderOf(document));
  }

  /** @returns the paper at an address, as commands of the Papers view name it */
  paperAt(uri: string): LibraryPaper | undefined {
    return this.library.at(uri);
  }

  /** @returns the data behind a citekey; the note's own goes before the library's, as in pandoc */
  record(document: TextDocument, key: string): CslItem | undefined {
    return this.records(document, [key])[0];
  }

  /** @returns the data behind each citekey that is known */
  records(document: TextDocument, keys: Iterable<string>): CslItem[] {
    const inline = this.inlineRecords(this.notes.of(document));
    return [...keys].flatMap((key) => inline.get(key) ?? this.paper(document, key)?.record ?? []);
  }

  /** @returns each work that a note cites, once, in the order of its first citation; those of `nocite` last */
  cited(document: TextDocument): CslItem[] {
    const note = this.notes.of(document);
    const keys = note.citations.flatMap(({ items }) => items.map(({ key }) => key));
    return this.records(document, new Set([...keys, ...this.uncited(document, note)]));
  }

  private uncited(document: TextDocument, note: Note): readonly string[] {
    const keys = note.frontMatter?.nocite ?? [];
    return keys.includes('*') ? this.papers(document).map(({ record }) => record.id) : keys;
  }

  /** What the front matter holds was typed by hand, so it is read as carefully as a paper file. */
  private inlineRecords(note: Note): ReadonlyMap<string, CslItem> {
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
