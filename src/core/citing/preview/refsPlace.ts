import type { Note } from '../../notes/note';
import type { Span } from '../../text';
import { findBibliography } from '../bibliographyPlace';

/** Where the bibliography is shown: the whole of `::: {#refs}`, or what is between Casebook's comments. */
export function refsPlace(note: Note): Span | undefined {
  const place = findBibliography(note);
  if (!place) return undefined;
  const { text } = note;
  const lineStart = text.lastIndexOf('\n', place.start - 1) + 1;
  if (!/^:{3,}/.test(text.slice(lineStart, place.start))) return place;
  const lineEnd = text.indexOf('\n', place.end);
  return { start: lineStart, end: lineEnd < 0 ? text.length : lineEnd };
}
