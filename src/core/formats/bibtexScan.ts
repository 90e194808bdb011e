import type { Span } from '../text';
import { Sign, isLetter, keyEnd, placeOf } from './bibtexSigns';

/** An entry as it stands in the text, its values still TeX, macros and `#` resolved. */
export interface BibtexEntry {
  readonly type: string;
  readonly key: string;
  readonly keySpan: Span;
  readonly fields: ReadonlyMap<string, string>;
  readonly span: Span;
}

/** What could not be read: from where the trouble began to that line's end. */
export interface BibtexFault {
  readonly span: Span;
  readonly key: string;
  readonly detail: string;
}

export interface BibtexScan {
  readonly entries: readonly BibtexEntry[];
  readonly faults: readonly BibtexFault[];
}

/** Reads every entry of a BibTeX text. A broken one ends where the next one begins, and costs only itself. */
export function scanBibtex(text: string): BibtexScan {
  const scanner = new BibtexScanner(text);
  const entries: BibtexEntry[] = [];
  for (let entry = scanner.next(); entry; entry = scanner.next()) entries.push(entry);
  return { entries, faults: scanner.faults };
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

class Fault extends Error {}

/** An entry's beginning: `@article{`, `@Book (`, with comments between where TeX allows them. */
const opening = /@(?:\s|%[^\n]*\n)*([A-Za-z][\w-]*)(?:\s|%[^\n]*\n)*([{(])/y;

/** Longer than any name of a field or macro. */
const longestWord = 200;

/** Reads entries one by one, so that a large text never has all of them in memory at once. */
export class BibtexScanner {
  readonly faults: BibtexFault[] = [];
  private at = 0;
  private nextOpen = -1;
  private nextBackslash = -1;
  private readonly macros = new Map<string, string>(months.map((month) => [month, month]));
  /** Field names in lower case by how they are written, so that each is made once. */
  private readonly fieldNames = new Map<string, string>();

  constructor(private readonly text: string) {}

  /** The next entry that is neither comment, preamble nor macro. */
  next(): BibtexEntry | undefined {
    for (;;) {
      const start = this.text.indexOf('@', this.at);
      if (start < 0) return undefined;
      opening.lastIndex = start;
      const match = this.isComment(start) ? null : opening.exec(this.text);
      this.at = match ? opening.lastIndex : start + 1;
      const entry = match && this.entry((match[1] ?? '').toLowerCase(), start, match[2] === '(' ? Sign.closeRound : Sign.close);
      if (entry) return entry;
    }
  }

  /** Whether `%` comes before an entry on its line, as for Biber. */
  private isComment(start: number): boolean {
    let at = start - 1;
    while (this.text.charCodeAt(at) === Sign.space || this.text.charCodeAt(at) === Sign.tab) at -= 1;
    return this.text.charCodeAt(at) === Sign.percent;
  }

  /** An entry again, by where it begins; the macros are those read so far. */
  entryAt(start: number): BibtexEntry | undefined {
    const { at } = this;
    this.nextOpen = this.nextBackslash = -1;
    const faults = this.faults.length;
    this.at = start;
    const entry = this.next();
    this.at = at;
    this.nextOpen = this.nextBackslash = -1;
    this.faults.length = faults;
    return entry;
  }

  private entry(type: string, start: number, close: number): BibtexEntry | undefined {
    if (type === 'comment' || type === 'preamble') {
      this.skipBody(close);
      return undefined;
    }
    const fields = new Map<string, string>();
    const keyStart = this.at;
    let key = '';
    try {
      key = type === 'string' ? '' : this.key(close);
      this.fields(fields, close);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.faults.push({ span: this.lineFrom(this.at), key, detail: error.message });
      this.at = this.resume(this.at);
    }
    if (type === 'string') {
      for (const [name, value] of fields) this.macros.set(name, value);
      return undefined;
    }
    if (key === '' && fields.size === 0) return undefined;
    const lead = this.pastSpace(keyStart);
    return { type, key, keySpan: { start: lead, end: lead + key.length }, fields, span: { start, end: this.at } };
  }

  /** Everything up to `,`: keys may hold nearly any sign. */
  private key(close: number): string {
    const end = keyEnd(this.text, this.at);
    const mark = this.text.charCodeAt(end);
    const key = this.text.slice(this.at, end).trim();
    if (mark === Sign.equals) {
      return ''; // `@article{title = ...`: the key was forgotten
    }
    this.at = mark === Sign.comma ? end + 1 : end;
    if (mark === Sign.newline) {
      this.space();
      if (this.text.charCodeAt(this.at) === Sign.comma) this.at += 1;
    }
    return close === Sign.closeRound && key.endsWith(')') ? key.slice(0, -1).trim() : key;
  }

  private fields(fields: Map<string, string>, close: number): void {
    for (;;) {
      this.space();
      if (this.at >= this.text.length) throw new Fault('the entry does not end');
      const mark = this.text.charCodeAt(this.at);
      if (mark === close || mark === Sign.comma) {
        this.at += 1;
        if (mark === close) return;
        continue;
      }
      const name = this.fieldName();
      const value = this.value();
      // The first of two equal fields counts, as in BibTeX.
      if (!fields.has(name)) fields.set(name, value);
      this.separator(close);
    }
  }

  private fieldName(): string {
    const start = this.at;
    const word = this.word();
    this.at = this.pastSpace(this.at);
    if (word === '' || this.text.charCodeAt(this.at) !== Sign.equals) {
      this.at = start;
      throw new Fault('a field name and `=` should stand here');
    }
    this.at += 1;
    let name = this.fieldNames.get(word);
    if (name === undefined) this.fieldNames.set(word, (name = word.toLowerCase()));
    return name;
  }

  /** What stands here up to white space or a sign that means something between values. */
  private word(): string {
    const start = this.at;
    const end = Math.min(start + longestWord, this.text.length);
    for (; this.at < end; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      if (code <= Sign.space || code === Sign.comma || code === Sign.equals || code === Sign.hash || code === Sign.quote ||
        code === Sign.open || code === Sign.close || code === Sign.openRound || code === Sign.closeRound || code === 0xa0) break;
    }
    return this.text.slice(start, this.at);
  }

  private separator(close: number): void {
    this.space();
    const mark = this.text.charCodeAt(this.at);
    if (mark === Sign.comma) {
      this.at += 1;
    } else if (mark !== close && !isLetter(mark)) {
      throw new Fault('a comma should stand here');
    }
  }

  /** Parts joined by `#`: `{...}`, `"..."`, numbers and macros. */
  private value(): string {
    let value = this.part(false);
    while (this.text.charCodeAt(this.at) === Sign.hash) {
      this.at += 1;
      value += this.part(true);
    }
    return value;
  }

  /** One part and the white space after it. A macro without a definition is nothing in a sum, and its own name alone. */
  private part(joined: boolean): string {
    this.space();
    const mark = this.text.charCodeAt(this.at);
    if (mark === Sign.open || mark === Sign.quote) {
      const text = this.delimited(mark);
      this.space();
      return text;
    }
    const word = this.word();
    if (word === '') throw new Fault('a value should stand here');
    this.space();
    const isJoined = joined || this.text.charCodeAt(this.at) === Sign.hash;
    return this.macros.get(word.toLowerCase()) ?? (isJoined && !/^\d/.test(word) ? '' : word);
  }

  /** Most values have neither braces nor TeX inside; where the next of either is, is looked up once for many values. */
  private simple(): string | undefined {
    const start = this.at + 1;
    if (this.nextOpen < start) this.nextOpen = placeOf(this.text, '{', start);
    if (this.nextBackslash < start) this.nextBackslash = placeOf(this.text, '\\', start);
    const end = this.text.indexOf('}', start);
    if (end < 0 || end > this.nextOpen || end > this.nextBackslash) return undefined;
    this.at = end + 1;
    return this.text.slice(start, end);
  }

  private delimited(open: number): string {
    const simple = open === Sign.open ? this.simple() : undefined;
    if (simple !== undefined) return simple;
    const { text } = this;
    const start = this.at + 1;
    const end = open === Sign.open ? Sign.close : Sign.quote;
    let depth = 0;
    for (let at = start; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > Sign.backslash && code < Sign.open) continue; // most letters
      if (code === end && depth === 0) {
        this.at = at + 1;
        return text.slice(start, at);
      }
      if (code === Sign.open) depth += 1;
      else if (code === Sign.close) depth -= 1;
      else if (code === Sign.backslash && text.charCodeAt(at + 1) !== Sign.newline) at += 1;
      else if (code === Sign.newline && this.isOpening(at + 1)) break; // a brace is missing
      if (depth < 0) break;
    }
    throw new Fault(open === Sign.open ? 'a brace is not closed' : 'a quote is not closed');
  }

  /** Whether an entry begins on this line. */
  private isOpening(lineStart: number): boolean {
    let at = lineStart;
    while (this.text.charCodeAt(at) === Sign.space || this.text.charCodeAt(at) === Sign.tab) at += 1;
    if (this.text.charCodeAt(at) !== Sign.at) return false;
    const pattern = /@[A-Za-z]+[ \t]*[{(]/y;
    pattern.lastIndex = at;
    return pattern.test(this.text);
  }

  private skipBody(close: number): void {
    const open = close === Sign.close ? Sign.open : Sign.openRound;
    let depth = 1;
    for (let at = this.at; at < this.text.length; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === open) depth += 1;
      else if (code === close) depth -= 1;
      else if (code === Sign.newline && this.text.charCodeAt(at + 1) === Sign.at && this.isOpening(at + 1)) depth = 0;
      else continue;
      this.at = at + 1;
      if (depth === 0) return;
    }
  }

  private space(): void {
    this.at = this.pastSpace(this.at);
  }

  /** The next place that is neither white space nor a comment. */
  private pastSpace(from: number): number {
    let at = from;
    for (;;) {
      const code = this.text.charCodeAt(at);
      if (code <= Sign.space || code === 0xa0 || code === 0xfeff) {
        at += 1;
      } else if (code === Sign.percent) {
        const end = this.text.indexOf('\n', at);
        at = end < 0 ? this.text.length : end + 1;
      } else {
        return at;
      }
    }
  }

  /** Where reading goes on after a fault: at the next entry that begins a line. */
  private resume(from: number): number {
    const pattern = /^[ \t]*@[A-Za-z]+[ \t]*[{(]/gm;
    pattern.lastIndex = Math.max(from, 0);
    return pattern.exec(this.text)?.index ?? this.text.length;
  }

  private lineFrom(at: number): Span {
    const start = at < this.text.length ? at : this.text.trimEnd().length;
    const end = this.text.indexOf('\n', start);
    return { start, end: end < 0 ? this.text.length : end };
  }
}
