import type { Problem } from '../problems/problem';
import type { Concept } from './concept';
import { foldName } from './foldName';
import type { GlossaryReading } from './glossary';

/**
 * The second step of reading glossaries: turns the names under `broader` into ids, once all files are read.
 * A name is looked for among the preferred names first, then among the synonyms; in the same file before any other.
 *
 * @param reading what `readGlossary` gave
 * @param others concepts that may be named besides the file's own: the built-in ones
 * @returns the file's concepts with their `broader`, and a problem for each name that is unknown or would close a circle
 */
export function resolveBroader(
  reading: GlossaryReading,
  others: readonly Concept[],
): { concepts: Concept[]; problems: Problem[] } {
  const idOf = idsByName([...reading.concepts, ...others]);
  const broaderOf = new Map([...others, ...reading.concepts].map(({ id, broader }) => [id, [...broader]]));
  const nameOf = new Map(reading.concepts.map(({ id, name }) => [id, name]));
  const problems: Problem[] = [];
  for (const { concept, name: broader, span } of reading.broaderNames) {
    const target = idOf.get(foldName(broader));
    const params = { name: nameOf.get(concept) ?? '', broader };
    if (target === undefined) {
      problems.push({ code: 'broader-unknown', severity: 'warning', params, span });
    } else if (reaches(target, concept, broaderOf)) {
      problems.push({ code: 'broader-cycle', severity: 'warning', params, span });
    } else {
      const parents = broaderOf.get(concept);
      if (!parents?.includes(target)) parents?.push(target);
    }
  }
  return { concepts: reading.concepts.map((one) => ({ ...one, broader: broaderOf.get(one.id) ?? [] })), problems };
}

function idsByName(concepts: readonly Concept[]): Map<string, string> {
  const idOf = new Map<string, string>();
  const add = (name: string, id: string) => {
    const key = foldName(name);
    if (!idOf.has(key)) idOf.set(key, id);
  };
  for (const { name, id } of concepts) add(name, id);
  for (const { synonyms, id } of concepts) synonyms.forEach((synonym) => add(synonym, id));
  return idOf;
}

/** Whether going up from `from` ever comes to `to`. Bounded: a chain of more than 1,000 is taken for a circle. */
function reaches(from: string, to: string, broaderOf: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set([from]);
  for (const id of seen) {
    if (id === to || seen.size > 1000) return true;
    broaderOf.get(id)?.forEach((parent) => seen.add(parent));
  }
  return false;
}
