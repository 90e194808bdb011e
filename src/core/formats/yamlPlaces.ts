import type { Event } from 'js-yaml';
import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';
import type { Span } from '../text';

type Path = readonly (string | number)[];

/** Tells where values stand in a YAML text. The text is parsed once, and only when the first place is asked for. */
export class YamlPlaces {
  private events: readonly Event[] | undefined;
  private readonly children = new Map<number, readonly number[]>();

  /** @param offset where `text` begins in the whole that the places are for */
  constructor(
    private readonly text: string,
    private readonly offset = 0,
  ) {}

  /**
   * A value's place by its path: `['references', 0, 'id']`. A scalar's whole text, or a map's or list's first line,
   * since a squiggle under a whole record would be too much.
   *
   * @returns undefined where there is no such value, or the text cannot be read
   */
  of(path: Path): Span | undefined {
    let index: number | undefined = 1; // after the document's own event
    for (const step of path) {
      index = index === undefined ? undefined : this.child(index, step);
    }
    const span = index === undefined ? undefined : spanOf(this.text, this.read()[index]);
    return span && { start: span.start + this.offset, end: span.end + this.offset };
  }

  private read(): readonly Event[] {
    try {
      this.events ??= parseEvents(this.text, {});
    } catch {
      this.events = [];
    }
    return this.events;
  }

  private child(parent: number, step: string | number): number | undefined {
    const events = this.read();
    if (events[parent]?.type !== (typeof step === 'number' ? EVENT_ID.SEQUENCE : EVENT_ID.MAPPING)) {
      return undefined;
    }
    const nodes = this.nodesIn(parent);
    if (typeof step === 'number') {
      return nodes[step];
    }
    // In a map keys and values take turns.
    const key = nodes.findIndex((node, index) => {
      const event = events[node];
      return index % 2 === 0 && event?.type === EVENT_ID.SCALAR && event.valueStart >= 0 && getScalarValue(this.text, event) === step;
    });
    return key < 0 ? undefined : nodes[key + 1];
  }

  private nodesIn(parent: number): readonly number[] {
    const known = this.children.get(parent);
    if (known) {
      return known;
    }
    const events = this.read();
    const nodes: number[] = [];
    for (let index = parent + 1; index < events.length && events[index]?.type !== EVENT_ID.POP; index = skip(events, index)) {
      nodes.push(index);
    }
    this.children.set(parent, nodes);
    return nodes;
  }
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
    if (event.valueStart < 0) {
      return undefined; // nothing stands there, as after `id:`
    }
    return { start: event.valueStart, end: event.valueEnd };
  }
  if (event?.type === EVENT_ID.MAPPING || event?.type === EVENT_ID.SEQUENCE) {
    const lineEnd = text.indexOf('\n', event.start);
    return { start: event.start, end: lineEnd < 0 ? text.length : lineEnd };
  }
  return undefined;
}
