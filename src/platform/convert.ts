import { Range, type TextDocument } from 'vscode';
import type { Span } from '../core/text';

/** @returns the span as a range of the document */
export function toRange(document: TextDocument, span: Span): Range {
  return new Range(document.positionAt(span.start), document.positionAt(span.end));
}
