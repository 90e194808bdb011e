import { DocumentLink, type TextDocument, type Uri } from 'vscode';
import { toRange } from '../../platform/convert';
import type { Span } from '../../core/text';

interface PlacedLink extends Span {
  readonly target: Uri;
}

/** Builds a Markdown page that is read as it is written, and remembers where its links stand. */
export class PageText {
  private whole = '';
  private readonly placed: PlacedLink[] = [];

  get text(): string {
    return this.whole;
  }

  /** Adds outside text, its white space folded, with a backslash before what Markdown would take for more than text. */
  words(value: string): this {
    const words = plainWords(value);
    // At a line's beginning more signs mean something.
    this.whole += /(^|\n|- )$/.test(this.whole) ? words.replace(/^[#>+-]/, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2') : words;
    return this;
  }

  /** Adds a heading. */
  heading(level: 1 | 2, value: string): this {
    return this.gap().raw(`${'#'.repeat(level)} `).words(value).raw('\n');
  }

  /** Begins a row of a list. */
  row(): this {
    if (!this.whole.endsWith('\n')) this.raw('\n');
    return this.raw('- ');
  }

  /** Begins a paragraph or a list. */
  gap(): this {
    if (this.whole !== '') this.whole = `${this.whole.trimEnd()}\n\n`;
    return this;
  }

  /** Adds outside text that leads somewhere. */
  link(value: string, target: Uri): this {
    const start = this.whole.length;
    this.words(value);
    this.placed.push({ start, end: this.whole.length, target });
    return this;
  }

  /** Adds text of our own. */
  raw(value: string): this {
    this.whole += value;
    return this;
  }

  /** @param document the one that shows this text */
  links(document: TextDocument): DocumentLink[] {
    return this.placed.map((span) => new DocumentLink(toRange(document, span), span.target));
  }
}

function plainWords(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*<[\]$@]/g, '\\$&');
}
