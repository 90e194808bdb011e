import type { Span } from '../text';
import { type Annotation, pageOf, positionOf } from './annotation';

/** More letters than a PDF's page has, so that what is on a later page comes later. */
const pageLength = 1e7;

/**
 * Compares annotations of one paper as one reads: one source after the other, and in each from its beginning.
 *
 * @param now where their words stand now, where that is known; else where they stood counts
 */
export function inReadingOrder(one: Annotation, other: Annotation, now: readonly [one?: Span, other?: Span] = []): number {
  const [source, next] = [one.target.source, other.target.source];
  if (source !== next) return rankOf(source) - rankOf(next) || (source < next ? -1 : 1);
  return placeOf(one, now[0]) - placeOf(other, now[1]);
}

/** A paper's title and abstract come before its files. */
function rankOf(source: string): number {
  return source === 'title' ? 0 : source === 'abstract' ? 1 : 2;
}

function placeOf(annotation: Annotation, now: Span | undefined): number {
  return now?.start ?? (pageOf(annotation) ?? 0) * pageLength + (positionOf(annotation)?.start ?? 0);
}
