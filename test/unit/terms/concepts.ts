import type { Concept } from '../../../src/core/terms/concept';

/** A concept that has nothing but a name, and what a test gives it. */
export function conceptNamed(name: string, more: Partial<Concept> = {}): Concept {
  const lists = { synonyms: [], abbreviations: [], xrefs: [], broader: [] };
  return { id: `casebook:${name}`, name, ...lists, terminology: 'casebook', ...more };
}
