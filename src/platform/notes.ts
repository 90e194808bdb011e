import { Disposable, type DocumentFilter, languages, type TextDocument, workspace } from 'vscode';
import type { Note } from '../core/notes/note';
import { NoteParser } from '../core/notes/noteParser';
import type { TextChange } from '../core/notes/textChange';

/** What counts as a note. `.qmd` and `.Rmd` are plain text to VS Code unless an extension for them is installed. */
export const noteSelector: readonly DocumentFilter[] = [
  { language: 'markdown' },
  { language: 'quarto' },
  { language: 'rmd' },
  { pattern: '**/*.{qmd,Rmd,rmd}' },
];

/** A note of up to this length (UTF-16 units) is parsed at once: that takes a few milliseconds. */
const shortNote = 60_000;
/** As much of a longer one is parsed between two moments in which others have their turn. */
const slice = 60_000;

interface Parsed {
  readonly parser: NoteParser;
  version: number;
  /** What made the version after this one, where that has been told. */
  next: { readonly version: number; readonly changes: readonly TextChange[] } | undefined;
}

/** @returns whether a document is one that citations are written in */
export function isNote(document: TextDocument): boolean {
  return languages.match(noteSelector, document) > 0;
}

/** The open notes, each parsed once per version: as a whole when it is first asked for, and from then on where it has changed. */
export class Notes implements Disposable {
  private readonly parsed = new WeakMap<TextDocument, Parsed>();
  private readonly listening: Disposable;

  constructor() {
    this.listening = Disposable.from(
      workspace.onDidOpenTextDocument((document) => this.prepare(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        const known = this.parsed.get(document);
        if (known?.version !== document.version - 1) return;
        const changes = contentChanges.map(({ rangeOffset, rangeLength, text }) => ({ start: rangeOffset, end: rangeOffset + rangeLength, length: text.length }));
        known.next = { version: document.version, changes: changes.sort((a, b) => a.start - b.start) };
      }),
    );
    workspace.textDocuments.forEach((document) => this.prepare(document));
  }

  /** @returns the note that the document's present text is; where it is long and new, `whenParsed` does not hold up others */
  of(document: TextDocument): Note {
    return this.current(document).note;
  }

  /** @returns the note, parsed in slices where it is long; that of a later version where the document changes meanwhile */
  async whenParsed(document: TextDocument): Promise<Note> {
    while (!document.isClosed && !this.current(document).advance(slice)) await new Promise((done) => setTimeout(done));
    return this.of(document);
  }

  dispose(): void {
    this.listening.dispose();
  }

  private prepare(document: TextDocument): void {
    if (isNote(document) && document.getText().length > shortNote) void this.whenParsed(document);
  }

  private current(document: TextDocument): NoteParser {
    let known = this.parsed.get(document);
    if (known?.version === document.version) return known.parser;
    const text = document.getText();
    if (!known) {
      known = { parser: new NoteParser(), version: document.version, next: undefined };
      this.parsed.set(document, known);
    }
    known.parser.update(text, known.next?.version === document.version ? known.next.changes : undefined);
    known.version = document.version;
    known.next = undefined;
    return known.parser;
  }
}
