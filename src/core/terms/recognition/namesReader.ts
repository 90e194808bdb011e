import { grown } from '../grown';
import { properName } from '../wasm/layout';
import { isProperName } from '../looseVariants';
import type { Matches } from '../matches';
import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import { isSimple, simpleConcept } from '../wordTrie';
import { isAcronym } from './acronyms';
import { addSense, addSenses } from './candidate';
import { Names, numbersOfName } from './names';
import { type Sense, sense } from './sense';

/** Whether names are passed over. */
export type IsStopped = (index: number, names: number, start: number, end: number) => boolean;

/** Makes names of matches; its room is used again. */
export class NamesReader {
  private rows = new Int32Array(0);
  private senses = new Int32Array(0);

  constructor(private readonly search: TermSearch<TermIndex>) {}

  /** @returns one name for all matches of the same words, in their order */
  read(text: string, matches: Matches, isStopped: IsStopped): Names {
    const { count, start, end, index, names } = matches;
    const senses: Sense[] = [];
    let rowsEnd = 0;
    let sensesEnd = 0;
    let at = 0;
    const hasCapitals = (wanted: number): boolean =>
      wanted === properName ? isProperName(text, start[at] ?? 0, end[at] ?? 0) : wanted === matches.exact[at] || wanted === matches.sentence[at];
    while (at < count) {
      const from = start[at] ?? 0;
      const to = end[at] ?? 0;
      for (; at < count && start[at] === from && end[at] === to; at++) {
        const place = index[at] ?? 0;
        const row = names[at] ?? 0;
        if (isStopped(place, row, from, to)) continue;
        if (isSimple(row)) addSense(senses, sense(place, simpleConcept(row), (-row - 1) & 7));
        else addSenses(this.search, place, row, hasCapitals, senses);
      }
      if (senses.length === 0) continue;
      this.rows = grown(this.rows, rowsEnd + numbersOfName);
      this.senses = grown(this.senses, sensesEnd + senses.length);
      this.rows[rowsEnd++] = from;
      this.rows[rowsEnd++] = to;
      this.rows[rowsEnd++] = sensesEnd * 2 + Number(isAcronym(text, from, to));
      for (let place = 0; place < senses.length; place++) this.senses[sensesEnd++] = senses[place] ?? 0;
      // An array whose last is taken off keeps its room.
      while (senses.length > 0) senses.pop();
    }
    return new Names(this.rows.slice(0, rowsEnd), this.senses.slice(0, sensesEnd));
  }
}
