import type { Span } from '../../text';
import { Rank } from '../indexCompiler';
import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import { isAcronym, isShortFor } from './acronyms';
import { type Candidate, isUnmistakable } from './candidate';
import type { SpelledFacts } from './documentFacts';
import { indexOf, placeOf, rankOf, type Sense } from './sense';

/** What a text that is read as a whole mentions by names that are no acronyms. */
export class SpelledNames implements SpelledFacts {
  /** By meaning, the names; the first of them where it has no other meaning. */
  private byMeaning: ReadonlyMap<number, Spelled> | undefined;
  /** By meaning and acronym, as one may stand in a text thousands of times. */
  private readonly answers = new Map<string, boolean>();

  /** @param names of the document */
  constructor(
    private readonly search: TermSearch<TermIndex>,
    private readonly text: string,
    private readonly names: readonly Candidate[],
  ) {}

  isMentioned(meaning: number): boolean {
    return this.spelled().get(meaning)?.unmistakable ?? false;
  }

  allow(sense: Sense, { start, end }: Span): boolean {
    if (isOfGlossary(this.search, sense)) return true;
    const meaning = this.search.meaningOf(indexOf(sense), placeOf(sense));
    const short = this.text.slice(start, end);
    const key = `${meaning} ${short}`;
    let answer = this.answers.get(key);
    if (answer === undefined) {
      const names = this.spelled().get(meaning)?.names ?? [];
      this.answers.set(key, (answer = names.some((name) => isShortFor(short, this.text.slice(name.start, name.end)))));
    }
    return answer;
  }

  private spelled(): ReadonlyMap<number, Spelled> {
    if (this.byMeaning) return this.byMeaning;
    const spelled = new Map<number, Spelled>();
    for (const name of this.names) {
      if (isAcronym(this.text, name.start, name.end)) continue;
      for (const sense of name.senses) {
        const meaning = this.search.meaningOf(indexOf(sense), placeOf(sense));
        const known = spelled.get(meaning);
        const unmistakable = isUnmistakable(name.senses);
        if (!known) spelled.set(meaning, { names: [name], unmistakable });
        else {
          known.names.push(name);
          known.unmistakable ||= unmistakable;
        }
      }
    }
    this.byMeaning = spelled;
    return spelled;
  }
}

/** Whether a sense is of the user's glossary or the built-in one, whose acronyms need not be spelled out. */
export function isOfGlossary(search: TermSearch<TermIndex>, sense: Sense): boolean {
  if (rankOf(sense) < (Rank.NotUsers as number)) return true;
  const terminology = search.indexes[indexOf(sense)]?.conceptAt(placeOf(sense))?.terminology;
  return terminology === 'glossary' || terminology === 'casebook';
}

interface Spelled {
  readonly names: Candidate[];
  unmistakable: boolean;
}
