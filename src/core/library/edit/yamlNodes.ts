import type { Document, Node, Pair } from 'yaml';
import { parseDocument } from 'yaml';
import type { Span } from '../../text';
import { isTooDeep } from '../../yamlDepth';

/** The text as a document that keeps its places; undefined where it is broken, or nested too deep to read. */
export function yamlDocument(text: string): Document.Parsed | undefined {
  if (isTooDeep(text)) {
    return undefined;
  }
  try {
    // An alias whose anchor stands in another record is no fault of this one.
    const document = parseDocument(text, { logLevel: 'silent' });
    return document.errors.some(({ message }) => !message.startsWith('Unresolved alias')) ? undefined : document;
  } catch {
    return undefined;
  }
}

/** From a value's first sign to its last, without the line break and the comments after it. */
export function nodeSpan(node: Node, text: string): Span {
  const start = node.range?.[0] ?? 0;
  const end = node.range?.[1] ?? start;
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** From the key to the value's end. */
export function pairSpan(pair: Pair, text: string): Span {
  const key = nodeSpan(pair.key as Node, text);
  const value = pair.value as Node | null;
  const end = value ? nodeSpan(value, text).end : key.end;
  return { start: key.start, end: Math.max(end, colonEnd(key.end, text)) };
}

/** After the colon that follows a key. */
export function colonEnd(keyEnd: number, text: string): number {
  const colon = /[ \t]*:/y;
  colon.lastIndex = keyEnd;
  return colon.test(text) ? colon.lastIndex : keyEnd;
}

/** A plain copy of a value; undefined where it cannot be made, as of an alias without an anchor. */
export function plainValue(node: Node | null | undefined, document: Document.Parsed): unknown {
  try {
    return node?.toJS(document, { maxAliasCount: 1000 });
  } catch {
    return undefined;
  }
}

/** How far from its line's beginning a place is. */
export function columnOf(text: string, at: number): number {
  return at - (at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);
}

/** After the line break that ends a place's line, with a comment before it. */
export function afterLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

export function indented(yaml: string, column: number): string[] {
  const lines = yaml.replace(/\n$/, '').split('\n');
  return lines.map((line) => (line === '' ? '' : `${' '.repeat(column)}${line}`));
}
