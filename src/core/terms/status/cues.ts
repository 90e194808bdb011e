import { type CueRule, Role } from './cue';
import type { CueAutomaton, CueEnd } from './cueAutomaton';
import type { CueWords } from './cueWords';
import type { SentenceWords } from './sentenceWords';

/** Words of a sentence that give a status: from the first to before the last of them. */
export interface Cue extends CueEnd {
  readonly from: number;
  readonly to: number;
}

/** Mentions by their places, in the order of the text. */
export interface PlacedMentions {
  readonly count: number;
  startOf(place: number): number;
  endOf(place: number): number;
}

/** The cues of one sentence, and what its words are to their scopes; used again for each sentence. */
export class Cues {
  all: Cue[] = [];
  /** By word: the number of the cue that it is of, from 1 on; 0 for none. */
  private mentions: PlacedMentions | undefined;
  private nextMention = 0;
  private cueAt = new Int32Array(256);

  constructor(
    private readonly automaton: CueAutomaton,
    private readonly words: CueWords,
    readonly sentence: SentenceWords,
  ) {}

  /**
   * Finds the cues of the sentence that was read, the longest that begin at a word.
   * @param mentions in order: a cue within a longer name is none (`absence of the uterus`)
   * @param first of them that may be in the sentence
   */
  find(mentions: PlacedMentions, first: number): void {
    const { count, beginners } = this.sentence;
    this.all = [];
    this.mentions = mentions;
    this.nextMention = first;
    if (this.cueAt.length < count) this.cueAt = new Int32Array(count * 2);
    else this.cueAt.fill(0, 0, count);
    let next = 0;
    for (const from of beginners) {
      const cue = from < next ? undefined : this.longestAt(from);
      if (!cue) continue;
      next = cue.to;
      if (this.isWithinName(cue)) continue;
      this.all.push(cue);
      this.cueAt.fill(this.all.length, from, cue.to);
    }
  }

  private isWithinName({ from, to, after }: Cue): boolean {
    const { start, end } = this.sentence;
    const cueStart = start[from] ?? 0;
    const cueEnd = end[to - 1] ?? 0;
    const { mentions } = this;
    if (!mentions) return false;
    while (this.nextMention < mentions.count && mentions.endOf(this.nextMention) <= cueStart) this.nextMention++;
    if (this.nextMention >= mentions.count || after?.kind === 'normal') return false;
    const first = mentions.startOf(this.nextMention);
    const last = mentions.endOf(this.nextMention);
    return first <= cueStart && cueEnd <= last && cueEnd - cueStart < last - first;
  }

  private longestAt(from: number): Cue | undefined {
    const { count, word } = this.sentence;
    let longest: CueEnd | undefined;
    let to = from;
    let state = this.automaton.begin(word[from] ?? 0);
    for (let at = from + 1; state !== 0; at++) {
      const end = this.automaton.endOf(state);
      if (end) {
        longest = end;
        to = at;
      }
      if (at >= count || word[at] === 0) break;
      state = this.automaton.move(state, word[at] ?? 0);
    }
    return longest && { after: longest.after, before: longest.before, from, to };
  }

  /** @returns `Role`s together; those of a comma's end beyond the sentence */
  rolesAt(at: number): number {
    return at >= 0 && at < this.sentence.count ? this.words.rolesOf(this.sentence.word[at] ?? 0) : Role.Stop;
  }

  /** @returns whether the word is this one */
  isWord(at: number, word: number): boolean {
    return this.sentence.word[at] === word;
  }

  /** @returns the rule of the cue that a word is of; undefined for none, and for one that is none */
  ruleAt(at: number): CueRule | undefined {
    const cue = this.all[(this.cueAt[at] ?? 0) - 1];
    const rule = cue?.after ?? cue?.before;
    return rule?.kind === 'none' ? undefined : rule;
  }
}
