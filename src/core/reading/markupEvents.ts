import { Parser } from 'htmlparser2';

/** What a reader of markup is told. Every element that begins ends, also where the text forgets it. */
export interface MarkupEvents {
  begin(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  end(name: string): void;
  /** The text ends; what is open still is ended next. */
  last?(): void;
}

/** No page goes deeper. The parser looks through all that is open at each tag, so deeper ones take ever longer. */
const deepest = 1000;

/** How many letters are parsed between two looks at the depth. */
const step = 8192;

/**
 * Reads HTML or XML that may be wrong in any way; what lies too deep is left out with what follows it.
 * @returns whether that was so
 */
export function readMarkup(source: string, events: MarkupEvents, isXml: boolean): boolean {
  let depth = 0;
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth += 1;
      events.begin(name, attributes);
    },
    ontext: (text) => {
      if (depth <= deepest) events.text(text);
    },
    onclosetag: (name) => {
      depth -= 1;
      events.end(name);
    },
  }, { xmlMode: isXml, decodeEntities: true });
  for (let at = 0; at < source.length && depth <= deepest; at += step) parser.write(source.slice(at, at + step));
  events.last?.();
  const isCut = depth > deepest;
  parser.end();
  return isCut;
}
