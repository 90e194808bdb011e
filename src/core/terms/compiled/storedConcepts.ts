import type { Concept } from '../concept';
import type { ConceptStore } from '../store/conceptStore';
import type { IndexedConcepts } from '../termIndex';

/** Where a concept of an index is: in which terminology's file, and at which place there. */
export interface ConceptLocation {
  readonly store: ConceptStore;
  readonly place: number;
}

/** The concepts of an index, which are in terminologies' files. Those of a file stand together, in their order there. */
export class StoredConcepts implements IndexedConcepts {
  private readonly cached = new Map<number, Concept>();

  /**
   * @param bases by store: the place of its first concept in the index
   * @param places by concept: its place in its store
   * @param meanings by concept: the place of the first one that means the same
   */
  constructor(
    readonly stores: readonly ConceptStore[],
    private readonly bases: readonly number[],
    private readonly places: Int32Array,
    private readonly meanings: Int32Array,
  ) {}

  get size(): number {
    return this.places.length;
  }

  /** @returns undefined for a place where none is */
  locate(place: number): ConceptLocation | undefined {
    const inStore = this.places[place];
    if (inStore === undefined) return undefined;
    const store = this.stores[this.bases.findLastIndex((base) => base <= place)];
    return store && { store, place: inStore };
  }

  at(place: number): Concept | undefined {
    const known = this.cached.get(place);
    if (known) return known;
    const location = this.locate(place);
    const concept = location?.store.conceptAt(location.place);
    if (concept) this.cached.set(place, concept);
    return concept;
  }

  idAt(place: number): string {
    const location = this.locate(place);
    return location?.store.idAt(location.place) ?? '';
  }

  placeOf(id: string): number {
    for (const [number, store] of this.stores.entries()) {
      const place = this.placeOfStored(number, store.placeOf(id));
      if (place >= 0) return place;
    }
    return -1;
  }

  /** @returns where a concept of a store is in the index; -1 for one that is not in it, or none */
  placeOfStored(store: number, place: number): number {
    const from = this.bases[store] ?? 0;
    const to = this.bases[store + 1] ?? this.places.length;
    return place < 0 ? -1 : positionOf(this.places, from, to, place);
  }

  meaningOf(place: number): number {
    return this.meanings[place] ?? place;
  }
}

/** @returns where a number stands in a part of an array that rises; -1 for nowhere */
export function positionOf(numbers: Int32Array, from: number, to: number, wanted: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low < to && numbers[low] === wanted ? low : -1;
}
