import { Sign, keyEnd } from '../../formats/bibtexSigns';
import type { Span } from '../../text';

/** A field of an entry as it stands in the text. */
export interface BibtexFieldText {
  /** In lower case. */
  readonly name: string;
  readonly start: number;
  /** After the name. */
  readonly nameEnd: number;
  /** With its braces or quotes: `{Chen}`, `"a" # b`, `1995`. */
  readonly valueSpan: Span;
}

/** An entry with the places of its parts. */
export interface BibtexSource {
  readonly typeSpan: Span;
  readonly keySpan: Span;
  /** Of a broken entry those before the fault. */
  readonly fields: readonly BibtexFieldText[];
  /** Of a broken entry up to the fault. */
  readonly span: Span;
  readonly isBroken: boolean;
}

const opening = /@(?:\s|%[^\n]*\n)*([A-Za-z][\w-]*)(?:\s|%[^\n]*\n)*([{(])/y;
const fieldName = /[^\s\u00a0,=#"{}()]{1,200}/y;
const word = /[^\s\u00a0,=#"{}()]{1,200}/y;
const spaceOrComment = /(?:[\s\u00a0\ufeff]|%[^\n]*\n?)*/y;

/** @returns the entry that begins at `start`; undefined where none does */
export function bibtexSource(text: string, start: number): BibtexSource | undefined {
  return new SourceReader(text).entry(start);
}

/** After so many macros that do not end the others are not looked for: each may take a search through the whole text. */
const mostBroken = 100;

/** The `@string`s of a text. */
export function bibtexMacros(text: string): readonly string[] {
  const found: string[] = [];
  let broken = 0;
  const pattern = /@string\s*(?=[{(])/gi;
  for (let match = pattern.exec(text); match && broken < mostBroken; match = pattern.exec(text)) {
    const end = new SourceReader(text).macros(pattern.lastIndex);
    if (end === undefined) {
      broken += 1;
      continue;
    }
    found.push(text.slice(match.index, end));
    pattern.lastIndex = end;
  }
  return found;
}

/** Whether a value is a macro, or joined of parts, and not just a month or a number. */
export function usesMacro(source: string): boolean {
  return (bibtexSource(source, 0)?.fields ?? []).some(({ valueSpan }) => /^(?!\d+$|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)$)[^{"]|#/i.test(source.slice(valueSpan.start, valueSpan.end)));
}

class SourceReader {
  private at = 0;

  constructor(private readonly text: string) {}

  entry(start: number): BibtexSource | undefined {
    opening.lastIndex = start;
    const match = opening.exec(this.text);
    if (!match) return undefined;
    const [head = '', type = '', open] = match;
    const typeStart = start + head.lastIndexOf(type);
    this.at = opening.lastIndex;
    const keySpan = this.key();
    const fields: BibtexFieldText[] = [];
    const isBroken = !this.fields(fields, open === '(' ? Sign.closeRound : Sign.close);
    return { typeSpan: { start: typeStart, end: typeStart + type.length }, keySpan, fields, span: { start, end: this.at }, isBroken };
  }

  /** Where an `@string` ends whose bracket opens at a place. */
  macros(at: number): number | undefined {
    this.at = at + 1;
    return this.fields([], this.text.charAt(at) === '(' ? Sign.closeRound : Sign.close) ? this.at : undefined;
  }

  private key(): Span {
    const opened = this.at;
    this.space();
    const start = this.at;
    const end = keyEnd(this.text, start);
    if (this.text.charCodeAt(end) === Sign.equals) return { start: opened, end: opened }; // no key: the first field's name
    const trimmed = this.text.slice(start, end).trimEnd().length;
    this.at = end;
    this.space();
    if (this.mark() === Sign.comma) this.at += 1;
    return { start, end: start + trimmed };
  }

  /** Gathers the fields; false where something stands that is none. */
  private fields(fields: BibtexFieldText[], close: number): boolean {
    for (;;) {
      this.space();
      const mark = this.mark();
      if (mark === close || mark === Sign.comma) {
        this.at += 1;
        if (mark === close) return true;
        continue;
      }
      const field = this.field();
      if (!field) return false;
      fields.push(field);
    }
  }

  private field(): BibtexFieldText | undefined {
    const start = this.at;
    if (!this.take(fieldName)) return undefined;
    const nameEnd = this.at;
    this.space();
    if (this.mark() !== Sign.equals) return undefined;
    this.at += 1;
    this.space();
    const valueStart = this.at;
    const end = this.value();
    return end === undefined ? undefined : { name: this.text.slice(start, nameEnd).toLowerCase(), start, nameEnd, valueSpan: { start: valueStart, end } };
  }

  /** Parts joined by `#`. */
  private value(): number | undefined {
    for (;;) {
      const mark = this.mark();
      const isRead = mark === Sign.open || mark === Sign.quote ? this.delimited(mark) : this.take(word);
      if (!isRead) return undefined;
      const end = this.at;
      this.space();
      if (this.mark() !== Sign.hash) return end;
      this.at += 1;
      this.space();
    }
  }

  private delimited(open: number): boolean {
    const end = open === Sign.open ? Sign.close : Sign.quote;
    let depth = 0;
    for (let at = this.at + 1; at < this.text.length; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === end && depth === 0) {
        this.at = at + 1;
        return true;
      }
      if (code === Sign.open) depth += 1;
      else if (code === Sign.close) depth -= 1;
      else if (code === Sign.backslash && this.text.charCodeAt(at + 1) !== Sign.newline) at += 1;
      if (depth < 0) return false;
    }
    return false;
  }

  private mark(): number {
    return this.text.charCodeAt(this.at);
  }

  private space(): void {
    this.take(spaceOrComment);
  }

  private take(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }
}
