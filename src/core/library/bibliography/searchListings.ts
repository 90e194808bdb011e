import { fold } from '../fold';
import type { SearchAnswer } from './bibliographyAnswers';
import type { Listing } from './listing';
import type { BibliographyRow } from './row';
import { isUnparted, WordReader } from './searchWords';

/** A query is typed by hand; what is longer was pasted by mistake (UTF-16 units, and words). */
const longestQuery = 500;
export const mostWords = 16;
const highestScore = mostWords * 20;

/** A listing and whose it is. */
export interface SearchedListing {
  readonly uri: string;
  readonly listing: Listing;
}

/** A row that matches, and how much it counts. */
export interface Hit {
  readonly of: SearchedListing;
  readonly index: number;
  readonly score: number;
}

/** Searches listings as `BibliographyWork.search` says. */
export class ListingSearch {
  private readonly reader = new WordReader();

  search(listings: readonly SearchedListing[], query: string, limit: number): SearchAnswer {
    const words = fold(query.slice(0, longestQuery)).split(/[\s,;]+/).map((word) => word.replace(/^@/, '')).filter((word) => this.partsOf(word).length > 0);
    if (words.length === 0) return firstRows(listings, limit);
    let total = 0;
    const hits: Hit[] = [];
    for (const of of listings) {
      const scores = this.scores(of.listing, words.slice(0, mostWords));
      if (scores) total += collect(of, scores, limit, hits);
    }
    const best = hits.sort((a, b) => b.score - a.score).slice(0, limit);
    return { rows: best.flatMap(({ of, index }) => rowAt(of, index)), total };
  }

  /** The sum of what each word counts in each slot, 0 where one of them does not occur; undefined where that is so everywhere. */
  scores(listing: Listing, words: readonly string[]): Uint16Array | undefined {
    const sums = new Uint16Array(listing.slotCount);
    for (const [place, word] of words.entries()) {
      const scores = this.wordScores(listing, word);
      let any = 0;
      for (let slot = 0; slot < sums.length; slot += 1) {
        const score = scores[slot] as number;
        const sum = sums[slot] as number;
        const next = score === 0 || (place > 0 && sum === 0) ? 0 : sum + score;
        sums[slot] = next;
        any |= next;
      }
      if (any === 0) return undefined;
    }
    return sums;
  }

  /** `whang-peng` is a key of these signs, or else both of its parts. */
  wordScores(listing: Listing, word: string): Uint8Array {
    const scores = new Uint8Array(listing.slotCount);
    listing.score(word, scores, isUnparted(word));
    const parts = this.partsOf(word);
    if (parts.length === 1 && parts[0] === word) return scores;
    const together = new Uint8Array(listing.slotCount).fill(0xff);
    for (const part of parts) {
      const own = new Uint8Array(listing.slotCount);
      listing.score(part, own, isUnparted(part));
      for (let slot = 0; slot < own.length; slot += 1) together[slot] = Math.min(together[slot] as number, own[slot] as number);
    }
    for (let slot = 0; slot < scores.length; slot += 1) scores[slot] = Math.max(scores[slot] as number, together[slot] as number);
    return scores;
  }

  /** @returns the words that a typed word is made of, folded */
  partsOf(word: string): string[] {
    const parts: string[] = [];
    this.reader.eachWord(word, (length) => parts.push(String.fromCharCode(...this.reader.word.subarray(0, length))));
    return parts;
  }
}

/** Adds the best hits of one listing, at most `limit`, best first, equals in file order. @returns how many there are in all */
export function collect(of: SearchedListing, scores: Uint16Array, limit: number, hits: Hit[]): number {
  const { listing } = of;
  const counts = new Uint32Array(highestScore + 1);
  let total = 0;
  for (let row = 0; row < listing.count; row += 1) {
    const score = scores[listing.slotOf(row)] as number;
    if (score === 0) continue;
    counts[score] = (counts[score] as number) + 1;
    total += 1;
  }
  let least = highestScore;
  let room = limit; // for those that score `least`, after all that score higher
  while (least > 1 && (counts[least] as number) < room) room -= counts[least--] as number;
  for (let row = 0; row < listing.count; row += 1) {
    const score = scores[listing.slotOf(row)] as number;
    if (score < least || (score === least && room-- <= 0)) continue;
    hits.push({ of, index: row, score });
  }
  return total;
}

function firstRows(listings: readonly SearchedListing[], limit: number): SearchAnswer {
  const rows: BibliographyRow[] = [];
  let total = 0;
  for (const of of listings) {
    total += of.listing.count;
    for (let index = 0; index < of.listing.count && rows.length < limit; index += 1) rows.push(...rowAt(of, index));
  }
  return { rows, total };
}

/** The row at a place, in a list of it alone. */
export function rowAt({ uri, listing }: SearchedListing, index: number): BibliographyRow[] {
  const row = listing.row(index);
  return row ? [{ uri, index, ...row }] : [];
}
