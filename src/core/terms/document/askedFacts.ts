import type { Span } from '../../text';
import type { SpelledFacts } from '../recognition/documentFacts';
import type { Sense } from '../recognition/sense';

/** Facts of a document that changes. */
export interface ChangingFacts extends SpelledFacts {
  /** Answers of the same version are the same. */
  readonly version: number;
}

/**
 * What was asked of a document's facts when a unit's mentions were found, and what the answers were: as long as they are the same, the
 * mentions are.
 */
export class AskedFacts implements SpelledFacts {
  private readonly mentioned = new Map<number, boolean>();
  private readonly allowed: { readonly sense: Sense; readonly start: number; readonly end: number; readonly answer: boolean }[] = [];
  private version: number;

  /** @param at where the unit begins */
  constructor(
    private readonly facts: ChangingFacts,
    private readonly at: number,
  ) {
    this.version = facts.version;
  }

  isMentioned(meaning: number): boolean {
    let answer = this.mentioned.get(meaning);
    if (answer === undefined) this.mentioned.set(meaning, (answer = this.facts.isMentioned(meaning)));
    return answer;
  }

  allow(sense: Sense, { start, end }: Span): boolean {
    const answer = this.facts.allow(sense, { start, end });
    this.allowed.push({ sense, start: start - this.at, end: end - this.at, answer });
    return answer;
  }

  /** @param at where the unit begins now; @returns whether all answers would be the same now */
  holds(at: number): boolean {
    const { facts } = this;
    if (this.version === facts.version) return true;
    for (const [meaning, answer] of this.mentioned) if (facts.isMentioned(meaning) !== answer) return false;
    for (const { sense, start, end, answer } of this.allowed) if (facts.allow(sense, { start: start + at, end: end + at }) !== answer) return false;
    this.version = facts.version;
    return true;
  }
}
