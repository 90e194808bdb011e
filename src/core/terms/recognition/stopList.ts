import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import { capitalsOf, conceptOf, firstEntry, isSimple, nextEntry, simpleConcept } from '../wordTrie';
import { Phrases } from './phrases';

/** Curated by hand: what they define is meant to be looked up. */
const curated = new Set(['glossary', 'casebook']);

/** Knows the names that are passed over, by what stands for them in each index. */
export class StopList {
  private readonly stopped: readonly ReadonlySet<number>[];

  /** @param names any spelling of each */
  constructor(search: TermSearch<TermIndex>, names: readonly string[]) {
    const stopped = search.indexes.map(() => new Set<number>());
    const phrases = new Phrases(search);
    for (const name of names) {
      for (const { index: at, names: found } of phrases.exactRows(phrases.words(name, 0, name.length))) {
        const index = search.indexes[at];
        if (index && placesOf(index, found).every((place) => !curated.has(index.conceptAt(place)?.terminology ?? ''))) stopped[at]?.add(found);
      }
    }
    this.stopped = stopped;
  }

  /** @param names what stands in the index's trie for some words (`namesOf`) */
  has(index: number, names: number): boolean {
    return this.stopped[index]?.has(names) ?? false;
  }
}

/** The places of the concepts that have a name, with whatever capitals. */
function placesOf({ tables: { trie } }: TermIndex, names: number): number[] {
  if (isSimple(names)) return [simpleConcept(names)];
  const places: number[] = [];
  for (let at = firstEntry(names); at !== 0; at = nextEntry(trie, at)) {
    if (capitalsOf(trie, at) === 0) places.push(conceptOf(trie, at));
  }
  return places;
}
