import type { Mention } from '../concept';
import type { MentionStatus } from '../status/status';

/** A mention of a document: always with what the text says of it. */
export interface DocumentMention extends Mention {
  readonly status: MentionStatus;
}
