import { SaxesParser } from 'saxes';
import { problem } from '../problems/problem';
import type { Span } from '../text';
import type { ReadResult } from './format';
import type { RecordReading } from './recordList';
import { RecordList } from './recordList';
import { XmlElement } from './xmlElement';
import { repairXml } from './xmlRepair';

/** Deeper than any bibliographic format goes; what lies deeper is taken as text of its ancestor. */
const deepest = 64;

/** Characters of a record; a longer one is no record of one work. */
const longest = 20_000_000;

/** A record with more mistakes is no XML, and each costs the parser time. */
const mostErrors = 50;

/** Characters that are parsed between two looks at the mistakes; most records are shorter. */
const step = 16_384;

/** Characters of a line that a problem marks. */
const longestLine = 200;

/** How an XML format is read. */
export interface XmlFormat {
  /** The elements that are one record each, without a prefix: `PubmedArticle`. */
  readonly records: readonly string[];
  /** What a record's element says; undefined or an empty list where it says nothing. */
  readonly read: (element: XmlElement) => RecordReading | readonly RecordReading[] | undefined;
  /** Elements that say nothing we keep, and are long: passed over unread. */
  readonly skip?: readonly string[];
}

interface RecordSpan extends Span {
  /** The end tag is there. */
  readonly closed: boolean;
}

interface Parsed {
  readonly element?: XmlElement;
  /** The first thing that is not XML, and where it is in the record. */
  readonly error?: { readonly detail: string; readonly at: number };
}

/**
 * The records of an XML text. Each record is found by its tags and parsed alone, so that an error costs no other; only
 * one record's tree exists at a time. A DTD is never read, so no entity but the predefined ones stands for anything.
 */
export function readXml(text: string, format: XmlFormat): ReadResult {
  const list = new RecordList();
  const spare = skipper(format.skip ?? []);
  for (const place of recordSpans(text, format.records)) {
    const firstLine = startOf(text, place);
    if (place.end - place.start > longest) {
      list.tell(problem('record-dropped', 'error', { id: '', detail: 'too large' }, firstLine));
      continue;
    }
    const source = text.slice(place.start, place.end);
    const kept = spare(source);
    const { element, error } = parseRepaired(kept);
    if (error) {
      // Where something was passed over, once more with it, for the right place.
      const exact = kept === source ? error : (parseElement(source).error ?? error);
      const at = place.start + Math.min(exact.at, source.length);
      const span = place.closed && at < place.end ? { start: at, end: at + 1 } : firstLine;
      list.tell(problem('xml-syntax', 'error', { detail: error.detail }, span));
    }
    const read = element ? format.read(element) : undefined;
    const readings = read === undefined ? [] : 'record' in read ? [read] : read;
    readings.forEach((reading) => list.add(reading, firstLine));
    if (readings.length === 0 && !error) {
      list.tell(problem('record-dropped', 'warning', { id: element?.name ?? '', detail: 'it says nothing of a work' }, firstLine));
    }
  }
  return list.result();
}

/** Where the records are: from a start tag to its end tag, or to the next start tag where it has none. */
function* recordSpans(text: string, names: readonly string[]): Generator<RecordSpan> {
  const tag = new RegExp(`<(?:!--|!\\[CDATA\\[|(/?)(?:[\\w.-]{1,40}:)?(?:${names.join('|')})(?=[\\s/>]))`, 'g');
  let start = -1;
  for (let match = tag.exec(text); match; match = tag.exec(text)) {
    if (match[1] === undefined) {
      const close = text.indexOf(match[0] === '<!--' ? '-->' : ']]>', tag.lastIndex);
      if (close < 0) break; // the rest is a comment
      tag.lastIndex = close;
    } else if (match[1] === '') {
      if (start >= 0) yield { start, end: match.index, closed: false };
      start = match.index;
    } else if (start >= 0) {
      const end = text.indexOf('>', tag.lastIndex) + 1;
      yield { start, end: end || text.length, closed: end > 0 };
      if (end === 0) return;
      start = -1;
    }
  }
  if (start >= 0) yield { start, end: text.length, closed: false };
}

/** Empties the elements of these names, which hold no others of their name. */
function skipper(names: readonly string[]): (source: string) => string {
  if (names.length === 0) {
    return (source) => source;
  }
  const open = new RegExp(`<(${names.join('|')})(?=[\\s>])[^<>]*>`, 'g');
  return (source) => {
    const kept: string[] = [];
    const missing = new Set<string>();
    let from = 0;
    open.lastIndex = 0;
    for (let match = open.exec(source); match; match = open.exec(source)) {
      const name = match[1] ?? '';
      // An element that is not closed is left as it is, and looked for but once.
      const close = match[0].endsWith('/>') || missing.has(name) ? -1 : source.indexOf(`</${name}>`, open.lastIndex);
      if (close < 0) {
        if (!match[0].endsWith('/>')) missing.add(name);
        continue;
      }
      kept.push(source.slice(from, open.lastIndex));
      from = close;
      open.lastIndex = close;
    }
    return from === 0 ? source : kept.join('') + source.slice(from);
  };
}

/** The element tree of one record, with what is wrong in the source as it is. */
function parseRepaired(source: string): Parsed {
  const parsed = parseElement(source);
  return parsed.error ? { ...parseElement(repairXml(source)), error: parsed.error } : parsed;
}

/** The element tree of one record, as far as it can be read. */
function parseElement(source: string): Parsed {
  const parser = new SaxesParser<{ xmlns: false; fragment: true; position: false }>({ xmlns: false, fragment: true, position: false });
  let error: Parsed['error'];
  let root: XmlElement | undefined;
  const open: XmlElement[] = [];
  let tooDeep = 0;
  const addText = (text: string): void => {
    open.at(-1)?.content.push(text);
  };
  let errors = 0;
  parser.on('error', (why) => {
    error ??= { detail: why.message, at: parser.position };
    errors += 1;
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length >= deepest) {
      tooDeep += 1;
      return;
    }
    const element = new XmlElement(name.slice(name.lastIndexOf(':') + 1), attributes);
    open.at(-1)?.content.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    if (tooDeep > 0) tooDeep -= 1;
    else open.pop();
  });
  for (let at = 0; at < source.length && errors < mostErrors; at += step) {
    parser.write(source.slice(at, at + step));
  }
  if (errors < mostErrors) parser.close();
  return { ...(root && { element: root }), ...(error && { error }) };
}

/** The line a record begins in. */
function startOf(text: string, { start, end }: Span): Span {
  const line = text.slice(start, Math.min(end, start + longestLine)).split('\n', 1)[0] ?? '';
  return { start, end: start + line.length };
}
