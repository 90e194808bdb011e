import type { Span } from '../../text';

/** A tag with its value as it stands in the text, over one or several lines. */
export interface TaggedLine {
  readonly tag: string;
  /** What comes before the tag on its line. */
  readonly indent: string;
  /** Between the tag and its hyphen. */
  readonly gap: string;
  readonly start: number;
  readonly valueSpan: Span;
  /** An empty line comes before it. */
  readonly afterBlank: boolean;
}

/** `TY  - JOUR`, and with one space before the hyphen as pages show it, but then one after it as well. */
export const risTag = /([ \t]*)([A-Z][A-Z0-9])([ \t]{0,2})-(?:(?<= {2}-)|(?=[ \t\r\n]|$))[ \t]?/y;

/** `PMID- 1`, `TI  - x`. */
export const nbibTag = /()([A-Z]{2,4})( {0,2})-[ \t]?/y;

const lineEnd = /\r\n|\n|\r/g;

/** The tags of a text, or of a stretch of it, by how a line with one begins: indentation, tag, gap, hyphen. A value goes on over lines without a tag. */
export function taggedLines(text: string, tagLine: RegExp): TaggedLine[] {
  const lines: (TaggedLine & { valueSpan: { start: number; end: number } })[] = [];
  let afterBlank = true;
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start < text.length;) {
    lineEnd.lastIndex = start;
    const found = lineEnd.exec(text);
    const end = found?.index ?? text.length;
    tagLine.lastIndex = start;
    const match = tagLine.exec(text);
    const isBlank = text.slice(start, end).trim() === '';
    if (match) {
      const [head, indent = '', tag = '', gap = ''] = match;
      const valueStart = start + head.length;
      lines.push({ tag, indent, gap, start, afterBlank, valueSpan: { start: valueStart, end: trimmedEnd(text, valueStart, end) } });
    } else if (!isBlank && lines.length > 0) {
      const last = lines[lines.length - 1];
      if (last) last.valueSpan.end = trimmedEnd(text, start, end);
    }
    afterBlank = isBlank;
    start = found ? end + found[0].length : text.length;
  }
  return lines;
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
