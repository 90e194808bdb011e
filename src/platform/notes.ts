import type { DocumentSelector, TextDocument } from 'vscode';
import { parseNote } from '../core/notes/parseNote';
import type { Note } from '../core/notes/note';

/** What counts as a note. `.qmd` and `.Rmd` are plain text to VS Code unless an extension for them is installed. */
export const noteSelector: DocumentSelector = [
  { language: 'markdown' },
  { language: 'quarto' },
  { language: 'rmd' },
  { pattern: '**/*.{qmd,Rmd}' },
];

/** The open notes, each parsed once per version. */
export class Notes {
  private readonly parsed = new WeakMap<TextDocument, { readonly version: number; readonly note: Note }>();

  /** @returns the note that the document's present text is */
  of(document: TextDocument): Note {
    const known = this.parsed.get(document);
    if (known?.version === document.version) return known.note;
    const note = parseNote(document.getText());
    this.parsed.set(document, { version: document.version, note });
    return note;
  }
}
