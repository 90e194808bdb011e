import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import { isLoose } from './candidate';
import { indexOf, placeOf, type Sense } from './sense';

/** Numbers of a name: its start and end; twice the place of its first sense, and 1 more if it looks like a short form. */
export const numbersOfName = 3;

/**
 * The names that stand in a part of a text, in the order of their beginnings, of one beginning the longest first; the same words once.
 * In typed arrays, as a page has hundreds of them, most of which no rule says anything of.
 */
export class Names {
  readonly count: number;

  /** @param rows `numbersOfName` each */
  constructor(
    private readonly rows: Int32Array,
    /** What all of them may mean, each concept of a name once with its best rank, in the order of the indexes. */
    private readonly senses: Int32Array,
  ) {
    this.count = rows.length / numbersOfName;
  }

  startOf(at: number): number {
    return this.rows[at * numbersOfName] ?? 0;
  }

  endOf(at: number): number {
    return this.rows[at * numbersOfName + 1] ?? 0;
  }

  /** Whether it looks like a short form. */
  isAcronym(at: number): boolean {
    return ((this.rows[at * numbersOfName + 2] ?? 0) & 1) === 1;
  }

  /** The only sense that it may have; undefined where there are several. */
  onlySense(at: number): Sense | undefined {
    const first = this.firstSense(at);
    return this.firstSense(at + 1) === first + 1 ? this.senses[first] : undefined;
  }

  sensesOf(at: number): readonly Sense[] {
    const senses: Sense[] = [];
    const last = this.firstSense(at + 1);
    for (let one = this.firstSense(at); one < last; one++) senses.push(this.senses[one] ?? 0);
    return senses;
  }

  /** Calls with each meaning of each name that is no acronym, the name's place, and whether it has no other and says it as it is. */
  forEachMeaning(search: TermSearch<TermIndex>, call: (meaning: number, at: number, isUnmistakable: boolean) => void): void {
    for (let at = 0; at < this.count; at++) {
      if (this.isAcronym(at)) continue;
      const only = this.onlySense(at);
      for (let place = this.firstSense(at), last = this.firstSense(at + 1); place < last; place++) {
        const one = this.senses[place] ?? 0;
        call(search.meaningOf(indexOf(one), placeOf(one)), at, only !== undefined && !isLoose(one));
      }
    }
  }

  /** @returns the place of the name that is these very words; -1 for none */
  find(start: number, end: number): number {
    let low = 0;
    for (let high = this.count; low < high; ) {
      const middle = (low + high) >> 1;
      const from = this.startOf(middle);
      if (from < start || (from === start && this.endOf(middle) > end)) low = middle + 1;
      else high = middle;
    }
    return this.startOf(low) === start && this.endOf(low) === end ? low : -1;
  }

  /** @returns the place of the first name that begins at an offset or after; the number of names if none does */
  firstFrom(offset: number): number {
    let low = 0;
    for (let high = this.count; low < high; ) {
      const middle = (low + high) >> 1;
      if (this.startOf(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Takes in that the text before was made longer or shorter. */
  move(shift: number): void {
    const { rows } = this;
    for (let at = 0; at < rows.length; at += numbersOfName) {
      rows[at] = (rows[at] ?? 0) + shift;
      rows[at + 1] = (rows[at + 1] ?? 0) + shift;
    }
  }

  private firstSense(at: number): number {
    return at < this.count ? (this.rows[at * numbersOfName + 2] ?? 0) >> 1 : this.senses.length;
  }
}
