import type { StatusKind } from './status';

/** Where a cue's scope lies. */
export type CueSide = 'after' | 'before' | 'both';

/**
 * How far a scope goes:
 * - `phrase`: the noun phrase (`normal heart size`), for adjectives;
 * - `clause`: over lists to the end of the clause, or to its verb where the cue is of the subject (`no fever was noted`);
 * - `list`: the same, over places too (`denied pain in the chest, fever, or chills`);
 * - `whole`: over verbs too, to the next contrast (`her mother had fever`).
 */
export type CueReach = 'phrase' | 'clause' | 'list' | 'whole';

/** Words that give a status to what is around them. */
export interface CueRule {
  /** `affirmed` ends what cues before it speak of (`negative for desmin and positive for vimentin`). `none` for words that look like a cue and are none: ConText's pseudo-triggers (`no increase`). */
  readonly kind: StatusKind | 'none';
  readonly side: CueSide;
  readonly reach: CueReach;
}

/** What a word is to the scopes of cues; a word may be several. */
export const enum Role {
  None = 0,
  /** A finite verb, after which another clause's words stand. */
  Verb = 1,
  /** Ends every scope: `but`, `whereas`. */
  Contrast = 2,
  /** `and`, `or`, `nor`: goes on, and may be where the next clause begins. */
  And = 4,
  Or = 8,
  /** Says where or when: `in`, `during`. What follows is not what the cue speaks of, up to the next item of a list. */
  Place = 16,
  /** Begins another noun phrase: `a`, `marked`. */
  Determiner = 32,
  Comma = 64,
  /** `; : —`: a clause ends. */
  Stop = 128,
  Open = 256,
  Close = 512,
  /** `with`, `for`, `to`, `of` and the other prepositions. */
  Preposition = 1024,
  /** Begins a clause that says more of something: `which`, `because`. Ends all scopes but those that take in verbs. */
  Relative = 4096,
  /** Whoever the report is on: ends what is said of relatives. */
  Patient = 2048,
  /** A cue that speaks of it says nothing of what it is of: `cause of`, `treatment for`. */
  Absorber = 8192,
  /** Some cue begins with the word. */
  Cue = 16384,
}
