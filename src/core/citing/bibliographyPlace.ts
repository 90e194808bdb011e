import type { Note } from '../notes/note';
import type { Span } from '../text';

/** Casebook's own comments around a bibliography, and the div that pandoc and Quarto put one into. */
const places: readonly (readonly [open: RegExp, close: RegExp])[] = [
  [/<!-- bibliography -->/g, /<!-- \/bibliography -->/],
  [/^:{3,}[ \t]*\{[^{}\n]*#refs\b[^{}\n]*\}[ \t]*:*[ \t]*\r?$/gm, /^:{3,}[ \t]*\r?$/m],
];

/** What lies between the marks of a note's bibliography; undefined where the note has no place for one. */
export function findBibliography(note: Note): Span | undefined {
  const { text } = note;
  for (const [open, close] of places) {
    for (const match of text.matchAll(open)) {
      if (isInside(note, match.index)) continue;
      const start = match.index + match[0].length;
      const end = text.slice(start).search(close);
      if (end >= 0) return { start, end: start + end };
    }
  }
  return undefined;
}

/**
 * Whether a note is shown with its bibliography: `suppress-bibliography` keeps one from being added, and leaves one that was
 * written into its place.
 */
export function showsBibliography(note: Note): boolean {
  if (!note.frontMatter?.suppressBibliography) return true;
  const place = findBibliography(note);
  return place !== undefined && note.text.slice(place.start, place.end).trim() !== '';
}

/** In code and front matter; the marks themselves are verbatim too, but begin there. */
function isInside(note: Note, offset: number): boolean {
  return note.verbatimIn(offset, offset).some(({ start, end }) => start < offset && offset < end);
}
