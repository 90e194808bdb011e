import type { Span } from '../../text';

/**
 * A stretch with its whole lines where nothing else stands on them, and with one of the empty lines around it, so that
 * taking it out leaves no gap.
 */
export function wholeLines(text: string, { start, end }: Span): Span {
  const lineStart = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const next = nextLine(text, end);
  if (text.slice(lineStart, start).trim() !== '' || next === undefined) {
    return { start, end };
  }
  const isAfterGap = lineStart === 0 || /\n\r?\n$/.test(text.slice(Math.max(lineStart - 3, 0), lineStart));
  return { start: lineStart, end: (isAfterGap ? nextLine(text, next) : undefined) ?? next };
}

/** Where the next line begins; undefined where something else than white space stands on the rest of this one. */
function nextLine(text: string, at: number): number | undefined {
  const rest = /[ \t]*(?:\r\n|\n|\r|$)/y;
  rest.lastIndex = at;
  return rest.test(text) ? rest.lastIndex : undefined;
}

/** How a text's lines end. */
export function lineBreakOf(text: string): string {
  const at = text.indexOf('\n');
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : at < 0 && text.includes('\r') ? '\r' : '\n';
}
