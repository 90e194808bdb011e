import type { Span } from '../../text';
import { abbreviationsOf } from '../abbreviations';
import type { Mention } from '../concept';
import { Matches } from '../matches';
import { scan } from '../scan';
import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import type { ShortForm } from '../document/shortForms';
import { NamesAround } from './abbreviationMentions';
import { isAcronym } from './acronyms';
import { type Candidate, candidatesOf } from './candidate';
import { Coordinations, type WordLookUp } from './coordination';
import { type DocumentFacts, type SpelledFacts, WholeTextFacts } from './documentFacts';
import { joinAdjectives, Modifiers, modesOfOrigin, places } from './neighbours';
import { defaultOptions, type RecognitionOptions } from './options';
import { Phrases } from './phrases';
import { type Selected, longestOf, withMore, withNested } from './select';
import { conceptsOf, conceptsOfParts, type SenseContext } from './senses';
import { SpelledNames } from './spelledNames';
import { StopList } from './stopList';
import { Stretches } from './stretches';
import { WordBags } from './wordBags';

/** Shared, as most mentions have none within them. */
const none: readonly never[] = [];

/** Finds what texts mention, by the names of a search and by rules of how texts use names. */
export class Recogniser {
  private readonly matches = new Matches();
  private readonly stopList: StopList;
  private readonly phrases: Phrases;
  private readonly modifiers: Modifiers | undefined;
  private bags: WordBags | undefined;

  constructor(
    readonly search: TermSearch<TermIndex>,
    private readonly options: RecognitionOptions = defaultOptions,
  ) {
    this.stopList = new StopList(search, options.steps.stopNames ? options.stopNames : []);
    this.phrases = new Phrases(search);
    const modifiers = [...(options.steps.modifiers ? modesOfOrigin : []), ...(options.steps.organs ? places : [])];
    this.modifiers = options.nested || modifiers.length === 0 ? undefined : new Modifiers(modifiers);
  }

  /**
   * @param spans where to look, in order: a note's prose; without them, the whole text. No mention reaches beyond its span.
   * @returns what the text mentions, in its order; none within another
   */
  recognise(text: string, spans?: readonly Span[]): Mention[] {
    const stretches = new Stretches(text, spans);
    const names = this.names(stretches);
    const abbreviations = this.definesAbbreviations ? abbreviationsOf(text, stretches.spans) : [];
    return this.mentions(stretches, names, new WholeTextFacts(new SpelledNames(this.search, text, names), names, abbreviations));
  }

  /** The names that stand in a part of a document, without those that are passed over; sorted. */
  names({ text, spans }: Stretches): Candidate[] {
    return candidatesOf(this.search, text, scan(this.search, text, spans, 'all', this.matches), (index, names, start, end) => {
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
   */
  mentions(stretches: Stretches, names: readonly Candidate[], facts: DocumentFacts): Mention[] {
    const { steps } = this.options;
    const { text } = stretches;
    let candidates: readonly Candidate[] = this.withAbbreviations(stretches, names, facts);
    if (steps.undefinedAcronyms) candidates = this.knownOf(text, candidates, facts.spelled);
    if (this.options.nested && steps.wordBags) candidates = this.withBags(stretches, candidates);
    if (steps.coordination) candidates = this.withCoordinations(stretches, candidates);
    let longest = longestOf(candidates);
    if (steps.adjectiveBeforeName) longest = joinAdjectives(text, longest);
    const selected = this.options.nested ? withNested(longest, candidates) : longest.map((candidate) => ({ candidate, nested: none }));
    return this.mentionsOf(stretches, selected, { picks: this.options.picks, isMentioned: (meaning) => steps.senseContext && facts.spelled.isMentioned(meaning) });
  }

  private withAbbreviations(stretches: Stretches, names: readonly Candidate[], facts: DocumentFacts): readonly Candidate[] {
    const shorts = facts.shortFormsIn(stretches).filter((short) => !short.isBefore || !this.isKnown(stretches.text, short, names, facts.spelled));
    if (shorts.length === 0) return names;
    const found: Candidate[] = [];
    for (const { start, end, definition: { senses } } of shorts) {
      if (senses.length > 0) found.push({ start, end, senses, via: 'abbreviation' });
    }
    if (this.options.steps.abbreviationsInNames) {
      const around = new NamesAround(stretches, this.phrases);
      for (const short of shorts) found.push(...around.aroundShort(short));
      for (const abbreviation of facts.definedIn(stretches)) found.push(...around.aroundDefinition(abbreviation));
    }
    return withMore(outside(names, shorts), found);
  }

  /** Whether a short form that stands before its definition is a name of something. */
  private isKnown(text: string, { start, end }: ShortForm, names: readonly Candidate[], spelled: SpelledFacts): boolean {
    const name = nameAt(names, start, end);
    return name !== undefined && (!this.options.steps.undefinedAcronyms || this.known(text, name, spelled) !== undefined);
  }

  /** An acronym that the document does not define, with the senses that it spells elsewhere; undefined where there are none. */
  private known(text: string, candidate: Candidate, spelled: SpelledFacts): Candidate | undefined {
    const { start, end, senses: all, via } = candidate;
    if (via || !isAcronym(text, start, end)) return candidate;
    const senses = all.filter((sense) => spelled.allow(sense, candidate));
    if (senses.length === all.length) return candidate;
    return senses.length > 0 ? { ...candidate, senses } : undefined;
  }

  /** @returns the candidates that are no acronyms, or known ones; the list itself where that is all of them */
  private knownOf(text: string, candidates: readonly Candidate[], spelled: SpelledFacts): readonly Candidate[] {
    let known: Candidate[] | undefined;
    for (let at = 0; at < candidates.length; at++) {
      const candidate = candidates[at];
      const one = candidate && this.known(text, candidate, spelled);
      if (one !== candidate) known ??= candidates.slice(0, at);
      if (one) known?.push(one);
    }
    return known ?? candidates;
  }

  private withCoordinations(stretches: Stretches, candidates: readonly Candidate[]): readonly Candidate[] {
    const coordinations = new Coordinations(stretches, this.lookUp(stretches.text));
    const found: Candidate[] = [];
    for (const one of candidates) for (const more of coordinations.of(one)) found.push(more);
    return found.length > 0 ? withMore(candidates, found) : candidates;
  }

  private withBags({ text, spans }: Stretches, candidates: readonly Candidate[]): Candidate[] {
    this.bags ??= new WordBags(this.search);
    const found: Candidate[] = [];
    for (const span of spans) this.bags.addFrom(text, span, found);
    return withMore(candidates, found);
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

  private mentionsOf(stretches: Stretches, selected: readonly Selected[], context: SenseContext): Mention[] {
    const { text } = stretches;
    const { modifiers } = this;
    const mentions: Mention[] = [];
    for (const { candidate, nested } of selected) {
      const mention = this.mentionOf(text, candidate, context);
      if (!mention) continue;
      const start = modifiers?.mayEnd(text, mention.start) ? modifiers.startBefore(text, mention.start, Math.max(mentions.at(-1)?.end ?? 0, stretches.before(mention.start).start)) : mention.start;
      const within: readonly Mention[] = nested.length === 0 ? none : nested.flatMap((one) => this.mentionOf(text, one, context) ?? []);
      mentions.push(start === mention.start && within.length === 0 ? mention : { ...mention, start, ...(within.length > 0 && { nested: within }) });
    }
    return mentions;
  }

  private mentionOf(text: string, candidate: Candidate, context: SenseContext): Mention | undefined {
    const { start, end, senses, parts, via } = candidate;
    const words = text.slice(start, end);
    const { concepts, meant } = parts ? conceptsOfParts(this.search, parts, words, context) : { concepts: conceptsOf(this.search, senses, words, context), meant: 1 };
    if (concepts.length === 0) return undefined;
    const mention = meant > 1 ? { start, end, concepts, meant } : { start, end, concepts };
    return via ? { ...mention, via } : mention;
  }
}

function hasLetter(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at) | 32;
    if (code >= 97 && code <= 122) return true;
  }
  return /\p{L}/u.test(text.slice(start, end));
}

/** @param names sorted: one may stand for each end, the longest of a beginning first */
function nameAt(names: readonly Candidate[], start: number, end: number): Candidate | undefined {
  let low = 0;
  for (let high = names.length; low < high; ) {
    const middle = (low + high) >> 1;
    const one = names[middle];
    if (one && (one.start < start || (one.start === start && one.end > end))) low = middle + 1;
    else high = middle;
  }
  const name = names[low];
  return name?.start === start && name.end === end ? name : undefined;
}

/** @param names and `shorts`, in order; @returns the names that are no part of a short form: the document says what it means */
function outside(names: readonly Candidate[], shorts: readonly ShortForm[]): Candidate[] {
  let at = 0;
  return names.filter(({ start, end }) => {
    while (at < shorts.length && (shorts[at]?.end ?? 0) <= start) at++;
    const short = shorts[at];
    return !short || start < short.start || end > short.end;
  });
}
