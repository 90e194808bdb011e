import type { Span } from '../../text';
import { xmlTags } from './xmlTags';

/** An element in a record's source. */
export interface XmlElementText {
  /**
   * The names on the way to it without the record's own: `titles/title`; empty for the record. What belongs to one
   * program says which: `foreign-keys/key@EN`.
   */
  readonly path: string;
  /** From its start tag to its end tag. */
  readonly span: Span;
  /** Between its tags. */
  readonly inner: Span;
  /** Holds no other elements but `style`. */
  readonly isValue: boolean;
}

interface Open {
  readonly name: string;
  readonly app: string | undefined;
  readonly start: number;
  readonly innerStart: number;
  isValue: boolean;
}

/** @returns a record's elements in the order of their beginnings; undefined where its tags do not match each other */
export function xmlElements(source: string): readonly XmlElementText[] | undefined {
  const open: Open[] = [];
  const found: XmlElementText[] = [];
  for (const { name, isEnd, isEmpty, start, end } of xmlTags(source)) {
    if (name === 'style') continue;
    const app = isEnd ? undefined : /\sapp="([^"]*)"/.exec(source.slice(start, end))?.[1];
    const parent = open.at(-1);
    if (isEnd) {
      if (parent?.name !== name) return undefined;
      found.push(elementOf(open, parent, { start: parent.innerStart, end: start }, end));
      open.pop();
      continue;
    }
    if (parent) parent.isValue = false;
    const own = { name, app, start, innerStart: end, isValue: true };
    if (isEmpty) found.push(elementOf([...open, own], own, { start: end, end }, end));
    else open.push(own);
  }
  return open.length > 0 ? undefined : found.sort((one, other) => one.span.start - other.span.start);
}

function elementOf(open: readonly Open[], { start, isValue }: Open, inner: Span, end: number): XmlElementText {
  return { path: open.slice(1).map(({ name, app }) => (app === undefined ? name : `${name}@${app}`)).join('/'), span: { start, end }, inner, isValue };
}
