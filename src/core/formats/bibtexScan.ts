import type { Span } from '../text';

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

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads every entry of a BibTeX text. A broken one ends where the next one begins, and costs only itself. */
export function scanBibtex(text: string): BibtexScan {
  return new BibtexScanner(text).scan();
}

/** An entry's beginning: `@article{`, `@Book (`. */
const opening = /@[ \t]*([A-Za-z][\w-]*)\s*([{(])/g;

class Fault extends Error {}

class BibtexScanner {
  private at = 0;
  private readonly macros = new Map<string, string>(months.map((month, index) => [month, String(index + 1)]));
  private readonly entries: BibtexEntry[] = [];
  private readonly faults: BibtexFault[] = [];

  constructor(private readonly text: string) {}

  scan(): BibtexScan {
    const next = new RegExp(opening);
    for (let match = next.exec(this.text); match; match = next.exec(this.text)) {
      const type = (match[1] ?? '').toLowerCase();
      this.at = match.index + match[0].length;
      this.entry(type, match.index, match[2] === '(' ? ')' : '}');
      next.lastIndex = Math.max(this.at, match.index + match[0].length);
    }
    return { entries: this.entries, faults: this.faults };
  }

  private entry(type: string, start: number, close: string): void {
    const fields = new Map<string, string>();
    let key = '';
    const keyStart = this.at;
    try {
      if (type === 'comment' || type === 'preamble') {
        this.skipBody(close);
        return;
      }
      key = type === 'string' ? '' : this.key(close);
      this.fields(fields, close);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      this.faults.push({ span: this.lineFrom(this.at), key, detail: error.message });
      this.at = this.resume(this.at);
    }
    if (type === 'string') {
      for (const [name, value] of fields) this.macros.set(name, value);
    } else if (key !== '' || fields.size > 0) {
      const lead = this.text.slice(keyStart).search(/\S/);
      const keySpan = { start: keyStart + Math.max(lead, 0), end: keyStart + Math.max(lead, 0) + key.length };
      this.entries.push({ type, key, keySpan, fields, span: { start, end: this.at } });
    }
  }

  /** Everything up to `,`: keys may hold nearly any sign. */
  private key(close: string): string {
    const stop = /[,={}"\n]/g;
    stop.lastIndex = this.at;
    const match = stop.exec(this.text);
    const end = match?.index ?? this.text.length;
    const mark = match?.[0];
    const key = this.text.slice(this.at, end).trim();
    if (mark === '=') {
      return ''; // `@article{title = ...`: the key was forgotten
    }
    this.at = mark === ',' ? end + 1 : end;
    if (mark === '\n') {
      this.space();
      if (this.text[this.at] === ',') this.at += 1;
    }
    return close === ')' && key.endsWith(')') ? key.slice(0, -1).trim() : key;
  }

  private fields(fields: Map<string, string>, close: string): void {
    for (;;) {
      this.space();
      const mark = this.text[this.at];
      if (mark === close || mark === undefined) {
        if (mark === undefined) throw new Fault('the entry does not end');
        this.at += 1;
        return;
      }
      if (mark === ',') {
        this.at += 1;
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
    const pattern = /([^\s=,{}"#%@()]{1,100})\s*=/y;
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (!match) throw new Fault('a field name and `=` should stand here');
    this.at += match[0].length;
    return (match[1] ?? '').toLowerCase();
  }

  private separator(close: string): void {
    this.space();
    const mark = this.text[this.at];
    if (mark === ',') {
      this.at += 1;
    } else if (mark !== close && !/[A-Za-z]/.test(mark ?? '')) {
      throw new Fault('a comma should stand here');
    }
  }

  /** Parts joined by `#`: `{...}`, `"..."`, numbers and macros. */
  private value(): string {
    const parts: string[] = [];
    for (;;) {
      this.space();
      parts.push(this.part());
      this.space();
      if (this.text[this.at] !== '#') return parts.join('');
      this.at += 1;
    }
  }

  private part(): string {
    const mark = this.text[this.at];
    if (mark === '{' || mark === '"') return this.delimited(mark);
    const pattern = /[^\s,#{}"()=]{1,200}/y;
    pattern.lastIndex = this.at;
    const word = pattern.exec(this.text)?.[0];
    if (word === undefined) throw new Fault('a value should stand here');
    this.at += word.length;
    return this.macros.get(word.toLowerCase()) ?? word;
  }

  private delimited(open: '{' | '"'): string {
    const start = this.at + 1;
    const marks = /\\[^\n]|[{}"]|\n[ \t]*@[A-Za-z]+[ \t]*[{(]/g;
    marks.lastIndex = start;
    let depth = 0;
    for (let match = marks.exec(this.text); match; match = marks.exec(this.text)) {
      const mark = match[0];
      if (mark.startsWith('\n')) break; // the next entry begins: a brace is missing
      if (mark === '{') depth += 1;
      const isEnd = depth === 0 && (open === '{' ? mark === '}' : mark === '"');
      if (isEnd) {
        this.at = match.index + 1;
        return this.text.slice(start, match.index);
      }
      if (mark === '}') depth -= 1;
      if (depth < 0) break;
    }
    throw new Fault(open === '{' ? 'a brace is not closed' : 'a quote is not closed');
  }

  private skipBody(close: string): void {
    let depth = 1;
    const marks = close === '}' ? /[{}]|\n@[A-Za-z]+[ \t]*\{/g : /[()]|\n@[A-Za-z]+[ \t]*\{/g;
    marks.lastIndex = this.at;
    for (let match = marks.exec(this.text); match; match = marks.exec(this.text)) {
      if (match[0].startsWith('\n')) {
        this.at = match.index;
        return;
      }
      depth += match[0] === '{' || match[0] === '(' ? 1 : -1;
      this.at = match.index + 1;
      if (depth === 0) return;
    }
  }

  private space(): void {
    const pattern = /(?:\s|%[^\n]*)+/y;
    pattern.lastIndex = this.at;
    this.at += pattern.exec(this.text)?.[0].length ?? 0;
  }

  /** Where reading goes on after a fault: at the next entry that begins a line. */
  private resume(from: number): number {
    const pattern = /^[ \t]*@[A-Za-z]+[ \t]*[{(]/gm;
    pattern.lastIndex = Math.max(from, 0);
    return pattern.exec(this.text)?.index ?? this.text.length;
  }

  private lineFrom(at: number): Span {
    const start = Math.min(at, this.text.trimEnd().length);
    const end = this.text.indexOf('\n', start);
    return { start, end: end < 0 ? this.text.length : end };
  }
}
