import type { Span } from '../../text';
import { TextUnits } from '../textUnits';
import { CueAutomaton } from './cueAutomaton';
import { Cues, type PlacedMentions } from './cues';
import { CueWords } from './cueWords';
import { type Scope, type ScopeWords, scopesOf } from './scopes';
import { SentenceWords } from './sentenceWords';
import type { MentionStatus, StatusKind } from './status';

/** What counts where several cues speak of one thing: `no history of`, `her mother possibly had`. */
const weight: Readonly<Record<StatusKind, number>> = { negated: 5, family: 4, possible: 3, normal: 2, historical: 1, affirmed: 0 };

/**
 * Tells what a text says of what it mentions, by the method of ConText (Harkema et al. 2009, J Biomed Inform 42:839-51): words
 * that give a status (cues) speak of what stands after or before them, up to the end of the clause. Where a clause ends is told by
 * its verbs and commas besides ConText's termination words. Takes time in proportion to the text.
 */
export class StatusReader {
  private readonly units = new TextUnits();
  private readonly sentence: SentenceWords;
  private readonly cues: Cues;
  private readonly scopeWords: ScopeWords;
  /** By word of the sentence: the scope that counts most there, from 1 on. */
  private scopeAt = new Int32Array(256);

  constructor() {
    const words = new CueWords();
    const automaton = new CueAutomaton(words);
    this.sentence = new SentenceWords(words);
    this.cues = new Cues(automaton, words, this.sentence);
    const all = (...some: string[]) => new Set(some.map((word) => words.intern(word)));
    this.scopeWords = { of: words.intern('of'), that: words.intern('that'), articles: all('a', 'an', 'the'), subjects: all('no', 'neither', 'nor', 'none') };
  }

  /**
   * @param sentences of a part of a text, in order, each as the stretches of prose that it consists of (`sentencesOf`)
   * @param mentions in them, in order
   * @param tell is called with the place of each mention that is not affirmed, and its status
   */
  readAll(text: string, sentences: readonly (readonly Span[])[], mentions: PlacedMentions, tell: (place: number, status: MentionStatus) => void): void {
    this.units.read(text, sentences[0]?.[0]?.start ?? 0, sentences.at(-1)?.at(-1)?.end ?? 0);
    let next = 0;
    for (const pieces of sentences) {
      const end = pieces.at(-1)?.end ?? 0;
      const first = next;
      while (next < mentions.count && mentions.startOf(next) < end) next++;
      if (next > first) this.readSentence(text, pieces, mentions, first, next, tell);
    }
  }

  private readSentence(text: string, pieces: readonly Span[], mentions: PlacedMentions, first: number, last: number, tell: (place: number, status: MentionStatus) => void): void {
    this.sentence.read(text, pieces, this.units);
    if (!this.sentence.hasCue) return;
    this.cues.find(mentions, first);
    if (this.cues.all.length === 0) return;
    const scopes = scopesOf(this.cues, this.scopeWords);
    if (scopes.length === 0) return;
    this.lay(scopes);
    const statuses = scopes.map((scope) => this.statusOf(scope));
    for (let place = first, at = 0; place < last; place++) {
      const from = mentions.startOf(place);
      while (at < this.sentence.count && (this.sentence.end[at] ?? 0) <= from) at++;
      const status = statuses[this.numberAt(at, from, mentions.endOf(place), scopes) - 1];
      if (status) tell(place, status);
    }
  }

  /** Lays the scopes over the words of the sentence. */
  private lay(scopes: readonly Scope[]): void {
    const { count } = this.sentence;
    if (this.scopeAt.length < count) this.scopeAt = new Int32Array(count * 2);
    else this.scopeAt.fill(0, 0, count);
    scopes.forEach((scope, index) => {
      this.layOver(scope.from, scope.to, index, scopes);
      // What stands in the cue is of the scope, too: `no signs of infection`.
      this.layOver(scope.cueFrom, scope.cueTo, index, scopes);
    });
  }

  private layOver(from: number, to: number, index: number, scopes: readonly Scope[]): void {
    for (let at = from; at < to; at++) {
      const scope = scopes[index];
      const other = scopes[(this.scopeAt[at] ?? 0) - 1];
      if (scope && (!other || counts(scope, other, at))) this.scopeAt[at] = index + 1;
    }
  }

  /** The scope that a mention is in, from its first word on. A name that is a cue itself has none from it: `family history`. */
  private numberAt(first: number, from: number, to: number, scopes: readonly Scope[]): number {
    const { count, start, end } = this.sentence;
    let best = 0;
    for (let at = first; at < count && (start[at] ?? 0) < to; at++) {
      const number = this.scopeAt[at] ?? 0;
      const scope = scopes[number - 1];
      if (!scope || isCue(scope, from, to, start, end)) continue;
      const other = scopes[best - 1];
      if (!other || weight[scope.kind] > weight[other.kind]) best = number;
    }
    return best;
  }

  private statusOf({ kind, cueFrom, cueTo, from, to }: Scope): MentionStatus {
    const { start, end } = this.sentence;
    return {
      kind,
      cue: { start: start[cueFrom] ?? 0, end: end[cueTo - 1] ?? 0 },
      scope: { start: start[from] ?? 0, end: end[to - 1] ?? 0 },
    };
  }
}

function isCue({ cueFrom, cueTo }: Scope, from: number, to: number, start: Int32Array, end: Int32Array): boolean {
  return from <= (start[cueFrom] ?? 0) && (end[cueTo - 1] ?? 0) <= to;
}

/** Whether a scope counts more at a word than another: by its kind, else the one whose cue is nearer. */
function counts(scope: Scope, other: Scope, at: number): boolean {
  if (weight[scope.kind] !== weight[other.kind]) return weight[scope.kind] > weight[other.kind];
  return distance(scope, at) < distance(other, at);
}

function distance({ cueFrom, cueTo }: Scope, at: number): number {
  return at < cueFrom ? cueFrom - at : at - cueTo;
}
