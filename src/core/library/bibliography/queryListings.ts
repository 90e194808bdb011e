import type { Query, QueryField, QueryTerm } from '../query';
import type { SearchAnswer } from './bibliographyAnswers';
import { type FieldWeights, namesField, shownFields, signsOfFields, titleField } from './indexPart';
import type { Listing } from './listing';
import { collect, type Hit, type ListingSearch, mostWords, rowAt, type SearchedListing } from './searchListings';
import { isUnparted } from './searchWords';
import { TermInRows } from './termInRows';

/** Whether what stands in a slot has what a term asks for; others are for its row to say: of some parts, of its title, of its names, or of all. */
const enum Holds { no, asked, yes, shown, title, names }

/** What a word says of one field by where the index has it: key, alias, part of the key, names, year, title, journal. */
const sayings: Readonly<Partial<Record<QueryField, Uint8Array>>> = {
  key: Uint8Array.of(2, 2, 2, 0, 0, 0, 0, 0),
  author: Uint8Array.of(0, 0, 0, 2, 0, 0, 0, 0),
  year: Uint8Array.of(0, 0, 0, 0, 2, 0, 0, 0),
  title: Uint8Array.of(0, 0, 0, 0, 0, 2, 0, 0),
  journal: Uint8Array.of(0, 0, 0, 0, 0, 0, 2, 0),
};

/** By what is said of a slot, where its row is asked, if not everywhere. */
const placesAsked: Readonly<Partial<Record<Holds, 'shown' | 'title' | 'names'>>> = { [Holds.shown]: 'shown', [Holds.title]: 'title', [Holds.names]: 'names' };

/** By the signs of the fields in which all words of a phrase are, which parts of the row are asked for it. */
const whereBySigns = Uint8Array.from({ length: 32 }, (_, signs) =>
  signs === titleField ? Holds.title : (signs & namesField) === 0 ? Holds.shown : (signs & shownFields) === 0 ? Holds.names : Holds.asked);

/** Years that are looked up one by one. */
const [firstYear, lastYear] = [1000, 2999];

/** Finds records of listings by queries with fields, phrases and what is not wanted. */
export class QuerySearch {
  constructor(private readonly words: ListingSearch) {}

  /** As `BibliographyWork.matching` says. */
  search(listings: readonly SearchedListing[], query: Query, limit: number): SearchAnswer {
    let total = 0;
    const hits: Hit[] = [];
    for (const of of listings) {
      const scores = this.scores(of.listing, query);
      if (scores) total += collect(of, scores, limit, hits);
    }
    const best = hits.sort((a, b) => b.score - a.score).slice(0, limit);
    return { rows: best.flatMap(({ of, index }) => rowAt(of, index)), total };
  }

  /** How much each slot counts; 0 where it does not match. */
  private scores(listing: Listing, query: Query): Uint16Array | undefined {
    const wanted = query.filter(({ field, not }) => !field && !not).flatMap(({ words }) => words.split(' ')).filter((word) => this.words.partsOf(word).length > 0);
    const scores = wanted.length > 0 ? this.words.scores(listing, wanted.slice(0, mostWords)) : new Uint16Array(listing.slotCount).fill(1);
    if (!scores) return undefined;
    for (const term of query) {
      if (!term.field && !term.not && !term.words.includes(' ')) continue; // its score says so already
      this.apply(listing, term, scores);
    }
    return scores;
  }

  /** Leaves out what a term leaves out. */
  private apply(listing: Listing, term: QueryTerm, scores: Uint16Array): void {
    const holds = this.holds(listing, term);
    const asked: readonly TermInRows[] = [Holds.no, Holds.asked, Holds.yes, Holds.shown, Holds.title, Holds.names].map((said) => new TermInRows(term, placesAsked[said]));
    for (let slot = 0; slot < scores.length; slot += 1) {
      if (scores[slot] === 0) continue;
      const said = holds ? (holds[slot] as number) : Holds.asked;
      const isHeld = said !== Holds.no && (said === Holds.yes || listing.holds(slot, asked[said] as TermInRows));
      if (isHeld === term.not) scores[slot] = 0;
    }
  }

  /** @returns what the index says of a term in each slot; undefined where it says nothing */
  private holds(listing: Listing, { field, words, years }: QueryTerm): Uint8Array | undefined {
    const holds = new Uint8Array(listing.slotCount);
    const says = field && sayings[field];
    if (years && says) {
      for (let year = Math.max(years.from, firstYear); year <= Math.min(years.to, lastYear); year += 1) listing.scoreWhole(String(year), holds, says);
    } else if (field === 'type') {
      for (let slot = 0; slot < holds.length; slot += 1) holds[slot] = listing.typeIn(slot).includes(words) ? Holds.yes : Holds.no;
    } else if (field === 'doi') {
      return undefined;
    } else if (field === 'key') {
      listing.score(words, holds, isUnparted(words), weighing(sayings.key as Uint8Array));
    } else if (says || !field) {
      return this.holdsWords(listing, words, says);
    }
    return holds;
  }

  /** Words next to each other may stand apart in the index, so that the row is asked where there are several. */
  private holdsWords(listing: Listing, words: string, says: Uint8Array | undefined): Uint8Array | undefined {
    const parts = this.words.partsOf(words);
    if (parts.length === 0) return undefined;
    const isOne = parts.length === 1 && parts[0] === words;
    if (!says) return isOne ? this.holdsAnywhere(listing, words) : this.holdsPhrase(listing, parts);
    const all = new Uint8Array(listing.slotCount).fill(isOne ? Holds.yes : Holds.asked);
    for (const part of parts) {
      const own = new Uint8Array(listing.slotCount);
      listing.score(part, own, isUnparted(part), weighing(says));
      for (let slot = 0; slot < all.length; slot += 1) if (own[slot] === 0) all[slot] = Holds.no;
    }
    return all;
  }

  private holdsAnywhere(listing: Listing, word: string): Uint8Array {
    return this.words.wordScores(listing, word).map((score) => (score > 0 ? Holds.yes : Holds.no));
  }

  /** A phrase stands in one field or another, so that all of its words do. */
  private holdsPhrase(listing: Listing, parts: readonly string[]): Uint8Array {
    const all = new Uint8Array(listing.slotCount).fill(0xff);
    for (const part of parts) {
      const own = new Uint8Array(listing.slotCount);
      listing.score(part, own, isUnparted(part), signsOfFields);
      for (let slot = 0; slot < all.length; slot += 1) all[slot] = (all[slot] as number) & (own[slot] as number);
    }
    for (let slot = 0; slot < all.length; slot += 1) {
      const signs = all[slot] as number;
      if (signs !== 0) all[slot] = whereBySigns[signs] as number;
    }
    return all;
  }
}

function weighing(says: Uint8Array): FieldWeights {
  return { inside: says, begins: says, whole: says };
}
