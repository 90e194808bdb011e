import { decode } from '../../formats/decode';
import type { Problem } from '../../problems/problem';
import { problem } from '../../problems/problem';
import { nextTurn } from './turn';

/** A file's content in UTF-8 without a byte order mark, from which any piece can be decoded alone. */
export interface Utf8 {
  readonly bytes: Uint8Array;
  /** Whether these are the file's own bytes, not a translation from another encoding. */
  readonly isOwn: boolean;
  readonly problems: readonly Problem[];
}

/** Enough for what is told from a file's beginning: its encoding and its format. */
const headLength = 128 * 1024;

/** What one string can hold is about 2^29 units; a file that must be decoded whole may not be larger (bytes). */
export const largestText = 500_000_000;

/** How much is looked at before others have their turn: some milliseconds' worth. */
const pieceLength = 8 * 1024 * 1024;

/** What is not text has no bytes, and a problem that says why. */
export type Utf8Reading = Utf8 | { readonly bytes?: undefined; readonly problems: readonly Problem[] };

/** A file's content as UTF-8, by the same rules as `decode`. */
export async function utf8Of(content: Uint8Array | string): Promise<Utf8Reading> {
  if (typeof content === 'string') return { bytes: new TextEncoder().encode(content), isOwn: false, problems: [] };
  const head = decode(headOf(content));
  if (head.text === undefined) return { problems: head.problems };
  if (head.encoding === 'utf-8' && (await isUtf8(content))) {
    const hasMark = content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf;
    return { bytes: hasMark ? content.subarray(3) : content, isOwn: !hasMark, problems: [] };
  }
  if (content.length > largestText) {
    return { problems: [problem('file-too-large', 'error', { bytes: content.length, limit: largestText })] };
  }
  const { text, problems } = decode(content, largestText);
  return text === undefined ? { problems } : { bytes: new TextEncoder().encode(text), isOwn: false, problems };
}

/** The text of a piece that begins and ends between two letters; of a piece that no string can hold its beginning. */
export function textOf(bytes: Uint8Array, start = 0, end = bytes.length): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, Math.min(end, start + largestText)));
}

/** A file's beginning, cut where no letter is parted. */
export function headOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= headLength) return bytes;
  let end = headLength;
  while (end > headLength - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return bytes.subarray(0, end);
}

async function isUtf8(bytes: Uint8Array): Promise<boolean> {
  for (let at = 0; at < bytes.length; ) {
    if (at > 0) await nextTurn();
    at = pastUtf8(bytes, at, at + pieceLength);
    if (at < 0) return false;
  }
  return true;
}

/**
 * Goes over whole letters, from one on and until `until` is reached or passed.
 * @returns where it stopped; less than 0 where something is not UTF-8 (as Unicode's table 3-7 has it)
 */
export function pastUtf8(bytes: Uint8Array, from: number, until: number): number {
  const end = Math.min(until, bytes.length);
  const { words, shift } = wordsOf(bytes);
  let at = from;
  while (at < end) {
    if (((at - shift) & 3) === 0) {
      // Four letters of ASCII at a time.
      let word = (at - shift) >> 2;
      while (word < words.length && ((words[word] as number) & 0x80808080) === 0) word += 1;
      at = Math.max(at, (word << 2) + shift);
      if (at >= end) break;
    }
    const length = letterLength(bytes, at);
    if (length === 0) return -1;
    at += length;
  }
  return Math.min(at, bytes.length);
}

/** Bytes four at a time, of which the first begins at `shift`. */
export function wordsOf(bytes: Uint8Array): { readonly words: Uint32Array; readonly shift: number } {
  const shift = -bytes.byteOffset & 3;
  const count = (bytes.byteLength - shift) >> 2;
  return { words: count > 0 ? new Uint32Array(bytes.buffer, bytes.byteOffset + shift, count) : new Uint32Array(0), shift };
}

/** How many bytes a letter has, 0 where it is none. */
function letterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (first < 0xc2 || first > 0xf4 || (second & 0xc0) !== 0x80) return 0;
  if (first < 0xe0) return 2;
  if (((bytes[at + 2] ?? 0) & 0xc0) !== 0x80) return 0;
  if (first < 0xf0) return (first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f) ? 0 : 3;
  const isLong = ((bytes[at + 3] ?? 0) & 0xc0) === 0x80;
  return !isLong || (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f) ? 0 : 4;
}
