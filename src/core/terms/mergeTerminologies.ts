import type { Concept } from './concept';
import { foldName } from './foldName';

/**
 * The built-in concepts with the user's laid over them.
 *
 * A user's concept that bears the preferred name or a synonym of a built-in one, or has the built-in one's name among its
 * synonyms, takes its place. It wins field by field: what it states (`definition`, `synonyms`, ...) replaces the built-in
 * value, and what it leaves out is kept. The built-in name stays as a synonym, so no text is recognised less than before,
 * and the built-in id stays, so `broader` links go on to hold. Abbreviations never make two concepts one: `LR` is a
 * leukemoid reaction here and a likelihood ratio there.
 *
 * @returns the user's concepts first, then the built-in ones that nobody replaced
 */
export function mergeTerminologies(builtIn: readonly Concept[], user: readonly Concept[]): Concept[] {
  const findBase = baseFinder(builtIn);
  const replaced = new Set<Concept>();
  const newIds = new Map<string, string>();
  const merged = user.map((concept) => {
    const base = findBase(concept, replaced);
    if (!base) return concept;
    replaced.add(base);
    newIds.set(concept.id, base.id);
    return layOver(base, concept);
  });
  const rewired = merged.map((concept) => ({
    ...concept,
    broader: [...new Set(concept.broader.map((id) => newIds.get(id) ?? id))].filter((id) => id !== concept.id),
  }));
  return [...rewired, ...builtIn.filter((concept) => !replaced.has(concept))];
}

function baseFinder(builtIn: readonly Concept[]): (concept: Concept, taken: ReadonlySet<Concept>) => Concept | undefined {
  const byName = new Map<string, Concept>();
  const bySynonym = new Map<string, Concept>();
  for (const concept of builtIn) {
    byName.set(foldName(concept.name), concept);
    for (const synonym of concept.synonyms) {
      if (!bySynonym.has(foldName(synonym))) bySynonym.set(foldName(synonym), concept);
    }
  }
  return ({ name, synonyms }, taken) => {
    const found = [
      byName.get(foldName(name)),
      bySynonym.get(foldName(name)),
      ...synonyms.map((synonym) => byName.get(foldName(synonym))),
    ];
    return found.find((base) => base && !taken.has(base));
  };
}

function layOver(base: Concept, user: Concept): Concept {
  const stated = <T>(own: readonly T[], inherited: readonly T[]) => (own.length > 0 ? own : inherited);
  const synonyms = new Set([...stated(user.synonyms, base.synonyms), base.name]);
  synonyms.delete(user.name);
  const definition = user.definition ?? base.definition;
  const type = user.type ?? base.type;
  return {
    id: base.id,
    name: user.name,
    synonyms: [...synonyms],
    abbreviations: stated(user.abbreviations, base.abbreviations),
    ...(definition !== undefined && { definition }),
    ...(type !== undefined && { type }),
    xrefs: stated(user.xrefs, base.xrefs),
    broader: stated(user.broader, base.broader),
    terminology: user.terminology,
    ...(user.source && { source: user.source }),
  };
}
