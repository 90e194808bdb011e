import { problem } from '../../problems/problem';
import type { ReadingRun } from './readingRun';
import type { TerminologyPart } from './terminologyPart';
import { textChunks } from './textPieces';

/** Characters of a record; the longest of MeSH's have a few hundred thousand. */
const longest = 20_000_000;

/** A record's source, whole unless the text ends in it, and the line it begins in. */
export interface XmlSource {
  readonly source: string;
  readonly line: number;
  readonly isWhole: boolean;
}

/**
 * Finds the elements of a name in a long XML text, one after the other; none holds another of its name. What is outside of
 * them, above all a DTD with whatever entities it makes, is not looked at.
 *
 * @param onBeginning gets what stands before the first one
 */
export async function* xmlRecordStream(
  part: TerminologyPart, run: ReadingRun, names: readonly string[], onBeginning?: (text: string) => void,
): AsyncGenerator<readonly XmlSource[]> {
  const finder = new RecordFinder(names);
  for await (const chunk of textChunks(part, run)) {
    const found = finder.push(chunk);
    if (onBeginning && finder.beginning !== undefined) onBeginning(finder.beginning);
    onBeginning = finder.beginning === undefined ? onBeginning : undefined;
    if (finder.isTooLong) {
      run.tell(problem('entry-unreadable', 'error', { detail: 'a record without end' }), part.name, finder.line);
      finder.skipRecord();
    }
    if (found.length > 0) yield found;
  }
  const rest = finder.finish();
  if (rest) yield [rest];
}

/** Where a tag of a record's name stands next. */
interface Mark {
  readonly text: string;
  readonly name: string;
  readonly isEnd: boolean;
  /** -1 where it stands nowhere in what is left of the text. */
  at: number;
}

/** Longer than any of the marks. */
const overlap = 60;

/** Finds records by their tags. Each tag is searched for by itself, from where it was found last, so that all others are passed over fast. */
class RecordFinder {
  private text = '';
  private at = 0;
  private start = -1;
  private name = '';
  private countedTo = 0;
  line = 1;
  beginning: string | undefined;
  private readonly marks: readonly Mark[];

  constructor(names: readonly string[]) {
    this.marks = names.flatMap((name) => [{ text: `<${name}`, name, isEnd: false, at: -1 }, { text: `</${name}>`, name, isEnd: true, at: -1 }]);
  }

  get isTooLong(): boolean {
    return this.start >= 0 && this.text.length - this.start > longest;
  }

  push(chunk: string): XmlSource[] {
    this.append(chunk);
    const found: XmlSource[] = [];
    for (let mark = this.next(); mark; mark = this.next()) {
      if (mark.isEnd) {
        this.at = mark.at + mark.text.length;
        if (this.start >= 0 && mark.name === this.name) found.push(this.cut(this.at, true));
        continue;
      }
      const after = this.text.charAt(mark.at + mark.text.length);
      if (after === '') break; // the name may go on in the next chunk
      this.at = mark.at + mark.text.length;
      if (!/[\s>]/.test(after)) continue;
      // A record that is not closed ends where the next one begins.
      if (this.start >= 0) found.push(this.cut(mark.at, false));
      this.beginning ??= this.text.slice(0, mark.at);
      this.start = mark.at;
      this.name = mark.name;
    }
    if (this.start < 0) this.at = Math.max(this.at, this.text.length - overlap);
    return found;
  }

  skipRecord(): void {
    this.start = -1;
    this.at = this.text.length;
  }

  /** What is left of a record when the text ends. */
  finish(): XmlSource | undefined {
    return this.start < 0 ? undefined : this.cut(this.text.length, false);
  }

  /** Takes a chunk in, and drops what is done with. */
  private append(chunk: string): void {
    const kept = this.start >= 0 ? this.start : this.beginning === undefined && this.text.length < longest ? 0 : Math.max(0, Math.min(this.at, this.text.length - overlap));
    this.countTo(kept);
    const searched = Math.max(0, this.text.length - kept - overlap);
    this.text = this.text.slice(kept) + chunk;
    this.at -= kept;
    this.countedTo -= kept;
    if (this.start >= 0) this.start -= kept;
    for (const mark of this.marks) mark.at = mark.at < 0 ? this.text.indexOf(mark.text, Math.max(searched, this.at)) : mark.at - kept;
  }

  /** The first mark from where we are on. */
  private next(): Mark | undefined {
    let first: Mark | undefined;
    for (const mark of this.marks) {
      if (mark.at >= 0 && mark.at < this.at) mark.at = this.text.indexOf(mark.text, this.at);
      if (mark.at >= 0 && mark.at < (first?.at ?? Number.POSITIVE_INFINITY)) first = mark;
    }
    return first;
  }

  private cut(to: number, isWhole: boolean): XmlSource {
    this.countTo(this.start);
    const record = { source: this.text.slice(this.start, to), line: this.line, isWhole };
    this.start = -1;
    return record;
  }

  private countTo(place: number): void {
    for (let at = this.text.indexOf('\n', this.countedTo); at >= 0 && at < place; at = this.text.indexOf('\n', at + 1)) this.line += 1;
    this.countedTo = Math.max(this.countedTo, place);
  }
}
