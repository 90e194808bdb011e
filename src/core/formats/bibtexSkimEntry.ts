import type { BibtexMacros } from './bibtexMacros';
import { Sign } from './bibtexSigns';
import type { SkimmedSpans } from './bibtexSkimmed';
import { otherField, skimmedFields } from './bibtexSkimmed';

/** What each byte is: part of a name, of a key; neither. */
const enum Kind { none, key, name, letter }

const kinds = new Uint8Array(256);
for (let code = 33; code < 127; code += 1) if (!'",={}()#%\\@~'.includes(String.fromCharCode(code))) kinds[code] = Kind.key;
for (const sign of '0123456789_-') kinds[sign.charCodeAt(0)] = Kind.name;
for (let code = 65; code <= 90; code += 1) kinds[code] = kinds[code + 32] = Kind.letter;

/** What values are looked at for: signs that end them, or may. */
const stops = new Uint8Array(256);
for (const code of [Sign.open, Sign.close, Sign.quote, Sign.backslash, Sign.newline]) stops[code] = 1;

/** Names of fields by a number that their letters make. */
const fieldsByHash: ReadonlyMap<number, number> = new Map(skimmedFields.map((name, field) => [hashOf(name), field]));

/** What is no entry, and fields that ask for other entries. */
const otherTypes: ReadonlySet<number> = new Set(['comment', 'preamble', 'string'].map(hashOf));
const inheriting: ReadonlySet<number> = new Set(['crossref', 'xdata', 'entryset'].map(hashOf));

/** Longer words are none for the scanner. */
const longestWord = 200;

/**
 * Reads one entry from its bytes where it is plain: a type in letters, a brace, a key of usual signs, fields of usual
 * names whose values are in braces, in quotes, a number or a macro. Anything else is not for it; what it reads, it reads
 * as `BibtexScanner` does.
 */
export class BibtexSkimEntry {
  private at = 0;
  /** Set by `word`: what its letters make, without regard to case. */
  private hash = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly spans: SkimmedSpans,
    private readonly macros: BibtexMacros,
  ) {}

  /**
   * @param start at a `@`
   * @returns the place after the entry, of which `spans` then tells; 0 where it is not plain
   */
  read(start: number): number {
    const { bytes, spans } = this;
    spans.begin(start);
    this.at = start + 1;
    const isType = this.word(Kind.letter) && !otherTypes.has(this.hash) && bytes[this.at] === Sign.open;
    if (!isType) return 0;
    spans.type.from = start + 1;
    spans.type.to = this.at;
    const keyStart = ++this.at;
    while ((kinds[bytes[this.at] as number] as number) >= Kind.key) this.at += 1;
    if (this.at === keyStart || bytes[this.at] !== Sign.comma) return 0;
    spans.key.from = keyStart;
    spans.key.to = this.at;
    this.at += 1;
    let isEmpty = true;
    while (this.space() !== Sign.close) {
      if (bytes[this.at] === Sign.comma) this.at += 1;
      else if (this.field()) isEmpty = false;
      else return 0;
    }
    spans.end = this.at + 1;
    return isEmpty ? 0 : spans.end;
  }

  private field(): boolean {
    const { bytes, spans } = this;
    const nameStart = this.at;
    if (kinds[bytes[nameStart] as number] !== Kind.letter || !this.word(Kind.name) || inheriting.has(this.hash)) return false;
    const field = this.fieldNamed(nameStart, this.at);
    if (this.space() !== Sign.equals) return false;
    this.at += 1;
    const mark = this.space();
    const start = this.at;
    const isDelimited = mark === Sign.open || mark === Sign.quote;
    if (!(isDelimited ? this.delimited(mark) : this.word(Kind.name))) return false;
    // The first of two equal fields counts.
    if (field !== otherField && !spans.has(field)) {
      if (isDelimited) spans.add(field, bytes, start + 1, this.at - 1);
      else this.addWord(field, start);
    }
    const next = this.space();
    return next === Sign.comma || next === Sign.close || kinds[next] === Kind.letter;
  }

  /** A number or the value of a macro. */
  private addWord(field: number, start: number): void {
    const { bytes, spans, at: end } = this;
    let written = '';
    const isNumber = kinds[bytes[start] as number] !== Kind.letter;
    for (let at = start; at < end && !isNumber; at += 1) written += String.fromCharCode(bytes[at] as number);
    const value = isNumber ? written : this.macros.valueOf(written);
    if (value === written) {
      spans.add(field, bytes, start, end);
      return;
    }
    const own = new TextEncoder().encode(value);
    spans.add(field, own, 0, own.length);
  }

  /** Goes past white space. @returns the byte that comes next; -1 at the end */
  private space(): number {
    const { bytes } = this;
    while ((bytes[this.at] as number) <= Sign.space) this.at += 1;
    return bytes[this.at] ?? -1;
  }

  /** Goes past a word of letters, or of all signs that names have. */
  private word(least: Kind): boolean {
    const { bytes } = this;
    const start = this.at;
    let hash = 7;
    let at = start;
    for (; (kinds[bytes[at] as number] as number) >= least; at += 1) hash = (Math.imul(hash, 31) + ((bytes[at] as number) | 32)) | 0;
    this.hash = hash;
    this.at = at;
    return at > start && at - start < longestWord;
  }

  private fieldNamed(start: number, end: number): number {
    const field = fieldsByHash.get(this.hash);
    const name = field === undefined ? undefined : skimmedFields[field];
    if (field === undefined || name?.length !== end - start) return otherField;
    for (let at = start; at < end; at += 1) {
      if (((this.bytes[at] as number) | 32) !== name.charCodeAt(at - start)) return otherField;
    }
    return field;
  }

  /** Goes past a value in braces or quotes; false where its end is not sure. */
  private delimited(open: number): boolean {
    const { bytes } = this;
    const close = open === Sign.open ? Sign.close : Sign.quote;
    let depth = 0;
    for (let at = this.at + 1; ; at += 1) {
      while (stops[bytes[at] as number] === 0) at += 1;
      const byte = bytes[at];
      if (byte === close && depth === 0) {
        this.at = at + 1;
        return true;
      }
      if (byte === Sign.open) depth += 1;
      else if (byte === Sign.close) depth -= 1;
      else if (byte === Sign.backslash && bytes[at + 1] !== Sign.newline) at += 1;
      else if (byte === Sign.newline ? this.hasSign(at + 1) : byte === undefined) return false;
      if (depth < 0) return false;
    }
  }

  /** Whether a line begins with `@`. */
  private hasSign(lineStart: number): boolean {
    let at = lineStart;
    while (this.bytes[at] === Sign.space || this.bytes[at] === Sign.tab) at += 1;
    return this.bytes[at] === Sign.at;
  }
}

function hashOf(name: string): number {
  let hash = 7;
  for (let at = 0; at < name.length; at += 1) hash = (Math.imul(hash, 31) + (name.charCodeAt(at) | 32)) | 0;
  return hash;
}
