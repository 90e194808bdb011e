import type { Span } from '../../text';
import { type Abbreviation, abbreviationsOf } from '../abbreviations';
import { sensesOfLong } from '../recognition/abbreviationMentions';
import { isShortFor } from '../recognition/acronyms';
import type { Names } from '../recognition/names';
import type { Recogniser } from '../recognition/recogniser';
import { Stretches } from '../recognition/stretches';
import type { StatusReader } from '../status/statusReader';
import type { TermIndex } from '../termIndex';
import type { TermSearch } from '../termSearch';
import { AskedFacts, type ChangingFacts } from './askedFacts';
import { type Definition, type Definitions, keyOf } from './definitions';
import type { DocumentMention } from './documentMention';
import type { FoundMentions } from './foundMentions';
import { type Heading, headingAt, type HeadingLevels } from './heading';
import { shortFormsIn } from './shortForms';
import type { Sentences } from './units';

/** What the mentions of a unit depend on beside its own words. */
export interface DocumentState {
  readonly recogniser: Recogniser;
  readonly status: StatusReader;
  readonly text: string;
  readonly definitions: Definitions;
  /** Another number once abbreviations mean something else. */
  readonly meaning: number;
  readonly spelled: ChangingFacts;
}

/** What was found in some sentences of a document. It may stand elsewhere by now: offsets are moved when they are needed. */
export class DocumentUnit {
  readonly length: number;
  /** What it defines, each by where it stands from the unit's start on. */
  readonly defines: readonly { readonly definition: Definition; readonly offset: number }[];
  /** What it is the words of. */
  readonly heading: Heading | undefined;
  /** The heading above it that says something of what it mentions. */
  section: DocumentUnit | undefined;
  /** Where the offsets below count from. */
  private at: number;
  private readonly sentences: readonly (readonly Span[])[];
  /** Those of all sentences. */
  private readonly pieces: readonly Span[];
  private readonly names: Names;
  private knownMeanings: readonly number[] | undefined;
  private readonly abbreviations: readonly Abbreviation[];
  private found: FoundMentions | undefined;
  private foundWith = -1;
  private asked: AskedFacts | undefined;
  /** By meaning and acronym, whether it spells the one so that the other can be short for it. */
  private readonly spelled = new Map<string, boolean>();

  /**
   * @param rank rises with the order of the document's units
   * @param headings that the text does not mark
   */
  constructor(
    text: string,
    { start, end, sentences }: Sentences,
    public rank: number,
    recogniser: Recogniser,
    headings?: HeadingLevels,
  ) {
    this.length = end - start;
    this.at = start;
    this.heading = headingAt(text, start, headings);
    this.sentences = sentences;
    const pieces = sentences.flat();
    this.pieces = pieces;
    this.names = recogniser.names(new Stretches(text, pieces));
    this.abbreviations = recogniser.definesAbbreviations ? abbreviationsOf(text, pieces) : [];
    this.defines = this.abbreviations.map((one) => ({
      definition: { short: ownCopy(one.short), key: ownCopy(keyOf(one.short)), long: ownCopy(one.long), senses: sensesOfLong(one, this.names) },
      offset: one.shortSpan.start - start,
    }));
  }

  /** Where it began when offsets were moved last. */
  get base(): number {
    return this.at;
  }

  /**
   * @param start where it begins now
   * @returns the mentions that share a character with the stretch from `from` to `to`, in order
   */
  mentions(start: number, state: DocumentState, from: number, to: number): readonly DocumentMention[] {
    if (!this.found || this.foundWith !== state.meaning || !this.asked?.holds(start)) {
      if (start !== this.at) this.move(start - this.at);
      this.asked = new AskedFacts(state.spelled, start);
      this.found = this.recognised(state, this.asked);
      if (state.recogniser.tellsStatus) this.readStatus(state, this.found);
      this.foundWith = state.meaning;
    }
    return this.found.within(start, from, to);
  }

  /** @returns what it means by names that are no acronyms: of each of their senses twice the meaning, and 1 more where the name has no other */
  meanings(search: TermSearch<TermIndex>): readonly number[] {
    if (!this.knownMeanings) {
      const meanings: number[] = [];
      this.names.forEachMeaning(search, (meaning, _, isUnmistakable) => meanings.push(meaning * 2 + Number(isUnmistakable)));
      this.knownMeanings = meanings;
    }
    return this.knownMeanings;
  }

  /** @returns whether it mentions a meaning by a name that an acronym can be short for; worked out once for each acronym */
  spells(meaning: number, short: string, search: TermSearch<TermIndex>, text: string, start: () => number): boolean {
    const key = `${meaning} ${short}`;
    let answer = this.spelled.get(key);
    if (answer === undefined) {
      answer = false;
      const shift = start() - this.at;
      this.names.forEachMeaning(search, (one, at) => {
        if (one === meaning) answer ||= isShortFor(short, text.slice(this.names.startOf(at) + shift, this.names.endOf(at) + shift));
      });
      this.spelled.set(key, answer);
    }
    return answer;
  }

  private recognised({ recogniser, text, definitions }: DocumentState, spelled: AskedFacts): FoundMentions {
    return recogniser.mentions(new Stretches(text, this.pieces), this.names, {
      spelled,
      shortFormsIn: ({ spans }, units) => (definitions.isEmpty ? [] : shortFormsIn(text, spans, units, definitions, this.rank, this.at)),
      definedIn: () => this.abbreviations,
    }, this.at);
  }

  private move(shift: number): void {
    this.at += shift;
    for (const piece of this.pieces) move(piece, shift);
    this.names.move(shift);
    for (const { shortSpan, longSpan } of this.abbreviations) {
      move(shortSpan, shift);
      move(longSpan, shift);
    }
  }

  /** Takes in what the text says of the mentions. */
  private readStatus({ text, status }: DocumentState, found: FoundMentions): void {
    status.readAll(text, this.sentences, found, (place, one) => found.setStatus(place, one));
  }
}

/** A text that does not keep the whole document alive, as a part of it does. */
function ownCopy(text: string): string {
  return ` ${text}`.slice(1);
}

/** Spans of a unit are its own. */
function move(span: { start: number; end: number }, shift: number): void {
  span.start += shift;
  span.end += shift;
}
