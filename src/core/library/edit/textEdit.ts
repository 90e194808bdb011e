import type { Span } from '../../text';

/** A change of one stretch of a text; all around it stays byte for byte. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** @param edits in the order of the text, not overlapping */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { span, newText } of edits) {
    parts.push(text.slice(at, span.start), newText);
    at = span.end;
  }
  return parts.join('') + text.slice(at);
}
