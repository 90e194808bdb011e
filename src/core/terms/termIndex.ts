import type { Concept } from './concept';
import { type CompiledNames, IndexCompiler, Rank } from './indexCompiler';
import { formId, type WordSource } from './spellings';
import { allSteps, type Steps } from './steps';
import { type SearchedIndex, TermSearch } from './termSearch';
import { WordTable } from './wordTable';

/** What an index of a few concepts is made of; can be handed to a worker or kept, and made an index again. */
export interface TermTables extends CompiledNames {
  /** None where they are in terminologies' files. */
  readonly concepts: readonly Concept[];
}

/** Where an index has its concepts from, by their places. */
export interface IndexedConcepts {
  readonly size: number;
  /** @returns the same object each time */
  at(place: number): Concept | undefined;
  idAt(place: number): string;
  /** @returns -1 for none */
  placeOf(id: string): number;
  /** The place of the first concept that means the same, which is the concept's own for most. */
  meaningOf(place: number): number;
}

/** The names of many concepts compiled for search in text. */
export class TermIndex implements SearchedIndex {
  /** The words of its names. */
  readonly words: WordSource;
  readonly tables: TermTables;
  private readonly indexed: IndexedConcepts;
  private readonly lists = new Map<number, readonly Concept[]>();
  private readonly alone = new Map<number, readonly Concept[]>();
  private ownSearch: TermSearch<TermIndex> | undefined;

  constructor(tables: TermTables);
  constructor(tables: CompiledNames, concepts: IndexedConcepts);
  constructor(tables: CompiledNames, concepts?: IndexedConcepts) {
    const forms = new WordTable(tables.words);
    this.words = { idOf: (form) => formId(forms, form), trie: tables.trie };
    this.tables = { concepts: [], ...tables };
    this.indexed = concepts ?? new ListedConcepts(this.concepts);
  }

  /** All concepts, of an index of a few; none where they are in terminologies' files (`conceptAt`). */
  get concepts(): readonly Concept[] {
    return this.tables.concepts;
  }

  /** How many concepts there are. */
  get size(): number {
    return this.indexed.size;
  }

  /** A search of this index alone. */
  get search(): TermSearch<TermIndex> {
    this.ownSearch ??= new TermSearch<TermIndex>([this]);
    return this.ownSearch;
  }

  /** @returns undefined for a place where none is */
  conceptAt(place: number): Concept | undefined {
    return this.indexed.at(place);
  }

  idAt(place: number): string {
    return this.indexed.idAt(place);
  }

  /** @returns the place of a concept; -1 for none */
  placeOf(id: string): number {
    return this.indexed.placeOf(id);
  }

  /** The cross-references of a concept that are at hand. */
  xrefsAt(place: number): readonly string[] {
    return this.concepts[place]?.xrefs ?? [];
  }

  /** The place of the first concept of this index that means the same. */
  meaningOf(place: number): number {
    return this.indexed.meaningOf(place);
  }

  /** The concepts by their ids. */
  readonly byId = { get: (id: string): Concept | undefined => this.indexed.at(this.indexed.placeOf(id)) };

  /** The concept at a place, as the list that its mentions share. */
  only(place: number): readonly Concept[] {
    let list = this.alone.get(place);
    if (!list) {
      const concept = this.conceptAt(place);
      this.alone.set(place, (list = concept ? [concept] : []));
    }
    return list;
  }

  /** The concepts that share a name, by the name's place in the trie; made once, as they are many in few texts. */
  shared(names: number, make: () => readonly Concept[]): readonly Concept[] {
    const known = this.lists.get(names);
    if (known) return known;
    const list = make();
    this.lists.set(names, list);
    return list;
  }
}

/** Concepts that are all at hand. */
class ListedConcepts implements IndexedConcepts {
  private places: ReadonlyMap<string, number> | undefined;

  constructor(private readonly concepts: readonly Concept[]) {}

  get size(): number {
    return this.concepts.length;
  }

  at(place: number): Concept | undefined {
    return this.concepts[place];
  }

  idAt(place: number): string {
    return this.concepts[place]?.id ?? '';
  }

  placeOf(id: string): number {
    this.places ??= new Map(this.concepts.map((concept, place) => [concept.id, place]));
    return this.places.get(id) ?? -1;
  }

  meaningOf(place: number): number {
    return place;
  }
}

/**
 * @param concepts with ids of their own (`mergeTerminologies`); of two that share a name, the user's comes first in
 *   mentions, then the one whose preferred name it is, then the earlier
 */
export function compileTermIndex(concepts: readonly Concept[], steps: Steps = allSteps): TermIndex {
  const compiler = new IndexCompiler(steps);
  concepts.forEach(({ name, synonyms, abbreviations, terminology }, at) => {
    const base = terminology === 'glossary' ? 0 : Rank.NotUsers;
    compiler.add(name, at, base + Rank.Name, false);
    for (const synonym of synonyms) compiler.add(synonym, at, base + Rank.Synonym, false);
    for (const abbreviation of abbreviations) compiler.add(abbreviation, at, base + Rank.Abbreviation, true);
  });
  return new TermIndex({ concepts, ...compiler.tables() });
}
