import { isSpace } from './whiteSpace';

/**
 * A text without some signs, and white space, at its end. A pattern such as `[,\s]+$` looks at a long run of them once for
 * each sign of it.
 * @param signs without white space
 */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && (isSpace(text.charCodeAt(end - 1)) || signs.includes(text.charAt(end - 1)))) end -= 1;
  return text.slice(0, end);
}

/** A text without a sign at either end. */
export function withoutSign(text: string, sign: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text[start] === sign) start += 1;
  while (end > start && text[end - 1] === sign) end -= 1;
  return text.slice(start, end);
}
