import { findBibliography } from '../../core/citing/bibliographyPlace';
import type { TextEdit } from '../../core/citing/insert';
import type { Note } from '../../core/notes/note';

/** Around a bibliography that has no place of its own, so that it is found again; no preview shows them. */
const opening = '<!-- bibliography -->';
const closing = '<!-- /bibliography -->';

/**
 * @param cursor where it goes when the note has no place for it: after the paragraph that holds this offset
 * @returns the edit that puts a bibliography into a note, in the place of an earlier one
 */
export function placeBibliography(note: Note, markdown: string, cursor: number): TextEdit {
  const place = findBibliography(note);
  return place ? { start: place.start, end: place.end, text: `\n\n${markdown}\n\n` } : newPlace(note, markdown, cursor);
}

function newPlace(note: Note, markdown: string, cursor: number): TextEdit {
  const { text } = note;
  const at = isInside(note, cursor) ? text.length : endOfParagraph(text, cursor);
  const before = text.slice(0, at);
  const gap = before.trim() === '' ? '' : '\n'.repeat(2 - Math.min(2, trailingBreaks(before)));
  const after = text.slice(at).trim() === '' ? '\n' : '\n\n';
  const end = at + (/^(?:[ \t]*\r?\n)*/.exec(text.slice(at))?.[0].length ?? 0);
  return { start: at, end, text: `${gap}${opening}\n\n${markdown}\n\n${closing}${after}` };
}

/** Whether a place lies in code, front matter or a comment; at their very beginning it doesn't. */
function isInside({ verbatim }: Note, offset: number): boolean {
  return verbatim.some(({ start, end }) => start < offset && offset < end);
}

/** On an empty line that is where it stands itself. */
function endOfParagraph(text: string, offset: number): number {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const blank = /^[ \t]*\r?(?:\n|$(?![\s\S]))/m;
  const match = blank.exec(text.slice(lineStart));
  return match ? lineStart + match.index : text.length;
}

function trailingBreaks(text: string): number {
  return /(?:\r?\n[ \t]*)*$/.exec(text)?.[0].match(/\n/g)?.length ?? 0;
}
