import type { Span } from '../../text';
import { indexOf, placeOf, type Sense } from '../recognition/sense';
import { isOfGlossary } from '../recognition/spelledNames';
import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import type { ChangingFacts } from './askedFacts';
import type { DocumentUnit } from './documentUnit';

/** The units that have a meaning by a name that is no acronym. */
interface Spelled {
  /** Some of them may be gone. */
  units: DocumentUnit[];
  present: number;
  /** Of those present, by a name that has no other meaning. */
  unmistakable: number;
}

/** What a document mentions by names that are no acronyms, kept up to date unit by unit from the first question on. */
export class DocumentSpelled implements ChangingFacts {
  /** Rises with each change. */
  version = 0;
  private byMeaning: Map<number, Spelled> | undefined;
  /** By meaning and acronym, of this version: one may stand in a text thousands of times. */
  private readonly answers = new Map<string, boolean>();

  /**
   * @param units the document's present ones
   * @param textOf the document's present text
   * @param startOf where a unit begins in it
   */
  constructor(
    private readonly search: TermSearch<TermIndex>,
    private readonly units: () => readonly DocumentUnit[],
    private readonly textOf: () => string,
    private readonly startOf: (unit: DocumentUnit) => number,
  ) {}

  isMentioned(meaning: number): boolean {
    return (this.known().get(meaning)?.unmistakable ?? 0) > 0;
  }

  allow(sense: Sense, { start, end }: Span): boolean {
    if (isOfGlossary(this.search, sense)) return true;
    const meaning = this.search.meaningOf(indexOf(sense), placeOf(sense));
    const spelled = this.known().get(meaning);
    if (!spelled || spelled.present === 0) return false;
    const text = this.textOf();
    const short = text.slice(start, end);
    const key = `${meaning} ${short}`;
    let answer = this.answers.get(key);
    if (answer === undefined) this.answers.set(key, (answer = this.spells(spelled, meaning, short, text)));
    return answer;
  }

  private spells(spelled: Spelled, meaning: number, short: string, text: string): boolean {
    return spelled.units.some((unit) => !unit.isGone && unit.spells(meaning, short, this.search, text, () => this.startOf(unit)));
  }

  /** Takes up that some units took the place of others. */
  replace(gone: readonly DocumentUnit[], fresh: readonly DocumentUnit[]): void {
    this.version++;
    this.answers.clear();
    for (const unit of gone) this.remove(unit);
    if (this.byMeaning) for (const unit of fresh) this.add(unit, this.byMeaning);
  }

  private known(): Map<number, Spelled> {
    if (!this.byMeaning) {
      this.byMeaning = new Map();
      for (const unit of this.units()) this.add(unit, this.byMeaning);
    }
    return this.byMeaning;
  }

  private add(unit: DocumentUnit, byMeaning: Map<number, Spelled>): void {
    for (const [meaning, unmistakable] of unit.meanings(this.search, this.textOf(), () => this.startOf(unit))) {
      let spelled = byMeaning.get(meaning);
      if (!spelled) byMeaning.set(meaning, (spelled = { units: [], present: 0, unmistakable: 0 }));
      if (spelled.units.length > 2 * spelled.present + 8) spelled.units = spelled.units.filter(({ isGone }) => !isGone);
      spelled.units.push(unit);
      spelled.present++;
      if (unmistakable) spelled.unmistakable++;
    }
  }

  private remove(unit: DocumentUnit): void {
    unit.isGone = true;
    if (!this.byMeaning) return;
    for (const [meaning, unmistakable] of unit.knownMeanings) {
      const spelled = this.byMeaning.get(meaning);
      if (!spelled) continue;
      spelled.present--;
      if (unmistakable) spelled.unmistakable--;
    }
  }
}
