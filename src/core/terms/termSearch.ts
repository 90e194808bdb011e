import type { CompiledNames } from './indexCompiler';
import { Scanner } from './scanner';
import { Spellings, type WordSource } from './spellings';
import { ScanMemory } from './wasm/scanMemory';

/** What a search needs of an index (`TermIndex`). Concepts go by their places, 0 to `size - 1`. */
export interface SearchedIndex {
  readonly tables: CompiledNames;
  readonly words: WordSource;
  readonly size: number;
  idAt(place: number): string;
  /** @returns -1 for none */
  placeOf(id: string): number;
  xrefsAt(place: number): readonly string[];
  /** The place of the first concept of the index that means the same. */
  meaningOf(place: number): number;
}

/**
 * What texts are searched with: one index or more, the most preferred first. Of their names the longest counts, whichever index
 * it is of; where names of several are equally long, the concepts of all are found, in the order of the indexes.
 */
export class TermSearch<Index extends SearchedIndex = SearchedIndex> {
  readonly scanner: Scanner;
  /** The words of texts searched so far. */
  readonly spellings: Spellings;
  private readonly bases: readonly number[];
  private joined: ReadonlyMap<number, number> | undefined;

  /** @param indexes compiled with the same steps */
  constructor(readonly indexes: readonly Index[]) {
    const steps = indexes.map((index) => JSON.stringify(index.tables.steps));
    if (new Set(steps).size > 1) throw new RangeError('Indexes that were compiled with different steps');
    const memory = new ScanMemory(indexes.map(({ tables }) => tables));
    this.spellings = new Spellings(memory, indexes.map(({ words }) => words), indexes[0]?.tables.steps);
    this.scanner = new Scanner(memory, this.spellings, indexes[0]?.tables.steps);
    let size = 0;
    this.bases = indexes.map((index) => (size += index.size) - index.size);
  }

  /**
   * A number that concepts share which mean the same, in whatever index they are; it means nothing outside this search.
   * @param index by its place in `indexes`
   * @param place of the concept in that index
   */
  meaningOf(index: number, place: number): number {
    this.joined ??= this.join();
    const own = (this.bases[index] ?? 0) + (this.indexes[index]?.meaningOf(place) ?? place);
    return this.joined.get(own) ?? own;
  }

  /** @returns a concept that has a meaning, by the number that `meaningOf` gives it */
  firstOf(meaning: number): { readonly index: number; readonly place: number } {
    const index = this.bases.findLastIndex((base) => base <= meaning);
    return { index, place: meaning - (this.bases[index] ?? 0) };
  }

  /**
   * The meanings of earlier indexes that are those of a later one, by the first cross-reference that leads there. Of two
   * concepts of one index only the first is joined to a meaning: what someone tells apart stays apart.
   */
  private join(): ReadonlyMap<number, number> {
    const joined = new Map<number, number>();
    this.indexes.slice(0, -1).forEach((index, at) => {
      const taken = new Set<number>();
      for (let place = 0; place < index.size; place++) {
        const meaning = this.meaningElsewhere([index.idAt(place), ...index.xrefsAt(place)], at + 1);
        if (meaning === undefined || taken.has(meaning)) continue;
        taken.add(meaning);
        joined.set((this.bases[at] ?? 0) + index.meaningOf(place), meaning);
      }
    });
    return joined;
  }

  private meaningElsewhere(ids: readonly string[], from: number): number | undefined {
    for (const id of ids) {
      for (let at = from; at < this.indexes.length; at++) {
        const index = this.indexes[at];
        const place = index?.placeOf(id) ?? -1;
        if (index && place >= 0) return (this.bases[at] ?? 0) + index.meaningOf(place);
      }
    }
    return undefined;
  }
}
