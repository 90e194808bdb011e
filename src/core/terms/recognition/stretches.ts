import type { Span } from '../../text';

/** So far around a mention a rule looks, in letters. */
const reach = 80;

/** A text, and the stretches of it that are prose: no rule looks beyond the stretch that it is in. */
export class Stretches {
  /** @param spans in order; without them, the whole text is one */
  constructor(
    readonly text: string,
    readonly spans: readonly Span[] = [{ start: 0, end: text.length }],
  ) {}

  /** The words before an offset that may belong to what stands there. */
  before(offset: number): Span {
    const { start } = this.at(offset);
    let from = Math.max(start, offset - reach);
    while (from > start && from < offset && !isSpace(this.text.charCodeAt(from - 1))) from++;
    return { start: from, end: offset };
  }

  /** The words after an offset that may belong to what stands before it. */
  after(offset: number): Span {
    const { end } = this.at(offset);
    let to = Math.min(end, offset + reach);
    while (to < end && to > offset && !isSpace(this.text.charCodeAt(to))) to--;
    return { start: offset, end: to };
  }

  /** The stretch that holds an offset or ends there. */
  private at(offset: number): Span {
    let low = 0;
    let high = this.spans.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.spans[middle]?.end ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return this.spans[low] ?? { start: offset, end: offset };
  }
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
