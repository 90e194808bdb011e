import type { FoundConcept } from '../conceptSearch';
import { Fit } from '../store/nameSearch';
import type { StoredConcepts } from './storedConcepts';

/** Finds concepts of terminologies' files by their names and ids, for people who type a part of one. */
export class StoredSearch {
  constructor(private readonly concepts: StoredConcepts) {}

  /**
   * @param query words that begin words of a name, in any order, or a whole id: `rea leuk`, `MESH:D007955`
   * @returns each concept once, by the best of its names, as `ConceptSearch.find` has it; where two fit alike, that of the
   *   earlier terminology first
   */
  async find(query: string, most: number): Promise<FoundConcept[]> {
    const byId = [query.trim(), query.trim().toUpperCase()].map((id) => this.concepts.placeOf(id)).find((place) => place >= 0);
    const concept = byId === undefined ? undefined : this.concepts.at(byId);
    const found = await this.search(query, most, Fit.Words);
    return concept ? [{ concept, name: concept.id, score: 0 }, ...found.filter((one) => one.concept !== concept)].slice(0, most) : found;
  }

  /** @returns concepts with a name that begins as typed, the shorter name before the longer */
  beginning(typed: string, most: number): Promise<FoundConcept[]> {
    return this.search(typed, most, Fit.Beginning);
  }

  /** @returns the words of names that begin with a letter, folded */
  async wordsFrom(letter: string): Promise<string[]> {
    return (await Promise.all(this.concepts.stores.map(async (store) => (await store.nameSearch())?.wordsFrom(letter) ?? []))).flat();
  }

  private async search(query: string, most: number, least: Fit): Promise<FoundConcept[]> {
    const perStore = await Promise.all(
      this.concepts.stores.map(async (store, number) => {
        const search = await store.nameSearch();
        const admits = (place: number) => this.concepts.placeOfStored(number, place) >= 0;
        const found = search?.find(query, most, admits, least) ?? [];
        return found.map(({ place, name, score }) => ({ score, concept: store.conceptAt(place), name: store.nameAt(name) }));
      }),
    );
    return perStore.flat().sort((a, b) => a.score - b.score).slice(0, most);
  }
}
