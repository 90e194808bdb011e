import { writeKey } from '../notes/citekey';
import { splitLocator } from '../notes/locator';
import type { LocatorTerms } from '../notes/locatorTerms';

/** A work that is to be cited, and what is to stand around it. */
export interface CitedWork {
  readonly key: string;
  /** `see` */
  readonly prefix?: string;
  /** `p. 168`, or the number of a page alone. */
  readonly locator?: string;
  /** `and passim` */
  readonly suffix?: string;
}

/** What can't stand in a citation: it would end it, begin another, or open a bracket without an end. */
export type AffixFault = 'semicolon' | 'bracket' | 'citation';

/**
 * @param terms the words for places of the note's language, which a suffix must not be taken for
 * @returns the work as it is written in a group: `see @chen1995, p. 168 and passim`
 */
export function writeCitedWork({ key, prefix = '', locator = '', suffix = '' }: CitedWork, terms: LocatorTerms): string {
  const before = prefix.trim() === '' ? '' : `${prefix.trim()} `;
  const place = locator.trim() === '' ? '' : `, ${locator.trim()}`;
  const rest = suffix.trim();
  const after = rest === '' || /^[,.:]/.test(rest) ? rest : ` ${rest}`;
  // `[@a 33 years later]` would be page 33; empty braces say that there is no locator.
  const isPage = place === '' && splitLocator(after, terms).locator !== undefined;
  return `${before}${writeKey(key)}${place}${isPage ? `{}${after.startsWith(' ') ? ',' : ''}` : ''}${after}`;
}

/** @returns the work as a MyST role names it: `{see}chen1995{p. 168}` */
export function writeRoleWork({ key, prefix = '', locator = '', suffix = '' }: CitedWork): string {
  const after = [locator.trim(), suffix.trim()].filter((text) => text !== '').join(' ');
  return `${prefix.trim() === '' ? '' : `{${prefix.trim()}}`}${key}${after === '' ? '' : `{${after}}`}`;
}

/** @returns why a text can't be a prefix, a locator or a suffix; undefined where it can */
export function affixFault(text: string): AffixFault | undefined {
  if (text.includes(';')) return 'semicolon';
  if (/(?<![\p{L}\p{N}\\])@[\p{L}\p{N}_{]/u.test(text)) return 'citation';
  let depth = 0;
  for (const char of text.replace(/\\./g, '')) {
    if (char === '[') depth++;
    if (char === ']' && --depth < 0) return 'bracket';
  }
  return depth === 0 ? undefined : 'bracket';
}
