import { tag, tagCount } from './risTags';
import { ShortTexts } from './shortTexts';
import { isSpace } from './whiteSpace';

const [title, otherTitle, second, firstDate, year, secondDate, kind, abstract] = ['T1', 'TI', 'T2', 'Y1', 'PY', 'Y2', 'M3', 'N2'].map(tag) as
  [number, number, number, number, number, number, number, number];
/** No tag has this number. */
export const noTag = tagCount;

/** So much of a text is looked at for separators at a time (UTF-16 units). */
const stretch = 65_536;

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
  /** What the records have again and again. */
  readonly texts = new ShortTexts();
  private tags = new Int16Array(64);
  private starts = new Int32Array(64);
  private ends = new Int32Array(64);
  /** By place, 1 for a value that runs over several lines. */
  private areLong = new Uint8Array(64);
  /** By tag, the place after that of its first value that says something; 0 for none. */
  private readonly firsts = new Int32Array(tagCount + 1);
  /** The same of its last one; of a tag that has a first one. */
  private readonly lasts = new Int32Array(tagCount + 1);
  private subtitleAt = -1;
  /** Unicode's separators of lines, which are spaces here, are in the text as far as it was looked at. */
  private hasSeparators = false;
  private lookedTo = 0;

  constructor(readonly text: string) {}

  /** Forgets the record before. */
  begin(start: number): void {
    for (let index = 0; index < this.count; index += 1) this.firsts[this.tags[index] as number] = 0;
    this.start = start;
    this.closed = false;
    this.count = 0;
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
    this.areLong[at] = 0;
    this.count = at + 1;
    if (start < end) this.says(name, at + 1);
  }

  /** The last value goes on up to a place behind its line. */
  extend(end: number): void {
    const last = this.count - 1;
    const name = this.tags[last] as number;
    this.ends[last] = end;
    this.areLong[last] = 1;
    this.says(name, last + 1);
  }

  private says(name: number, place: number): void {
    if (this.firsts[name] === 0) this.firsts[name] = place;
    this.lasts[name] = place;
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
    for (let index = 0; index < this.count; index += 1) this.firsts[this.tags[index] as number] = 0;
    for (let index = 0; index < this.count; index += 1) {
      if (!this.isEmpty(index)) this.says(this.tags[index] as number, index + 1);
    }
  }

  get lastTag(): number {
    return this.count === 0 ? -1 : (this.tags[this.count - 1] as number);
  }

  /**
   * Finds out what kind of record it is, when all its tags are there.
   * @param end where the record ends
   */
  finish(closed: boolean, end: number): this {
    this.closed = closed;
    while (this.lookedTo < end) this.lookForSeparators();
    this.isPortal = this.has(firstDate) && this.has(year) && (this.has(kind) || this.has(abstract));
    if (this.isPortal) this.findSubtitle();
    return this;
  }

  /** Looks at the next stretch of the text, which then is near the processor when its lines are read. */
  private lookForSeparators(): void {
    const part = this.text.slice(this.lookedTo, this.lookedTo + stretch);
    this.lookedTo += stretch;
    this.hasSeparators ||= part.includes('\u2028') || part.includes('\u2029');
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

  /** Whether a tag that says something does so once. */
  isOnly(name: number): boolean {
    return this.firsts[name] === this.lasts[name];
  }

  /** The first place that says something by a tag; where none does, behind all places. */
  from(name: number): number {
    const first = this.firsts[name] as number;
    return first === 0 ? this.count : first - 1;
  }

  /** Behind the last such place; 0 where there is none. */
  to(name: number): number {
    return this.firsts[name] === 0 ? 0 : (this.lasts[name] as number);
  }

  /** The first value that says something, by the first tag that has one. */
  first(one: number, two = noTag, three = noTag, four = noTag, five = noTag, six = noTag, seven = noTag): string | undefined {
    const { firsts } = this;
    // A list of tags would be made anew for each question.
    const place = (firsts[one] as number) || (firsts[two] as number) || (firsts[three] as number) || (firsts[four] as number) ||
      (firsts[five] as number) || (firsts[six] as number) || (firsts[seven] as number);
    return place === 0 ? undefined : this.value(place - 1);
  }

  /** The same of what is short and often the same. */
  firstShort(one: number, two = noTag): string | undefined {
    const place = (this.firsts[one] as number) || (this.firsts[two] as number);
    if (place === 0) return undefined;
    const start = this.plainStart(place - 1);
    return start < 0 ? this.value(place - 1) : this.texts.part(this.text, start, this.ends[place - 1] as number);
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
    const end = Math.max(this.to(one), this.to(two));
    for (let index = Math.min(this.from(one), this.from(two)); index < end; index += 1) {
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
    return this.hasSeparators || this.areLong[index] === 1 ? -1 : (this.starts[index] as number);
  }

  end(index: number): number {
    return this.ends[index] as number;
  }

  value(index: number): string {
    const start = this.starts[index] as number;
    const end = this.ends[index] as number;
    return this.plainStart(index) >= 0 ? this.text.slice(start, end) : this.onOneLine(start, end);
  }

  private onOneLine(start: number, end: number): string {
    return this.text.slice(start, end).split(/[\n\u2028\u2029]/).map((line) => line.trim()).filter(Boolean).join(' ');
  }

  private grow(): void {
    const { tags, starts, ends, areLong } = this;
    this.tags = new Int16Array(2 * tags.length);
    this.starts = new Int32Array(2 * tags.length);
    this.ends = new Int32Array(2 * tags.length);
    this.areLong = new Uint8Array(2 * tags.length);
    this.tags.set(tags);
    this.starts.set(starts);
    this.ends.set(ends);
    this.areLong.set(areLong);
  }
}
