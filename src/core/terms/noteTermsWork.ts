import type { Span } from '../text';
import type { FlatSpans } from './document/flatSpans';
import type { HeadingLevels } from './document/heading';
import type { DocumentMention } from './document/documentMention';
import { DocumentTerms } from './documentTerms';
import { foremostAt } from './foremostAt';
import type { Recogniser } from './recognition/recogniser';
import type { MentionStatus, StatusKind } from './status/status';
import { StatusReader } from './status/statusReader';

/** As much of a concept as lists and hovers name it by; the rest is asked for by its id. */
export interface ConceptRef {
  readonly id: string;
  readonly name: string;
  readonly terminology: string;
  readonly type?: string;
}

/** A mention as it is sent from the worker. */
export interface NoteMention {
  readonly start: number;
  readonly end: number;
  /** Best first. */
  readonly concepts: readonly ConceptRef[];
  /** How many of them are meant together; one where it is absent. */
  readonly meant?: number;
  readonly status: MentionStatus;
  readonly nested?: readonly { readonly start: number; readonly end: number; readonly concepts: readonly ConceptRef[] }[];
  readonly via?: 'abbreviation' | 'coordination';
}

/** What a note says of a concept. */
export interface ConceptSummary {
  readonly concept: ConceptRef;
  readonly count: number;
  /** Relative to the note's heaviest, 0 to 1: 1 + ln(count), as in `topicsOf`. */
  readonly weight: number;
  readonly statuses: Readonly<Partial<Record<StatusKind, number>>>;
  /** Where the mentions begin, in order. */
  readonly offsets: readonly number[];
}

/** One replacement in a text, as editors report them: offsets before the change. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface OpenNote {
  readonly folder: string | undefined;
  version: number;
  text: string;
  prose: FlatSpans;
  readonly headings: HeadingLevels | undefined;
  terms: DocumentTerms;
}

/**
 * The terms of the notes that are open, held where the terminologies are. Whoever shows a note opens it, sends each change with the
 * version it leads to, and asks by that version: an answer is undefined where the version is not the one held (any more), so
 * that a late answer never speaks of a newer text.
 */
export class NoteTermsWork {
  private readonly notes = new Map<string, OpenNote>();
  private readonly status = new StatusReader();

  /** @param recogniserOf what finds mentions in a folder's notes; another one once its terms are others */
  constructor(private readonly recogniserOf: (folder: string | undefined) => Recogniser | Promise<Recogniser>) {}

  /**
   * Takes a note in, or its text anew: after `invalidate`, or when changes were missed.
   * @param folder the workspace folder whose terms count; undefined for a note outside any
   * @param headings that the text does not mark; a text that has such is not updated but opened anew
   */
  async open(uri: string, folder: string | undefined, version: number, text: string, prose: FlatSpans, headings?: HeadingLevels): Promise<void> {
    const recogniser = await this.recogniserOf(folder);
    const known = this.notes.get(uri);
    if (known && known.version > version) return;
    const terms = known?.terms.recogniser === recogniser ? known.terms : new DocumentTerms(recogniser, this.status);
    terms.update(text, prose, undefined, headings);
    this.notes.set(uri, { folder, version, text, prose, headings, terms });
  }

  /**
   * Takes in what changed in a note.
   * @param changes in the order in which they were made, each by the offsets after those before it
   * @returns false where the note is not open or not at the version `from`: it has to be opened anew
   */
  update(uri: string, from: number, version: number, changes: readonly TextChange[], prose: FlatSpans): boolean {
    const note = this.notes.get(uri);
    if (note?.version !== from) return false;
    for (const { start, end, text } of changes) note.text = note.text.slice(0, start) + text + note.text.slice(end);
    const [change] = changes;
    const stretch = change && changes.length === 1 ? { start: change.start, oldEnd: change.end, newEnd: change.start + change.text.length } : undefined;
    note.version = version;
    note.prose = prose;
    note.terms.update(note.text, prose, stretch);
    return true;
  }

  close(uri: string): void {
    this.notes.delete(uri);
  }

  /** Finds everything anew in a folder's open notes, whose terms are others now. */
  async invalidate(folder: string | undefined): Promise<void> {
    for (const [uri, note] of this.notes) {
      if (note.folder === folder) await this.open(uri, folder, note.version, note.text, note.prose, note.headings);
    }
  }

  /** @returns the mention at an offset, which holds its own beginning and end; of several concepts meant, that of the word there first */
  mentionAt(uri: string, version: number, offset: number): NoteMention | undefined {
    const note = this.at(uri, version);
    const mention = note?.terms.mentionAt(offset);
    return note && mention && sent(foremostAt(mention, note.text, offset));
  }

  /** @returns the mentions that share a character with a stretch, in order */
  mentionsIn(uri: string, version: number, { start, end }: Span): NoteMention[] | undefined {
    return this.at(uri, version)?.terms.mentionsIn(start, end).map(sent);
  }

  /** @returns what the note speaks of, heaviest first; of equal weight in the order of first mention */
  summary(uri: string, version: number): ConceptSummary[] | undefined {
    const counts = this.at(uri, version)?.terms.counts();
    if (!counts) return undefined;
    const most = counts.reduce((max, { count }) => Math.max(max, count), 1);
    return counts
      .map(({ concept, count, statuses, offsets }) => ({
        concept: refOf(concept), count, weight: (1 + Math.log(count)) / (1 + Math.log(most)), statuses, offsets,
      }))
      .sort((a, b) => b.weight - a.weight);
  }

  private at(uri: string, version: number): OpenNote | undefined {
    const note = this.notes.get(uri);
    return note?.version === version ? note : undefined;
  }
}

function sent({ start, end, concepts, meant, status, nested, via }: DocumentMention): NoteMention {
  return {
    start, end, concepts: concepts.map(refOf), status,
    ...(nested && { nested: nested.map((one) => ({ start: one.start, end: one.end, concepts: one.concepts.map(refOf) })) }),
    ...(via && { via }),
    ...(meant !== undefined && { meant }),
  };
}

/** @returns what lists and hovers name a concept by */
export function refOf({ id, name, terminology, type }: ConceptRef): ConceptRef {
  return type === undefined ? { id, name, terminology } : { id, name, terminology, type };
}
