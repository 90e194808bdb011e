import type { Span } from '../../text';
import type { Abbreviation } from '../abbreviations';
import { Definitions, keyOf } from '../document/definitions';
import { type ShortForm, shortFormsIn } from '../document/shortForms';
import { sensesOfLong } from './abbreviationMentions';
import type { Names } from './names';
import type { TextUnits } from '../textUnits';
import type { Sense } from './sense';
import type { Stretches } from './stretches';

/** What a document mentions by names that are no acronyms. */
export interface SpelledFacts {
  /** Whether the document mentions a meaning by a name that has no other. */
  isMentioned(meaning: number): boolean;
  /** Whether an acronym may have a sense: it is short for a name with that meaning in the document, or of a glossary. */
  allow(sense: Sense, acronym: Span): boolean;
}

/** What holds in all of a document, wherever a part of it is read. */
export interface DocumentFacts {
  readonly spelled: SpelledFacts;
  /** @param units of the part; @returns where short forms stand in it that the document defines; in order, none within another */
  shortFormsIn(part: Stretches, units: TextUnits): readonly ShortForm[];
  /** @returns the abbreviations that are defined in a part */
  definedIn(part: Stretches): readonly Abbreviation[];
}

/** The facts of a text that is read as a whole. */
export class WholeTextFacts implements DocumentFacts {
  private readonly definitions: Definitions;

  /** @param names of the whole text; @param abbreviations that it defines */
  constructor(
    readonly spelled: SpelledFacts,
    names: Names,
    private readonly abbreviations: readonly Abbreviation[],
  ) {
    this.definitions = new Definitions(
      abbreviations.map((one) => ({ definition: { short: one.short, key: keyOf(one.short), long: one.long, senses: sensesOfLong(one, names) }, rank: 0, offset: one.shortSpan.start })),
    );
  }

  shortFormsIn({ text, spans }: Stretches, units: TextUnits): readonly ShortForm[] {
    return this.definitions.isEmpty ? [] : shortFormsIn(text, spans, units, this.definitions, 0, 0);
  }

  definedIn(): readonly Abbreviation[] {
    return this.abbreviations;
  }
}
