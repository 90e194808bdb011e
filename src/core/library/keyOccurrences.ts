import { BibtexScanner } from '../formats/bibtexScan';
import { matchKey, writeKey } from '../notes/citekey';
import { latexKeys } from '../notes/latexCites';
import { parseNote } from '../notes/parseNote';
import type { PlacedScalar } from '../placedScalars';
import { jsonScalars, yamlScalars } from '../placedScalars';
import type { Span } from '../text';

/** What a file is, as far as the keys in it go. A paper file is CSL-YAML; `settings` are VS Code's of a folder. */
export type KeyFileKind = 'note' | 'latex' | 'csl-yaml' | 'csl-json' | 'bibtex' | 'settings';

/** A place where a citekey stands. */
export interface KeyOccurrence {
  readonly key: string;
  /** A record's own key, another by which it is known, or a mention of one. */
  readonly role: 'record' | 'alias' | 'use';
  /** The key alone, without `@`, braces and quotes. */
  readonly span: Span;
  /** How a key has to be written there: as it is, behind an `@`, or as a YAML value. */
  readonly form: 'plain' | 'cited' | 'yaml';
}

/** @returns every place where a key stands in a text, in order */
export function keyOccurrences(text: string, kind: KeyFileKind): KeyOccurrence[] {
  switch (kind) {
    case 'note':
      return inNote(text);
    case 'latex':
      return inLatex(text);
    case 'bibtex':
      return inBibtex(text);
    case 'csl-yaml':
      return inScalars(text, yamlScalars(text), 0);
    case 'csl-json':
      return inScalars(text, jsonScalars(text), 0);
    case 'settings':
      return inSettings(text);
  }
}

/** @returns how a new key is written at an occurrence */
export function writtenKey({ form }: Pick<KeyOccurrence, 'form'>, key: string): string {
  if (form === 'cited') return writeKey(key).slice(1);
  const isPlain = /^[A-Za-z_][\w.:/+-]*$/.test(key) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(key);
  return form === 'yaml' && !isPlain ? JSON.stringify(key) : key;
}

function inNote(text: string): KeyOccurrence[] {
  const { frontMatter, citations, prose } = parseNote(text);
  const cited = citations.flatMap(({ items }) => items.map(({ key, keySpan }) => citedAt(text, key, keySpan)));
  const named = frontMatter?.blocks.flatMap((block) => inFrontMatter(text, block)) ?? [];
  // In Markdown `%` begins no comment.
  const inTex = text.includes('\\') ? inLatex(text.replaceAll('%', ' ')).filter(({ span }) => prose.some(({ start, end }) => start <= span.start && span.end <= end)) : [];
  return [...named, ...cited, ...inTex].sort((a, b) => a.span.start - b.span.start);
}

/** `\cite{key}`, in a LaTeX document or as raw TeX in a note. */
function inLatex(text: string): KeyOccurrence[] {
  return latexKeys(text).map(({ key, start, end }) => ({ key, role: 'use', span: { start, end }, form: 'plain' }));
}

/** The `@` may have a `-` before it and braces after it; in braces any key stands as it is, as in a MyST role, which has no `@`. */
function citedAt(text: string, key: string, span: Span): KeyOccurrence {
  if (!/^-?@/.test(text.slice(span.start, span.start + 2))) return { key, role: 'use', span, form: 'plain' };
  const at = text.indexOf('@', span.start) + 1;
  const isBraced = text[at] === '{';
  const start = isBraced ? at + 1 : at;
  return { key, role: 'use', span: { start, end: start + key.length }, form: isBraced ? 'plain' : 'cited' };
}

/** `nocite:` and the records of `references:`. */
function inFrontMatter(text: string, span: Span): KeyOccurrence[] {
  const from = text.indexOf('\n', span.start) + 1;
  const yaml = text.slice(from, text.lastIndexOf('\n', span.end - 1) + 1);
  const scalars = yamlScalars(yaml);
  const uncited = scalars.filter(({ path }) => path[0] === 'nocite').flatMap((scalar) => citedIn(text, moved(scalar.span, from)));
  return [...uncited, ...inScalars(text, scalars, from)].sort((a, b) => a.span.start - b.span.start);
}

/** Citations in a text that is no note, such as an annotation's words. */
function citedIn(text: string, { start, end }: Span): KeyOccurrence[] {
  const found: KeyOccurrence[] = [];
  for (let at = text.indexOf('@', start); at >= 0 && at < end; at = text.indexOf('@', at + 1)) {
    const braces = /^@\{[^{}\s]*\}/.exec(text.slice(at, Math.min(at + 500, end)))?.[0];
    const match = matchKey(text, at, braces === undefined ? undefined : at + braces.length);
    if (match && match.end <= end) found.push(citedAt(text, match.key, match));
  }
  return found;
}

/** What a paper file calls those that are not its duplicates, and the setting of the same use. */
const apartKey = 'different-from';
const apartSetting = 'casebook.library.differentWorks';

/** VS Code allows comments in settings. */
const commentOrString = /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;

function inSettings(text: string): KeyOccurrence[] {
  const bare = text.replace(commentOrString, (match) => (match.startsWith('"') ? match : match.replace(/[^\n]/g, ' ')));
  const keys = jsonScalars(bare).filter(({ path, value }) => path[0] === apartSetting && path.length === 3 && value !== '');
  return keys.map(({ value, span }) => ({ key: value, role: 'use', span, form: 'plain' }));
}

/** The ids of records, their other ids, what annotations cite, and what else a paper file names. */
function inScalars(text: string, scalars: readonly PlacedScalar[], by: number): KeyOccurrence[] {
  return scalars.flatMap((scalar): KeyOccurrence[] => {
    const { path, value, plain } = scalar;
    const span = moved(scalar.span, by);
    if (path[0] === 'annotations') return path.includes('target') ? [] : citedIn(text, span);
    const role = path[0] === apartKey ? 'use' : roleOf(path);
    if (role === undefined || value === '') return [];
    return [{ key: value, role, span, form: plain ? 'yaml' : 'plain' }];
  });
}

/** Records stand in a list, alone, or under `references` or `items`. */
function roleOf(path: PlacedScalar['path']): KeyOccurrence['role'] | undefined {
  const inRecord = path[0] === 'references' || path[0] === 'items' ? path.slice(1) : path;
  const [variable, ...rest] = typeof inRecord[0] === 'number' ? inRecord.slice(1) : inRecord;
  if (variable === 'id' && rest.length === 0) return 'record';
  return variable === 'other-ids' && rest.length <= 1 ? 'alias' : undefined;
}

/** Fields of BibTeX and BibLaTeX that name entries. */
const naming = ['crossref', 'xref', 'xdata', 'ids', 'related', 'entryset'] as const;

function inBibtex(text: string): KeyOccurrence[] {
  const found: KeyOccurrence[] = [];
  const scanner = new BibtexScanner(text);
  for (let entry = scanner.next(); entry; entry = scanner.next()) {
    if (entry.key !== '') found.push({ key: entry.key, role: 'record', span: entry.keySpan, form: 'plain' });
    for (const field of naming) {
      for (const each of entry.fields.has(field) ? inField(text, entry.span, field) : []) found.push(each);
    }
  }
  return found;
}

/** `ids = {one, two}`: each by its own place. */
function inField(text: string, { start, end }: Span, field: (typeof naming)[number]): KeyOccurrence[] {
  const match = new RegExp(`[,\\s]${field}\\s*=\\s*(?:\\{([^{}]*)\\}|"([^"{}]*)"|([^\\s,{}"]+))`, 'i').exec(text.slice(start, end));
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  if (!match || value === undefined) return [];
  const from = start + match.index + match[0].lastIndexOf(value);
  const role = field === 'ids' ? 'alias' : 'use';
  return [...value.matchAll(/[^\s,]+/g)].map(([key], index, all) => {
    const at = from + (all[index]?.index ?? 0);
    return { key, role, span: { start: at, end: at + key.length }, form: 'plain' };
  });
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
