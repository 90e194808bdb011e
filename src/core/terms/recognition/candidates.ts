import type { Candidate } from './candidate';
import type { Names } from './names';
import type { Sense } from './sense';

/**
 * What may be mentions: names that stand in a text, and what rules made of them, in the order of their beginnings, of one beginning
 * the longest first. Each goes by a number: its name's place, or below 0 for what a rule made, so that the many that no rule says
 * anything of cost nothing.
 */
export class Candidates {
  /** In their order. */
  order: number[];
  private readonly made: Candidate[] = [];

  constructor(readonly names: Names) {
    const order: number[] = [];
    for (let at = 0; at < names.count; at++) order.push(at);
    this.order = order;
  }

  /** @returns what a rule made; undefined for a name */
  madeOf(one: number): Candidate | undefined {
    return one < 0 ? this.made[~one] : undefined;
  }

  startOf(one: number): number {
    return one < 0 ? (this.made[~one]?.start ?? 0) : this.names.startOf(one);
  }

  endOf(one: number): number {
    return one < 0 ? (this.made[~one]?.end ?? 0) : this.names.endOf(one);
  }

  sensesOf(one: number): readonly Sense[] {
    return one < 0 ? (this.made[~one]?.senses ?? []) : this.names.sensesOf(one);
  }

  /** Takes in what a rule made, which stands nowhere in the order yet. @returns its number */
  make(candidate: Candidate): number {
    return ~(this.made.push(candidate) - 1);
  }

  /** Puts what rules made among the others; of the same words the others come first. */
  add(more: readonly Candidate[]): void {
    if (more.length === 0) return;
    const merged: number[] = [];
    let at = 0;
    for (const one of more.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      for (; at < this.order.length && this.isBefore(this.order[at] ?? 0, one); at++) merged.push(this.order[at] ?? 0);
      merged.push(this.make(one));
    }
    for (; at < this.order.length; at++) merged.push(this.order[at] ?? 0);
    this.order = merged;
  }

  /** @returns of those that begin at a word the longest, and on after it */
  longest(): number[] {
    const longest: number[] = [];
    let end = -1;
    for (const one of this.order) {
      if (this.startOf(one) < end) continue;
      longest.push(one);
      end = this.endOf(one);
    }
    return longest;
  }

  /**
   * @param longest in order, none within another
   * @returns for each all that begins in it and is not itself; of the same words the first only
   */
  within(longest: readonly number[]): number[][] {
    let at = 0;
    return longest.map((outer) => {
      const start = this.startOf(outer);
      const end = this.endOf(outer);
      const nested: number[] = [];
      for (; at < this.order.length && this.startOf(this.order[at] ?? 0) < end; at++) {
        const one = this.order[at] ?? 0;
        if (this.startOf(one) < start || this.isThere(one, start, end)) continue;
        const last = nested.at(-1);
        if (last === undefined || !this.isThere(one, this.startOf(last), this.endOf(last))) nested.push(one);
      }
      return nested;
    });
  }

  private isBefore(one: number, { start, end }: Candidate): boolean {
    const from = this.startOf(one);
    return from < start || (from === start && this.endOf(one) >= end);
  }

  private isThere(one: number, start: number, end: number): boolean {
    return this.startOf(one) === start && this.endOf(one) === end;
  }
}
