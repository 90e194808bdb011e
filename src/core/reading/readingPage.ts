import type { Span } from '../text';

/** A text to read, made by Casebook: what an editor shows, and what of it is more than text. Spans are of `text`, in UTF-16 code units. */
export interface ReadingPage {
  /** Its lines end with `\n`. */
  readonly text: string;
  /** In the order of the text, as are the others. */
  readonly headings: readonly PageHeading[];
  /** What can be marked, and where terms are explained. */
  readonly parts: readonly PagePart[];
  readonly links: readonly PageLink[];
  /** What stands out from the text around it. */
  readonly looks: readonly PageLook[];
}

export interface PageHeading {
  /** From 1 to 6. */
  readonly level: number;
  readonly span: Span;
}

/** A text that stands in the page just as it is elsewhere. */
export interface PagePart {
  /** What annotations on it name as their source: `abstract`, `chen1995.html`. */
  readonly source: string;
  readonly span: Span;
}

export interface PageLink {
  readonly span: Span;
  /** An address that an editor can open. */
  readonly target: string;
}

export interface PageLook {
  readonly look: 'italic' | 'bold';
  readonly span: Span;
}

/** Writes a page from top to bottom. */
export class PageBuilder {
  private text = '';
  private readonly headings: PageHeading[] = [];
  private readonly parts: PagePart[] = [];
  private readonly links: PageLink[] = [];

  /** Adds outside text on the line that is being written, its white space folded. */
  words(value: string): this {
    this.text += value.replace(/\s+/g, ' ').trim();
    return this;
  }

  /** Adds text of our own. */
  raw(value: string): this {
    this.text += value;
    return this;
  }

  /** Begins a line. */
  line(): this {
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
    return this;
  }

  /** Begins a paragraph. */
  gap(): this {
    if (this.text !== '') this.text = `${this.text.trimEnd()}\n\n`;
    return this;
  }

  heading(level: number, value: string): this {
    this.gap();
    const start = this.text.length;
    this.words(value);
    this.headings.push({ level, span: { start, end: this.text.length } });
    return this.raw('\n');
  }

  link(value: string, target: string): this {
    const start = this.text.length;
    this.words(value);
    this.links.push({ span: { start, end: this.text.length }, target });
    return this;
  }

  /** Adds a text just as it is but for its line ends, so that marks on it fit it wherever it stands. */
  part(source: string, value: string): this {
    const start = this.text.length;
    this.text += value.replace(/\r\n?/g, '\n');
    this.parts.push({ source, span: { start, end: this.text.length } });
    return this;
  }

  /** The same as a heading. */
  titlePart(source: string, value: string): this {
    this.gap().part(source, value);
    const span = this.parts.at(-1)?.span ?? { start: 0, end: 0 };
    this.headings.push({ level: 1, span });
    return this.raw('\n');
  }

  result(): ReadingPage {
    return { text: this.text === '' ? '' : `${this.text.trimEnd()}\n`, headings: this.headings, parts: this.parts, links: this.links, looks: [] };
  }
}
