import type { Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { isMap } from 'yaml';
import type { Span } from '../../text';
import { takenOut } from './separated';
import type { TextEdit } from './textEdit';
import { nodeSpan, pairSpan } from './yamlNodes';
import { flowText } from './yamlScalar';

/** A list or map in brackets, be it YAML's or JSON's. */
export type Flow = YAMLMap | YAMLSeq;

/** The places of what a list or map holds. */
export function flowSpans(flow: Flow, text: string): Span[] {
  return flow.items.map((item) => (isMap(flow) ? pairSpan(item as Pair, text) : nodeSpan(item as Node, text)));
}

/** Whether it is JSON: all keys and texts in double quotes. */
export function isJson(flow: Flow, text: string): boolean {
  const source = text.slice(nodeSpan(flow, text).start, nodeSpan(flow, text).end);
  return /^[[{]\s*(?:"|[[{]\s*")/.test(source) && !/[{,]\s*[\w-]+\s*:\s/.test(source.replace(/"(?:[^"\\]|\\.)*"/g, '""'));
}

/** Takes items out. */
export function flowWithout(flow: Flow, text: string, gone: readonly number[]): TextEdit[] {
  const { end } = nodeSpan(flow, text);
  const spans = flowSpans(flow, text);
  return takenOut(text, spans, gone, (between) => /^\s*,\s*$/.test(between), (at) => {
    // All are gone: so is the white space around them.
    const rest = text.slice(at, end - 1);
    return /^\s*,?\s*$/.test(rest) ? end - 1 : at;
  }).map((span) => ({ span, newText: '' }));
}

/** @param items what is put in after the item at `index`, or first after -1; as texts in one line or laid out already */
export function flowWith(flow: Flow, text: string, index: number, items: readonly string[], lineBreak: string): TextEdit {
  const spans = flowSpans(flow, text);
  const { start, end } = nodeSpan(flow, text);
  const [before, next] = [spans[index], spans[index + 1]];
  if (!before && !next) {
    return { span: { start: start + 1, end: end - 1 }, newText: items.join(', ') };
  }
  const part = separator(spans, text) ?? aroundOnly(text, start, spans[0]) ?? ', ';
  const own = part.replace(/\r?\n/g, lineBreak);
  if (before) {
    return { span: { start: before.end, end: before.end }, newText: items.map((item) => own + item).join('') };
  }
  const at = next?.start ?? end - 1;
  return { span: { start: at, end: at }, newText: items.map((item) => item + own).join('') };
}

/** What parts two items: `,\n  `. */
export function separator(spans: readonly Span[], text: string): string | undefined {
  for (let index = spans.length - 1; index > 0; index -= 1) {
    const between = text.slice(spans[index - 1]?.end, spans[index]?.start);
    if (/^\s*,\s*$/.test(between)) return between;
  }
  return undefined;
}

/** Of a single item, the line break and indentation before it. */
function aroundOnly(text: string, start: number, only: Span | undefined): string | undefined {
  const before = text.slice(start + 1, only?.start);
  return before.includes('\n') && before.trim() === '' ? `,${before}` : undefined;
}

/** A pair of a map in brackets, with its colon as the others have it. */
export function flowPair(map: YAMLMap, text: string, key: string, value: unknown, indent: string): string {
  const json = isJson(map, text);
  const [first] = map.items;
  const keyEnd = first ? nodeSpan(first.key as Node, text).end : 0;
  const colon = first?.value ? text.slice(keyEnd, nodeSpan(first.value as Node, text).start) : ': ';
  const name = json ? JSON.stringify(key) : /^[A-Za-z][\w-]*$/.test(key) ? key : JSON.stringify(key);
  return `${name}${/^\s*:[ ]*$/.test(colon) ? colon : ': '}${layOut(value, json, text, map, indent)}`;
}

/** A value in the lay-out of what is around it: JSON in several lines, JSON in one, or YAML. */
export function layOut(value: unknown, json: boolean, text: string, around: Flow, indent: string): string {
  if (!json || typeof value !== 'object') {
    return flowText(value, undefined, json);
  }
  const { start, end } = nodeSpan(around, text);
  const source = text.slice(start, end);
  if (!source.includes('\n')) {
    return /":\s/.test(source) ? spaced(value) : JSON.stringify(value);
  }
  const step = indentStep(text, around);
  return JSON.stringify(value, undefined, step).split('\n').map((line, index) => (index === 0 ? line : indent + line)).join('\n');
}

/** `{"a": 1, "b": 2}`. */
function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).filter(([, own]) => own !== undefined).map(([key, own]) => `${JSON.stringify(key)}: ${spaced(own)}`).join(', ')}}`;
}

/** One level's indentation: what an item has more than the bracket that closes after it. */
function indentStep(text: string, around: Flow): string {
  const { end } = nodeSpan(around, text);
  const [first] = flowSpans(around, text);
  const inner = first && /^[ \t]*$/.exec(lineStart(text, first.start))?.[0];
  const outer = /^[ \t]*$/.exec(lineStart(text, end - 1))?.[0];
  return inner !== undefined && outer !== undefined && inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : '  ';
}

function lineStart(text: string, at: number): string {
  return text.slice(at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1, at);
}
