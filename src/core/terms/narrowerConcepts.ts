import type { Concept } from './concept';

/** @returns the concepts right below each one, by its id, in their order */
export function narrowerConcepts(concepts: readonly Concept[]): Map<string, Concept[]> {
  const below = new Map<string, Concept[]>();
  for (const concept of concepts) {
    for (const id of concept.broader) {
      const known = below.get(id);
      if (known) known.push(concept);
      else below.set(id, [concept]);
    }
  }
  return below;
}
