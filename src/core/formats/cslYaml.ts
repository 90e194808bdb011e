import { Citekeys } from '../library/citekey';
import type { CslItem } from '../library/record';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';
import type { Span } from '../text';
import type { Places } from './cslItem';
import { readCslItem } from './cslItem';
import { cslTypes } from './cslTypes';
import { writeYaml } from './cslYamlWrite';
import type { Format, ReadResult } from './format';
import { isObject } from './plainValue';
import { YamlPlaces } from './yamlPlaces';
import { rescueYaml } from './yamlSections';
import { metadataBlock, readYaml } from './yamlText';

/** The key under which pandoc, Zotero and Better BibTeX keep the list of records. */
export const listKey = 'references';

/** A CSL-YAML text, with what stands beside the records in it. */
export interface CslYamlReading extends ReadResult {
  /** The text's other top-level keys: `annotations`, `case`. */
  readonly beside: ReadonlyMap<string, unknown>;
}

/** CSL-YAML as pandoc reads it: `references:` with a list of CSL items, or the bare list. */
export const cslYaml: Format = {
  id: 'csl-yaml',
  name: 'CSL-YAML',
  extensions: ['yaml', 'yml'],
  detect,
  read: (text) => {
    const { records, problems } = readCslYaml(text);
    return { records, problems };
  },
  write: (items) => writeYaml({ [listKey]: items }),
};

/** Reads the records of a CSL-YAML text and keeps what stands beside them. */
export function readCslYaml(whole: string): CslYamlReading {
  const block = metadataBlock(whole);
  const start = block?.start ?? (whole.startsWith('\uFEFF') ? 1 : 0);
  const text = whole.slice(start, block?.end);
  const { value, problem: broken } = readYaml(text, start);
  if (broken) {
    return rescue(text, start, broken);
  }
  const items = itemsOf(value);
  const beside = new Map(isObject(value) && !isItem(value) ? Object.entries(value) : []);
  beside.delete(listKey);
  if (!items) {
    const span = new YamlPlaces(text, start).of([listKey]);
    return { records: [], problems: [problem('not-a-list', 'error', { key: listKey }, span)], beside };
  }
  const path = Array.isArray(value) ? [] : [listKey];
  const places = new YamlPlaces(text, start);
  return { ...readItems(items, (index, key) => placeIn(places, [...path, index], key)), beside };
}

function rescue(text: string, start: number, broken: Problem): CslYamlReading {
  const { values, items, problems } = rescueYaml(text, listKey);
  const read = readItems(
    items.map((item) => item.value),
    (index, key) => {
      const item = items[index];
      return item && placeIn(new YamlPlaces(item.text, start + item.start), [0], key);
    },
  );
  const moved = problems.map((each) => ({ ...each, span: shifted(each.span, start) }));
  return {
    records: read.records,
    problems: [...(moved.length > 0 ? moved : [broken]), ...read.problems],
    beside: values,
  };
}

/** Each item by itself, so that a bad one costs no other. */
export function readItems(
  items: readonly unknown[],
  place: (index: number, key?: string) => Span | undefined,
): ReadResult {
  const records: CslItem[] = [];
  const problems: Problem[] = [];
  const keys = new Citekeys();
  items.forEach((item, index) => {
    const places: Places = (key) => place(index, key);
    const reading = readCslItem(item, keys, places);
    problems.push(...reading.problems);
    if (reading.record) {
      keys.take(reading.record.id);
      records.push(reading.record);
    }
  });
  return { records, problems };
}

function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) {
    return value;
  }
  if (!isObject(value)) {
    return value === undefined || value === null ? [] : undefined;
  }
  if (!Object.hasOwn(value, listKey)) {
    return isItem(value) ? [value] : [];
  }
  const list = value[listKey];
  if (Array.isArray(list)) {
    return list;
  }
  if (isObject(list)) {
    return [list];
  }
  return list === null ? [] : undefined;
}

/** One record without a list around it, as some tools write it. */
function isItem(value: Readonly<Record<string, unknown>>): boolean {
  return !Object.hasOwn(value, listKey) && Object.hasOwn(value, 'type') && Object.hasOwn(value, 'title');
}

function placeIn(places: YamlPlaces, path: readonly (string | number)[], key?: string): Span | undefined {
  return (key === undefined ? undefined : places.of([...path, key])) ?? places.of(path);
}

function shifted(span: Span | undefined, by: number): Span | undefined {
  return span && { start: span.start + by, end: span.end + by };
}

function detect(text: string): number {
  const head = text.slice(0, 20_000);
  const list = /^references:[ \t]*(?:#.*|\[.*)?\r?$/m.exec(head);
  if (list && isYaml(head.slice(0, list.index))) {
    return 0.95;
  }
  const first = head.split('\n').find((line) => !/^\uFEFF?(?:---)?\s*$/.test(line) && !line.startsWith('#')) ?? '';
  // A note's metadata has a title and an author as well.
  const type = /^ *(?:- +)?type:[ \t]*["']?([a-z_-]{3,30})["']?[ \t]*\r?$/m.exec(head)?.[1] ?? '';
  return /^ *(?:- +)?(?:id|type|title|author):(?:\s|$)/.test(first) && cslTypes.has(type) ? 0.8 : 0;
}

/** Whether what stands before a key can be YAML: all of it, or a line that opens a note's metadata. */
function isYaml(before: string): boolean {
  const lines = before.split(/\r?\n/);
  return /^---[ \t]*$/.test(lines.at(-2) ?? '') || lines.every((line) => /^\uFEFF?(?:[ \t].*|#.*|---.*|-[ \t].*|["']?[\w-]+["']?:(?:[ \t].*)?)?$/.test(line));
}
