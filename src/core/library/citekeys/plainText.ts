import { fold } from '../fold';
import { plainTitle } from '../plainTitle';

const folding = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const german: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };

/**
 * Letters without their marks, in their own case: `Müller` → `Muller`, `Ærø` → `AEro`. Scripts that are not written
 * with marks of this kind stay as they are.
 * @param inGerman writes `ä` as `ae`, as German does
 */
export function withoutMarks(text: string, inGerman = false): string {
  if (!/[^\x20-\x7e]/.test(text)) return text;
  const composed = text.normalize('NFC');
  const prepared = inGerman ? composed.replace(/[äöüÄÖÜ]/g, (letter) => german[letter] ?? letter) : composed;
  return prepared.replace(/[^\x20-\x7e]/gu, (letter) => plainLetter(letter)).replace(/[\u0300-\u036f]/g, '');
}

function plainLetter(letter: string): string {
  if (!folding.test(letter)) return letter;
  const plain = fold(letter);
  return letter === letter.toLowerCase() ? plain : plain.toUpperCase();
}

/** Whether a record says that it is in German: `de`, `de-AT`, `ger`. */
export function isGerman(language: unknown): boolean {
  return typeof language === 'string' && /^(?:de|ger|deu|german|deutsch)\b/i.test(language);
}

/** A record's text in one line, without markup and control characters, and no longer than a key could need. */
export function recordText(value: unknown, longest: number): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return plainTitle(value.slice(0, longest).replace(/[\p{Cc}\p{Cf}]+/gu, ' '));
}
