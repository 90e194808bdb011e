import type { Position, TextDocument } from 'vscode';
import type { CitationItem } from '../../core/notes/note';
import type { Notes } from '../../platform/notes';

/** @returns the citation whose citekey, `@` included, stands at the position */
export function keyAt(document: TextDocument, position: Position, notes: Notes): CitationItem | undefined {
  const offset = document.offsetAt(position);
  const cluster = notes.of(document).citations.find(({ span }) => span.start <= offset && offset <= span.end);
  return cluster?.items.find(({ keySpan }) => keySpan.start <= offset && offset < keySpan.end);
}
