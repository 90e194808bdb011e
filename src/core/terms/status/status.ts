import type { Span } from '../../text';

/**
 * What a text says of something it mentions: that it is so, is not so, may be so, was so before, is so of a relative, or
 * that it was looked at and is as it should be (`the liver was normal`).
 */
export type StatusKind = 'affirmed' | 'negated' | 'possible' | 'historical' | 'family' | 'normal';

/** The status of one mention. */
export interface MentionStatus {
  readonly kind: StatusKind;
  /** The words that say so; an affirmed mention has none. */
  readonly cue?: Span;
  /** What these words speak of: all mentions in it have the status. */
  readonly scope?: Span;
}

/** What a mention is of which the text says nothing else. */
export const affirmed: MentionStatus = { kind: 'affirmed' };
