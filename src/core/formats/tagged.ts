import { problem } from '../problems/problem';
import type { ReadResult } from './format';
import type { RecordReading } from './recordList';
import { RecordList } from './recordList';

/** A tag and its value. */
export type Field = readonly [tag: string, value: string];

/** Where a line's value begins, after its tag. */
export interface TagAt {
  readonly tag: string;
  readonly valueAt: number;
}

/** A line with a tag, as it stands to the record before it. */
export interface Opening {
  readonly tag: string;
  /** Between this line and the last one that says something is an empty one. */
  readonly afterBlank: boolean;
  /** The record that the line would go on; none at the beginning and after a record's end. */
  readonly seen: ReadonlySet<string> | undefined;
}

/** What makes one format of tags and values different from another. */
export interface TaggedForm {
  /** The tag of the line from `start` to `end`; undefined where the line has none. */
  readonly tagAt: (text: string, start: number, end: number) => TagAt | undefined;
  /** Whether a new record begins with this line. */
  readonly begins: (line: Opening) => boolean;
  /** Tags that end a record: `ER`. */
  readonly ends?: ReadonlySet<string>;
  /** Tags each of whose lines is a value of its own: `AU` in Web of Science. */
  readonly lists?: ReadonlySet<string>;
  /** Tags that say something we keep; the values of all others are not even copied. */
  readonly kept?: ReadonlySet<string>;
  /** A value goes on over an empty line only where the line after it is indented. */
  readonly strict?: boolean;
  /** Tags of the file's own head and end, which belong to no record: `FN`, `EF`. */
  readonly around?: ReadonlySet<string>;
}

/** The fields of one record, in the order of the text. */
export class TaggedRecord {
  readonly fields: Field[] = [];
  readonly seen = new Set<string>();

  constructor(readonly start: number) {}

  /** The first value that says something, of the first tag that has one. */
  first(...tags: readonly string[]): string | undefined {
    for (const tag of tags) {
      const value = this.seen.has(tag) ? this.fields.find((field) => field[0] === tag && field[1] !== '')?.[1] : undefined;
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** The values of all of these tags, in the order of the text. */
  all(...tags: readonly string[]): string[] {
    return tags.some((tag) => this.seen.has(tag)) ? this.fields.filter(([tag, value]) => tags.includes(tag) && value !== '').map(([, value]) => value) : [];
  }
}

/** Stretches of lines of which nothing is made are told up to this many times. */
const mostTold = 100;

/**
 * Reads a text of tags and values, record by record. A value goes on over lines that have no tag; empty lines are nothing
 * but a sign that a new record may begin.
 *
 * @param read what a record's fields say; undefined where they say nothing of a work
 */
export function readTagged(text: string, form: TaggedForm, read: (record: TaggedRecord) => RecordReading | undefined): ReadResult {
  const list = new RecordList();
  const scanner = new TaggedScanner(text.includes('\n') ? text : text.replace(/\r/g, '\n'), form);
  for (let record = scanner.next(); record; record = scanner.next()) {
    const span = { start: record.start, end: lineEnd(text, record.start) };
    const reading = read(record);
    if (reading) {
      list.add(reading, span);
    } else if (record.fields.length > 0) {
      list.tell(problem('record-dropped', 'warning', { id: '', detail: 'it says nothing of a work' }, span));
    }
  }
  for (const start of scanner.stray.slice(0, mostTold)) {
    const end = lineEnd(text, start);
    list.tell(problem('line-ignored', 'information', { line: text.slice(start, Math.min(end, start + 200)).trim() }, { start, end }));
  }
  return list.result();
}

function lineEnd(text: string, start: number): number {
  const end = /[\r\n]/g;
  end.lastIndex = start;
  return end.exec(text)?.index ?? text.length;
}

/** One pass over the lines; of a value only its place is kept until it ends, and only kept tags' values are copied. */
class TaggedScanner {
  /** Where lines begin that belong to nothing. */
  readonly stray: number[] = [];
  private offset: number;
  private afterBlank = true;
  private record: TaggedRecord | undefined;
  private tag = '';
  private from = 0;
  private to = 0;

  constructor(
    private readonly text: string,
    private readonly form: TaggedForm,
  ) {
    this.offset = text.startsWith('\uFEFF') ? 1 : 0;
  }

  /** The next record; undefined at the text's end. */
  next(): TaggedRecord | undefined {
    const { text, form } = this;
    while (this.offset < text.length) {
      const start = this.offset;
      const newline = text.indexOf('\n', start);
      const end = newline < 0 ? text.length : newline;
      this.offset = end + 1;
      const at = form.tagAt(text, start, end);
      const done = at ? this.tagged(at, start, end) : this.untagged(start, end);
      this.afterBlank = !at && isBlank(text, start, end);
      if (done) return done;
    }
    const last = this.finish();
    this.record = undefined;
    return last;
  }

  private tagged({ tag, valueAt }: TagAt, start: number, end: number): TaggedRecord | undefined {
    const { form, afterBlank } = this;
    let done: TaggedRecord | undefined;
    if (form.around?.has(tag) || form.ends?.has(tag)) {
      done = this.finish();
      this.record = undefined;
      return done;
    }
    if (form.begins({ tag, afterBlank, seen: this.record?.seen })) {
      done = this.finish();
      this.record = new TaggedRecord(start);
    } else {
      this.flush();
      if (!this.record) this.stray.push(start);
    }
    if (form.kept === undefined || form.kept.has(tag)) this.record?.seen.add(tag);
    this.tag = tag;
    this.from = valueAt;
    this.to = end;
    return done;
  }

  private untagged(start: number, end: number): undefined {
    if (isBlank(this.text, start, end)) {
      return;
    }
    const goesOn = !(this.form.strict && this.afterBlank) || isSpace(this.text.charCodeAt(start));
    if (this.record && goesOn) this.to = end;
    else if (this.stray.length <= mostTold) this.stray.push(start);
  }

  private finish(): TaggedRecord | undefined {
    this.flush();
    return this.record;
  }

  /** Copies the value that has now ended. */
  private flush(): void {
    const { form, record, tag } = this;
    if (record && tag !== '' && (form.kept === undefined || form.kept.has(tag))) {
      const whole = this.text.slice(this.from, this.to).trim();
      // Thousands of spaces in a row would make every search in the value slow.
      const value = whole.includes('   ') ? whole.replace(/[^\S\n]{2,}/g, ' ') : whole;
      if (!value.includes('\n')) record.fields.push([tag, value]);
      else if (form.lists?.has(tag)) value.split('\n').forEach((line) => record.fields.push([tag, line.trim()]));
      else record.fields.push([tag, value.split('\n').map((line) => line.trim()).filter(Boolean).join(' ')]);
    }
    this.tag = '';
  }
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (!isSpace(code)) return false;
  }
  return true;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}
