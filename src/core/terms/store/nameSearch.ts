import { foldName } from '../foldName';
import { type NameWords, wordsOf } from './nameWords';
import { kindMask, NameKind, notAsciiBit } from './storeLayout';
import type { StoredNames } from './storedNames';
import { textAt } from './textList';

/** A name that a search found. */
export interface FoundName {
  /** Its concept's place in the terminology. */
  readonly place: number;
  /** The name's number. */
  readonly name: number;
  /** How well it fits, and its length: less is better. To be compared with those of other terminologies. */
  readonly score: number;
}

/** How well a name is what was typed: less is better. */
export const enum Fit {
  Whole,
  /** Added for names other than the preferred one. */
  Other = 1,
  Beginning = 2,
  Words = 4,
}

/** What a step of fit counts beside a name's length. */
export const fitWeight = 1 << 16;

/** Finds names by the beginnings of their words, among all names of a terminology. */
export class NameSearch {
  private readonly owners: Int32Array;
  private readonly hits: Uint8Array;

  constructor(
    private readonly stored: StoredNames,
    private readonly words: NameWords,
  ) {
    const count = stored.ends.length;
    this.hits = new Uint8Array(count);
    this.owners = new Int32Array(count);
    for (let place = 0; place + 1 < stored.first.length; place++) this.owners.fill(place, stored.first[place], stored.first[place + 1]);
  }

  /**
   * @param query words that begin words of a name, in any order: `rea leuk`
   * @param admits which concepts count, by their places
   * @param least names that fit no better than this are not looked at: `Fit.Beginning` for those that begin as typed only
   * @returns for each concept its best name, the best first: a whole name, then one that begins so, then one that has the
   *   words; the preferred name before others, the shorter before the longer
   */
  find(query: string, most: number, admits: (place: number) => boolean = () => true, least = Fit.Words): FoundName[] {
    const wanted = foldName(query);
    const all = [...new Set(wordsOf(query))].slice(0, mostWords);
    if (all.length === 0 || most <= 0) return [];
    this.hits.fill(0);
    all.forEach((word, at) => this.mark(word, at));
    const best = new Best(most);
    const bytes = new TextEncoder().encode(wanted);
    const { kinds, ends } = this.stored;
    for (let name = 0; name < ends.length; name++) {
      if (this.hits[name] !== all.length) continue;
      const length = (ends[name] ?? 0) - (name === 0 ? 0 : (ends[name - 1] ?? 0));
      const other = ((kinds[name] ?? 0) & kindMask) === (NameKind.Name as number) ? 0 : Fit.Other;
      const fit = this.fitOf(name, bytes, wanted);
      const score = (fit + other) * fitWeight + Math.min(length, fitWeight - 1);
      if (fit > (least as number) || !best.wants(score)) continue;
      const place = this.owners[name] ?? 0;
      if (admits(place)) best.take({ place, name, score });
    }
    return best.found();
  }

  /** @returns the places of the concepts that bear a name, obsolete ones as well */
  named(name: string): number[] {
    return this.find(name, mostNamed, undefined, Fit.Whole).map(({ place }) => place);
  }

  /** @returns the words of all names that begin with a letter, folded */
  wordsFrom(letter: string): string[] {
    const from = this.firstFrom(letter);
    return Array.from({ length: this.firstFrom(letter + '\uFFFF') - from }, (_, at) => this.textOf(this.words.sorted[from + at] ?? 0));
  }

  private textOf(word: number): string {
    const { units, ends } = this.words;
    return String.fromCharCode(...units.subarray(ends[word - 1] ?? 0, ends[word] ?? 0));
  }

  /** Counts the word for the names that hold one which begins so, if they hold the words before it. */
  private mark(word: string, before: number): void {
    const { starts, names } = this.words;
    const from = starts[this.firstFrom(word)] ?? 0;
    const to = starts[this.firstFrom(word + '\uFFFF')] ?? 0;
    for (let at = from; at < to; at++) {
      const name = names[at] ?? 0;
      if (this.hits[name] === before) this.hits[name] = before + 1;
    }
  }

  /** The first of the sorted words that is not before a text. */
  private firstFrom(text: string): number {
    let low = 0;
    let high = this.words.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.isBefore(this.words.sorted[middle] ?? 0, text)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private isBefore(word: number, text: string): boolean {
    const { units, ends } = this.words;
    const from = ends[word - 1] ?? 0;
    const to = ends[word] ?? 0;
    for (let at = 0; at < text.length; at++) {
      if (from + at >= to) return true;
      const difference = (units[from + at] ?? 0) - text.charCodeAt(at);
      if (difference !== 0) return difference < 0;
    }
    return false;
  }

  private fitOf(name: number, wanted: Uint8Array, text: string): number {
    const { bytes, ends, kinds } = this.stored;
    const start = name === 0 ? 0 : (ends[name - 1] ?? 0);
    const end = ends[name] ?? 0;
    if (((kinds[name] ?? 0) & notAsciiBit) !== 0) {
      const folded = foldName(textAt(this.stored, name));
      return folded === text ? Fit.Whole : folded.startsWith(text) ? Fit.Beginning : Fit.Words;
    }
    if (end - start < wanted.length) return Fit.Words;
    for (let at = 0; at < wanted.length; at++) {
      const byte = bytes[start + at] ?? 0;
      if ((byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte) !== wanted[at]) return Fit.Words;
    }
    return end - start === wanted.length ? Fit.Whole : Fit.Beginning;
  }
}

/** More words than anyone types to find a name. */
const mostWords = 16;

/** More concepts of one name are more than anyone reads. */
const mostNamed = 32;

/** The best names of so many concepts, in their order. */
class Best {
  private readonly names: FoundName[] = [];

  constructor(private readonly most: number) {}

  wants(score: number): boolean {
    return this.names.length < this.most || score < (this.names[this.most - 1]?.score ?? 0);
  }

  take(found: FoundName): void {
    const same = this.names.findIndex(({ place }) => place === found.place);
    if (same >= 0) {
      if ((this.names[same]?.score ?? 0) <= found.score) return;
      this.names.splice(same, 1);
    }
    let at = this.names.length;
    while (at > 0 && (this.names[at - 1]?.score ?? 0) > found.score) at--;
    this.names.splice(at, 0, found);
    if (this.names.length > this.most) this.names.pop();
  }

  found(): FoundName[] {
    return this.names;
  }
}
