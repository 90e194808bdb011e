import type { RowStoreBuilder } from './rowStore';

/** What a byte of a value is: itself, white space, a brace, or itself if it is not there twice; odd where TeX or HTML may read it otherwise. */
const enum Kind { odd, itself, space, brace, single, percent, point }

const kinds = new Uint8Array(256);
for (let code = 33; code < 127; code += 1) kinds[code] = Kind.itself;
for (let code = 0xc3; code < 0xe0; code += 1) kinds[code] = Kind.itself;
for (let code = 0x80; code < 0xc0; code += 1) kinds[code] = Kind.itself; // what follows a letter's first byte
for (const sign of '\\$~`<') kinds[sign.charCodeAt(0)] = Kind.odd;
for (const sign of ' \t\n\v\f\r') kinds[sign.charCodeAt(0)] = Kind.space;
for (const sign of '{}') kinds[sign.charCodeAt(0)] = Kind.brace;
for (const sign of "-'") kinds[sign.charCodeAt(0)] = Kind.single;
kinds[37] = Kind.percent;
kinds[0xe2] = Kind.point;

const quote = 34;

/**
 * Puts what a title says into a row, as `latexToText` and `rowOf` read it, where it has little more than letters: braces are
 * left out, white space is one space.
 * @returns false, with nothing put, where it has more
 */
export function putPlain(store: RowStoreBuilder, bytes: Uint8Array, from: number, to: number): boolean {
  store.makeRoom(to - from);
  const out = store.bytes;
  let { length } = store;
  let isSpaced = true; // at the beginning, white space is nothing
  for (let at = from; at < to; at += 1) {
    const code = bytes[at] as number;
    const kind = kinds[code] as Kind;
    if (kind === Kind.space) {
      if (!isSpaced) out[length++] = 32;
      isSpaced = true;
      continue;
    }
    if (kind !== Kind.itself && !isFine(kind, bytes, at, to)) return false;
    if (kind === Kind.brace) continue;
    out[length++] = code;
    isSpaced = false;
  }
  store.length = isSpaced && length > store.length ? length - 1 : length;
  return true;
}

/** Whether a sign that sometimes means something else does not here. */
function isFine(kind: Kind, bytes: Uint8Array, at: number, to: number): boolean {
  const next = at + 1 < to ? (bytes[at + 1] as number) : 0;
  switch (kind) {
    case Kind.brace:
      return next !== quote; // `{"u}`
    case Kind.single:
      return next !== bytes[at];
    case Kind.percent:
      return next > 32; // it may join lines
    case Kind.point:
      return isPoint(bytes, at);
    default:
      return false;
  }
}

/** Whether `‐` to `‧` stands here: dashes, quotes, points. */
function isPoint(bytes: Uint8Array, at: number): boolean {
  const last = bytes[at + 2] as number;
  return bytes[at + 1] === 0x80 && last >= 0x90 && last <= 0xa7;
}
