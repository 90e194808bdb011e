/** Most of what is compared is nearly the same: of so many letters one may be wrong where that is tried first. */
const lettersAnError = 8;

/**
 * From 0 to 1: how much of a pattern stands in a text, by the fewest edits that make a part of the text of it.
 *
 * Sellers's table (1980, J Algorithms 1:359-73), of which Ukkonen's cut-off (1985, J Algorithms 6:132-7) leaves those rows out that
 * have too many edits already; `approx-string-match` would also work out where each of many equally good places begins.
 */
export function likeness(text: string, pattern: string): number {
  if (text === '' || pattern === '') return 0;
  if (text.includes(pattern)) return 1;
  const few = Math.ceil(pattern.length / lettersAnError);
  const edits = fewestEdits(text, pattern, few);
  return 1 - (edits <= few ? edits : fewestEdits(text, pattern, pattern.length)) / pattern.length;
}

/** @returns the fewest edits; more than `most` where there are more */
function fewestEdits(text: string, pattern: string, most: number): number {
  const column = Uint16Array.from({ length: pattern.length + 1 }, (_, row) => row);
  let fewest = most + 1;
  /** Below this row there are too many edits. */
  let last = Math.min(most, pattern.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const rows = Math.min(last + 1, pattern.length);
    let diagonal = 0;
    for (let row = 1; row <= rows; row += 1) {
      const above = column[row - 1] ?? 0;
      const left = row > last ? most + 1 : (column[row] ?? 0);
      const edits = Math.min(above + 1, left + 1, diagonal + (pattern.charCodeAt(row - 1) === code ? 0 : 1));
      column[row] = edits;
      diagonal = left;
    }
    last = rows;
    while ((column[last] ?? 0) > most) last -= 1;
    if (last === pattern.length) fewest = Math.min(fewest, column[last] ?? fewest);
  }
  return fewest;
}
