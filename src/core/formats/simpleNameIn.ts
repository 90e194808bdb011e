import type { CslName } from '../library/record';
import { isNameSign } from './simpleName';

/** What `simpleName` reads, from a place in a text and without making the whole name first. */
export function simpleNameIn(text: string, from: number, to: number): CslName | undefined {
  let comma = from;
  let last = 32;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 44) {
      if (comma > from || last === 32) return undefined;
      comma = at;
    } else if (code === 32) {
      if (comma === from || last === 32) return undefined;
    } else if (!isNameSign(code) || (code === last && code < 65)) {
      return undefined;
    }
    last = code;
  }
  const start = text.charCodeAt(comma + 1) === 32 ? comma + 2 : comma + 1;
  return comma === from || last === 32 || start >= to ? undefined : { family: text.slice(from, comma), given: text.slice(start, to) };
}
