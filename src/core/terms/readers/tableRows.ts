import { problem } from '../../problems/problem';
import type { ReadingRun } from './readingRun';
import type { TerminologyPart } from './terminologyPart';
import { textPieces } from './textPieces';

/** Lines that one row may go over, in a quoted field; and its characters. */
const mostLines = 500;
const mostCharacters = 1_000_000;

const quote = 0x22;

/** How a table is written. */
export interface TableForm {
  /** What stands between columns. */
  readonly delimiter: string;
  /** Whether a field may stand in quotes. */
  readonly quotes?: boolean;
  /** Whether a line is no row, but a comment. */
  readonly isComment?: (line: string) => boolean;
}

/**
 * Calls back for each row of a table (RFC 4180, with any sign between columns): its fields, and the line it begins in. A quote
 * that is opened and not closed is told, and its line read without quotes, so that it does not swallow the rest of the file.
 * Empty lines and comments are passed over.
 */
export async function eachRow(
  part: TerminologyPart, run: ReadingRun, { delimiter, quotes = false, isComment }: TableForm, take: (fields: readonly string[], line: number) => void,
): Promise<void> {
  const rows = new RowSplitter(delimiter, quotes, take, (line) => run.tell(problem('quote-open', 'warning', {}), part.name, line));
  for await (const { text, line } of textPieces(part, run)) {
    let number = line;
    for (let at = 0; at < text.length; number += 1) {
      const end = text.indexOf('\n', at);
      const own = text.slice(at, end < 0 ? text.length : end);
      at = end < 0 ? text.length : end + 1;
      if (rows.isOpen || (own !== '' && !isComment?.(own))) rows.push(own, number);
    }
  }
  rows.finish();
}

/** Parts lines into fields, and joins lines that a quoted field goes over. */
export class RowSplitter {
  private fields: string[] = [];
  /** What the open quoted field has so far. */
  private begun = '';
  private lines: string[] = [];
  private characters = 0;
  private firstLine = 0;

  constructor(
    private readonly delimiter: string,
    private readonly quotes: boolean,
    private readonly take: (fields: readonly string[], line: number) => void,
    private readonly onOpen: (line: number) => void,
  ) {}

  /** Whether a quoted field goes on. */
  get isOpen(): boolean {
    return this.lines.length > 0;
  }

  push(line: string, number: number): void {
    if (!this.quotes || (!this.isOpen && !line.includes('"'))) {
      this.take(line.split(this.delimiter), number);
      return;
    }
    if (!this.isOpen) this.firstLine = number;
    this.lines.push(line);
    this.characters += line.length;
    if (this.split(line, this.lines.length > 1)) {
      const { fields } = this;
      this.clear();
      this.take(fields, this.firstLine);
    } else if (this.lines.length >= mostLines || this.characters > mostCharacters) {
      this.giveUp();
    }
  }

  finish(): void {
    while (this.isOpen) this.giveUp();
  }

  /** Parts a line, or goes on in a quoted field. @returns whether the row ends with it */
  private split(line: string, isInside: boolean): boolean {
    let at = 0;
    if (isInside) {
      at = this.quoted(line, 0);
      if (at < 0) return false;
    }
    while (at <= line.length) {
      if (line.charCodeAt(at) === quote) {
        at = this.quoted(line, at + 1);
        if (at < 0) return false;
      } else {
        const end = line.indexOf(this.delimiter, at);
        this.fields.push(line.slice(at, end < 0 ? line.length : end));
        if (end < 0) return true;
        at = end + this.delimiter.length;
      }
    }
    return true;
  }

  /** Reads a quoted field from inside of it. @returns where the next field begins, past the end if there is none; -1 where it is not closed */
  private quoted(line: string, from: number): number {
    for (let at = from; ; ) {
      const end = line.indexOf('"', at);
      if (end < 0) {
        this.begun += `${line.slice(from)}\n`;
        return -1;
      }
      if (line.charCodeAt(end + 1) === quote) {
        at = end + 2;
        continue;
      }
      const next = line.indexOf(this.delimiter, end + 1);
      const after = line.slice(end + 1, next < 0 ? line.length : next);
      // Behind a closing quote nothing should stand but the next column; where something does, it belongs to the field.
      this.fields.push((this.begun + line.slice(from, end)).replaceAll('""', '"') + (after.trim() === '' ? '' : after));
      this.begun = '';
      return next < 0 ? line.length + 1 : next + this.delimiter.length;
    }
  }

  /** The first line is a row for itself, its quotes as they stand; the lines after it are looked at anew. */
  private giveUp(): void {
    const [first = '', ...rest] = this.lines;
    const line = this.firstLine;
    this.onOpen(line);
    this.clear();
    this.take(first.split(this.delimiter), line);
    // Where the quote should have ended is not known, so the lines after it are taken as they are.
    rest.forEach((each, index) => { if (each !== '') this.take(each.split(this.delimiter), line + 1 + index); });
  }

  private clear(): void {
    this.fields = [];
    this.begun = '';
    this.lines = [];
    this.characters = 0;
  }
}
