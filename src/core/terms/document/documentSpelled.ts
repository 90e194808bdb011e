import type { Span } from '../../text';
import { indexOf, placeOf, type Sense } from '../recognition/sense';
import { isOfGlossary } from '../recognition/spelledNames';
import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import type { ChangingFacts } from './askedFacts';
import type { DocumentUnit } from './documentUnit';
import { MeaningTable } from './meaningTable';

/** What a document mentions by names that are no acronyms, kept up to date unit by unit from the first question on. */
export class DocumentSpelled implements ChangingFacts {
  /** Rises with each change. */
  version = 0;
  private table: MeaningTable<DocumentUnit> | undefined;
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
    return this.known().isUnmistakable(meaning);
  }

  allow(sense: Sense, { start, end }: Span): boolean {
    if (isOfGlossary(this.search, sense)) return true;
    const meaning = this.search.meaningOf(indexOf(sense), placeOf(sense));
    if (!this.known().isMentioned(meaning)) return false;
    const text = this.textOf();
    const short = text.slice(start, end);
    const key = `${meaning} ${short}`;
    let answer = this.answers.get(key);
    if (answer === undefined) this.answers.set(key, (answer = this.known().some(meaning, (unit) => unit.spells(meaning, short, this.search, text, () => this.startOf(unit)))));
    return answer;
  }

  /** Takes up that some units took the place of others. */
  replace(gone: readonly DocumentUnit[], fresh: readonly DocumentUnit[]): void {
    this.version++;
    this.answers.clear();
    if (!this.table) return;
    for (const unit of gone) this.table.remove(unit, unit.meanings(this.search));
    for (const unit of fresh) this.table.add(unit, unit.meanings(this.search));
  }

  private known(): MeaningTable<DocumentUnit> {
    if (!this.table) {
      this.table = new MeaningTable();
      for (const unit of this.units()) this.table.add(unit, unit.meanings(this.search));
    }
    return this.table;
  }
}
