import { decoded, utf16Encoding } from '../../formats/decode';
import { declaredEncoding } from '../../formats/encodings';
import { problem } from '../../problems/problem';
import { inSteps } from './inSteps';
import type { ReadingRun } from './readingRun';
import type { TerminologyPart } from './terminologyPart';

/** Whole lines of a text. */
export interface TextPiece {
  /** Line ends are `\n`; the last line of a text may have none. */
  readonly text: string;
  /** The number of its first line, from 1. */
  readonly line: number;
}

/** Bytes of one line; a longer one is no line of a terminology, and is cut. */
const longestLine = 8 * 1024 * 1024;
/** Bytes that are made text at a time. */
const mostAtOnce = 1024 * 1024;
/** Bytes that are looked at to know an encoding. */
const headLength = 8192;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * The text of a part, in pieces of whole lines: UTF-8 or UTF-16 with or without a byte order mark, or what the text says it is.
 * A line in UTF-8 text that is none is read as Windows-1252, and told: files put together from several have such lines.
 */
export async function* textPieces(part: TerminologyPart, run: ReadingRun): AsyncGenerator<TextPiece> {
  const source = withHead(inSteps(part.open(), mostAtOnce), headLength);
  const { value: first } = await source.next();
  if (!first || first.length === 0) return;
  const head = first.subarray(0, headLength);
  const utf16 = utf16Encoding(head);
  if (!utf16 && head.includes(0)) {
    run.tell(problem('file-binary', 'error', {}), part.name);
    return;
  }
  const decoder = new LineDecoder(head, run, part.name);
  const chunks = joined(first, source);
  const pieces = utf16 ? wideLines(chunks, utf16) : lines(chunks, isOfCarriageReturns(head) ? carriageReturn : lineFeed, () => decoder.tellLong());
  for await (const bytes of pieces) {
    const piece = typeof bytes === 'string' ? decoder.count(bytes) : decoder.decode(bytes);
    if (piece.text !== '') yield piece;
  }
}

/**
 * The whole text of a part.
 * @returns undefined where it has more bytes than `limit`
 */
export async function wholeText(part: TerminologyPart, run: ReadingRun, limit: number): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of part.open()) {
    length += chunk.length;
    if (length > limit) return undefined;
    chunks.push(chunk);
  }
  const bytes = concatenated(chunks);
  const utf16 = utf16Encoding(bytes);
  return utf16 ? new TextDecoder(utf16).decode(bytes) : new LineDecoder(bytes.subarray(0, headLength), run, part.name).decode(bytes).text;
}

/**
 * The text of a part as it comes, for what knows no lines: in UTF-8, in UTF-16 with or without a byte order mark, or in what it
 * says it is in.
 */
export async function* textChunks(part: TerminologyPart, run: ReadingRun): AsyncGenerator<string> {
  let decode: ((chunk: Uint8Array) => string) | undefined;
  for await (const chunk of withHead(inSteps(part.open(), mostAtOnce), headLength)) {
    decode ??= chunkDecoder(chunk, () => run.tell(problem('encoding-invalid', 'warning', { encoding: 'UTF-8', readAs: 'UTF-8' }), part.name));
    const text = decode(chunk);
    if (text !== '') yield text;
  }
}

/** @param onInvalid is told once, of bytes that are none of the encoding's signs */
function chunkDecoder(head: Uint8Array, onInvalid: () => void): (chunk: Uint8Array) => string {
  const declared = utf16Encoding(head) ?? declaredEncoding(head);
  if (declared !== undefined && declared !== 'utf-8') {
    const decoder = new TextDecoder(declared);
    return (chunk) => decoder.decode(chunk, { stream: true });
  }
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const lax = new TextDecoder('utf-8', { ignoreBOM: true });
  let rest: Uint8Array = new Uint8Array();
  let isInvalid = false;
  return (chunk) => {
    const bytes = rest.length > 0 ? concatenated([rest, chunk]) : chunk;
    // A sign that is not all there yet waits for the next chunk; whole ones are decoded much faster than as a stream.
    const end = bytes.length - unfinished(bytes);
    rest = bytes.slice(end);
    const own = bytes.subarray(0, end);
    try {
      return strict.decode(own);
    } catch {
      if (!isInvalid) onInvalid();
      isInvalid = true;
      return lax.decode(own);
    }
  };
}

/** How many bytes at the end begin a sign of UTF-8 that goes on. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** Turns bytes of whole lines into text, and knows at which line they are. */
class LineDecoder {
  private line = 1;
  private readonly declared: string | undefined;
  private readonly strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  private isFirst = true;

  constructor(head: Uint8Array, private readonly run: ReadingRun, private readonly part: string) {
    const name = declaredEncoding(head);
    this.declared = name === 'utf-8' || name?.startsWith('utf-16') === true ? undefined : name;
  }

  decode(bytes: Uint8Array): TextPiece {
    return this.count(this.asUtf8(bytes) ?? (this.declared === undefined ? undefined : decoded(bytes, this.declared)) ?? this.byLine(bytes));
  }

  count(text: string): TextPiece {
    const begin = this.isFirst && text.startsWith('\uFEFF') ? 1 : 0;
    this.isFirst = false;
    const plain = text.includes('\r') ? text.slice(begin).replace(/\r\n?/g, '\n') : text.slice(begin);
    const piece = { text: plain, line: this.line };
    for (let at = plain.indexOf('\n'); at >= 0; at = plain.indexOf('\n', at + 1)) this.line += 1;
    return piece;
  }

  tellLong(): void {
    this.run.tell(problem('line-too-long', 'warning', { limit: longestLine }), this.part, this.line);
  }

  private asUtf8(bytes: Uint8Array): string | undefined {
    try {
      return this.strict.decode(bytes);
    } catch {
      return undefined;
    }
  }

  private byLine(bytes: Uint8Array): string {
    const texts: string[] = [];
    let line = this.line;
    for (let at = 0; at < bytes.length; line += 1) {
      const end = bytes.indexOf(lineFeed, at) + 1 || bytes.length;
      const utf8 = this.asUtf8(bytes.subarray(at, end));
      if (utf8 === undefined) this.run.tell(problem('encoding-mixed', 'warning', { readAs: 'Windows-1252' }), this.part, line);
      texts.push(utf8 ?? decoded(bytes.subarray(at, end), 'windows-1252') ?? '');
      at = end;
    }
    return texts.join('');
  }
}

/** Bytes in pieces that end where a line does. What of a line is longer than the longest is left out. */
async function* lines(chunks: AsyncIterable<Uint8Array>, end: number, onLong: () => void): AsyncGenerator<Uint8Array> {
  let begun: Uint8Array[] = [];
  let length = 0;
  let isLong = false;
  for await (const chunk of chunks) {
    const last = chunk.lastIndexOf(end) + 1;
    if (last === 0 && (isLong || length + chunk.length > longestLine)) {
      if (!isLong) onLong();
      isLong = true;
    } else if (last === 0) {
      begun.push(chunk);
      length += chunk.length;
    } else {
      const from = isLong ? chunk.indexOf(end) : 0;
      yield concatenated([...begun, chunk.subarray(from, last)]);
      isLong = false;
      begun = last < chunk.length ? [chunk.subarray(last)] : [];
      length = chunk.length - last;
    }
  }
  if (length > 0) yield concatenated(begun);
}

/** Text of two bytes a sign, in pieces that end where a line does. */
async function* wideLines(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let begun = '';
  for await (const chunk of chunks) {
    const text = begun + decoder.decode(chunk, { stream: true });
    const last = text.lastIndexOf('\n') + 1;
    if (last > 0) yield text.slice(0, last);
    begun = text.length - last > longestLine ? '' : text.slice(last);
  }
  const rest = begun + decoder.decode();
  if (rest !== '') yield rest;
}

/** Yields so many first bytes together, or all where there are fewer, then the rest as it comes. */
async function* withHead(bytes: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let head: Uint8Array[] = [];
  let gathered = 0;
  for await (const chunk of bytes) {
    if (gathered >= length) {
      yield chunk;
      continue;
    }
    head.push(chunk);
    gathered += chunk.length;
    if (gathered < length) continue;
    yield concatenated(head);
    head = [];
  }
  if (head.length > 0) yield concatenated(head);
}

async function* joined(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  yield* rest;
}

function isOfCarriageReturns(head: Uint8Array): boolean {
  return head.includes(carriageReturn) && !head.includes(lineFeed);
}

function concatenated(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only) return only;
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
