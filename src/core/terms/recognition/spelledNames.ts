import type { Span } from '../../text';
import { Rank } from '../indexCompiler';
import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import { isShortFor } from './acronyms';
import type { SpelledFacts } from './documentFacts';
import type { Names } from './names';
import { indexOf, placeOf, rankOf, type Sense } from './sense';

/** What a text that is read as a whole mentions by names that are no acronyms. */
export class SpelledNames implements SpelledFacts {
  private known: ReadonlyMap<number, Spelled> | undefined;
  /** By meaning and acronym, as one may stand in a text thousands of times. */
  private readonly answers = new Map<string, boolean>();

  /** @param names of the document */
  constructor(
    private readonly search: TermSearch<TermIndex>,
    private readonly text: string,
    private readonly names: Names,
  ) {}

  isMentioned(meaning: number): boolean {
    return this.spelled().get(meaning)?.isUnmistakable ?? false;
  }

  allow(sense: Sense, { start, end }: Span): boolean {
    if (isOfGlossary(this.search, sense)) return true;
    const meaning = this.search.meaningOf(indexOf(sense), placeOf(sense));
    const spelled = this.spelled().get(meaning);
    if (!spelled) return false;
    const short = this.text.slice(start, end);
    const key = `${meaning} ${short}`;
    let answer = this.answers.get(key);
    if (answer === undefined) {
      answer = spelled.names.some((at) => isShortFor(short, this.text.slice(this.names.startOf(at), this.names.endOf(at))));
      this.answers.set(key, answer);
    }
    return answer;
  }

  private spelled(): ReadonlyMap<number, Spelled> {
    if (this.known) return this.known;
    const all = new Map<number, Spelled>();
    this.names.forEachMeaning(this.search, (meaning, at, isUnmistakable) => {
      const known = all.get(meaning);
      if (known) {
        known.names.push(at);
        known.isUnmistakable ||= isUnmistakable;
      } else all.set(meaning, { names: [at], isUnmistakable });
    });
    return (this.known = all);
  }
}

/** The names that have a meaning. */
interface Spelled {
  readonly names: number[];
  /** Whether one of them has no other. */
  isUnmistakable: boolean;
}

/** Whether a sense is of the user's glossary or the built-in one, whose acronyms need not be spelled out. */
export function isOfGlossary(search: TermSearch<TermIndex>, sense: Sense): boolean {
  if (rankOf(sense) < (Rank.NotUsers as number)) return true;
  const terminology = search.indexes[indexOf(sense)]?.conceptAt(placeOf(sense))?.terminology;
  return terminology === 'glossary' || terminology === 'casebook';
}
