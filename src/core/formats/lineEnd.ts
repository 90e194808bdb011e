/** A line as short ends before a search for its end would have begun. */
const near = 8;

/** Where the line ends that a place is in: at the next `\n` or the text's end. */
export function lineEnd(text: string, start: number): number {
  const last = Math.min(start + near, text.length);
  for (let at = start; at < last; at += 1) {
    if (text.charCodeAt(at) === 10) return at;
  }
  return last === text.length ? last : longLineEnd(text, last);
}

/** The same, faster where the line is not short. */
export function longLineEnd(text: string, start: number): number {
  const newline = text.indexOf('\n', start);
  return newline < 0 ? text.length : newline;
}
