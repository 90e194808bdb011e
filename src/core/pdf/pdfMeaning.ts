import { isObject } from '../formats/plainValue';
import type { ConceptDetails } from '../terms/folderConcepts';
import type { Span } from '../text';

/** What words of a PDF's page mean, as its page shows it. */
export interface PdfExplanation {
  /** Where the words stand in the page's text. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly kind?: string;
  readonly definition?: string;
  /** Other names. */
  readonly names: readonly string[];
  /** The ids under which terminologies have it. */
  readonly ids: readonly string[];
}

/** More names make no clearer what is meant. */
const namesShown = 10;
const idsShown = 8;

/** @returns what is shown of the likeliest meaning of a stretch of a page's text */
export function explanationOf({ start, end }: Span, { concept, same }: ConceptDetails): PdfExplanation {
  const all = [concept, ...same.map((other) => other.concept)];
  const definition = all.find((one) => one.definition !== undefined)?.definition;
  const names = new Set(all.flatMap((one) => [...one.abbreviations, ...one.synonyms, one.name]));
  names.delete(concept.name);
  // The glossaries' own ids say nothing to anybody else.
  const ids = new Set(all.flatMap(({ id, xrefs, terminology }) => (terminology === 'glossary' || terminology === 'casebook' ? xrefs : [id, ...xrefs])));
  return {
    start, end, name: concept.name, names: [...names].slice(0, namesShown), ids: [...ids].slice(0, idsShown),
    ...(concept.type !== undefined && { kind: concept.type }), ...(definition !== undefined && { definition }),
  };
}

/** @returns the explanation that a message holds; undefined where it holds none */
export function readExplanation(value: unknown): PdfExplanation | undefined {
  if (!isObject(value)) return undefined;
  const { start, end, name, kind, definition, names, ids } = value;
  if (typeof start !== 'number' || typeof end !== 'number' || typeof name !== 'string' || !areTexts(names) || !areTexts(ids)) return undefined;
  return { start, end, name, names, ids, ...(typeof kind === 'string' && { kind }), ...(typeof definition === 'string' && { definition }) };
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
