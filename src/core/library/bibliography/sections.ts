import { wordsOf } from './utf8';

/** Changes whenever what is kept would be read wrongly by what wrote it before. */
const version = 2;

/** `CBIB`, read as a number on the machines of today; others do not take it for theirs. */
const magic = 0x42494243;

/** Sections begin at multiples of this, so that arrays of numbers can be used where they lie (bytes). */
const alignment = 8;

/** More of them than anything has. */
const mostSections = 64;

/** Some arrays one after the other, with what tells them from anything else: a mark, a version, their lengths, a checksum. */
export function packed(sections: readonly (Uint8Array | Uint32Array)[]): Uint8Array {
  const headLength = aligned((4 + sections.length) * 4);
  const total = sections.reduce((sum, { byteLength }) => sum + aligned(byteLength), headLength);
  const bytes = new Uint8Array(total);
  let at = headLength;
  for (const section of sections) {
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += aligned(section.byteLength);
  }
  const head = new Uint32Array(bytes.buffer, 0, headLength >> 2);
  head.set([magic, version, 0, sections.length, ...sections.map(({ byteLength }) => byteLength)]);
  head[2] = checksum(bytes);
  return bytes;
}

/** @returns the sections, as views of the same memory; undefined where anything of it is not as it was packed */
export function unpacked(kept: Uint8Array): Uint8Array[] | undefined {
  const bytes = kept.byteOffset % alignment === 0 ? kept : kept.slice();
  if (bytes.byteLength < 16 || bytes.byteLength % alignment !== 0) return undefined;
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  const count = head[3] ?? 0;
  if (head[0] !== magic || head[1] !== version || count > mostSections || head[2] !== checksum(bytes)) return undefined;
  const sections: Uint8Array[] = [];
  let at = aligned((4 + count) * 4);
  for (let place = 0; place < count; place += 1) {
    const length = head[4 + place] ?? 0;
    if (at + aligned(length) > bytes.byteLength) return undefined;
    sections.push(bytes.subarray(at, at + length));
    at += aligned(length);
  }
  return at === bytes.byteLength ? sections : undefined;
}

/** FNV-1a over all but its own place, four bytes at a time. */
function checksum(bytes: Uint8Array): number {
  const { words } = wordsOf(bytes);
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) {
    if (at !== 2) hash = Math.imul(hash ^ (words[at] as number), 0x01000193);
    hash ^= hash >>> 15;
  }
  return hash >>> 0;
}

function aligned(length: number): number {
  return Math.ceil(length / alignment) * alignment;
}
