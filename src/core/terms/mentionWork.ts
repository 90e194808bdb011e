import { decode } from '../formats/decode';
import { Lines } from '../lines';
import { parseNote } from '../notes/parseNote';
import type { LocalFiles } from '../ports';
import type { Span } from '../text';
import type { Mention } from './concept';
import { flatSpans } from './document/flatSpans';
import { DocumentTerms } from './documentTerms';
import { meantConcepts } from './meantConcepts';
import { type ConceptRef, refOf } from './noteTermsWork';
import { paperProse } from './paperProse';
import type { Recogniser } from './recognition/recogniser';
import type { TermWork } from './termWork';

/** What may hold mentions: a note, or a paper with its title and abstract. */
export type TermFileKind = 'note' | 'paper';

/** A file to look for mentions in: its text or bytes, or its address alone for the worker to read. */
export interface TermSource {
  readonly uri: string;
  readonly kind: TermFileKind;
  readonly content?: Uint8Array | string;
}

/** A line and a character in it, both from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Where a mention stands, with the words around it. */
export interface PlacedMention {
  readonly start: Place;
  readonly end: Place;
  /** What stands before it, the mention itself and what comes after it, on one line. */
  readonly excerpt: readonly [string, string, string];
}

export interface MentionFile {
  readonly uri: string;
  readonly kind: TermFileKind;
  readonly mentions: readonly PlacedMention[];
}

/** How often a file speaks of a concept. */
export interface ConceptCount {
  readonly concept: ConceptRef;
  readonly count: number;
}

/** What a file speaks of. */
export interface FileCounts {
  readonly uri: string;
  readonly kind: TermFileKind;
  readonly counts: readonly ConceptCount[];
}

/** Larger files are no notes and no papers (bytes). */
const largestFile = 50_000_000;

/** As many letters around a mention as one takes in at a glance. */
const excerptLength = 60;

/** Looks for concepts in the files of a folder. */
export class MentionWork {
  constructor(
    private readonly terms: TermWork,
    private readonly files: LocalFiles,
  ) {}

  /** @returns the files that speak of the concept, with the places where they do */
  async find(sources: readonly TermSource[], concept: string): Promise<MentionFile[]> {
    const [texts, recognisers] = await Promise.all([this.texts(sources), this.recognisers(sources)]);
    return sources.flatMap(({ uri, kind }, at) => {
      const [text, recogniser] = [texts[at], recognisers[at]];
      if (text === undefined || !recogniser || !mayMention(recogniser, text, concept)) return [];
      const found = mentionsIn(recogniser, kind, text).filter((mention) => meantConcepts(mention).some(({ id }) => id === concept));
      return found.length === 0 ? [] : [{ uri, kind, mentions: placed(text, found) }];
    });
  }

  /** @returns for each file that could be read, the concepts that it speaks of */
  async count(sources: readonly TermSource[]): Promise<FileCounts[]> {
    const [texts, recognisers] = await Promise.all([this.texts(sources), this.recognisers(sources)]);
    return sources.flatMap(({ uri, kind }, at) => {
      const [text, recogniser] = [texts[at], recognisers[at]];
      return text === undefined || !recogniser ? [] : [{ uri, kind, counts: countsIn(mentionsIn(recogniser, kind, text)) }];
    });
  }

  private recognisers(sources: readonly TermSource[]): Promise<Recogniser[]> {
    return Promise.all(sources.map(({ uri }) => this.terms.recogniserIn(this.terms.searches.folderOf(uri))));
  }

  private async texts(sources: readonly TermSource[]): Promise<(string | undefined)[]> {
    const contents = await Promise.all(sources.map(({ uri, content }) => content ?? this.files.read(uri)));
    return contents.map((content) => (content === undefined || typeof content === 'string' ? content : decode(content, largestFile).text));
  }
}

/** Most notes of a folder do not have a concept's words anywhere; those need not be parsed. */
function mayMention(recogniser: Recogniser, text: string, concept: string): boolean {
  return recogniser.recognise(text).some(({ concepts }) => concepts.some(({ id }) => id === concept));
}

function mentionsIn(recogniser: Recogniser, kind: TermFileKind, text: string): readonly Mention[] {
  const terms = new DocumentTerms(recogniser);
  terms.update(text, flatSpans(kind === 'note' ? parseNote(text).prose : paperProse(text)));
  return terms.mentionsIn(0, text.length);
}

function countsIn(mentions: readonly Mention[]): ConceptCount[] {
  const counts = new Map<string, ConceptCount>();
  for (const concept of mentions.flatMap((mention) => meantConcepts(mention))) {
    const { id } = concept;
    counts.set(id, { concept: refOf(concept), count: (counts.get(id)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}

function placed(text: string, mentions: readonly Mention[]): PlacedMention[] {
  const lines = new Lines(text);
  return mentions.map((mention) => ({ start: lines.at(mention.start), end: lines.at(mention.end), excerpt: excerptOf(text, mention) }));
}

function excerptOf(text: string, { start, end }: Span): [string, string, string] {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const from = Math.max(lineStart, start - excerptLength);
  const lineStop = lineEnd < 0 ? text.length : lineEnd;
  const to = Math.min(lineStop, end + excerptLength);
  // Words that are cut are left out.
  const before = from > lineStart ? text.slice(from, start).replace(/^\S*\s/, '') : text.slice(from, start);
  const after = to < lineStop ? text.slice(end, to).replace(/\s\S*$/, '') : text.slice(end, to);
  return [oneLine(before).trimStart(), oneLine(text.slice(start, end)), oneLine(after).trimEnd()];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
