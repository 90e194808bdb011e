import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';
import { declaredEncoding, eastAsianEncoding } from './encodings';

/** What a file's bytes say. Without `text` the file cannot be read, and a problem says why. */
export interface Decoded {
  readonly text?: string;
  readonly encoding: string;
  readonly problems: readonly Problem[];
}

/** 50 MB: the largest bibliography Casebook promises to open. */
const defaultLimit = 50 * 1024 * 1024;

/** First bytes of files that are taken for text by mistake: a PDF dropped into `library/` is the common one. */
const binarySignatures: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  [0x50, 0x4b, 0x03, 0x04], // zip, docx, epub
  [0x1f, 0x8b], // gzip
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0xd0, 0xcf, 0x11, 0xe0], // old Word
];

/** How much of a file is looked at for NUL bytes: enough for any real header, and quick. */
const sampleLength = 64 * 1024;

/**
 * Text from a file's bytes: UTF-8 or UTF-16 with or without a byte order mark; what is no UTF-8 has the encoding that it says
 * it has, else, with a problem, since that is a guess, an East Asian one or Windows-1252.
 */
export function decode(bytes: Uint8Array, limit: number = defaultLimit): Decoded {
  if (bytes.length === 0) {
    return unreadable(problem('file-empty', 'warning', {}));
  }
  if (bytes.length > limit) {
    return unreadable(problem('file-too-large', 'error', { bytes: bytes.length, limit }));
  }
  if (binarySignatures.some((signature) => startsWith(bytes, signature))) {
    return unreadable(problem('file-binary', 'error', {}));
  }
  const utf16 = utf16Encoding(bytes);
  if (utf16) {
    return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16, problems: [] };
  }
  if (bytes.subarray(0, sampleLength).includes(0)) {
    return unreadable(problem('file-binary', 'error', {}));
  }
  return decodeBytes(bytes);
}

function decodeBytes(bytes: Uint8Array): Decoded {
  const utf8 = decoded(bytes, 'utf-8');
  const declared = utf8 === undefined || bytes.subarray(0, sampleLength).includes(escape) ? declaredEncoding(bytes) : undefined;
  // ISO-2022 is ASCII to a reader that does not know it; of all others, what is UTF-8 by its bytes is, whatever it says.
  if (utf8 !== undefined && declared?.startsWith('iso-2022') !== true) {
    return { text: utf8, encoding: 'utf-8', problems: [] };
  }
  const own = declared === undefined || declared === 'utf-8' ? undefined : decoded(bytes, declared);
  if (declared !== undefined && own !== undefined) {
    return { text: own, encoding: declared, problems: [] };
  }
  const guess = eastAsianEncoding(bytes) ?? 'windows-1252';
  return { text: decoded(bytes, guess) ?? '', encoding: guess, problems: [problem('encoding-invalid', 'warning', { encoding: 'UTF-8', readAs: spelled(guess) })] };
}

/** `Windows-1252`, `GBK`: as people write them. */
function spelled(encoding: string): string {
  return encoding.startsWith('windows') ? `W${encoding.slice(1)}` : encoding.toUpperCase();
}

/** ISO-2022 changes between sets of letters with it. */
const escape = 0x1b;

/** The text in an encoding; undefined where some bytes are none of its signs. */
export function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, (letter) => windowsSign(letter)) : text;
  } catch {
    return undefined;
  }
}

/** Windows-1252 between 80 and 9F; Node 20 and 22 decode these as the control characters they are in Latin-1. */
const windowsSigns = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function windowsSign(letter: string): string {
  return windowsSigns.charAt(letter.charCodeAt(0) - 0x80);
}

function unreadable(why: Problem): Decoded {
  return { encoding: 'unknown', problems: [why] };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/**
 * UTF-16 by its byte order mark, or without one by its zeros: in Western text every other byte is one, and on one side
 * only. (`A\0B\0` little-endian, `\0A\0B` big-endian.)
 */
export function utf16Encoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) {
    return 'utf-16le';
  }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return 'utf-16be';
  }
  const length = Math.min(bytes.length, sampleLength) & ~1;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < length; index += 2) {
    evenZeros += bytes[index] === 0 ? 1 : 0;
    oddZeros += bytes[index + 1] === 0 ? 1 : 0;
  }
  const enough = length / 2 / 3;
  if (length >= 4 && oddZeros > enough && evenZeros === 0) {
    return 'utf-16le';
  }
  if (length >= 4 && evenZeros > enough && oddZeros === 0) {
    return 'utf-16be';
  }
  const isLittle = evenZeros === 0 && oddZeros > length / 2 / fewestWestern;
  const isBig = oddZeros === 0 && evenZeros > length / 2 / fewestWestern;
  const likely = isLittle ? 'utf-16le' : isBig ? 'utf-16be' : undefined;
  return likely !== undefined && length >= 4 && isText(bytes.subarray(0, length), likely) ? likely : undefined;
}

/** Even a bibliography in Chinese has as many signs of its own, all Western: names of fields, numbers, line ends. */
const fewestWestern = 25;

/** Whether bytes are text in an encoding: no signs that are none, no control characters. */
function isText(bytes: Uint8Array, encoding: string): boolean {
  const text = new TextDecoder(encoding).decode(bytes);
  return !/[\x00-\x08\x0e-\x1f\x7f\uFFFD]/.test(text.slice(0, -1));
}
