import { lineEnd } from './lineEnd';
import { noTag, RisEntry } from './risEntry';
import { tag, tagNumber } from './risTags';
import { isSpace } from './whiteSpace';

/** `TY - JOUR`, `AU- Chen`, as pages show it; only known tags, since a text line may begin `IL - 6`. */
const looseTag =
  /^[ \t]*(TY|ID|T[1-4I]|CT|A[1-4BDUNV]|ED|P[BPY]|Y[12]|DA|N[12V]|KW|UR|U[1-5]|L[1-4AK]|DO|DB|DP|M[1-3]|SN|VL|J[12AFO]|IS|S[PTE]|EP|BT|CY|C[1-8AN]|OP|ET|RN|RP|ER|TT|TA|RI)[ \t]?-[ \t]?/;

/** `TY  - JOUR`, indented. */
const indentedTag = /^[ \t]*([A-Z][A-Z0-9]) {2}-/;

const [type, end, keyword] = ['TY', 'ER', 'KW'].map(tag) as [number, number, number];

/** `TY  -` */
const usualLength = 5;

/** A record may lack its `TY`, but not begin with just anything. */
const openers: ReadonlySet<number> = new Set(['TY', 'T1', 'TI', 'AU', 'A1', 'ID', 'JF', 'JO', 'T2', 'PY', 'Y1'].map(tag));

/**
 * Reads records one by one; each is the same entry, filled anew. Texts that run over several lines are joined, blank
 * lines between tags are nothing, a record whose `ER` is missing ends where the next begins.
 */
export class RisScanner {
  private readonly text: string;
  private readonly entry: RisEntry;
  private at = 0;
  private isOpen = false;
  /** Of the line that was read last, where its tag begins, and where its value does and ends. */
  private tagAt = 0;
  private valueAt = 0;
  private stop = 0;

  constructor(text: string) {
    // Old Macs' lines end with `\r`.
    const lines = text.includes('\n') ? text : text.replace(/\r/g, '\n');
    this.text = lines.startsWith('\uFEFF') ? ` ${lines.slice(1)}` : lines;
    this.entry = new RisEntry(this.text);
  }

  /** The next record; it is gone when the one after it is asked for. */
  next(): RisEntry | undefined {
    const { text, entry } = this;
    for (;;) {
      const start = this.at;
      // The text's end is read like an `ER`: code that V8 had not seen run would be translated again.
      const isOver = start >= text.length;
      const name = isOver ? end : this.readLine(start);
      if (name === end || (name === type && this.isOpen)) {
        const isRecord = this.close();
        // The next record's first line is read again.
        if (name === type) this.at = start;
        if (isRecord) return entry.finish(name === end && !isOver, this.at);
        if (isOver) return undefined;
      } else if (name !== noTag) {
        this.add(name, this.valueAt, this.stop, start);
      }
    }
  }

  /** Reads a line: its tag, and where its value begins and ends; the value before it may go on in one without a tag. */
  private readLine(start: number): number {
    const { text } = this;
    const first = text.charCodeAt(start);
    const second = text.charCodeAt(start + 1);
    // `AU  -`, as nearly all have it
    const isUsual = isCapital(first) && isCapitalOrDigit(second) && text.charCodeAt(start + 2) === 32 && text.charCodeAt(start + 3) === 32 &&
      text.charCodeAt(start + 4) === 45;
    if (!isUsual) return this.readOtherLine(start);
    this.valueAt = start + usualLength;
    this.stop = lineEnd(text, start + usualLength);
    this.at = this.stop + 1;
    return tagNumber(first, second);
  }

  private readOtherLine(start: number): number {
    const { text } = this;
    this.stop = lineEnd(text, start);
    this.at = this.stop + 1;
    this.tagAt = start;
    const length = this.otherTagLength(start, this.stop);
    if (length === 0) {
      if (this.isOpen) this.goOn(start, this.stop);
      return noTag;
    }
    this.valueAt = start + length;
    return tagNumber(text.charCodeAt(this.tagAt), text.charCodeAt(this.tagAt + 1));
  }

  private add(name: number, from: number, to: number, start: number): void {
    if (!this.isOpen) {
      if (!openers.has(name)) return;
      this.isOpen = true;
      this.entry.begin(start);
    }
    this.entry.add(name, from, to);
  }

  /** Ends the record; whether it is one: something beside its beginning, or a `TY` at least. */
  private close(): boolean {
    const isRecord = this.isOpen && (this.entry.count > 1 || this.entry.lastTag === type);
    this.isOpen = false;
    return isRecord;
  }

  /** How long another tag with its hyphen is that a line begins with; 0 for a line without one. */
  private otherTagLength(start: number, stop: number): number {
    const { text } = this;
    const first = text.charCodeAt(start);
    const isName = isCapital(first) && isCapitalOrDigit(text.charCodeAt(start + 1));
    if (!isName && first !== 32 && first !== 9) return 0;
    const head = text.slice(start, Math.min(stop, start + 100));
    const length = (indentedTag.exec(head) ?? looseTag.exec(head))?.[0].length ?? 0;
    while (length > 0 && text.charCodeAt(this.tagAt) <= 32) this.tagAt += 1;
    return length;
  }

  /** A line without a tag goes on with the value before it; after a keyword it is the next one. */
  private goOn(start: number, stop: number): void {
    const { text, entry } = this;
    let to = stop;
    while (to > start && isSpace(text.charCodeAt(to - 1))) to -= 1;
    if (to === start) return;
    if (entry.lastTag === keyword) entry.add(keyword, start, to);
    else if (entry.lastTag !== type) entry.extend(to);
  }
}

function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

function isCapitalOrDigit(code: number): boolean {
  return isCapital(code) || (code >= 48 && code <= 57);
}
