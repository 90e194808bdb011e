import type { Span } from '../text';
import type { MentionStatus } from './status/status';

/** A meaning, with its names. */
export interface Concept {
  /** Unique over all terminologies in use: `casebook:leukemoid-reaction`, `glossary:...`. */
  readonly id: string;
  /** The preferred name. */
  readonly name: string;
  readonly synonyms: readonly string[];
  /** Short forms, whose letters' case counts: `IL-6`. */
  readonly abbreviations: readonly string[];
  readonly definition?: string;
  /** The UMLS semantic type's name: `Neoplastic Process`. */
  readonly type?: string;
  /** The same meaning elsewhere, as CURIEs: `MESH:D007955`, `HP:0001974`. */
  readonly xrefs: readonly string[];
  /** Ids of broader concepts. */
  readonly broader: readonly string[];
  /** The terminology's id: `casebook` (built in), `glossary` (the user's). */
  readonly terminology: string;
  /** Where the user can go to read or change it. */
  readonly source?: { readonly uri: string; readonly span: Span };
}

/** A stretch of text and the concepts it may mean, best first. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly concepts: readonly Concept[];
  /** How many of them, from the first on, are meant together: both in `breast and ovarian cancer`. One where it is absent. */
  readonly meant?: number;
  /** Mentions within this one: `liver` in `liver abscess`. */
  readonly nested?: readonly Mention[];
  /** Whether the text says that it is so; affirmed or absent where nobody asked. */
  readonly status?: MentionStatus;
  /** How it was found where its words are not a name of its concept: defined in the text, or joined from two places. */
  readonly via?: 'abbreviation' | 'coordination';
}

/** A concept that a paper speaks of; `weight` is relative to the paper's heaviest, 0 to 1. */
export interface Topic {
  readonly concept: string;
  readonly name: string;
  readonly count: number;
  readonly weight: number;
}
