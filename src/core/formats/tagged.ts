import { problem } from '../problems/problem';
import type { Span } from '../text';
import type { ReadResult } from './format';
import { lineEnd } from './lineEnd';
import type { RecordReading } from './recordList';
import { RecordList } from './recordList';
import { TaggedRecord } from './taggedRecord';

/** A line's tag, and where its value begins; one serves for all lines in turn. */
export interface TagAt {
  /** Empty for one whose value says nothing that we keep. */
  tag: string;
  valueAt: number;
}

/** A line with a tag, as it stands to the record before it. */
export interface Opening {
  readonly tag: string;
  /** Between this line and the last one that says something is an empty one. */
  readonly afterBlank: boolean;
  /** The record that the line would go on; none at the beginning and after a record's end. */
  readonly seen: TaggedRecord | undefined;
}

/** What makes one format of tags and values different from another. */
export interface TaggedForm {
  /** Whether the line from `start` to `end` has a tag, which is told in `found`. */
  readonly tagAt: (text: string, start: number, end: number, found: TagAt) => boolean;
  /** Whether a new record begins with this line. */
  readonly begins: (line: Opening) => boolean;
  /** Tags that end a record: `ER`. */
  readonly ends?: ReadonlySet<string>;
  /** Tags each of whose lines is a value of its own: `AU` in Web of Science. */
  readonly lists?: ReadonlySet<string>;
  /** Tags that say something we keep; the values of all others are passed by. */
  readonly kept?: ReadonlySet<string>;
  /** A value goes on over an empty line only where the line after it is indented. */
  readonly strict?: boolean;
  /** Tags of the file's own head and end, which belong to no record: `FN`, `EF`. */
  readonly around?: ReadonlySet<string>;
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
    const reading = read(record);
    if (reading) {
      list.add(reading, reading.truncated ? lineAt(text, record.start) : undefined);
    } else if (record.count > 0) {
      list.tell(problem('record-dropped', 'warning', { id: '', detail: 'it says nothing of a work' }, lineAt(text, record.start)));
    }
  }
  for (const start of scanner.stray.slice(0, mostTold)) {
    const span = lineAt(text, start);
    list.tell(problem('line-ignored', 'information', { line: text.slice(start, Math.min(span.end, start + 200)).trim() }, span));
  }
  return list.result();
}

function lineAt(text: string, start: number): Span {
  const end = /[\r\n]/g;
  end.lastIndex = start;
  return { start, end: end.exec(text)?.index ?? text.length };
}

/** One pass over the lines; of a value only its place is kept until it ends, and only kept tags' values are copied. */
class TaggedScanner {
  /** Where lines begin that belong to nothing. */
  readonly stray: number[] = [];
  private readonly found: TagAt = { tag: '', valueAt: 0 };
  private offset: number;
  private afterBlank = true;
  private record: TaggedRecord | undefined;
  /** Two records take turns: one is read while the next begins. */
  private readonly one: TaggedRecord;
  private readonly other: TaggedRecord;
  private tag = '';
  private from = 0;
  private to = 0;
  private isLong = false;

  constructor(
    private readonly text: string,
    private readonly form: TaggedForm,
  ) {
    this.offset = text.startsWith('\uFEFF') ? 1 : 0;
    this.one = new TaggedRecord(text);
    this.other = new TaggedRecord(text);
  }

  /** The next record; undefined at the text's end. */
  next(): TaggedRecord | undefined {
    const { text, form } = this;
    while (this.offset < text.length) {
      const start = this.offset;
      const end = text.charCodeAt(start) === 10 ? start : lineEnd(text, start);
      this.offset = end + 1;
      if (form.tagAt(text, start, end, this.found)) {
        const done = this.tagged(start, end);
        this.afterBlank = false;
        if (done) return done;
      } else {
        this.untagged(start, end);
      }
    }
    const last = this.finish();
    this.record = undefined;
    return last;
  }

  private tagged(start: number, end: number): TaggedRecord | undefined {
    const { form, afterBlank } = this;
    const { tag, valueAt } = this.found;
    let done: TaggedRecord | undefined;
    if (form.around?.has(tag) || form.ends?.has(tag)) {
      done = this.finish();
      this.record = undefined;
      return done;
    }
    if (form.begins({ tag, afterBlank, seen: this.record })) {
      done = this.finish();
      this.record = (done === this.one ? this.other : this.one).begin(start);
    } else {
      this.flush();
      if (!this.record) this.stray.push(start);
    }
    this.tag = tag;
    this.from = valueAt;
    this.to = end;
    this.isLong = false;
    return done;
  }

  private untagged(start: number, end: number): void {
    if (isBlank(this.text, start, end)) {
      this.afterBlank = true;
      return;
    }
    const goesOn = !(this.form.strict && this.afterBlank) || isSpace(this.text.charCodeAt(start));
    if (this.record && goesOn) this.goOn(end);
    else if (this.stray.length <= mostTold) this.stray.push(start);
    this.afterBlank = false;
  }

  private goOn(end: number): void {
    this.to = end;
    this.isLong = true;
  }

  private finish(): TaggedRecord | undefined {
    this.flush();
    return this.record;
  }

  /** Keeps the value that has now ended. */
  private flush(): void {
    const { form, record, tag } = this;
    if (record && tag !== '' && (form.kept === undefined || form.kept.has(tag))) {
      if (form.lists?.has(tag)) record.addLines(tag, this.from, this.to);
      else record.add(tag, this.from, this.to, this.isLong);
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
