import { parseFrontMatter } from './frontMatter';
import type { LocatorTerms } from './locatorTerms';
import type { FrontMatter, Note } from './note';
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

/** The metadata of a note of which nothing else is wanted: the whole is parsed only where there may be more of it than at the beginning. */
export function frontMatterIn(text: string): FrontMatter | undefined {
  const front = parseFrontMatter(text);
  return /^---[ \t]*\r?$/m.test(text.slice(front?.blocks[0]?.end ?? 0)) ? parseNote(text).frontMatter : front;
}
