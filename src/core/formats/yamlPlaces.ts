import type { Event } from 'js-yaml';
import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';
import type { Span } from '../text';

type Path = readonly (string | number)[];

/**
 * Where a value stands in a YAML text: `['references', 0, 'id']`. A scalar's whole text, or a map's or list's first
 * line, since a squiggle under a whole record would be too much.
 *
 * @returns undefined where there is no such value, or the text cannot be read
 */
export function placeOf(text: string, path: Path, offset = 0): Span | undefined {
  try {
    const events = parseEvents(text, {});
    let index = 1; // after the document's own event
    for (const step of path) {
      const next = child(text, events, index, step);
      if (next === undefined) {
        return undefined;
      }
      index = next;
    }
    const span = spanOf(text, events[index]);
    return span && { start: span.start + offset, end: span.end + offset };
  } catch {
    return undefined;
  }
}

function child(text: string, events: readonly Event[], parent: number, step: string | number): number | undefined {
  const type = events[parent]?.type;
  if (type !== (typeof step === 'number' ? EVENT_ID.SEQUENCE : EVENT_ID.MAPPING)) {
    return undefined;
  }
  let index = parent + 1;
  for (let count = 0; index < events.length && events[index]?.type !== EVENT_ID.POP; count += 1) {
    if (typeof step === 'number') {
      if (count === step) {
        return index;
      }
      index = skip(events, index);
      continue;
    }
    const key = events[index];
    const value = skip(events, index);
    if (key?.type === EVENT_ID.SCALAR && getScalarValue(text, key) === step) {
      return value;
    }
    index = skip(events, value);
  }
  return undefined;
}

/** The index after a node and all it holds. */
function skip(events: readonly Event[], index: number): number {
  let depth = 0;
  for (let at = index; at < events.length; at += 1) {
    const type = events[at]?.type;
    if (type === EVENT_ID.MAPPING || type === EVENT_ID.SEQUENCE) {
      depth += 1;
    } else if (type === EVENT_ID.POP) {
      depth -= 1;
    }
    if (depth <= 0) {
      return at + 1;
    }
  }
  return events.length;
}

function spanOf(text: string, event: Event | undefined): Span | undefined {
  if (event?.type === EVENT_ID.SCALAR) {
    return { start: event.valueStart, end: event.valueEnd };
  }
  if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) {
    const lineEnd = text.indexOf('\n', event.start);
    return { start: event.start, end: lineEnd < 0 ? text.length : lineEnd };
  }
  return undefined;
}
