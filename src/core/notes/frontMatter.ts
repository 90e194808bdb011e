import { load } from 'js-yaml';
import type { Problem } from '../problems/problem';
import { matchKey } from './citekey';
import { inlineReferences } from './inlineReferences';
import type { FrontMatter } from './note';

/** `---`, a line that isn't blank, and so on to a line `---` or `...`. */
const opening = /^\uFEFF?---[ \t]*\r?\n(?![ \t]*\r?\n)/;
const closing = /^(?:---|\.\.\.)[ \t]*\r?$/gm;

/** Reads a note's YAML front matter; undefined where it has none. A broken block gives what its lines still say. */
export function parseFrontMatter(text: string): FrontMatter | undefined {
  const open = opening.exec(text);
  if (!open) return undefined;
  const from = open[0].length;
  closing.lastIndex = from;
  const close = closing.exec(text);
  if (!close) return undefined;
  const yaml = text.slice(from, close.index);
  const span = { start: 0, end: close.index + close[0].length };
  const problems: Problem[] = [];
  const values = readYaml(yaml, from, problems);
  return {
    span,
    bibliography: strings(values['bibliography']),
    bibliographyIsList: Array.isArray(values['bibliography']),
    ...optional({
      csl: scalar(values['csl']) ?? scalar(values['citation-style']),
      lang: scalar(values['lang']) ?? scalar(values['locale']),
      abbreviations: scalar(values['citation-abbreviations']),
      linkCitations: truth(values['link-citations']),
      linkBibliography: truth(values['link-bibliography']),
      notesAfterPunctuation: truth(values['notes-after-punctuation']),
      suppressBibliography: truth(values['suppress-bibliography']),
      referenceTitle: scalar(values['reference-section-title'])?.trim(),
    }),
    nocite: nociteKeys(values['nocite']),
    references: inlineReferences(values['references']),
    problems,
  };
}

function readYaml(yaml: string, offset: number, problems: Problem[]): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = load(yaml);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch (error) {
    const { line, detail } = yamlError(error);
    const start = offset + lineStart(yaml, line);
    const end = offset + lineStart(yaml, line + 1);
    problems.push({ code: 'yaml-syntax', severity: 'error', params: { detail }, span: { start, end } });
    return readLines(yaml);
  }
}

function yamlError(error: unknown): { readonly line: number; readonly detail: string } {
  if (!(error instanceof Error)) return { line: 0, detail: String(error) };
  const mark = 'mark' in error ? (error.mark as { readonly line?: unknown } | undefined) : undefined;
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : error.message;
  return { line: typeof mark?.line === 'number' ? mark.line : 0, detail: reason.split('\n', 1)[0] ?? '' };
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

function nociteKeys(value: unknown): string[] {
  const keys: string[] = [];
  for (const text of strings(value)) {
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      if (text[at + 1] === '*') keys.push('*');
      const braces = /^@\{[^{}\s]*\}/.exec(text.slice(at, at + 500))?.[0];
      const match = matchKey(text, at, braces === undefined ? undefined : at + braces.length);
      if (match) keys.push(match.key);
    }
  }
  return keys;
}

function strings(value: unknown): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((entry): entry is string => typeof entry === 'string' && entry !== '');
}

function scalar(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** As pandoc takes it: what is there and not a yes is a no. */
function truth(value: unknown): boolean | undefined {
  if (value === undefined) return undefined;
  return value === true || (typeof value === 'string' && /^(?:t|true|yes)$/i.test(value));
}

type Optional<Values> = { readonly [Key in keyof Values]?: Exclude<Values[Key], undefined> };

/** Without the values that are not there. */
function optional<Values extends object>(values: Values): Optional<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Optional<Values>;
}
