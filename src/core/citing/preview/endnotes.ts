import type { Note } from '../../notes/note';
import type { Span } from '../../text';
import { escapeHtml } from '../html';
import type { Marks } from './markedText';
import type { PreparedCitation } from './preparedNote';
import type { ShownLabels } from './shownLabels';

type Content = { readonly kind: 'footnote'; readonly span: Span } | { readonly kind: 'citation'; readonly html: string; readonly id: string };

/** The footnotes of a note, its own and those of a style that cites in footnotes, in one sequence; they stand at the end. */
export class Endnotes {
  private readonly contents: Content[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly definitions: ReadonlyMap<string, Span>;

  constructor(
    private readonly note: Note,
    private readonly marks: Marks,
    private readonly labels: ShownLabels,
  ) {
    this.definitions = new Map(note.footnotes.definitions.toReversed().map((one) => [one.label, one]));
  }

  /** Whether a citation stands in a footnote already. */
  isWithin({ start }: Span): boolean {
    const { definitions, inline } = this.note.footnotes;
    return [...definitions, ...inline].some((one) => one.start <= start && start < one.end);
  }

  /** Where footnotes are referred to that are there. */
  references(): (Span & { readonly label: string })[] {
    return this.note.footnotes.references
      .filter(({ label }) => this.definitions.has(label))
      .map(({ label, at }) => ({ label, start: at, end: at + label.length + 3 }));
  }

  /** @returns the mark of a reference to a footnote; undefined where there is none of the label */
  refer(label: string, source: string): string | undefined {
    const definition = this.definitions.get(label);
    if (!definition) return undefined;
    const marker = /^\[\^[^\]\s]+\]:[ \t]*/.exec(this.note.text.slice(definition.start, definition.end))?.[0] ?? '';
    const span = { start: definition.start + marker.length, end: definition.end };
    const number = this.numbers.get(label) ?? this.contents.push({ kind: 'footnote', span });
    const isFirst = !this.numbers.has(label);
    this.numbers.set(label, number);
    return this.reference(number, isFirst ? `note-ref-${number}` : '', source);
  }

  /** @returns the mark of `^[text]` */
  referInline(span: Span, source: string): string {
    const number = this.contents.push({ kind: 'footnote', span: { start: span.start + 2, end: span.end - 1 } });
    return this.reference(number, `note-ref-${number}`, source);
  }

  /** @returns the mark of a footnote of its own for a citation */
  cite({ html }: PreparedCitation, id: string, source: string): string {
    return this.reference(this.contents.push({ kind: 'citation', html, id }), id, source);
  }

  /**
   * @param writeSpan writes a stretch of the note out, which may refer to more footnotes
   * @returns all footnotes that were referred to
   */
  write(writeSpan: (span: Span) => string): string {
    if (this.contents.length === 0) return '';
    let output = `\n\n${this.block('<section class="footnotes casebook-notes" role="doc-endnotes">\n<hr>\n<ol>')}\n`;
    for (let index = 0; index < this.contents.length; index++) {
      const content = this.contents[index];
      const number = index + 1;
      if (content?.kind === 'citation') output += `${this.block(`<li id="note-${number}"><p>${content.html}${this.back(content.id)}</p></li>`)}\n`;
      else if (content) {
        const body = dedented(writeSpan(content.span));
        output += `${this.block(`<li id="note-${number}">`)}\n\n${body}\n\n${this.block(`${this.back(`note-ref-${number}`)}</li>`)}\n`;
      }
    }
    return `${output}${this.block('</ol>\n</section>')}\n`;
  }

  private block(html: string): string {
    return this.marks.add({ kind: 'block', html });
  }

  private reference(number: number, id: string, source: string): string {
    const html = `<sup class="footnote-ref"><a href="#note-${number}"${id === '' ? '' : ` id="${id}"`} role="doc-noteref">${number}</a></sup>`;
    return this.marks.add({ kind: 'inline', html }, source);
  }

  private back(id: string): string {
    const label = escapeHtml(this.labels.backToText);
    return ` <a href="#${id}" class="casebook-back" role="doc-backlink" title="${label}" aria-label="${label}">↩\ufe0e</a>`;
  }
}

/** What is indented below a footnote's first line, as blocks of their own. */
function dedented(text: string): string {
  return text.replace(/\n(?: {1,4}|\t)/g, '\n').trim();
}
