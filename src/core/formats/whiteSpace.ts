/** A text without white space at its ends and with one space for every run of it inside, as `\s+` would find it. */
export function singleSpaced(text: string): string {
  let out = '';
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (!isSpace(code)) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < text.length && isSpace(text.charCodeAt(end))) end += 1;
    const isFine = code === 32 && end === at + 1 && at > 0 && end < text.length;
    if (!isFine) {
      out += text.slice(start, at);
      if (at > 0 && end < text.length) out += ' ';
      start = end;
    }
    at = end;
  }
  return start === 0 && out === '' ? text : out + text.slice(start);
}

/** Whether two signs of white space follow one another in a part of a text; looks at every second sign. */
export function hasSpaces(text: string, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 2) {
    if (!isSpace(text.charCodeAt(at))) continue;
    if (isSpace(text.charCodeAt(at - 1)) || (at + 1 < to && isSpace(text.charCodeAt(at + 1)))) return true;
  }
  return false;
}

/** Whether a sign is white space to JavaScript's `\s`. */
export function isSpace(code: number): boolean {
  return code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 160 && isWideSpace(code);
}

function isWideSpace(code: number): boolean {
  return code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 ||
    code === 0x202f || code === 0x205f || code === 0x3000 || code === 0xfeff;
}
