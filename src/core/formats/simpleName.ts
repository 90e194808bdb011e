import type { CslName } from '../library/record';

/**
 * Most names of most files, `Chen, Y. M.`: one word, a comma, and given names, of letters, full stops and hyphens alone.
 * Undefined for any other, which takes longer to read.
 */
export function simpleName(text: string): CslName | undefined {
  let comma = 0;
  let last = 32;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 44) {
      if (comma > 0 || last === 32) return undefined;
      comma = at;
    } else if (code === 32) {
      if (comma === 0 || last === 32) return undefined;
    } else if (!isNameSign(code) || (code === last && code < 65)) {
      return undefined;
    }
    last = code;
  }
  const start = text.charCodeAt(comma + 1) === 32 ? comma + 2 : comma + 1;
  return comma === 0 || last === 32 || start >= text.length ? undefined : { family: text.slice(0, comma), given: text.slice(start) };
}

/** Letters of Latin and the scripts after it, `.`, `-`, and both apostrophes. */
export function isNameSign(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 46 || code === 45 || code === 39 || code === 0x2019 ||
    (code >= 192 && code < 0x1680);
}
