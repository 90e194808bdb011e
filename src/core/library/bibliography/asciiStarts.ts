/** Bits of four bytes that are not ASCII. */
const notAscii = 0x80808080;

/**
 * @param rowStarts where each row begins, and last where the bytes end
 * @returns for each row the place from which on it is ASCII: where it begins, or after the last byte that is not
 */
export function asciiStarts(bytes: Uint8Array, rowStarts: Uint32Array): Uint32Array {
  const starts = rowStarts.slice(0, -1);
  let row = 0;
  const mark = (from: number, to: number): void => {
    for (let at = from; at < to; at += 1) {
      if ((bytes[at] as number) < 0x80) continue;
      while ((rowStarts[row + 1] as number) <= at) row += 1;
      starts[row] = at + 1;
    }
  };
  // Most rows are ASCII: four bytes are looked at together.
  const lead = Math.min(-bytes.byteOffset & 3, bytes.length);
  const fours = new Uint32Array(bytes.buffer, bytes.byteOffset + lead, (bytes.length - lead) >> 2);
  mark(0, lead);
  for (let at = 0; at < fours.length; at += 1) if (((fours[at] as number) & notAscii) !== 0) mark(lead + 4 * at, lead + 4 * at + 4);
  mark(lead + 4 * fours.length, bytes.length);
  return starts;
}
