import type { Span } from '../text';

/**
 * The places of the objects that a JSON list holds, found by brackets alone, so that it works where JSON.parse fails.
 *
 * A record that never closes (a brace or a quote is missing) ends where the next one begins.
 */
export function jsonItemSpans(text: string, from = 0): Span[] {
  const spans: Span[] = [];
  let start = text.indexOf('{', from);
  const opening = openingOf(text, start);
  let limit = -1;
  while (start >= 0) {
    // Looked for only when passed, else a long line would be searched to its end for every record.
    limit = limit > start ? limit : nextOpening(text, start + 1, opening);
    const end = closing(text, start, limit);
    spans.push({ start, end: end ?? trimmedEnd(text, start, limit) });
    start = text.indexOf('{', end ?? limit);
  }
  return spans;
}

/** How every record begins: a line with the same indentation, or on one line the same first key (`{"id"`). */
function openingOf(text: string, open: number): string | undefined {
  const before = text.slice(text.lastIndexOf('\n', open) + 1, open);
  if (open > 0 && before.trim() === '' && text.slice(0, open).includes('\n')) {
    return `\n${before}{`;
  }
  return /^\{\s{0,20}"[^"\\]{1,40}"/.exec(text.slice(open, open + 70))?.[0];
}

/** The offset after the brace that closes the one at `start`; undefined where none does before `limit`. */
function closing(text: string, start: number, limit: number): number | undefined {
  const bracketOrQuote = /[{}[\]"]/g;
  bracketOrQuote.lastIndex = start;
  let depth = 0;
  for (let match = bracketOrQuote.exec(text); match && match.index < limit; match = bracketOrQuote.exec(text)) {
    const mark = match[0];
    if (mark === '"') {
      const end = stringEnd(text, match.index);
      if (end === undefined || end > limit) {
        return undefined;
      }
      bracketOrQuote.lastIndex = end;
    } else {
      depth += mark === '{' || mark === '[' ? 1 : -1;
      if (depth <= 0) {
        return match.index + 1;
      }
    }
  }
  return undefined;
}

function stringEnd(text: string, start: number): number | undefined {
  for (let index = text.indexOf('"', start + 1); index >= 0; index = text.indexOf('"', index + 1)) {
    let slashes = 0;
    while (text[index - 1 - slashes] === '\\') {
      slashes += 1;
    }
    if (slashes % 2 === 0) {
      return index + 1;
    }
  }
  return undefined;
}

function nextOpening(text: string, from: number, opening: string | undefined): number {
  const next = opening === undefined ? -1 : text.indexOf(opening, from);
  return next < 0 ? text.length : next + (opening?.startsWith('\n') ? 1 : 0);
}

function trimmedEnd(text: string, start: number, end: number): number {
  return start + text.slice(start, end).trimEnd().length;
}
