import type { TextListData } from './textList';

/**
 * Finds texts of a list by their bytes: open addressing over the texts' places plus one, 0 for none. Of equal texts the first
 * is found.
 */
export function placeTable(texts: TextListData): Int32Array {
  const count = texts.ends.length;
  const table = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, count * 1.5))));
  for (let place = 0; place < count; place++) {
    const start = place === 0 ? 0 : (texts.ends[place - 1] ?? 0);
    const end = texts.ends[place] ?? 0;
    const slot = slotOf(table, texts, texts.bytes, start, end);
    if (table[slot] === 0) table[slot] = place + 1;
  }
  return table;
}

const encoder = new TextEncoder();

/** @returns the place of a text in the list; -1 for none */
export function placeOfText(table: Int32Array, texts: TextListData, text: string): number {
  const bytes = encoder.encode(text);
  return placeOfBytes(table, texts, bytes, 0, bytes.length);
}

/** @returns the place of the text whose bytes stand from `start` to before `end`; -1 for none */
export function placeOfBytes(table: Int32Array, texts: TextListData, bytes: Uint8Array, start: number, end: number): number {
  return (table[slotOf(table, texts, bytes, start, end)] ?? 0) - 1;
}

/** Where the text stands in the table, or the free place where it would. */
function slotOf(table: Int32Array, { bytes, ends }: TextListData, text: Uint8Array, start: number, end: number): number {
  const mask = table.length - 1;
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (text[at] ?? 0), 0x01000193);
  // Every table has free places; the number of steps bounds the search in one that was damaged.
  for (let slot = (hash ^ (hash >>> 15)) & mask, steps = 0; ; slot = (slot + 1) & mask) {
    const place = (table[slot] ?? 0) - 1;
    if (place < 0 || steps++ > mask) return slot;
    const from = place === 0 ? 0 : (ends[place - 1] ?? 0);
    if ((ends[place] ?? 0) - from === end - start && equal(bytes, from, text, start, end)) return slot;
  }
}

function equal(bytes: Uint8Array, from: number, text: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (bytes[from + at - start] !== text[at]) return false;
  }
  return true;
}
