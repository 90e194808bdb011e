import type { Concept } from './concept';
import { foldName } from './foldName';
import { curiePattern, definitionLimit, nameLimit } from './glossaryKeys';

/** An entry of a glossary, its keys in the order in which they are written. */
export interface NewTerm {
  readonly name: string;
  readonly synonyms?: readonly string[];
  readonly abbreviations?: readonly string[];
  readonly definition?: string;
  readonly type?: string;
  readonly ids?: readonly string[];
  readonly broader?: readonly string[];
}

/** Terminologies whose terms a glossary may name as broader. */
const glossaries: ReadonlySet<string> = new Set(['casebook', 'glossary']);

/**
 * An entry for a name, with what is known of its concept.
 *
 * @param concept the meaning that the name has, with its broader concepts; undefined for one that no terminology knows
 */
export function termFrom(name: string, concept?: { readonly concept: Concept; readonly broader: readonly Pick<Concept, 'name' | 'terminology'>[] }): NewTerm {
  // An empty definition shows where it belongs.
  if (!concept) return { name, definition: '' };
  const { concept: known, broader } = concept;
  const others = (names: readonly string[]): string[] => [...new Set(names)].filter((other) => foldName(other) !== foldName(name) && other.length <= nameLimit);
  const ids = [...(glossaries.has(known.terminology) ? [] : [known.id]), ...known.xrefs].filter((id) => curiePattern.test(id));
  return {
    name,
    ...list('synonyms', others([known.name, ...known.synonyms])),
    ...list('abbreviations', others(known.abbreviations)),
    definition: (known.definition ?? '').slice(0, definitionLimit),
    ...(known.type && { type: known.type }),
    ...list('ids', [...new Set(ids)]),
    ...list('broader', broader.filter(({ terminology }) => glossaries.has(terminology)).map((above) => above.name)),
  };
}

function list<Key extends 'synonyms' | 'abbreviations' | 'ids' | 'broader'>(key: Key, values: readonly string[]): Partial<Pick<NewTerm, Key>> {
  return values.length === 0 ? {} : ({ [key]: values } as Pick<NewTerm, Key>);
}
