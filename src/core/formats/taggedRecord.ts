import { hasSpaces } from './whiteSpace';

/**
 * The fields of one record, in the order of the text. Of a value only its place is kept until it is asked for: most of a
 * record of MEDLINE is asked for by nobody.
 */
export class TaggedRecord {
  start = 0;
  /** How many fields there are, those counted that say nothing. */
  count = 0;
  private readonly tags: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  /** Whether a value is on several lines. */
  private readonly areLong: boolean[] = [];

  constructor(private readonly text: string) {}

  /** Forgets the record before. */
  begin(start: number): this {
    this.start = start;
    this.count = 0;
    return this;
  }

  /** Adds a field: its tag, from where to where its value is, and whether that is on several lines. */
  add(tag: string, from: number, to: number, isLong: boolean): void {
    const { text } = this;
    let start = from;
    let end = to;
    while (start < end && isSpace(text.charCodeAt(start))) start += 1;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
    this.tags[this.count] = tag;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.areLong[this.count] = isLong;
    this.count += 1;
  }

  /** Adds each line of a value as a field of its own. */
  addLines(tag: string, from: number, to: number): void {
    let start = from;
    while (start <= to) {
      const newline = this.text.indexOf('\n', start);
      const end = newline < 0 || newline > to ? to : newline;
      this.add(tag, start, end, false);
      start = end + 1;
    }
  }

  tag(index: number): string {
    return this.tags[index] as string;
  }

  /** A value on one line, without white space around it. */
  value(index: number): string {
    const start = this.starts[index] as number;
    const end = this.ends[index] as number;
    return this.areLong[index] && isOnLines(this.text, start, end) ? joined(this.text, start, end) : tidy(this.text, start, end);
  }

  isEmpty(index: number): boolean {
    return (this.starts[index] as number) >= (this.ends[index] as number);
  }

  /** Whether a tag is there, even if it says nothing. */
  has(tag: string): boolean {
    for (let index = 0; index < this.count; index += 1) {
      if (this.tags[index] === tag) return true;
    }
    return false;
  }

  /** Where the next value that says something is, of one of two tags; -1 where there is none. */
  next(from: number, one: string, two = one): number {
    for (let index = from; index < this.count; index += 1) {
      const tag = this.tags[index];
      if ((tag === one || tag === two) && !this.isEmpty(index)) return index;
    }
    return -1;
  }

  /** The first value that says something, of the first tag that has one. */
  first(...tags: readonly string[]): string | undefined {
    for (const tag of tags) {
      for (let index = 0; index < this.count; index += 1) {
        if (this.tags[index] === tag && !this.isEmpty(index)) return this.value(index);
      }
    }
    return undefined;
  }

  /** The values of all of these tags that say something, in the order of the text. */
  all(...tags: readonly string[]): string[] {
    const found: string[] = [];
    for (let index = 0; index < this.count; index += 1) {
      if (isOneOf(this.tags[index] as string, tags) && !this.isEmpty(index)) found.push(this.value(index));
    }
    return found;
  }
}

/** Looks at a few tags faster than `includes` does. */
function isOneOf(tag: string, tags: readonly string[]): boolean {
  for (let index = 0; index < tags.length; index += 1) {
    if (tags[index] === tag) return true;
  }
  return false;
}

/** A value that is longer may hold thousands of spaces or tabs in a row. */
const short = 1000;

/** Thousands of spaces in a row would make every search in the value slow. */
function tidy(text: string, start: number, end: number): string {
  const value = text.slice(start, end);
  if (!hasSpaces(text, start, end)) return value;
  return value.includes('   ') || (value.length > short && /\s{3}/.test(value)) ? value.replace(/\s{2,}/g, ' ') : value;
}

/** Whether the text itself has several lines, and not just an empty one around it. */
function isOnLines(text: string, start: number, end: number): boolean {
  const newline = text.indexOf('\n', start);
  return newline >= 0 && newline < end;
}

/** How MEDLINE goes on with a value on the next line. */
const nextLine = '\n      ';

/** Two in a row may have to be left out. A pattern of these alone passes over every second sign, which one with wide spaces in it does not. */
const twoSpaces = /[\x00-\x20]{2}/;

/** All other white space. */
const wideSpace = /[\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

/** The lines of a value on one. */
function joined(text: string, from: number, to: number): string {
  const whole = text.slice(from, to).split(nextLine).join(' ');
  return whole.includes('\n') || twoSpaces.test(whole) || wideSpace.test(whole) ? joinedLines(text, from, to) : whole;
}

/** The same where lines begin or end in other ways. */
function joinedLines(text: string, from: number, to: number): string {
  const lines: string[] = [];
  for (let at = from; at <= to; ) {
    const newline = text.indexOf('\n', at);
    const stop = newline < 0 || newline > to ? to : newline;
    let start = at;
    let end = stop;
    while (start < end && isSpace(text.charCodeAt(start))) start += 1;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
    lines.push(text.slice(start, end));
    at = stop + 1;
  }
  const whole = lines.join(' ');
  return whole.includes('  ') || (whole.length > short && /\s{3}/.test(whole)) ? whole.replace(/\s{2,}/g, ' ') : whole;
}

function isSpace(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0xfeff || code === 0x3000;
}
