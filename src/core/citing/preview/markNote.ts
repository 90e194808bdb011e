import type { Note } from '../../notes/note';
import type { Span } from '../../text';
import { escapeHtml, plainText } from '../html';
import { doubledStop, raisedPlace, type RaisedRules, raisedRules } from '../raisedPlace';
import { showsBibliography } from '../bibliographyPlace';
import { bibliographyHtml } from './bibliographyHtml';
import { Endnotes } from './endnotes';
import { unlinked } from './linkCites';
import { type MarkedText, Marks, signsFor } from './markedText';
import { outermost, type PreparedCitation, type PreparedNote } from './preparedNote';
import { refsPlace } from './refsPlace';
import type { ShownLabels } from './shownLabels';

/** Words of a note, and what is to be said of them. */
export interface ExplainedWords extends Span {
  readonly explanation: string;
}

/** What a note is shown with. */
export interface Shown {
  readonly prepared: Pick<PreparedNote, 'entries' | 'format' | 'isSuperscript' | 'punctuationInQuote'>;
  /** For each of its outermost citations; undefined for one that nothing is known of yet. */
  readonly citations: readonly (PreparedCitation | undefined)[];
  /** In order; none in another. */
  readonly words: readonly ExplainedWords[];
  readonly labels: ShownLabels;
}

/** A stretch of the text that something else is written for. */
interface Change extends Span {
  /** Takes no space before it. */
  readonly isRaised?: boolean;
  /** Safe HTML of what stands in the sentence before it. */
  readonly lead?: string | undefined;
  /** What it reads like in running text. */
  readonly text?: string;
  /** @param source what it takes the place of, whose line breaks are kept */
  write(source: string): string;
}

/**
 * Puts what a note cites, its footnotes and its bibliography in their places, as marks.
 * Metadata within it is left out.
 * @returns undefined for a note that has none of it
 */
export function markNote(note: Note, shown: Shown): MarkedText | undefined {
  const signs = signsFor(note.text);
  const hasAny = shown.citations.some((citation) => citation !== undefined) || shown.prepared.entries.length > 0 || shown.words.length > 0 || metadataWithin(note).length > 0;
  return signs && hasAny ? new NoteWriter(note, shown, new Marks(signs)).write() : undefined;
}

class NoteWriter {
  private readonly notes: Endnotes;
  private readonly changes: Change[];
  private readonly rules: RaisedRules;
  private readonly hasBibliography: boolean;

  constructor(
    private readonly note: Note,
    private readonly shown: Shown,
    private readonly marks: Marks,
  ) {
    this.notes = new Endnotes(note, marks, shown.labels);
    this.hasBibliography = showsBibliography(note);
    this.rules = raisedRules(note.frontMatter, shown.prepared);
    const place = refsPlace(note);
    // A list of references that was written into its place is shown anew, with all that stands in it.
    const isOutside = ({ start }: Span): boolean => !place || start < place.start || start >= place.end;
    this.changes = [...metadataWithin(note).map((span) => ({ ...span, write: breaksOf })), ...this.footnotes(), ...this.citations(), ...this.words()].filter(isOutside);
    if (place && shown.prepared.entries.length > 0 && this.hasBibliography) this.changes.push({ ...place, write: (source) => this.bibliographyAt(source, place) });
    this.changes.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  write(): MarkedText {
    const { entries } = this.shown.prepared;
    const main = this.writeSpan({ start: 0, end: this.note.text.length });
    const title = this.note.frontMatter?.referenceTitle ?? '';
    const isPlaced = refsPlace(this.note) !== undefined || entries.length === 0 || !this.hasBibliography;
    const notes = this.notes.write((span) => this.writeSpan(span));
    const rest = isPlaced ? '' : `\n\n${title === '' ? '' : `# ${title}\n\n`}${this.bibliography()}\n`;
    return { text: main + rest + notes, pieces: this.marks.pieces, signs: this.marks.signs };
  }

  private writeSpan({ start, end }: Span): string {
    let output = '';
    let at = start;
    for (let index = this.firstFrom(start); index < this.changes.length; index++) {
      const change = this.changes[index];
      if (!change || change.start >= end) break;
      if (change.start < at) continue;
      output += this.note.text.slice(at, change.start);
      const source = this.note.text.slice(change.start, change.end);
      at = change.end;
      if (change.isRaised) {
        const lead = change.lead === undefined ? '' : this.marks.add({ kind: 'inline', html: change.lead });
        const { before, lineBreak, taken } = raisedPlace(output + lead, this.note.text.slice(at, Math.min(at + 9, end)), this.rules);
        output = before + change.write(lineBreak + source);
        at += taken;
      } else {
        output += change.write(source);
        at += doubledStop(change.text ?? '', this.note.text.slice(at, Math.min(at + 2, end)));
      }
    }
    return output + this.note.text.slice(at, end);
  }

  private firstFrom(start: number): number {
    const index = this.changes.findIndex((change) => change.start >= start);
    return index < 0 ? this.changes.length : index;
  }

  private citations(): Change[] {
    return outermost(this.note).flatMap(({ cluster: { span } }, index): Change[] => {
      const known = this.shown.citations[index];
      if (!known) return [];
      const citation = this.hasBibliography ? known : withoutLinks(known);
      const id = `cite-${index}`;
      const { format, isSuperscript } = this.shown.prepared;
      if (format !== 'note' || this.notes.isWithin(span)) return [{ ...span, isRaised: isSuperscript, text: plainText(citation.html), write: (source) => this.inline(citation, id, source) }];
      const { apart } = citation;
      const noted = { ...citation, html: apart?.note ?? citation.html };
      return noted.html === '' ? [] : [{ ...span, isRaised: true, lead: apart?.author, write: (source) => this.notes.cite(noted, id, source) }];
    });
  }

  private inline({ html, works }: PreparedCitation, id: string, source: string): string {
    const piece = `<span class="citation" id="${id}" data-cites="${escapeHtml(works.join(' '))}">${html}</span>`;
    return this.marks.add({ kind: 'inline', html: piece }, source);
  }

  private footnotes(): Change[] {
    return [
      ...this.note.footnotes.definitions.map((span) => ({ ...span, write: breaksOf })),
      ...this.note.footnotes.inline.map((span) => ({ ...span, write: (source: string) => this.notes.referInline(span, source) })),
      ...this.notes.references().map(({ label, start, end }) => ({ start, end, write: (source: string) => this.notes.refer(label, source) ?? source })),
    ];
  }

  private words(): Change[] {
    return this.shown.words.flatMap(({ start, end, explanation }) => [
      { start, end: start, write: () => this.marks.add({ kind: 'open', html: `<span class="casebook-term" title="${escapeHtml(explanation)}">` }) },
      { start: end, end, write: () => this.marks.add({ kind: 'close', html: '</span>' }) },
    ]);
  }

  /** On a line of its own, and on as many lines as what it takes the place of. */
  private bibliographyAt(source: string, { start }: Span): string {
    const breaks = source.match(/\r?\n/g)?.length ?? 0;
    const startsLine = start === 0 || this.note.text[start - 1] === '\n';
    return startsLine ? this.bibliography() + '\n'.repeat(breaks) : `\n${this.bibliography()}${'\n'.repeat(Math.max(1, breaks - 1))}`;
  }

  private bibliography(): string {
    const isLinked = this.note.frontMatter?.linkCitations ?? true;
    return this.marks.add({ kind: 'block', html: bibliographyHtml(this.shown.prepared.entries, isLinked ? this.shown.citations : [], this.shown.labels) });
  }
}

/** Metadata behind the note's beginning, which Markdown parsers know nothing of. */
function metadataWithin({ frontMatter }: Note): readonly Span[] {
  return frontMatter?.blocks.filter(({ start }) => start > 0) ?? [];
}

function breaksOf(source: string): string {
  return source.match(/\r?\n/g)?.join('') ?? '';
}

/** On a page without a bibliography there is nothing to lead to. */
function withoutLinks(citation: PreparedCitation): PreparedCitation {
  const { html, apart } = citation;
  return { ...citation, html: unlinked(html), ...(apart && { apart: { ...apart, note: unlinked(apart.note) } }) };
}
