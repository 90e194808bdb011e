import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';
import type { Span } from '../text';
import { cslTypes } from './cslTypes';
import { readItems } from './cslYaml';
import type { Format, ReadResult } from './format';
import { jsonItemSpans } from './jsonItems';
import { isObject } from './plainValue';
import { readYaml } from './yamlText';

/** CSL-JSON: a list of CSL items, one item alone, or pandoc's and Zotero's `{"references": [...]}`, `{"items": [...]}`. */
export const cslJson: Format = {
  id: 'csl-json',
  name: 'CSL-JSON',
  extensions: ['json'],
  detect,
  read: readCslJson,
  write: (items) => `${JSON.stringify(items, undefined, 2)}\n`,
};

function readCslJson(whole: string): ReadResult {
  const text = whole.startsWith('\uFEFF') ? ` ${whole.slice(1)}` : whole;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return rescue(text, error);
  }
  const items = itemsOf(value);
  if (!items) {
    return { records: [], problems: [problem('not-a-list', 'error', { key: 'references' })] };
  }
  // The places are looked up only when something is wrong, and then once.
  let spans: Span[] | undefined;
  return readItems(items, (index) => {
    spans ??= jsonItemSpans(text, listStart(text, value));
    return firstLine(text, spans[index]);
  });
}

/** One item at a time, so that a missing comma costs no more than it must. */
function rescue(text: string, error: unknown): ReadResult {
  const spans = jsonItemSpans(text, rescueStart(text));
  const problems: Problem[] = [];
  const items: unknown[] = [];
  const kept: Span[] = [];
  for (const span of spans) {
    const { value, found } = readItem(text.slice(span.start, span.end), span.start);
    if (found) {
      problems.push(found);
    }
    if (value !== undefined) {
      items.push(value);
      kept.push(span);
    }
  }
  if (problems.length === 0) {
    problems.push(jsonProblem(error, text, 0)); // between the items: a comma, a bracket
  }
  const read = readItems(items, (index) => firstLine(text, kept[index]));
  return { records: read.records, problems: [...problems, ...read.problems] };
}

function readItem(text: string, start: number): { readonly value?: unknown; readonly found?: Problem } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    // YAML takes what people slip into JSON: a comma too many, a comment, single quotes.
    const { value } = readYaml(text, 0, true);
    return { ...(isObject(value) && { value }), found: jsonProblem(error, text, start) };
  }
}

/** What is wrong in a text that is not JSON, at its place; `start` is where the text begins in its file. */
export function jsonProblem(error: unknown, text: string, start: number): Problem {
  const message = error instanceof Error ? error.message : '';
  const at = positionOf(message, text);
  const lineEnd = text.indexOf('\n', at);
  const span = { start: start + at, end: start + (lineEnd < 0 ? text.length : lineEnd) };
  const detail = message.replace(/,? ?(?:\.\.\.)?"[\s\S]*" is not valid JSON$/, '').replace(/ (?:in JSON )?at position[\s\S]*$/, '');
  return problem('json-syntax', 'error', { detail: detail || 'it cannot be read' }, span);
}

/** V8 tells the position, Firefox line and column, Safari neither. */
function positionOf(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) {
    return Math.min(Number(position), text.length);
  }
  const line = /line (\d+) column (\d+)/.exec(message);
  if (line) {
    const start = text.split('\n').slice(0, Number(line[1]) - 1).join('\n').length;
    return Math.min(start + Number(line[2]), text.length);
  }
  return /end of (?:JSON )?(?:input|data)/i.test(message) ? Math.max(text.trimEnd().length - 1, 0) : 0;
}

function itemsOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) {
    return value;
  }
  if (!isObject(value)) {
    return undefined;
  }
  for (const key of ['references', 'items', 'citationItems', 'data']) {
    if (Array.isArray(value[key])) {
      return value[key].map((item: unknown) => (isObject(item) && isObject(item.itemData) ? item.itemData : item));
    }
  }
  return Object.keys(value).length > 0 ? [value] : [];
}

function listStart(text: string, value: unknown): number {
  const key = isObject(value) ? ['references', 'items', 'citationItems', 'data'].find((name) => Array.isArray(value[name])) : undefined;
  return key === undefined ? 0 : Math.max(text.indexOf(`"${key}"`), 0);
}

/** After `{"references": [`, where the text is an object around a list. */
function rescueStart(text: string): number {
  const match = /^\s*\{\s*"(?:references|items)"\s*:\s*\[/.exec(text.slice(0, 1000));
  return match ? match[0].length : 0;
}

function firstLine(text: string, span: Span | undefined): Span | undefined {
  if (!span) {
    return undefined;
  }
  const lineEnd = text.indexOf('\n', span.start);
  return { start: span.start, end: lineEnd < 0 ? span.end : Math.min(lineEnd, span.end) };
}

/** What only records have: CSL's own keys, or one of its types. */
const ownKey = /"(?:issued|container-title|title-short|family|citation-key|DOI|PMID|ISBN|itemData)"\s*:/;
const ownType = /"type"\s*:\s*"([a-z_-]{3,30})"/g;

function detect(text: string): number {
  const head = text.slice(0, 5000).replace(/^\uFEFF/, '').trimStart();
  if (!/^(?:\[|\{)/.test(head)) {
    return 0;
  }
  const isTyped = [...head.matchAll(ownType)].some(([, type = '']) => cslTypes.has(type)) && /"(?:id|title|author)"\s*:/.test(head);
  return ownKey.test(head) || isTyped ? 0.95 : /^\[\s*(?:\]|\{[^{}]*"(?:id|title)"\s*:)/.test(head) ? 0.4 : 0;
}
