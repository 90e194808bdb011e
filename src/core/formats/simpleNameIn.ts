import type { CslName } from '../library/record';
import type { ShortTexts } from './shortTexts';
import { isNameSign } from './simpleName';

/** What `simpleName` reads, from a place in a text and without making the whole name first. */
export function simpleNameIn(text: string, from: number, to: number, texts: ShortTexts): CslName | undefined {
  let comma = from;
  let last = 32;
  // The signs of the given names, and before them of the family name, as `ShortTexts` knows them.
  let [high, low, codes] = [0, 0, 0];
  let [familyHigh, familyLow, familyCodes] = [0, 0, 0];
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 44) {
      if (comma > from || last === 32) return undefined;
      comma = at;
      [familyHigh, familyLow, familyCodes] = [high, low, codes];
      [high, low, codes] = [0, 0, 0];
    } else {
      if (code === 32) {
        if (comma === from || last === 32) return undefined;
      } else if (!isNameSign(code) || (code === last && code < 65)) {
        return undefined;
      }
      if (last !== 44 || code !== 32) {
        high = (high << 8) | (low >>> 24);
        low = (low << 8) | code;
        codes |= code;
      }
    }
    last = code;
  }
  const start = text.charCodeAt(comma + 1) === 32 ? comma + 2 : comma + 1;
  if (comma === from || last === 32 || start >= to) return undefined;
  const family = texts.packed(text, { from, to: comma, high: familyHigh, low: familyLow, codes: familyCodes });
  return { family, given: texts.packed(text, { from: start, to, high, low, codes }) };
}
