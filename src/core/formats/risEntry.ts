import { tag, tagCount } from './risTags';
import { isSpace } from './whiteSpace';

const [title, otherTitle, second, firstDate, year, secondDate, kind, abstract] = ['T1', 'TI', 'T2', 'Y1', 'PY', 'Y2', 'M3', 'N2'].map(tag) as
  [number, number, number, number, number, number, number, number];
const journals: readonly number[] = ['JO', 'JF', 'BT'].map(tag);

/**
 * One record's tags, in the order of the text. Of a value only its place is kept until it is asked for. One entry serves
 * for all records in turn.
 */
export class RisEntry {
  /** Where the record begins. */
  start = 0;
  /** Its `ER` is there. */
  closed = false;
  /** Elsevier Pure and its like: the date twice, and the kind of work in words. They use some tags in their own way. */
  isPortal = false;
  /** A portal's subtitle: `T2` right after `T1`; elsewhere `T2` is a container, an event or a series. */
  subtitle: string | undefined;
  count = 0;
  private tags = new Int16Array(64);
  private starts = new Int32Array(64);
  private ends = new Int32Array(64);
  /** Values that run over several lines. */
  private readonly longer = new Set<number>();
  /** By tag, the place after that of its first value. */
  private readonly firsts = new Int32Array(tagCount);
  private subtitleAt = -1;

  /** @param hasSeparators whether the text has Unicode's separators of lines, which are spaces here */
  constructor(readonly text: string, private readonly hasSeparators: boolean) {}

  /** Forgets the record before. */
  begin(start: number): void {
    for (let index = 0; index < this.count; index += 1) this.firsts[this.tags[index] as number] = 0;
    this.start = start;
    this.closed = false;
    this.count = 0;
    this.longer.clear();
    this.isPortal = false;
    this.subtitle = undefined;
    this.subtitleAt = -1;
  }

  /** Adds a line: its tag, and from where to where its value is. */
  add(name: number, from: number, to: number): void {
    const { text } = this;
    let start = from;
    let end = to;
    while (start < end && isSpace(text.charCodeAt(start))) start += 1;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
    const at = this.count;
    if (at === this.tags.length) this.grow();
    this.tags[at] = name;
    this.starts[at] = start;
    this.ends[at] = end;
    this.count = at + 1;
    if (start < end && this.firsts[name] === 0) this.firsts[name] = at + 1;
  }

  /** The last value goes on up to a place behind its line. */
  extend(end: number): void {
    const last = this.count - 1;
    const name = this.tags[last] as number;
    this.ends[last] = end;
    this.longer.add(last);
    if (this.firsts[name] === 0) this.firsts[name] = last + 1;
  }

  /** Gives a value another tag, and leaves out signs at its beginning. `renamed` follows when all are. */
  rename(index: number, name: number, without: number): void {
    this.firsts[this.tags[index] as number] = 0;
    this.tags[index] = name;
    let start = (this.starts[index] as number) + without;
    const end = this.ends[index] as number;
    while (start < end && isSpace(this.text.charCodeAt(start))) start += 1;
    this.starts[index] = start;
  }

  renamed(): void {
    for (let index = this.count - 1; index >= 0; index -= 1) {
      if (!this.isEmpty(index)) this.firsts[this.tags[index] as number] = index + 1;
    }
  }

  get lastTag(): number {
    return this.count === 0 ? -1 : (this.tags[this.count - 1] as number);
  }

  /** Finds out what kind of record it is, when all its tags are there. */
  finish(closed: boolean): this {
    this.closed = closed;
    this.isPortal = this.has(firstDate) && this.has(year) && (this.has(kind) || this.has(abstract));
    if (this.isPortal) this.findSubtitle();
    return this;
  }

  private findSubtitle(): void {
    let next = 1;
    while (next <= this.count && this.tags[next - 1] !== title && this.tags[next - 1] !== otherTitle) next += 1;
    const text = next < this.count && this.tags[next] === second ? this.value(next) : '';
    if (text === '' || this.isEvent(text)) return;
    this.subtitle = text;
    this.subtitleAt = next;
    let other = next + 1;
    while (other < this.count && (this.tags[other] !== second || this.isEmpty(other))) other += 1;
    this.firsts[second] = other < this.count ? other + 1 : 0;
  }

  /** The only `T2` may be a journal or an event even so. (`3rd Conference on Surgery, 2025`) */
  private isEvent(text: string): boolean {
    const isOnly = this.tags.subarray(0, this.count).filter((name) => name === second).length === 1;
    const named = /\b(?:conference|symposium|workshop|congress|meeting)\b/i.test(text) && /\b(?:19|20)\d\d\b/.test(text);
    // `Y2` tells when the event was.
    return journals.some((name) => this.first(name) === text) || (isOnly && (named || this.has(secondDate)));
  }

  /** Whether one of its values says something. */
  has(name: number): boolean {
    return this.firsts[name] !== 0;
  }

  /** Whether a tag that is there is there once. */
  isOnly(name: number): boolean {
    for (let index = this.firsts[name] as number; index < this.count; index += 1) {
      if (this.tags[index] === name) return false;
    }
    return true;
  }

  /** The first value that says something, by the first tag that has one. */
  first(one: number, two = 0, three = 0, four = 0, five = 0, six = 0, seven = 0): string | undefined {
    const { firsts } = this;
    // No tag is `A0`, whose number is 0; a list of tags would be made anew for each question.
    const place = (firsts[one] as number) || (firsts[two] as number) || (firsts[three] as number) || (firsts[four] as number) ||
      (firsts[five] as number) || (firsts[six] as number) || (firsts[seven] as number);
    return place === 0 ? undefined : this.value(place - 1);
  }

  /** All values of some tags that say something: those of the first tag, then those of the next. */
  all(...names: readonly number[]): string[] {
    const found: string[] = [];
    for (const name of names) {
      if (this.firsts[name] !== 0) this.gather(name, name, found);
    }
    return found;
  }

  /** All values of two tags that mean the same, in the order of the text. */
  inOrder(one: number, two: number): string[] {
    return this.gather(one, two, []);
  }

  private gather(one: number, two: number, found: string[]): string[] {
    for (let index = 0; index < this.count; index += 1) {
      if (this.isOf(index, one, two)) found.push(this.value(index));
    }
    return found;
  }

  /** Whether a place has one of two tags, and a value that says something. */
  isOf(index: number, one: number, two: number): boolean {
    const name = this.tags[index];
    return (name === one || name === two) && !this.isEmpty(index) && index !== this.subtitleAt;
  }

  private isEmpty(index: number): boolean {
    return (this.starts[index] as number) >= (this.ends[index] as number);
  }

  /** Where a value stands that is on one line and has no signs to replace; -1 for another. */
  plainStart(index: number): number {
    return this.hasSeparators || (this.longer.size > 0 && this.longer.has(index)) ? -1 : (this.starts[index] as number);
  }

  end(index: number): number {
    return this.ends[index] as number;
  }

  value(index: number): string {
    const start = this.starts[index] as number;
    const end = this.ends[index] as number;
    if (this.plainStart(index) >= 0) return this.text.slice(start, end);
    return this.text.slice(start, end).split(/[\n\u2028\u2029]/).map((line) => line.trim()).filter(Boolean).join(' ');
  }

  private grow(): void {
    const { tags, starts, ends } = this;
    this.tags = new Int16Array(2 * tags.length);
    this.starts = new Int32Array(2 * tags.length);
    this.ends = new Int32Array(2 * tags.length);
    this.tags.set(tags);
    this.starts.set(starts);
    this.ends.set(ends);
  }
}
