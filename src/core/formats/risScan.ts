import { isSpace } from './whiteSpace';

/** One record's tags and their values in the order of the text, with where the record begins. */
export interface RisEntry {
  readonly start: number;
  readonly tags: RisTags;
  /** Its `ER` is there. */
  readonly closed: boolean;
}

/** Tags and values side by side: the value of the third tag is the third value. */
export interface RisTags {
  readonly names: readonly string[];
  readonly values: readonly string[];
}

interface OpenEntry {
  readonly start: number;
  readonly names: string[];
  readonly values: string[];
}

/** `TY - JOUR`, `AU- Chen`, as pages show it; only known tags, since a text line may begin `IL - 6`. */
const looseTag =
  /^[ \t]*(TY|ID|T[1-4I]|CT|A[1-4BDUNV]|ED|P[BPY]|Y[12]|DA|N[12V]|KW|UR|U[1-5]|L[1-4AK]|DO|DB|DP|M[1-3]|SN|VL|J[12AFO]|IS|S[PTE]|EP|BT|CY|C[1-8AN]|OP|ET|RN|RP|ER|TT|TA|RI)[ \t]?-[ \t]?/;

/** `TY  - JOUR`, indented. */
const indentedTag = /^[ \t]*([A-Z][A-Z0-9]) {2}-/;

/** All records of a RIS text. */
export function scanRis(text: string): RisEntry[] {
  const scanner = new RisScanner(text);
  const entries: RisEntry[] = [];
  for (let entry = scanner.next(); entry; entry = scanner.next()) entries.push(entry);
  return entries;
}

/**
 * Reads records one by one. Texts that run over several lines are joined, blank lines between tags are nothing, a
 * record whose `ER` is missing ends where the next begins.
 */
export class RisScanner {
  private readonly text: string;
  private readonly hasSeparators: boolean;
  private at = 0;
  private open: OpenEntry | undefined;

  constructor(text: string) {
    // Old Macs' lines end with `\r`.
    const lines = text.includes('\n') ? text : text.replace(/\r/g, '\n');
    this.text = lines.startsWith('\uFEFF') ? ` ${lines.slice(1)}` : lines;
    this.hasSeparators = text.includes('\u2028') || text.includes('\u2029');
  }

  next(): RisEntry | undefined {
    while (this.at < this.text.length) {
      const start = this.at;
      const newline = this.text.indexOf('\n', start);
      const end = newline < 0 ? this.text.length : newline;
      this.at = end + 1;
      const done = this.line(start, end);
      if (done && isRecord(done)) return done;
    }
    const last = this.close(false);
    return last && isRecord(last) ? last : undefined;
  }

  /** One line; the record that it ends, if it does. */
  private line(start: number, end: number): RisEntry | undefined {
    const length = this.tagLength(start, end);
    if (length === 0) {
      this.continueLast(this.value(start, end));
      return undefined;
    }
    const name = this.tagName(start);
    if (name === 'ER') {
      return this.close(true);
    }
    let done: RisEntry | undefined;
    if (name === 'TY' || this.open === undefined) {
      done = this.close(false);
      this.open = name === 'TY' || isField(name) ? { start, names: [], values: [] } : undefined;
    }
    this.open?.names.push(name);
    this.open?.values.push(this.value(start + length, end));
    return done;
  }

  private close(closed: boolean): RisEntry | undefined {
    const { open } = this;
    this.open = undefined;
    return open && { start: open.start, tags: open, closed };
  }

  /** How long the tag with its hyphen is that a line begins with; 0 for a line without one. */
  private tagLength(start: number, end: number): number {
    const { text } = this;
    const first = text.charCodeAt(start);
    const second = text.charCodeAt(start + 1);
    const isName = first >= 65 && first <= 90 && ((second >= 65 && second <= 90) || (second >= 48 && second <= 57));
    if (isName && text.charCodeAt(start + 2) === 32 && text.charCodeAt(start + 3) === 32 && text.charCodeAt(start + 4) === 45) return 5;
    if (!isName && first !== 32 && first !== 9) return 0;
    const head = text.slice(start, Math.min(end, start + 100));
    return (indentedTag.exec(head) ?? looseTag.exec(head))?.[0].length ?? 0;
  }

  private tagName(start: number): string {
    let at = start;
    while (this.text.charCodeAt(at) <= 32) at += 1;
    return this.text.slice(at, at + 2);
  }

  /** The text between two places without white space around it; a line separator inside it is a space. */
  private value(from: number, to: number): string {
    let start = from;
    let end = to;
    while (start < end && isSpace(this.text.charCodeAt(start))) start += 1;
    while (end > start && isSpace(this.text.charCodeAt(end - 1))) end -= 1;
    const value = this.text.slice(start, end);
    return this.hasSeparators ? value.replace(/\s*[\u2028\u2029]\s*/g, ' ') : value;
  }

  private continueLast(line: string): void {
    if (!this.open || line === '') {
      return;
    }
    const { names, values } = this.open;
    const last = names.length - 1;
    if (names[last] === 'KW') {
      names.push('KW');
      values.push(line);
    } else if (names[last] !== 'TY') {
      values[last] = values[last] === '' ? line : `${values[last] ?? ''} ${line}`;
    }
  }
}

/** Something beside its beginning, or a `TY` at least. */
function isRecord({ tags }: RisEntry): boolean {
  return tags.names.length > 1 || tags.names[0] === 'TY';
}

/** A record may lack its `TY`, but not begin with just anything. */
function isField(tag: string): boolean {
  return tag === 'T1' || tag === 'TI' || tag === 'AU' || tag === 'A1' || tag === 'ID';
}
