import { load } from 'js-yaml';
import type { Problem } from '../problems/problem';
import type { Span } from '../text';

/** YAML between `---` and a line `---` or `...`. */
export interface MetadataBlock {
  readonly span: Span;
  /** As far as they can be read. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/** What may be a metadata block within a note. */
export interface MaybeBlock {
  /** Where it ends; undefined for what is a rule, and then words. */
  readonly end: number | undefined;
  /** How much of the text decides that. */
  readonly seen: number;
}

/** `---`, a line that isn't blank, and so on to a line `---` or `...`. */
const opening = /^\uFEFF?---[ \t]*\r?\n(?![ \t]*\r?\n)/;
/** Within a note the next line has a key, begins YAML in braces, is a comment, or ends the block. */
const openingWithin = /---[ \t]*\r?\n(?=[ \t]*(?:[^\s[*>|!@`-][^\n]*?:(?:\s|$)|[#{?])|(?:---|\.\.\.)[ \t]*\r?(?:\n|$))/y;
const closing = /^(?:---|\.\.\.)[ \t]*\r?$/gm;
/** A block within a note is no longer (UTF-16 units), so that none is looked for through a whole note at each keystroke. */
const longestWithin = 64_000;

/** @returns the block that a note begins with: its front matter */
export function blockAtStart(text: string): MetadataBlock | undefined {
  const open = opening.exec(text);
  const close = open ? closingFrom(text, open[0].length) : undefined;
  return close ? readBlock(text, { start: 0, end: close.end }) : undefined;
}

/**
 * Whether a metadata block begins at a line within a note, as pandoc takes one: it must be YAML, and no list or text.
 * @param isWhole whether the text ends where it ends, as against one that goes on
 * @returns undefined where none could begin, whatever follows; a block that nothing has closed yet ends with the text
 */
export function maybeBlock(text: string, at: number, isWhole: boolean): MaybeBlock | undefined {
  openingWithin.lastIndex = at;
  const open = openingWithin.exec(text);
  if (!open) return undefined;
  const close = closingFrom(text, openingWithin.lastIndex);
  const limit = at + longestWithin;
  if (close && close.end <= limit) return { end: isMetadata(text, at, close.end) ? close.end : undefined, seen: close.end };
  const isOpen = !isWhole && text.length < limit;
  return { end: isOpen ? text.length : undefined, seen: limit };
}

/** Reads a block; where it is no YAML, what its lines still say. */
export function readBlock(text: string, span: Span): MetadataBlock {
  const from = text.indexOf('\n', span.start) + 1;
  const yaml = text.slice(from, text.lastIndexOf('\n', span.end - 1) + 1);
  const value = readYaml(yaml);
  if (!(value instanceof BrokenYaml)) return { span, values: isMap(value) ? { ...value } : {}, problems: [] };
  const start = from + lineStart(yaml, value.line);
  const end = from + lineStart(yaml, value.line + 1);
  return { span, values: readLines(yaml), problems: [{ code: 'yaml-syntax', severity: 'error', params: { detail: value.detail }, span: { start, end } }] };
}

function closingFrom(text: string, from: number): { readonly end: number } | undefined {
  closing.lastIndex = from;
  const close = closing.exec(text);
  return close ? { end: close.index + close[0].length } : undefined;
}

/** What is broken is one that is being written, if it is in one piece; else there are words between two rules. */
function isMetadata(text: string, start: number, end: number): boolean {
  const yaml = text.slice(text.indexOf('\n', start) + 1, text.lastIndexOf('\n', end - 1) + 1);
  const value = readYaml(yaml);
  return value instanceof BrokenYaml ? !/\n[ \t]*\r?\n/.test(yaml) : value === undefined || value === null || isMap(value);
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

class BrokenYaml {
  constructor(
    readonly line: number,
    readonly detail: string,
  ) {}
}

function readYaml(yaml: string): unknown {
  try {
    return load(yaml);
  } catch (error) {
    if (!(error instanceof Error)) return new BrokenYaml(0, String(error));
    const mark = 'mark' in error ? (error.mark as { readonly line?: unknown } | undefined) : undefined;
    const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
    return new BrokenYaml(typeof mark?.line === 'number' ? mark.line : 0, reason.split('\n', 1)[0] ?? '');
  }
}

function lineStart(text: string, line: number): number {
  let at = 0;
  for (let i = 0; i < line; i++) {
    const next = text.indexOf('\n', at);
    if (next < 0) return text.length;
    at = next + 1;
  }
  return at;
}

/** `bibliography: refs.bib` and lists of `- refs.bib`, from a block that is no YAML. */
function readLines(yaml: string): Readonly<Record<string, unknown>> {
  const values: Record<string, string | string[]> = {};
  let list: string[] | undefined;
  for (const line of yaml.split(/\r?\n/)) {
    const pair = /^(bibliography|csl|citation-style|lang|locale|nocite):[ \t]*(.*)$/.exec(line);
    const entry = /^[ \t]*-[ \t]+(.*)$/.exec(line);
    if (pair?.[1] !== undefined) {
      const value = unquote(pair[2] ?? '');
      list = value === '' ? [] : undefined;
      values[pair[1]] = list ?? value;
    } else if (entry && list) list.push(unquote(entry[1] ?? ''));
    else if (/^\S/.test(line)) list = undefined;
  }
  return values;
}

function unquote(value: string): string {
  const trimmed = value.trim();
  return /^(["']).*\1$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}
