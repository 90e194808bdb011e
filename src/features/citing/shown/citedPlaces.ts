import { type TextDocument, workspace } from 'vscode';
import type { CitationItem } from '../../../core/notes/note';
import type { Span } from '../../../core/text';
import { isNote, type Notes } from '../../../platform/notes';

/** More notes than these are not looked through while somebody waits for a hover. */
const mostNotes = 50;

/** Where else a key is cited: in the note itself by line, counted from 1, and in others that are open. */
export interface CitedPlaces {
  readonly uri: string;
  readonly lines: readonly { readonly line: number; readonly span: Span }[];
  readonly others: readonly { readonly uri: string; readonly span: Span; readonly count: number }[];
}

/** @param item the citation that is looked at, which is left out */
export function citedPlaces(document: TextDocument, item: CitationItem, notes: Notes): CitedPlaces {
  const here = spansOf(document, item.key, notes).filter(({ start }) => start !== item.keySpan.start);
  const byLine = new Map(here.toReversed().map((span) => [document.positionAt(span.start).line + 1, span]));
  const others = workspace.textDocuments.filter((one) => one !== document && isNote(one)).slice(0, mostNotes);
  return {
    uri: document.uri.toString(),
    lines: [...byLine].map(([line, span]) => ({ line, span })).sort((a, b) => a.line - b.line),
    others: others.flatMap((other) => {
      const spans = spansOf(other, item.key, notes);
      return spans[0] ? [{ uri: other.uri.toString(), span: spans[0], count: spans.length }] : [];
    }),
  };
}

function spansOf(document: TextDocument, key: string, notes: Notes): Span[] {
  // Most notes that are open do not hold the key at all, and need not be parsed for that.
  if (!isNote(document) || !document.getText().includes(key)) return [];
  return notes.of(document).citations.flatMap(({ items }) => items.filter((one) => one.key === key).map(({ keySpan }) => keySpan));
}
