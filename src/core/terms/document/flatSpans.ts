import type { Span } from '../../text';

/** Stretches of a text, flat: the start and the end of each in turn. It costs next to nothing to send, to hold and to compare. */
export type FlatSpans = Int32Array;

export function flatSpans(spans: readonly Span[]): FlatSpans {
  const flat = new Int32Array(spans.length * 2);
  spans.forEach(({ start, end }, at) => {
    flat[at * 2] = start;
    flat[at * 2 + 1] = end;
  });
  return flat;
}

/** @returns the spans from place `first` to before `last`, as far as they lie between two offsets */
export function spansWithin(flat: FlatSpans, first: number, last: number, from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (let at = first; at < last; at++) {
    const start = Math.max(from, flat[at * 2] ?? 0);
    const end = Math.min(to, flat[at * 2 + 1] ?? 0);
    if (start < end) spans.push({ start, end });
  }
  return spans;
}

/** @returns the place of the first span that ends after an offset; the number of spans if none does */
export function firstAfter(flat: FlatSpans, offset: number): number {
  let low = 0;
  let high = flat.length >> 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((flat[middle * 2 + 1] ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
