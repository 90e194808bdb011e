import { type Annotation, answeredBy, quoteOf } from '../annotation';
import { refind } from '../refind';
import type { Span } from '../../text';
import type { AnnotatedPaper } from './exchange';

/** An annotation with its place in its source's text, in letters of Unicode, as other programs count. */
export interface Placed {
  readonly annotation: Annotation;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The annotations on one of a paper's texts that have a place in it, in the text's order. */
export function placedOn(paper: AnnotatedPaper, source: string): Placed[] {
  const text = paper.texts.get(source) ?? '';
  const annotations = paper.annotations.filter((each) => each.target.source === source && answeredBy(each) === undefined && quoteOf(each));
  const found = refind(text, annotations);
  const points = new CodePoints(text);
  return annotations.flatMap((annotation, index): Placed[] => {
    const place = found[index];
    if (!place || !('span' in place)) return [];
    const { start, end } = place.span;
    return [{ annotation, start: points.before(start), end: points.before(end), text: text.slice(start, end) }];
  }).sort((one, other) => one.start - other.start || one.end - other.end);
}

/** Turns places in UTF-16 code units into ones in code points, and back. */
export class CodePoints {
  /** Where the second half of a pair stands, of which a letter's count is one too many. */
  private readonly pairs: readonly number[];

  constructor(text: string) {
    this.pairs = Array.from(text.matchAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g), (match) => match.index + 1);
  }

  /** How many code points stand before a place. */
  before(place: number): number {
    return place - this.pairs.filter((pair) => pair < place).length;
  }

  /** The place in code units of a stretch in code points. */
  span({ start, end }: Span): Span {
    return { start: this.unit(start), end: this.unit(end) };
  }

  private unit(point: number): number {
    let place = point;
    for (const pair of this.pairs) {
      if (pair > place) break;
      place += 1;
    }
    return place;
  }
}
