import type { Span } from '../text';

const word = /[\p{L}\p{N}]/u;

/**
 * The running words of a leaf: the leaf without some spans. The marks of emphasis, line breaks and the marks of block
 * quotes stay inside a span, so that `**leukemoid** reaction` is one run; whoever looks for terms passes over them.
 * @param without lists of spans, each in order; they may overlap
 */
export function proseSpans(text: string, leaf: Span, without: readonly (readonly Span[])[]): readonly Span[] {
  const holes = without.length === 1 ? (without[0] ?? []) : without.flat().sort((a, b) => a.start - b.start);
  const spans: Span[] = [];
  let at = leaf.start;
  for (const hole of holes) {
    if (hole.start > at) addWords(text, at, hole.start, spans);
    at = Math.max(at, hole.end);
  }
  addWords(text, at, leaf.end, spans);
  return spans;
}

function addWords(text: string, from: number, to: number, spans: Span[]): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  if (start < end && word.test(text.slice(start, end))) spans.push({ start, end });
}
