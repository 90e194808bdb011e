import { problem } from '../problems/problem';
import type { Span } from '../text';
import type { ReadResult } from './format';
import type { RecordReading } from './recordList';
import { RecordList } from './recordList';
import { PlainXml } from './plainXml';
import { recordSpans } from './recordSpans';
import type { XmlElement } from './xmlElement';
import { repairXml } from './xmlRepair';
import type { XmlTree } from './xmlTree';
import { xmlTree } from './xmlTree';

/** Characters of a record; a longer one is no record of one work. */
const longest = 20_000_000;

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

/**
 * The records of an XML text. Each record is found by its tags and parsed alone, so that an error costs no other; only
 * one record's tree exists at a time. A DTD is never read, so no entity but the predefined ones stands for anything.
 */
export function readXml(text: string, format: XmlFormat): ReadResult {
  const list = new RecordList();
  const parse = parserOf(format.skip ?? []);
  for (const place of recordSpans(text, format.records)) {
    const firstLine = startOf(text, place);
    if (place.end - place.start > longest) {
      list.tell(problem('record-dropped', 'error', { id: '', detail: 'too large' }, firstLine));
      continue;
    }
    const source = text.slice(place.start, place.end);
    const { element, error } = parse(source);
    if (error) {
      const at = place.start + Math.min(error.at, source.length);
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

/** Reads the trees of records, without the elements of some names, and tells what is wrong in the source as it is. */
function parserOf(skipped: readonly string[]): (source: string) => XmlTree {
  const plain = new PlainXml(skipped);
  const spare = skipper(skipped);
  return (source) => {
    const element = plain.tree(source);
    if (element) {
      return { element };
    }
    const kept = spare(source);
    const parsed = xmlTree(kept);
    if (!parsed.error) {
      return parsed;
    }
    // Where something was passed over, once more with it, for the right place.
    const { error } = kept === source ? parsed : xmlTree(source);
    return { ...xmlTree(repairXml(kept)), error: error ?? parsed.error };
  };
}

/** The line a record begins in. */
function startOf(text: string, { start, end }: Span): Span {
  const line = text.slice(start, Math.min(end, start + longestLine)).split('\n', 1)[0] ?? '';
  return { start, end: start + line.length };
}
