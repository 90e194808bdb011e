import type { Span } from '../text';
import { peopleFields } from './bibtexFieldNames';
import { BibtexFieldsMaker } from './bibtexFields';
import type { BibtexFieldPlace } from './bibtexPlaces';
import { Sign, closingSign, fieldsFollow, isCommented, isLetter, keyEnd, nextEntry, nextField, overrun, pastBody, pastSpace, placeOf, restOfLine, wordEnd, wordsEnd } from './bibtexSigns';
import { standardMacros } from './bibtexStandardMacros';

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

class Fault extends Error {}

/** An entry's beginning: `@article{`, `@Book (`, with comments between where TeX allows them. */
const opening = /@(?:\s|%[^\n]*\n)*([A-Za-z][\w-]*)(?:\s|%[^\n]*\n)*([{(])/y;

/** Faults in one entry after which the rest of it is left unread; comments without an end after which the text is. */
const mostFaults = 20;

/** Reads entries one by one, so that a large text never has all of them in memory at once. */
export class BibtexScanner {
  readonly faults: BibtexFault[] = [];
  private at = 0;
  private nextOpen = -1;
  private nextBackslash = -1;
  private readonly macros = new Map(standardMacros);
  /** Names of types and fields in lower case by how they are written, so that each is made once. */
  private readonly lowerNames = new Map<string, string>();
  private readonly made = new BibtexFieldsMaker();
  private recorded: BibtexFieldPlace[] | undefined;
  /** Where the value read last ends, without the white space after it. */
  private valueEnd = 0;
  private nameEnd = 0;
  /** Comments without an end. */
  private unclosed = 0;

  constructor(private readonly text: string) {}

  /** The next entry that is neither comment, preamble nor macro. */
  next(): BibtexEntry | undefined {
    for (;;) {
      const start = this.text.indexOf('@', this.at);
      if (start < 0) return undefined;
      const type = isCommented(this.text, start) ? undefined : this.opening(start);
      if (type === undefined) this.at = start + 1;
      const entry = type === undefined ? undefined : this.entry(type, start, this.text.charCodeAt(this.at - 1) === Sign.openRound ? Sign.closeRound : Sign.close);
      if (entry) return entry;
    }
  }

  /** The type of an entry that begins here, and its brace passed; undefined where none does. */
  private opening(start: number): string | undefined {
    let end = start + 1;
    while (isLetter(this.text.charCodeAt(end))) end += 1;
    const mark = this.text.charCodeAt(end);
    if (end > start + 1 && (mark === Sign.open || mark === Sign.openRound)) {
      this.at = end + 1;
      return this.lower(this.text.slice(start + 1, end));
    }
    opening.lastIndex = start;
    const type = opening.exec(this.text)?.[1];
    this.at = opening.lastIndex;
    return type?.toLowerCase();
  }

  private lower(word: string): string {
    let name = this.lowerNames.get(word);
    if (name === undefined) this.lowerNames.set(word, (name = word.toLowerCase()));
    return name;
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

  /** An entry, found by where it begins, and where its fields stand, in the text's order; those whose name comes twice as well. */
  placesAt(start: number): { readonly entry: BibtexEntry; readonly fields: readonly BibtexFieldPlace[] } | undefined {
    const fields: BibtexFieldPlace[] = [];
    this.recorded = fields;
    const entry = this.entryAt(start);
    this.recorded = undefined;
    return entry && { entry, fields };
  }

  private entry(type: string, start: number, close: number): BibtexEntry | undefined {
    if (type === 'comment' || type === 'preamble') {
      const end = this.unclosed < mostFaults ? pastBody(this.text, this.at, close) : this.text.length;
      if (end === this.at) this.unclosed += 1;
      this.at = end;
      return undefined;
    }
    const keyStart = this.at;
    const key = type === 'string' ? '' : this.key(close);
    this.made.start(type === 'string');
    this.readFields(key, close);
    const fields = this.made.finish();
    if (type === 'string') {
      for (const [name, value] of fields) this.macros.set(name, value);
      return undefined;
    }
    if (key === '' && fields.size === 0) return undefined;
    // A key may begin with `%`, which is no comment there.
    const lead = key === '' ? pastSpace(this.text, keyStart) : this.text.indexOf(key, keyStart);
    return { type, key, keySpan: { start: lead, end: lead + key.length }, fields, span: { start, end: this.at } };
  }

  /** All fields that can be read; after a fault reading goes on with the next line that begins a field, or else an entry. */
  private readFields(key: string, close: number): void {
    for (let faults = 1; ; faults += 1) {
      try {
        this.fields(close);
        return;
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        this.faults.push({ span: restOfLine(this.text, this.at), key, detail: error.message });
        const end = nextEntry(this.text, this.at);
        const next = faults < mostFaults ? nextField(this.text, this.at, end) : undefined;
        this.at = next ?? end;
        if (next === undefined) return;
      }
    }
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

  private fields(close: number): void {
    for (;;) {
      this.space();
      if (this.at >= this.text.length) throw new Fault('the entry does not end');
      const mark = this.text.charCodeAt(this.at);
      if (mark === close || mark === Sign.comma) {
        this.at += 1;
        if (mark === close && !fieldsFollow(this.text, this.at)) return;
        continue;
      }
      this.field(close);
    }
  }

  private field(close: number): void {
    const nameStart = this.at;
    const [name, nameEnd] = [this.fieldName(), this.nameEnd];
    const valueStart = pastSpace(this.text, this.at);
    const value = this.value(peopleFields.has(name));
    this.recorded?.push({ name, nameSpan: { start: nameStart, end: nameEnd }, valueSpan: { start: valueStart, end: this.valueEnd } });
    if (this.separator(close)) {
      this.made.add(name, value);
      return;
    }
    const end = overrun(value);
    this.made.add(name, end === undefined ? value : value.slice(0, end));
    if (end === undefined) throw new Fault('a comma should stand here');
    this.at = valueStart + 1 + end;
    throw new Fault('a brace or quote is not closed');
  }

  private fieldName(): string {
    const start = this.at;
    const end = this.made.expectedEnd(this.text, start);
    if (end !== undefined) {
      this.nameEnd = end;
      this.at = this.text.indexOf('=', end) + 1;
      return this.made.expected;
    }
    const word = this.word();
    this.nameEnd = this.at;
    this.at = pastSpace(this.text, this.at);
    if (word === '' || this.text.charCodeAt(this.at) !== Sign.equals) {
      return this.wordyName(start);
    }
    this.at += 1;
    return this.made.named(word, this.lower(word));
  }

  /** A name of several words, as Scopus writes them. */
  private wordyName(start: number): string {
    const end = wordsEnd(this.text, start);
    this.at = end === undefined ? start : this.text.indexOf('=', end) + 1;
    if (end === undefined) throw new Fault('a field name and `=` should stand here');
    this.nameEnd = end;
    return this.text.slice(start, end).toLowerCase();
  }

  private word(): string {
    const start = this.at;
    this.at = wordEnd(this.text, start);
    return this.text.slice(start, this.at);
  }

  /** Passes the comma after a field; false where something stands there that cannot. */
  private separator(close: number): boolean {
    const mark = this.text.charCodeAt(this.at);
    if (mark === Sign.comma) {
      this.at += 1;
      return true;
    }
    return mark === close || isLetter(mark);
  }

  /** Parts joined by `#`: `{...}`, `"..."`, numbers and macros. */
  private value(ofPeople: boolean): string {
    let value = this.part(false, ofPeople);
    while (this.text.charCodeAt(this.at) === Sign.hash) {
      this.at += 1;
      value += this.part(true, ofPeople);
    }
    return value;
  }

  /** One part and the white space after it. A macro without a definition is nothing in a sum, and its own name alone and among people's. */
  private part(joined: boolean, ofPeople: boolean): string {
    this.space();
    const mark = this.text.charCodeAt(this.at);
    if (mark === Sign.open || mark === Sign.quote) {
      const text = this.delimited(mark);
      this.valueEnd = this.at;
      this.space();
      return text;
    }
    const word = this.word();
    if (word === '') throw new Fault('a value should stand here');
    this.valueEnd = this.at;
    this.space();
    const isLeftOut = !ofPeople && (joined || this.text.charCodeAt(this.at) === Sign.hash) && !/^\d/.test(word);
    return this.macros.get(word.toLowerCase()) ?? (isLeftOut ? '' : word);
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
    const end = closingSign(this.text, this.at + 1, open);
    if (end === undefined) throw new Fault(open === Sign.open ? 'a brace is not closed' : 'a quote is not closed');
    const start = this.at + 1;
    this.at = end + 1;
    return this.text.slice(start, end);
  }

  private space(): void {
    this.at = pastSpace(this.text, this.at);
  }
}
