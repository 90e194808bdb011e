import type { LocatorTerms } from './locatorTerms';
import type { Note } from './note';
import { NoteParser } from './noteParser';

/**
 * Parses a Markdown or Quarto document as pandoc would, as far as words and citations go. Never throws.
 * @param terms the words for places, instead of those of the language that the document names
 */
export function parseNote(text: string, terms?: LocatorTerms): Note {
  const parser = terms ? new NoteParser(() => terms) : new NoteParser();
  parser.update(text);
  return parser.note;
}
