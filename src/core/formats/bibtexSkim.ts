import { BibtexMacros } from './bibtexMacros';
import { BibtexScanner } from './bibtexScan';
import { Sign } from './bibtexSigns';
import { BibtexSkimEntry } from './bibtexSkimEntry';
import type { SkimmedEntry } from './bibtexSkimmed';
import { SkimmedSpans } from './bibtexSkimmed';

/** What one string can hold is about 2^29 units; of a longer stretch only the beginning is read (bytes). */
const longestStretch = 500_000_000;

/** A key that no file has, of the entry that shows whether reading comes to where another one begins. */
const markKey = '\u0001';
const mark = `@a{${markKey},a={}}`;

/**
 * Skims the bytes of a BibTeX text (UTF-8) for what a list needs, and gives the very entries that `BibtexScanner` does.
 *
 * The text is taken apart where an entry opens with a brace at the beginning of a line (a border): no value goes past
 * one, so that what stands between two borders can be read alone. Plain entries, as programs write them, are read from
 * the bytes; a stretch with anything else in it is decoded and given to the scanner.
 */
export class BibtexSkimmer {
  /** Whether an entry swallowed the beginning of the next one, so that borders are not to be trusted. */
  isEntangled = false;
  private readonly spans: SkimmedSpans;
  private readonly plain: BibtexSkimEntry;

  /**
   * @param at where to begin: at the text's beginning or at a border
   * @param emit gets every entry in order, those of the type `xdata` and those without fields included
   * @param macros those defined before
   * @param take asked first of each plain entry: whether it has taken it, which `emit` then does not get
   */
  constructor(
    private readonly bytes: Uint8Array,
    private at: number,
    private readonly emit: (entry: SkimmedEntry) => void,
    readonly macros = new BibtexMacros(),
    private readonly take: (entry: SkimmedSpans) => boolean = () => false,
  ) {
    this.spans = new SkimmedSpans(bytes);
    this.plain = new BibtexSkimEntry(bytes, this.spans, macros);
  }

  /**
   * Goes on until a place is reached or passed.
   * @returns the border where it stopped, or the text's end
   */
  skimTo(until: number): number {
    const end = Math.min(until, this.bytes.length);
    while (this.at < end) {
      const next = this.pastPlain(this.at);
      if (next > 0) this.at = next;
      else this.readStretch();
    }
    return this.at;
  }

  /** Reads a plain entry and the white space after it; 0 where something else stands here, or follows it on its line. */
  private pastPlain(start: number): number {
    const { bytes } = this;
    if (bytes[start] !== Sign.at) return 0;
    let at = this.plain.read(start);
    if (at === 0) return 0;
    let last = 0;
    for (; at < bytes.length && (bytes[at] as number) <= Sign.space; at += 1) last = bytes[at] as number;
    if (at < bytes.length && (bytes[at] !== Sign.at || last !== Sign.newline || !isBorder(bytes, at))) return 0;
    if (!this.take(this.spans)) this.emit(this.spans.entry());
    return at;
  }

  /** Reads everything up to the next border with the scanner; up to a later one where an entry goes on past it. */
  private readStretch(): void {
    const { bytes, at: start } = this;
    let end = start;
    for (let borders = 1; ; borders *= 2) {
      for (let count = 0; count < borders && end < bytes.length; count += 1) end = nextBorder(bytes, end + 1);
      const stretch = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, Math.min(end, start + longestStretch)));
      const entries = this.scan(stretch, end === bytes.length);
      if (entries) {
        for (const entry of entries) this.emit(entry);
        this.macros.learn(stretch, start);
        this.at = end;
        return;
      }
      this.isEntangled = true;
    }
  }

  /** @returns the stretch's entries, or undefined where reading goes past its end */
  private scan(stretch: string, isLast: boolean): SkimmedEntry[] | undefined {
    const lead = this.macros.definitions(stretch);
    const scanner = new BibtexScanner(`${lead}${stretch}${isLast ? '' : mark}`);
    const entries: SkimmedEntry[] = [];
    const places = new BytePlaces(stretch, this.at);
    for (let entry = scanner.next(); entry; entry = scanner.next()) {
      if (!isLast && entry.key === markKey) return entry.span.start === lead.length + stretch.length ? entries : undefined;
      const { type, key, fields, span } = entry;
      const start = places.of(span.start - lead.length);
      entries.push({ type, key, fields, start, end: places.of(Math.min(span.end - lead.length, stretch.length)), isEmpty: fields.size === 0 });
    }
    return isLast ? entries : undefined;
  }
}

/** Where places of a text are in its bytes; asked for in ascending order. */
class BytePlaces {
  private at = 0;

  constructor(
    private readonly text: string,
    private place: number,
  ) {}

  of(at: number): number {
    for (; this.at < at; this.at += 1) {
      const code = this.text.charCodeAt(this.at);
      // A surrogate is half of a letter of four bytes.
      this.place += code < 0x80 ? 1 : code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
    }
    return this.place;
  }
}

/** The next border from a place on, or the end. */
export function nextBorder(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(Sign.at, from); at >= 0; at = bytes.indexOf(Sign.at, at + 1)) {
    if (bytes[at - 1] === Sign.newline && isBorder(bytes, at)) return at;
  }
  return bytes.length;
}

/** The last border whose brace comes before a place, or the beginning. */
export function lastBorder(bytes: Uint8Array, before: number): number {
  for (let at = bytes.lastIndexOf(Sign.at, before); at > 0; at = bytes.lastIndexOf(Sign.at, at - 1)) {
    if (bytes[at - 1] === Sign.newline && isBorder(bytes, at) && bytes.indexOf(Sign.open, at) < before) return at;
  }
  return 0;
}

/** Whether `@article{` stands here, on whose line nothing comes before. */
export function isBorder(bytes: Uint8Array, start: number): boolean {
  let at = start + 1;
  while (isLetterByte(bytes[at])) at += 1;
  if (at === start + 1) return false;
  while (bytes[at] === Sign.space || bytes[at] === Sign.tab) at += 1;
  return bytes[at] === Sign.open;
}

function isLetterByte(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90));
}
