import type { Span } from '../text';
import { jsonProblem } from './cslJson';
import type { ReadResult } from './format';
import { jsonItemSpans } from './jsonItems';
import { isObject, isScalar, scalarText } from './plainValue';
import type { RecordReading } from './recordList';
import { RecordList } from './recordList';

/** An object of an API's answer. */
export type Json = Readonly<Record<string, unknown>>;

/** How an API's answers are read. */
export interface JsonFormat {
  /** Whether an object is one work, as against what is put around works. */
  readonly isWork: (value: Json) => boolean;
  readonly read: (work: Json) => RecordReading | undefined;
}

/** What APIs put around their works, one in another. */
const around = ['message', 'items', 'results', 'resultList', 'result', 'data', 'works', 'references'];

/** No answer puts its works deeper. */
const deepest = 8;

/** The works of an answer, be it one, a list, or the page of a search; also several answers in a list or one below another. */
export function readJsonWorks(whole: string, format: JsonFormat): ReadResult {
  const text = whole.startsWith('\uFEFF') ? ` ${whole.slice(1)}` : whole;
  const list = new RecordList();
  const add = (value: unknown, span?: Span): void => {
    for (const work of worksOf(value, format)) {
      const reading = format.read(work);
      if (reading) list.add(reading, span);
    }
  };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    rescue(text, error, list, add);
    return list.result();
  }
  add(value);
  return list.result();
}

/** One work at a time where the whole is not JSON: each object of the list, or of a text that is nothing but objects. */
function rescue(text: string, error: unknown, list: RecordList, add: (value: unknown, span: Span) => void): void {
  const opening = /"(?:items|results?|works)"\s*:\s*\[/.exec(text);
  let isTold = false;
  for (const span of jsonItemSpans(text, opening ? opening.index + opening[0].length : 0)) {
    try {
      add(JSON.parse(text.slice(span.start, span.end)), span);
    } catch (inner) {
      list.tell(jsonProblem(inner, text.slice(span.start, span.end), span.start));
      isTold = true;
    }
  }
  if (!isTold) list.tell(jsonProblem(error, text, 0));
}

function worksOf(value: unknown, format: JsonFormat, depth = 0): Json[] {
  if (depth > deepest) {
    return [];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => worksOf(item, format, depth + 1));
  }
  if (!isObject(value)) {
    return [];
  }
  return format.isWork(value) ? [value] : around.flatMap((key) => (Object.hasOwn(value, key) ? worksOf(value[key], format, depth + 1) : []));
}

/** The object at a path of keys. */
export function objectAt(value: unknown, ...path: readonly string[]): Json | undefined {
  let at: unknown = value;
  for (const key of path) {
    at = isObject(at) ? at[key] : undefined;
  }
  return isObject(at) ? at : undefined;
}

/** White space says nothing in these formats. */
function singleSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A text or number at a key, with single spaces; the first that says something where it is a list. */
export function textAt(value: Json | undefined, key: string): string | undefined {
  const own = value?.[key];
  const text = Array.isArray(own) ? own.map(scalarText).find((each) => each?.trim()) : scalarText(own);
  return text === undefined ? undefined : singleSpaces(text) || undefined;
}

/** All texts at a key, which may be one or a list. */
export function textsAt(value: Json | undefined, key: string): string[] {
  const own = value?.[key];
  const list: readonly unknown[] = Array.isArray(own) ? own : [own];
  return list.filter(isScalar).map((text) => singleSpaces(String(text))).filter(Boolean);
}

/** The objects of a list. */
export function objectsAt(value: Json | undefined, key: string): Json[] {
  const own = value?.[key];
  return Array.isArray(own) ? own.filter(isObject) : [];
}

/** Text without its markup: `<jats:p>`, `<h4>`; a heading keeps a colon, paragraphs a line each. */
export function withoutMarkup(text: string): string {
  return singleSpaces(text)
    .replace(/<(?:jats:)?title> ?Abstract ?<\/(?:jats:)?title>/gi, '')
    .replace(/<(?:jats:title|title|h\d)\b[^<>]{0,200}>/gi, '\n')
    .replace(/ ?:? ?<\/(?:jats:title|title|h\d)> ?/gi, ': ')
    .replace(/<\/(?:jats:p|jats:sec|p)>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .split('\n').map((line) => line.replace(/ {2,}/g, ' ').trim()).filter(Boolean).join('\n');
}

/** A title with the markup that CSL knows, and without what JATS and MathML put around. */
export function markedTitle(text: string): string {
  return text
    .replace(/<(\/?)(?:jats:)?(italic|em)>/gi, '<$1i>').replace(/<(\/?)(?:jats:)?(bold|strong)>/gi, '<$1b>')
    .replace(/<\/?(?!(?:i|b|sup|sub)>)[a-z][^<>]{0,200}>/gi, '')
    .replace(/&amp;/g, '&').replace(/&lt;/g, '<').replace(/&gt;/g, '>')
    .replace(/\s+/g, ' ').trim();
}
