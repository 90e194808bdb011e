import type { Span } from '../../text';
import { abbreviationsOf } from '../abbreviations';
import type { Concept, Mention } from '../concept';
import { foldName } from '../foldName';
import { Matches } from '../matches';
import { scan } from '../scan';
import { affirmed } from '../status/status';
import { TextUnits } from '../textUnits';
import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import type { DocumentMention } from '../document/documentMention';
import { FoundMentions } from '../document/foundMentions';
import type { ShortForm } from '../document/shortForms';
import { NamesAround } from './abbreviationMentions';
import { isAcronym } from './acronyms';
import type { Candidate } from './candidate';
import { Candidates } from './candidates';
import { Coordinations, type WordLookUp } from './coordination';
import { type DocumentFacts, type SpelledFacts, WholeTextFacts } from './documentFacts';
import { joinAdjectives, Modifiers, modesOfOrigin, places } from './neighbours';
import { defaultOptions, type RecognitionOptions } from './options';
import type { Names } from './names';
import { NamesReader } from './namesReader';
import { Phrases } from './phrases';
import { addRephrased } from './rephrased';
import type { Sense } from './sense';
import { conceptsOf, conceptsOfParts, conceptsOfSense, type SenseContext } from './senses';
import { SpelledNames } from './spelledNames';
import { StopList } from './stopList';
import { Stretches } from './stretches';
import { WordBags } from './wordBags';

const none: readonly Mention[] = [];

/** Finds what texts mention, by the names of a search and by rules of how texts use names. */
export class Recogniser {
  private readonly matches = new Matches();
  private readonly reader: NamesReader;
  private readonly stopList: StopList;
  private readonly phrases: Phrases;
  private readonly units = new TextUnits();
  private readonly modifiers: Modifiers | undefined;
  private bags: WordBags | undefined;

  constructor(
    readonly search: TermSearch<TermIndex>,
    private readonly options: RecognitionOptions = defaultOptions,
  ) {
    this.reader = new NamesReader(search);
    this.stopList = new StopList(search, options.steps.stopNames ? options.stopNames : []);
    this.phrases = new Phrases(search);
    const words = [...(options.steps.modifiers ? modesOfOrigin : []), ...(options.steps.organs ? places : [])];
    this.modifiers = options.nested || words.length === 0 ? undefined : new Modifiers(words);
  }

  /**
   * @param spans where to look, in order: a note's prose; without them, the whole text. No mention reaches beyond its span.
   * @returns what the text mentions, in its order; none within another
   */
  recognise(text: string, spans?: readonly Span[]): Mention[] {
    const stretches = new Stretches(text, spans);
    const names = this.names(stretches);
    const abbreviations = this.definesAbbreviations ? abbreviationsOf(text, stretches.spans) : [];
    return this.mentions(stretches, names, new WholeTextFacts(new SpelledNames(this.search, text, names), names, abbreviations)).within(0, 0, Infinity);
  }

  /** The names that stand in a part of a document, without those that are passed over. */
  names({ text, spans }: Stretches): Names {
    return this.reader.read(text, scan(this.search, text, spans, 'all', this.matches), (index, names, start, end) => {
      if (!this.options.steps.stopNames) return false;
      // A name has letters.
      return this.stopList.has(index, names, text, start, end) || (end - start < 4 && !hasLetter(text, start, end));
    });
  }

  /** Whether short forms that a document defines mean there what it says. */
  get definesAbbreviations(): boolean {
    return this.options.steps.definedAbbreviations;
  }

  /** Whether documents tell what they say of their mentions. */
  get tellsStatus(): boolean {
    return this.options.steps.status;
  }

  /**
   * @param names of a part of a document (`names`)
   * @param facts of the whole document
   * @param base where the part begins
   * @returns what the part mentions, each affirmed as long as nobody asks what the text says of it
   */
  mentions(stretches: Stretches, names: Names, facts: DocumentFacts, base = 0): FoundMentions {
    const { steps, nested } = this.options;
    const { text, spans } = stretches;
    this.units.read(text, spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0);
    const candidates = new Candidates(names);
    this.addAbbreviations(stretches, candidates, facts);
    if (steps.undefinedAcronyms) this.leaveUnknown(text, candidates, facts.spelled);
    if (nested && steps.wordBags) candidates.add(this.bagsIn(stretches));
    if (!nested && steps.rephrased) candidates.add(this.rephrasedIn(stretches).filter((one) => !this.stopList.says(text, one.start, one.end)));
    if (steps.coordination) candidates.add(this.coordinationsIn(stretches, candidates).filter((one) => !this.stopList.says(text, one.start, one.end)));
    const longest = candidates.longest();
    if (steps.adjectiveBeforeName) joinAdjectives(text, candidates, longest, (start, end) => this.stopList.says(text, start, end));
    const context = { picks: this.options.picks, isMentioned: (meaning: number) => steps.senseContext && facts.spelled.isMentioned(meaning) };
    const found = new FoundMentions(base);
    this.addMentions(stretches, candidates, longest, nested ? candidates.within(longest) : undefined, context, found);
    return found;
  }

  private addAbbreviations(stretches: Stretches, candidates: Candidates, facts: DocumentFacts): void {
    const { names } = candidates;
    const shorts = facts.shortFormsIn(stretches, this.units).filter((short) => !short.isBefore || !this.isKnown(short, names, facts.spelled));
    if (shorts.length === 0) return;
    const found: Candidate[] = [];
    for (const { start, end, definition: { senses } } of shorts) {
      if (senses.length > 0) found.push({ start, end, senses, via: 'abbreviation' });
    }
    if (this.options.steps.abbreviationsInNames) {
      const around = new NamesAround(stretches, this.phrases);
      for (const short of shorts) around.addAroundShort(short, found);
      for (const abbreviation of facts.definedIn(stretches)) around.addAroundDefinition(abbreviation, found);
    }
    candidates.order = outside(names, shorts);
    candidates.add(found);
  }

  /** Whether a short form that stands before its definition is a name of something. */
  private isKnown({ start, end }: ShortForm, names: Names, spelled: SpelledFacts): boolean {
    const name = names.find(start, end);
    if (name < 0) return false;
    return !this.options.steps.undefinedAcronyms || !names.isAcronym(name) || this.knownSenses(names.sensesOf(name), { start, end }, spelled).length > 0;
  }

  /** Takes acronyms that the document does not define for what it spells elsewhere; leaves those out for which there is no such thing. */
  private leaveUnknown(text: string, candidates: Candidates, spelled: SpelledFacts): void {
    const { names, order } = candidates;
    let count = 0;
    for (const one of order) {
      const made = candidates.madeOf(one);
      let kept: number | undefined = one;
      if (made ? !made.via && isAcronym(text, made.start, made.end) : names.isAcronym(one)) {
        const span = { start: candidates.startOf(one), end: candidates.endOf(one) };
        const all = candidates.sensesOf(one);
        const senses = this.knownSenses(all, span, spelled);
        if (senses.length < all.length) kept = senses.length > 0 ? candidates.make({ ...span, senses }) : undefined;
      }
      if (kept !== undefined) order[count++] = kept;
    }
    order.length = count;
  }

  private knownSenses(senses: readonly Sense[], acronym: Span, spelled: SpelledFacts): readonly Sense[] {
    return senses.filter((sense) => spelled.allow(sense, acronym));
  }

  private coordinationsIn(stretches: Stretches, candidates: Candidates): Candidate[] {
    const coordinations = new Coordinations(stretches, this.lookUp(stretches.text));
    const found: Candidate[] = [];
    for (const one of candidates.order) coordinations.addTo(found, candidates, one);
    return found;
  }

  private rephrasedIn(stretches: Stretches): Candidate[] {
    const found: Candidate[] = [];
    addRephrased(stretches, this.units, this.phrases, found);
    return found;
  }

  private bagsIn({ text, spans }: Stretches): Candidate[] {
    this.bags ??= new WordBags(this.search);
    const found: Candidate[] = [];
    for (const span of spans) this.bags.addFrom(text, span, found);
    return found;
  }

  /** What words mean together: as a name, or else as a bag of words where those count. */
  private lookUp(text: string): WordLookUp {
    const { phrases, bags } = this;
    if (!bags || !this.options.nested) return phrases;
    return {
      words: phrases.words.bind(phrases),
      senses: (words) => {
        const senses = phrases.senses(words);
        return senses.length > 0 ? senses : bags.senses(text, words);
      },
    };
  }

  /** @param nested for each of the longest, what stands within it */
  private addMentions(stretches: Stretches, candidates: Candidates, longest: readonly number[], nested: readonly (readonly number[])[] | undefined, context: SenseContext, found: FoundMentions): void {
    const { text } = stretches;
    let last = 0;
    for (let at = 0; at < longest.length; at++) {
      const one = longest[at] ?? 0;
      const start = this.wholeStart(stretches, candidates, one, last);
      const end = candidates.endOf(one);
      const within = nested?.[at]?.flatMap((inner) => this.mentionOf(text, candidates, inner, candidates.startOf(inner), context) ?? []) ?? none;
      if (one >= 0 && within.length === 0) {
        const concepts = this.conceptsOfName(text, candidates, one, start, context);
        if (concepts.length === 0) continue;
        found.add(start, end, concepts);
      } else {
        const mention = this.mentionOf(text, candidates, one, start, context);
        if (!mention) continue;
        found.add(start, end, within.length === 0 ? mention : { ...mention, nested: within });
      }
      last = end;
    }
  }

  /** Where a candidate begins with the words before it that belong to the mention. @param from where the last mention ends */
  private wholeStart(stretches: Stretches, candidates: Candidates, one: number, from: number): number {
    const { modifiers } = this;
    const { text } = stretches;
    const name = candidates.startOf(one);
    if (!modifiers?.mayEnd(text, name)) return name;
    const start = modifiers.startBefore(text, name, Math.max(from, stretches.before(name).start));
    return start < name && !this.stopList.says(text, start, candidates.endOf(one)) ? start : name;
  }

  /** @param start of the mention, which may have words before the name */
  private mentionOf(text: string, candidates: Candidates, one: number, start: number, context: SenseContext): DocumentMention | undefined {
    const end = candidates.endOf(one);
    const made = candidates.madeOf(one);
    if (!made) {
      const concepts = this.conceptsOfName(text, candidates, one, start, context);
      return concepts.length === 0 ? undefined : { start, end, concepts, status: affirmed };
    }
    const words = this.chosenFor(text, start, made.start, end);
    if (!made.parts) {
      const concepts = conceptsOf(this.search, made.senses, text, words, context);
      if (concepts.length === 0) return undefined;
      return made.via ? { start, end, concepts, status: affirmed, via: made.via } : { start, end, concepts, status: affirmed };
    }
    const { concepts, meant } = conceptsOfParts(this.search, made.parts, text, words, context);
    if (concepts.length === 0) return undefined;
    return { start, end, concepts, status: affirmed, ...(meant > 1 && { meant }), ...(made.via && { via: made.via }) };
  }

  /** What a name means; nothing where it has no concepts any more. @param start of the mention */
  private conceptsOfName(text: string, candidates: Candidates, one: number, start: number, context: SenseContext): readonly Concept[] {
    const { names } = candidates;
    const only = names.onlySense(one);
    if (only !== undefined) return conceptsOfSense(this.search, only);
    return conceptsOf(this.search, names.sensesOf(one), text, this.chosenFor(text, start, names.startOf(one), names.endOf(one)), context);
  }

  /**
   * The words that the user may have chosen a meaning for: the mention's, which a hover shows, or else the name's.
   * @param said and `name`: where they begin
   */
  private chosenFor(text: string, said: number, name: number, end: number): Span {
    const { picks } = this.options;
    return { start: picks.size === 0 || picks.has(foldName(text.slice(said, end))) ? said : name, end };
  }
}

function hasLetter(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at) | 32;
    if (code >= 97 && code <= 122) return true;
  }
  return /\p{L}/u.test(text.slice(start, end));
}

/** @param shorts in order; @returns the names that are no part of a short form: the document says what it means */
function outside(names: Names, shorts: readonly ShortForm[]): number[] {
  const kept: number[] = [];
  for (let name = 0, at = 0; name < names.count; name++) {
    const start = names.startOf(name);
    while (at < shorts.length && (shorts[at]?.end ?? 0) <= start) at++;
    const short = shorts[at];
    if (!short || start < short.start || names.endOf(name) > short.end) kept.push(name);
  }
  return kept;
}
