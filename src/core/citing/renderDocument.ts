import type { Note } from '../notes/note';
import type { Span } from '../text';
import { findBibliography, showsBibliography } from './bibliographyPlace';
import { escapeHtml } from './html';
import { referenceId } from './preview/linkCites';
import { doubledStop, raisedPlace, raisedRules } from './raisedPlace';
import type { RenderedCitation, RenderedNote } from './rendered';

/** `text` and `html`: the note with citations and bibliography in place; `json`: only these, with their places. */
export type DocumentFormat = 'text' | 'html' | 'json';

/** What is written in the places of a note's citations and of its bibliography. */
export interface Written {
  citation(citation: RenderedCitation): string;
  /** Empty for none. */
  readonly bibliography: string;
}

/** Writes a note out with its citations rendered; front matter stays as it is. */
export function renderDocument(note: Note, rendered: RenderedNote, format: DocumentFormat): string {
  if (format === 'json') return json(rendered);
  if (format === 'text') return writeDocument(note, rendered, { citation: ({ text }) => text, bibliography: textBibliography(rendered) });
  return writeDocument(note, rendered, { citation: ({ html }) => html, bibliography: htmlBibliography(rendered) });
}

/**
 * Writes a note out as its front matter wants it: with a heading before the bibliography, or without one, and with footnotes
 * behind punctuation or before it.
 */
export function writeDocument(note: Note, rendered: RenderedNote, written: Written): string {
  return new DocumentWriter(note, rendered, written).write();
}

class DocumentWriter {
  private output = '';
  private at = 0;

  constructor(
    private readonly note: Note,
    private readonly rendered: RenderedNote,
    private readonly written: Written,
  ) {}

  write(): string {
    const { note, written } = this;
    const isShown = written.bibliography !== '' && showsBibliography(note);
    let place = isShown ? findBibliography(note) : undefined;
    const isPlaced = place !== undefined || !isShown;
    for (const citation of this.rendered.citations) {
      if (place && citation.start >= place.start) place = this.bibliographyAt(place);
      if (citation.start >= this.at) this.citation(citation);
    }
    if (place) this.bibliographyAt(place);
    this.output += note.text.slice(this.at);
    return isPlaced ? this.output : this.output.trimEnd() + this.ending();
  }

  private bibliographyAt(place: Span): undefined {
    this.output += `${this.note.text.slice(this.at, place.start)}\n\n${this.written.bibliography}\n\n`;
    this.at = place.end;
  }

  private citation(citation: RenderedCitation): void {
    const { note, rendered } = this;
    this.output += note.text.slice(this.at, citation.start);
    this.at = citation.end;
    const isOwnNote = rendered.format === 'note' && !isInFootnote(note, citation);
    const apart = isOwnNote ? citation.apart : undefined;
    if (apart) this.output += this.written.citation({ ...citation, ...apart.author });
    const text = this.written.citation(apart ? { ...citation, ...apart.note } : citation);
    const isFootnote = isOwnNote && text !== '';
    if (isFootnote || rendered.isSuperscript) {
      const { before, taken } = raisedPlace(this.output, note.text.slice(this.at, this.at + 9), raisedRules(note.frontMatter, rendered));
      this.output = before;
      this.at += taken;
    }
    this.output += isFootnote ? `^[${text}]` : text;
    if (!isFootnote) this.at += doubledStop(citation.text, note.text.slice(this.at, this.at + 2));
  }

  /** A bibliography that has no place of its own. */
  private ending(): string {
    const { referenceTitle = '' } = this.note.frontMatter ?? {};
    return `\n\n${referenceTitle === '' ? '' : `# ${referenceTitle} {#bibliography .unnumbered}\n\n`}${this.written.bibliography}\n`;
  }
}

function isInFootnote({ footnotes }: Note, { start }: Span): boolean {
  return [...footnotes.definitions, ...footnotes.inline].some((one) => one.start <= start && start < one.end);
}

function textBibliography({ bibliography }: RenderedNote): string {
  return bibliography.map(({ text }) => text).join('\n\n');
}

function htmlBibliography({ bibliography }: RenderedNote): string {
  if (bibliography.length === 0) return '';
  const entries = bibliography.map(({ id, html }) => `<div id="${escapeHtml(referenceId(id))}" class="csl-entry">${html}</div>`);
  return ['<div id="refs" class="references csl-bib-body">', ...entries, '</div>'].join('\n');
}

function json({ citations, bibliography }: RenderedNote): string {
  return JSON.stringify(
    {
      citations: citations.map(({ start, end, text }) => ({ start, end, text })),
      bibliography: bibliography.map(({ id, text }) => ({ id, text })),
    },
    undefined,
    2,
  );
}
