import { isObject } from '../../formats/plainValue';
import { problem } from '../../problems/problem';
import { type Annotation, answeredBy, commentOf, pageSelector, tagsOf } from '../annotation';
import { readAnnotations } from '../readAnnotations';
import type { AnnotatedPaper, ImportedAnnotations, ImportOptions } from './exchange';

type Plain = Readonly<Record<string, unknown>>;

/** Annotations as Hypothesis's API answers a search: `{"total": 1, "rows": [...]}` (https://h.readthedocs.io/en/latest/api-reference/v1/). */
export function writeHypothesis(paper: AnnotatedPaper): string {
  const rows = paper.annotations.map((annotation) => writtenRow(annotation, paper));
  return `${JSON.stringify({ total: rows.length, rows }, null, 2)}\n`;
}

function writtenRow(annotation: Annotation, { annotations, address, citekey, title }: AnnotatedPaper): Plain {
  const { id, created, modified, creator, target } = annotation;
  const references = ancestors(annotation, annotations);
  const uri = address ?? `urn:casebook:${citekey}/${target.source}`;
  return {
    id, ...(created !== undefined && { created, updated: modified ?? created }),
    ...(creator !== undefined && { user: creator }), uri,
    text: commentOf(annotation) ?? '', tags: tagsOf(annotation),
    document: { title: title === undefined ? [] : [title] },
    target: [{ source: uri, ...(target.selector.length > 0 && { selector: target.selector }) }],
    ...(references.length > 0 && { references }),
  };
}

/** The ids that a reply stands under, the thread's first one first. */
function ancestors(annotation: Annotation, all: readonly Annotation[]): string[] {
  const ids: string[] = [];
  for (let parent = answeredBy(annotation); parent !== undefined && !ids.includes(parent);) {
    ids.unshift(parent);
    const next = all.find(({ id }) => id === parent);
    parent = next && answeredBy(next);
  }
  return ids;
}

/** Reads annotations as Hypothesis's API and its exports have them: one, a list, `rows`, or `annotations`. */
export function readHypothesis(text: string, options: ImportOptions): ImportedAnnotations {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { annotations: [], problems: [problem('json-syntax', 'error', { detail: error instanceof Error ? error.message : '' })] };
  }
  const rows = rowsOf(value).filter(isObject).map((row) => readable(row, options));
  if (rows.length === 0) return { annotations: [], problems: [problem('nothing-found', 'error', { format: 'Hypothesis' })] };
  const { annotations, problems } = readAnnotations(rows, () => undefined);
  return { annotations, problems };
}

function rowsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return [];
  const rows = value.rows ?? value.annotations;
  return Array.isArray(rows) ? rows : value.uri === undefined ? [] : [value];
}

function readable(row: Plain, { source, newId }: ImportOptions): Plain {
  const references = Array.isArray(row.references) ? (row.references as unknown[]).filter((id) => typeof id === 'string') : [];
  const parent = references.at(-1);
  const comment = typeof row.text === 'string' && row.text.trim() !== '' ? row.text : undefined;
  const tags = Array.isArray(row.tags) ? row.tags.filter((tag): tag is string => typeof tag === 'string') : [];
  const [target] = (Array.isArray(row.target) ? row.target : [row.target]) as unknown[];
  const selectors = isObject(target) && Array.isArray(target.selector) ? (target.selector as unknown[]) : [];
  return {
    id: typeof row.id === 'string' ? row.id : newId(), created: row.created, modified: row.updated === row.created ? undefined : row.updated,
    creator: nameOf(row),
    motivation: parent !== undefined ? 'replying' : comment !== undefined ? 'commenting' : tags.length > 0 ? 'tagging' : 'highlighting',
    target: parent !== undefined ? { source: parent } : { source, ...(typeof row.uri === 'string' && { address: row.uri }), selector: selectors.flatMap(readableSelector) },
    body: [
      ...(comment === undefined ? [] : [{ type: 'TextualBody', value: comment, purpose: parent === undefined ? 'commenting' : 'replying', format: 'text/markdown' }]),
      ...tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
    ],
  };
}

/** By the name shown, or the account's: `acct:jane@hypothes.is`. */
function nameOf({ user, user_info: info }: Plain): string | undefined {
  const shown = isObject(info) ? info.display_name : undefined;
  if (typeof shown === 'string' && shown !== '') return shown;
  return typeof user === 'string' ? user.replace(/^acct:/, '').replace(/@hypothes\.is$/, '') : undefined;
}

/** Where in a web page's tree a passage stands says nothing of a paper's own text. */
function readableSelector(selector: unknown): unknown[] {
  if (!isObject(selector) || selector.type === 'RangeSelector') return [];
  if (selector.type !== 'PageSelector') return [selector];
  return typeof selector.index === 'number' ? [pageSelector(selector.index + 1, [])] : [];
}
