import type { Problem } from '../problems/problem';
import { readYamlOrRescue } from './yamlText';

/** A stretch of a YAML text that was read by itself. */
export interface YamlPart {
  readonly value: unknown;
  readonly start: number;
  readonly text: string;
}

/** What could be saved of a YAML text that cannot be read as a whole. */
export interface YamlRescue {
  /** Top-level keys and their values, without the list of records. */
  readonly values: ReadonlyMap<string, unknown>;
  readonly items: readonly YamlPart[];
  readonly problems: readonly Problem[];
}

/**
 * Reads a broken YAML text piece by piece, so that an unclosed quote in one record costs neither the other records nor
 * the annotations: each top-level key by itself, and of `listKey`, a bare list, or a list that is broken, each item by itself.
 */
export function rescueYaml(text: string, listKey: string): YamlRescue {
  const values = new Map<string, unknown>();
  const items: YamlPart[] = [];
  const problems: Problem[] = [];
  for (const section of topLevelSections(text)) {
    const isList = section.key === listKey || section.key === undefined;
    const parts = isList ? listItems(text, section.bodyStart, section.end) : [];
    for (const part of parts) {
      const { value, problem } = readYamlOrRescue(part.text, part.start);
      if (problem) {
        problems.push(problem);
      }
      items.push({ ...part, value: Array.isArray(value) ? (value as unknown[])[0] : value });
    }
    if (parts.length === 0 && section.key !== undefined) {
      const whole = readYamlOrRescue(text.slice(section.start, section.end), section.start);
      const saved = whole.problem && whole.value === undefined ? savedItems(text, section) : undefined;
      problems.push(...(saved?.problems ?? (whole.problem ? [whole.problem] : [])));
      values.set(section.key, saved?.values ?? ownValue(whole.value, section.key));
    }
  }
  return { values, items: items.filter((item) => item.value !== undefined), problems };
}

interface Section {
  readonly key: string | undefined;
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
}

/** `references:`, `"annotations":`, ... at a line's very beginning. */
const topLevelKey = /^(?:"([^"\n]{1,80})"|'([^'\n]{1,80})'|([A-Za-z_][\w -]{0,80}?))[ \t]*:(?=[ \t\r]|$)/gm;

function topLevelSections(text: string): Section[] {
  const heads = [...text.matchAll(topLevelKey)];
  if (heads.length === 0) {
    return [{ key: undefined, start: 0, bodyStart: 0, end: text.length }];
  }
  return heads.map((head, index) => {
    const end = nextDocument(text, head.index, heads[index + 1]?.index ?? text.length);
    const key = head[1] ?? head[2] ?? head[3] ?? '';
    return { key, start: head.index, bodyStart: head.index + head[0].length, end };
  });
}

/** What can be read of a list that cannot be read whole; undefined where no item is broken by itself. */
function savedItems(text: string, { bodyStart, end }: Section): { readonly values: readonly unknown[]; readonly problems: readonly Problem[] } | undefined {
  const read = listItems(text, bodyStart, end).map((part) => readYamlOrRescue(part.text, part.start));
  const problems = read.flatMap(({ problem }) => (problem ? [problem] : []));
  const values = read.flatMap(({ value }) => (Array.isArray(value) ? (value as unknown[]).slice(0, 1) : []));
  return problems.length > 0 ? { values, problems } : undefined;
}

/** A section ends where its metadata block does. */
function nextDocument(text: string, start: number, end: number): number {
  const match = /^(?:---|\.\.\.)[ \t]*\r?$/m.exec(text.slice(start, end));
  return match ? start + match.index : end;
}

/** The items of a block list, by the first item's indentation. */
function listItems(text: string, start: number, end: number): { readonly start: number; readonly text: string }[] {
  const body = text.slice(start, end);
  const indent = /^([ \t]*)-(?=[ \t\r\n]|$)/m.exec(body)?.[1];
  if (indent === undefined) {
    return [];
  }
  const dashes = [...body.matchAll(new RegExp(`^${indent}-(?=[ \\t\\r\\n]|$)`, 'gm'))];
  return dashes.map((dash, index) => {
    const itemEnd = dashes[index + 1]?.index ?? body.length;
    return { start: start + dash.index, text: body.slice(dash.index, itemEnd) };
  });
}

function ownValue(value: unknown, key: string): unknown {
  const isMap = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return isMap ? (value as Record<string, unknown>)[key] : undefined;
}
