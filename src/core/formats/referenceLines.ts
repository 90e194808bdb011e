import type { Span } from '../text';

/** One reference's text on one line, and where it stands. */
export interface ReferenceLine {
  readonly line: string;
  readonly span: Span;
}

/** `1. `, `[12] `, `(3) `, `• `. */
const number = /^\s*(?:\[\d{1,4}\]\.?|\(\d{1,4}\)|\d{1,4}[.)](?=\s|\p{Lu}\p{Ll})|[•▪–*-](?=\s))\s*/u;

/** What stands above a list, and is none of it. */
const heading = /^#{0,6}\s*(?:\d{1,2}\.?\s+)?(?:references?|bibliography|literature(?: cited)?|works cited|literatur|références)\s*:?$/i;

/** No heading of a list is longer. */
const longestHeading = 60;

/** How a line ends is seen in so many of its last signs. */
const seenOfEnd = 300;

/** How a reference begins: `Chen YM,`, `Chen, Y.`, `World Health Organization. `. */
const beginning = /^(?:\p{L}[\p{L}'’-]*\s){0,3}\p{Lu}[\p{L}'’-]*(?:,\s?\p{Lu}|\s\p{Lu}{1,4}[.,:\s]|[^.]{0,60}\.\s|[^(]{0,60}\(\d{4})/u;

/**
 * The references of a list, each on one line: numbered ones go on to the next number, others to the next empty line or
 * to a line that begins like a reference after one that ended like one.
 */
export function referenceLines(text: string): ReferenceLine[] {
  const found: { parts: string[]; start: number; end: number }[] = [];
  const lines = text.split(/(?<=\n|\r(?!\n))/);
  const isNumbered = lines.filter((line) => number.test(line)).length > 0 && number.test(lines.find((line) => line.trim() !== '' && !isHeading(line)) ?? '');
  let offset = text.startsWith('\uFEFF') ? 1 : 0;
  let open = false;
  lines.forEach((whole, index) => {
    const line = index === 0 && offset === 1 ? whole.slice(1) : whole;
    const content = line.replace(number, '').trim();
    const last = found.at(-1);
    if (line.trim() === '' || isHeading(line)) {
      open = open && isNumbered && line.trim() === '';
    } else if (last && open && goesOn(line, last.parts, isNumbered)) {
      last.parts.push(line.trim());
      last.end = offset + line.trimEnd().length;
    } else {
      found.push({ parts: [content], start: offset + line.length - line.trimStart().length, end: offset + line.trimEnd().length });
      open = true;
    }
    offset += line.length;
  });
  return found.map(({ parts, start, end }) => ({ line: parts.join(' ').replace(/\s+/g, ' ').trim(), span: { start, end: Math.max(start, end) } }));
}

function isHeading(line: string): boolean {
  const text = line.trim();
  return text.length <= longestHeading && heading.test(text);
}

function goesOn(line: string, before: readonly string[], isNumbered: boolean): boolean {
  if (isNumbered) {
    return !number.test(line);
  }
  const hasEnded = /(?:[.\d)\]]|https?:\/\/\S+|\b10\.\d{4,9}\/\S+)$/.test((before.at(-1) ?? '').slice(-seenOfEnd));
  return !hasEnded || !beginning.test(line.trim().slice(0, 200));
}
