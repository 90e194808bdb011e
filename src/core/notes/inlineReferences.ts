import { dateVariables, nameVariables } from '../formats/cslTypes';
import { cslOfMarkdown, textOfMarkdown } from './markdownText';

/** Texts that are shown as they are, and named in other places. */
const plainKeys = new Set(['id', 'type']);
/** What has no markup in CSL. */
const addresses = new Set(['DOI', 'URL', 'ISBN', 'ISSN', 'PMID', 'PMCID', 'language', 'page', 'page-first']);

/** The `references:` of a note's metadata as CSL items: pandoc reads the texts in them as Markdown. */
export function inlineReferences(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.map(reference) : [];
}

function reference(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, variable(key, own)]));
}

function variable(key: string, value: unknown): unknown {
  if (plainKeys.has(key) || dateVariables.has(key)) return value;
  if (nameVariables.has(key)) return Array.isArray(value) ? value.map(name) : name(value);
  return typeof value === 'string' ? (addresses.has(key) ? textOfMarkdown : cslOfMarkdown)(value) : value;
}

/** `Doe`, `{family: Doe, given: Jo}`, which has no deeper parts: YAML may hold lists that hold themselves. */
function name(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return plainWords(value);
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, plainWords(own)]));
}

function plainWords(value: unknown): unknown {
  return typeof value === 'string' ? textOfMarkdown(value) : value;
}
