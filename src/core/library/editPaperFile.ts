import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isCollection, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import { writeYaml } from '../formats/cslYamlWrite';
import type { Span } from '../text';

/** A change of one stretch of a text; all around it stays byte for byte. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

type Path = readonly (string | number)[];

/** @returns the text with another citekey and all else as it was; undefined where it holds no record */
export function setCitekey(text: string, citekey: string): string | undefined {
  const path = recordPath(text);
  return path && setField(text, [...path, 'id'], citekey);
}

/** @returns the text with a variable of its record set anew; undefined where it holds no record */
export function setRecordField(text: string, variable: string, value: unknown): string | undefined {
  const path = recordPath(text);
  return path && setField(text, [...path, variable], value);
}

/**
 * @param path such as `['annotations']`, `['references', 0, 'title']`; what is not there yet is put in, and an index one
 *   past a list's end adds to it
 * @returns the text with the value there; undefined where the text cannot be read, or the path leads through no map or list
 */
export function setField(text: string, path: Path, value: unknown): string | undefined {
  const edit = fieldEdit(text, path, value);
  return edit && applyEdit(text, edit);
}

/** Like `setField`, but what to change rather than the changed text, for editors. */
export function fieldEdit(text: string, path: Path, value: unknown): TextEdit | undefined {
  const document = parsed(text);
  const last = path.at(-1);
  if (!document || last === undefined) {
    return undefined;
  }
  const parent = nodeAt(document, path.slice(0, -1));
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (parent === undefined || parent === null) {
    return path.length === 1 && document.contents === null ? appended(text, writeYaml({ [last]: value }), eol) : missing(text, path, value);
  }
  if (isMap(parent) && typeof last === 'string') {
    return mapEdit(text, parent, last, value, eol);
  }
  return isSeq(parent) && typeof last === 'number' ? listEdit(text, parent, last, value, eol) : undefined;
}

/** @returns the text with one change made */
export function applyEdit(text: string, { span, newText }: TextEdit): string {
  return text.slice(0, span.start) + newText + text.slice(span.end);
}

/** The list or map that a path leads through is not there: it is put in with the value inside. */
function missing(text: string, path: Path, value: unknown): TextEdit | undefined {
  const last = path.at(-1);
  if (path.length < 2 || last === undefined) {
    return undefined;
  }
  const inner = typeof last === 'number' ? [value] : { [last]: value };
  return fieldEdit(text, path.slice(0, -1), inner);
}

function mapEdit(text: string, map: YAMLMap, key: string, value: unknown, eol: string): TextEdit | undefined {
  const pair = map.items.find((each) => isScalar(each.key) && String(each.key.value) === key);
  if (map.flow) {
    return flowEdit(text, map, { ...(map.toJSON() as object), [key]: value });
  }
  if (!pair) {
    const first = map.items[0];
    const column = columnOf(text, startOf(first?.key) ?? text.length);
    return insertedAfter(text, endOf(map, text), indented(writeYaml({ [key]: value }), column), eol);
  }
  const start = startOf(pair.key);
  if (start === undefined) {
    return undefined;
  }
  const newText = indented(writeYaml({ [key]: value }), columnOf(text, start)).join(eol).trimStart();
  return { span: { start, end: pairEnd(pair, text) }, newText };
}

function listEdit(text: string, list: YAMLSeq, index: number, value: unknown, eol: string): TextEdit | undefined {
  const items = list.items as Node[];
  if (list.flow) {
    const values = list.toJSON() as unknown[];
    return index > values.length ? undefined : flowEdit(text, list, values.toSpliced(index, 1, value));
  }
  const old = items[index];
  const first = items[0];
  if (index > items.length || !first) {
    return undefined;
  }
  const dash = dashBefore(text, startOf(first) ?? 0);
  const lines = indented(writeYaml([value]), columnOf(text, dash));
  if (!old) {
    return insertedAfter(text, endOf(list, text), lines, eol);
  }
  const start = dashBefore(text, startOf(old) ?? 0);
  return { span: { start, end: endOf(old, text) }, newText: lines.join(eol).trimStart() };
}

/** A map or list in one line is written anew as a whole: `{a: 1}`. JSON is YAML, and has no lines to break. */
function flowEdit(text: string, node: YAMLMap | YAMLSeq, value: unknown): TextEdit | undefined {
  const start = startOf(node);
  return start === undefined ? undefined : { span: { start, end: endOf(node, text) }, newText: JSON.stringify(value) };
}

function insertedAfter(text: string, end: number, lines: readonly string[], eol: string): TextEdit {
  const needsBreak = end > 0 && text[end - 1] !== '\n';
  const lineEnd = text.indexOf('\n', end);
  // A comment may follow the last value on its line: the new line goes after it.
  const at = !needsBreak ? end : lineEnd < 0 ? text.length : lineEnd + 1;
  const broken = at > 0 && text[at - 1] !== '\n';
  return { span: { start: at, end: at }, newText: `${broken ? eol : ''}${lines.join(eol)}${eol}` };
}

function appended(text: string, yaml: string, eol: string): TextEdit {
  const broken = text !== '' && !text.endsWith('\n');
  return { span: { start: text.length, end: text.length }, newText: `${broken ? eol : ''}${yaml.replace(/\n/g, eol)}` };
}

function indented(yaml: string, column: number): string[] {
  const lines = yaml.replace(/\n$/, '').split('\n');
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(column)}${line}`));
}

/** The text as a document that keeps its places; undefined where it is broken, or nested too deep to read. */
function parsed(text: string): Document.Parsed | undefined {
  try {
    const document = parseDocument(text);
    return document.errors.length > 0 ? undefined : document;
  } catch {
    return undefined;
  }
}

/** The path to the file's record: under `references`, in a bare list, or the text itself. */
function recordPath(text: string): Path | undefined {
  const document = parsed(text);
  const root = document?.contents;
  if (!document || !isCollection(root)) {
    return undefined;
  }
  const candidates: Path[] = [['references', 0], ['references'], [0], []];
  return candidates.find((path) => {
    const node = nodeAt(document, path);
    return isMap(node) && (path.length > 0 || node.has('id') || node.has('title'));
  });
}

function nodeAt(document: Document.Parsed | Document, path: Path): Node | null | undefined {
  return (path.length === 0 ? document.contents : document.getIn(path, true)) as Node | null | undefined;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | undefined)?.range?.[0];
}

/** Where a value ends, without the line break and the comments after it. */
function endOf(node: Node, text: string): number {
  const end = node.range?.[1] ?? text.length;
  const start = node.range?.[0] ?? 0;
  return start + text.slice(start, end).trimEnd().length;
}

function pairEnd(pair: Pair, text: string): number {
  if (isPair(pair) && pair.value) {
    const value = pair.value as Node;
    const end = endOf(value, text);
    if (end > (value.range?.[0] ?? 0)) {
      return end;
    }
  }
  const start = startOf(pair.key) ?? 0;
  const colon = text.indexOf(':', (pair.key as Node).range?.[1] ?? start);
  return colon < 0 ? start : colon + 1;
}

function dashBefore(text: string, at: number): number {
  return Math.max(text.lastIndexOf('-', at - 1), 0);
}

function columnOf(text: string, at: number): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}
