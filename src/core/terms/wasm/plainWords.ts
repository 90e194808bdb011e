import type { PlainReader } from '../tokenise';
import { kindOfByte } from './kinds';
import { Kind, Link, pieceRoom } from './layout';
import type { ScanMemory } from './scanMemory';

const encoder = new TextEncoder();

/** What stands for a unit that is no ASCII, and at the end of a piece where the text goes on: who comes there looks at the text. */
const other = 0xff;
const space = 0x20;

/** So near the end of a piece the next one begins: a word that reaches its end may go on. */
const tail = 64;

/** Reads the words that most of a text is made of in WebAssembly, piece by piece. */
export class PlainWords implements PlainReader {
  link = Link.Parted;
  private start = 0;
  private end = 0;

  constructor(
    private readonly memory: ScanMemory,
    private readonly numberOf: (text: string, start: number, end: number) => number,
  ) {}

  clear(): void {
    this.start = this.end = 0;
  }

  read(text: string, from: number, to: number, enough: number): number {
    const { memory } = this;
    if (from >= this.end || (this.end < to && from > this.end - tail)) this.load(text, from, to);
    let at = from - this.start;
    do {
      at = memory.readWords(at, this.end - this.start, this.start, this.link, enough);
      this.link = memory.link;
    } while (this.askMark(text, at));
    return this.start + at;
  }

  /** @returns whether it is punctuation at a place of the piece that kept the module from reading on, which now knows its number */
  private askMark(text: string, at: number): boolean {
    const { text: bytes, marks } = this.memory;
    if (at === this.end - this.start) return false;
    const kind = kindOfByte[bytes[at] ?? 0] ?? 0;
    if (kind < Kind.FirstMark || marks[kind] !== 0) return false;
    marks[kind] = this.numberOf(text, this.start + at, this.start + at + 1) || -1;
    return true;
  }

  private load(text: string, from: number, to: number): void {
    const { text: bytes } = this.memory;
    const length = Math.min(pieceRoom, to - from);
    const piece = text.slice(from, from + length);
    if (encoder.encodeInto(piece, bytes.subarray(0, length)).read < length) this.copy(piece);
    bytes[length] = from + length < to ? other : space;
    this.start = from;
    this.end = from + length;
  }

  private copy(piece: string): void {
    const { text: bytes } = this.memory;
    for (let at = 0; at < piece.length; at++) {
      const unit = piece.charCodeAt(at);
      bytes[at] = unit < 128 ? unit : other;
    }
  }
}
