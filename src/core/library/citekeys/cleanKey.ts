import { isCrossReference } from '../../notes/citekey';
import { withoutMarks } from './plainText';

/** Longer keys are cut, since a key is typed by hand (UTF-16 units). */
const longestKey = 100;

/**
 * What is left of a text that may stand in a citekey: letters and digits, without diacritics, and single `-`, `_`, `:`,
 * `.`, `/`, `&` and `+` inside. So pandoc reads every key that is made.
 */
export function cleanKey(text: string, inGerman = false, longest = longestKey): string {
  if (/^[A-Za-z0-9]+$/.test(text)) return text.slice(0, longest);
  const plain = withoutMarks(text.normalize('NFC'), inGerman).replace(/[^\p{L}\p{N}\p{M}_:./&+-]/gu, '');
  const cut = Array.from(plain.slice(0, longest)).filter((sign) => !/\p{Cs}/u.test(sign)).join('');
  // Of marks in a row the first stays, and none at either end: `jr..2001-` → `jr.2001`.
  const key = cut.replace(/^[^\p{L}\p{N}\p{M}_]+/u, '').replace(/([:./&+-])[:./&+-]+/g, '$1').replace(/[:./&+-]$/, '');
  return isCrossReference(key) ? key.replace('-', '') : key;
}
