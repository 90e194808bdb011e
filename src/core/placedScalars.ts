import type { Event } from 'js-yaml';
import { EVENT_ID, getScalarValue, parseEvents } from 'js-yaml';
import type { Span } from './text';

/** A single value of a YAML or JSON text: the path to it, and where it stands, without its quotes. */
export interface PlacedScalar {
  readonly path: readonly (string | number)[];
  readonly span: Span;
  readonly value: string;
  /** Whether it stands in no quotes. */
  readonly plain: boolean;
}

/** What is being read: a list with the place of its next value, or a map with the key of its next value, if that was read. */
interface Level {
  readonly isMap: boolean;
  key: string | undefined;
  index: number;
}

/** No key stands deeper; of what does, the rest of the path is left out. */
const deepest = 8;

/** Longer values are no keys; they are given with their place alone. */
const longestValue = 1000;

/** @returns the values of a YAML text in order; none where it cannot be read */
export function yamlScalars(text: string): PlacedScalar[] {
  const walk = new Walk();
  for (const event of eventsOf(text)) {
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) walk.open(event.type === EVENT_ID.MAPPING);
    else if (event.type === EVENT_ID.POP) walk.close();
    else if (event.type === EVENT_ID.ALIAS) walk.next();
    else if (event.type === EVENT_ID.SCALAR) {
      const isEmpty = event.valueStart < 0;
      const span = isEmpty ? { start: 0, end: 0 } : { start: event.valueStart, end: event.valueEnd };
      const value = isEmpty || span.end - span.start > longestValue ? '' : getScalarValue(text, event);
      walk.scalar({ span, value, plain: isPlain(text, span) }, isEmpty);
    }
  }
  return walk.found;
}

/** @returns the values of a JSON text in order, as far as it can be read */
export function jsonScalars(text: string): PlacedScalar[] {
  const walk = new Walk();
  const token = /["{}[\]]|[^\s"{}[\],:]+/g;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [sign] = match;
    if (sign === '{' || sign === '[') walk.open(sign === '{');
    else if (sign === '}' || sign === ']') walk.close();
    else if (sign !== '"') walk.scalar({ span: { start: match.index, end: token.lastIndex }, value: sign.slice(0, longestValue), plain: true }, false);
    else {
      const span = { start: token.lastIndex, end: stringEnd(text, token.lastIndex) };
      if (span.end >= text.length) break; // the quote never closes
      const value = span.end - span.start > longestValue ? '' : unescaped(text.slice(span.start, span.end));
      walk.scalar({ span, value, plain: false }, false);
      token.lastIndex = span.end + 1;
    }
  }
  return walk.found;
}

function stringEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at;
}

/** Keeps the path while values go by. */
class Walk {
  readonly found: PlacedScalar[] = [];
  private readonly levels: Level[] = [];

  open(isMap: boolean): void {
    this.levels.push({ isMap, key: undefined, index: 0 });
  }

  close(): void {
    this.levels.pop();
    this.next();
  }

  /** What was read was a value of the level, or a key that is none of ours. */
  next(): void {
    const level = this.levels.at(-1);
    if (!level) return;
    level.index += 1;
    level.key = undefined;
  }

  scalar(scalar: Omit<PlacedScalar, 'path'>, isEmpty: boolean): void {
    const level = this.levels.at(-1);
    if (level?.isMap && level.key === undefined) {
      level.key = scalar.value;
      return;
    }
    if (!isEmpty) this.found.push({ ...scalar, path: this.levels.slice(0, deepest).map(({ isMap, key, index }) => (isMap ? (key ?? '') : index)) });
    this.next();
  }
}

function eventsOf(text: string): readonly Event[] {
  try {
    return parseEvents(text, {});
  } catch {
    return [];
  }
}

/** A block text (`|`) is not plain either, but is never a key. */
function isPlain(text: string, { start }: Span): boolean {
  return text[start - 1] !== '"' && text[start - 1] !== "'";
}

function unescaped(quoted: string): string {
  if (!quoted.includes('\\')) return quoted;
  try {
    return String(JSON.parse(`"${quoted}"`));
  } catch {
    return quoted;
  }
}
