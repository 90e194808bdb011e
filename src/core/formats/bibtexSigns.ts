/** Signs that mean something between BibTeX's values, by their codes. */
export const enum Sign {
  tab = 9, newline = 10, space = 32, quote = 34, hash = 35, percent = 37, openRound = 40, closeRound = 41, comma = 44, equals = 61,
  at = 64, backslash = 92, open = 123, close = 125,
}

/** Where a sign comes next; past all places where it never does. */
export function placeOf(text: string, sign: string, from: number): number {
  const place = text.indexOf(sign, from);
  return place < 0 ? Infinity : place;
}

/** Whether a code is that of an ASCII letter. */
export function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Where a citekey ends: at its comma, or at what shows that there is none. */
export function keyEnd(text: string, from: number): number {
  for (let end = from; end < text.length; end += 1) {
    switch (text.charCodeAt(end)) {
      case Sign.newline: case Sign.quote: case Sign.comma: case Sign.equals: case Sign.open: case Sign.close:
        return end;
    }
  }
  return text.length;
}
