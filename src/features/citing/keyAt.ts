import type { Position, TextDocument } from 'vscode';
import { latexKeyAt } from '../../core/notes/latexCites';
import type { CitationItem } from '../../core/notes/note';
import { isNote, type Notes } from '../../platform/notes';

/** @returns the citation whose citekey, `@` included, stands at the position, or whose key stands in a `\cite{}` there */
export function keyAt(document: TextDocument, position: Position, notes: Notes): CitationItem | undefined {
  const offset = document.offsetAt(position);
  const items = isNote(document) ? notes.of(document).citationsIn(offset, offset).flatMap((cluster) => cluster.items) : [];
  const item = items.find(({ keySpan }) => keySpan.start <= offset && offset < keySpan.end);
  return item ?? inLatex(document, offset);
}

function inLatex(document: TextDocument, offset: number): CitationItem | undefined {
  const found = latexKeyAt(document.getText(), offset);
  if (!found || found.key === '' || found.key === '*') return undefined;
  return { key: found.key, keySpan: { start: found.start, end: found.end }, prefix: '', suffix: '', suppressAuthor: false };
}
