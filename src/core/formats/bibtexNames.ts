import type { CslName } from '../library/record';
import { latexToText } from './latex';
import { isGroup, tidy } from './names';
import { simpleName } from './simpleName';
import { isSpace } from './whiteSpace';

export interface BibtexNames {
  readonly names: readonly CslName[];
  /** The list ends with `and others`. */
  readonly truncated: boolean;
}

/** What a list of names is read with; a file that names the same people again and again hands in one that remembers. */
export type NameReader = (name: string) => CslName | undefined;

/** BibTeX's list of names, still in TeX: `Chen, Y. M. and {World Health Organization} and others`. */
export function bibtexNames(value: string, read: NameReader = bibtexName): BibtexNames {
  const names: CslName[] = [];
  let truncated = false;
  for (const part of namesIn(value)) {
    if (isTruncation(part)) {
      truncated = true;
      continue;
    }
    const name = part === '' ? undefined : ((endsInParticle(part) ? undefined : simpleName(part)) ?? read(part));
    if (name) names.push(name);
  }
  return { names, truncated };
}

/** Whether a name only says that there are more. */
export function isTruncation(name: string): boolean {
  return name.length < 8 && /^(?:others|et\.? al\.?)$/i.test(name);
}

/** Whether a name's last word begins in lower case, as in `Souza, Luciana Moreira de`. */
function endsInParticle(name: string): boolean {
  const code = name.charCodeAt(name.lastIndexOf(' ') + 1);
  return code >= 97 && code <= 122;
}

/** The names of a list. No name has a comment of TeX in it, a `;`, or four parts; where a list seems to, its writer knew no `and`. */
function namesIn(value: string): readonly string[] {
  const text = value.includes('%') ? value.replace(/(?<!\\)%[^\n]*\n\s*/g, '') : value;
  const parts = listParts(text);
  const [only = ''] = parts;
  if (parts.length > 1 || only.length < 12 || only.includes('=')) {
    return parts;
  }
  if (only.includes(';')) {
    const names = splitOutside(only, 59).map((name) => name.trim());
    return names.every((name) => name.includes(' ')) ? names : parts;
  }
  const commas = only.split(',', 5).length > 3 ? splitOutside(only, 44).map((name) => name.trim()) : [];
  return commas.length > 3 && commas.every((name) => name.includes(' ')) ? commas : parts;
}

/** The items of a BibLaTeX list, which ` and ` parts outside of all braces; where a brace is not closed, anywhere. */
export function listParts(value: string, bracesCount = true): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (code > 32 && code < 123) continue;
    if (code === 123) depth += 1;
    else if (code === 125) depth -= 1;
    else if (code <= 32 && (depth <= 0 || !bracesCount) && isAnd(value, at)) {
      parts.push(value.slice(start, at).trim());
      start = at + 5;
      at += 3;
    }
  }
  if (depth > 0 && bracesCount) return listParts(value, false);
  parts.push(value.slice(start).trim());
  return parts;
}

function isAnd(text: string, space: number): boolean {
  return (text.charCodeAt(space + 1) | 32) === 97 && (text.charCodeAt(space + 2) | 32) === 110 &&
    (text.charCodeAt(space + 3) | 32) === 100 && text.charCodeAt(space + 4) <= 32;
}

/** One name in any of BibTeX's and BibLaTeX's forms. */
export function bibtexName(text: string): CslName | undefined {
  if (text.startsWith('{') && isBraced(text)) {
    const literal = latexToText(text.slice(1, -1));
    return literal === '' ? undefined : { literal };
  }
  if (/^(?:family|given|prefix|suffix)(?:-i)?\s*=/i.test(text)) {
    return extendedName(text);
  }
  const parts = splitOutside(text, 44);
  return parts.length === 1 ? givenFirst(text) : familyFirst(parts);
}

function familyFirst(parts: readonly string[]): CslName | undefined {
  const [first = '', ...others] = parts;
  // `Smith, John, Jr.` is said as RIS says it: nobody's given name is `Jr.`.
  const [second = '', third] = others.length === 2 && isSuffix(others[1] ?? '') && !isSuffix(others[0] ?? '') ? others.toReversed() : others;
  const family = latexToText(first);
  const given = latexToText(third ?? second);
  if (family === '') {
    return given === '' ? undefined : { literal: given };
  }
  const suffix = third === undefined ? '' : latexToText(second);
  const name: Record<string, string> = {};
  const words = isBraced(first.trim()) ? [] : splitOutside(first, 32);
  const particles = words.length > 1 ? leadingParticles(words) : 0;
  setFamily(name, words, particles, family);
  setGiven(name, third ?? second);
  if (suffix !== '') name.suffix = suffix;
  return name;
}

function isSuffix(text: string): boolean {
  return /^\s*\{?(?:[JS]r\.?|I{2,3}|IV)\}?\s*$/.test(text);
}

/** `van der` of `van der Berg`: as Biber has it, the words in lower case that a family name begins with. */
function leadingParticles(words: readonly string[]): number {
  let count = 0;
  while (count < words.length - 1 && isLower(words[count] ?? '')) count += 1;
  return count;
}

function setFamily(name: Record<string, string>, words: readonly string[], particles: number, whole?: string): void {
  const particle = latexToText(words.slice(0, particles).join(' '));
  const family = particles === 0 && whole !== undefined ? whole : latexToText(words.slice(particles).join(' '));
  if (particle !== '') name['non-dropping-particle'] = particle;
  if (family !== '') name.family = family;
}

/** Particles that may stand after given names: `Souza, Luciana Moreira de`. */
const lastParticle = /^(?:van|von|vom|zu|zur|de|del|della|di|da|do|dos|du|den|der|des|la|las|los|het|ter|ten|d['’])$/;

function setGiven(name: Record<string, string>, given: string): void {
  const words = endsInParticle(given.trimEnd()) || given.endsWith("'") ? splitOutside(given.trim(), 32) : [];
  let end = words.length;
  while (end > 1 && lastParticle.test(words[end - 1] ?? '')) end -= 1;
  const first = latexToText(end === words.length ? given : words.slice(0, end).join(' '));
  if (first !== '') name.given = first;
  if (end < words.length) name['dropping-particle'] = words.slice(end).join(' ');
}

/** Words that come before the family name in BibTeX's `Ludwig van Beethoven`: given names, then particles in lower case. */
function givenFirst(text: string): CslName | undefined {
  const plain = /[\d*†‡§¶⁎∗✉⁰-⁹¹²³()\\&;]/.test(text) && !text.includes('{') ? tidy(latexToText(text)) : text;
  const literal = groupOf(plain);
  if (literal !== undefined) {
    return { literal };
  }
  const words = splitOutside(plain, 32);
  const whole = latexToText(plain);
  const suffix = words.length > 2 && /^(?:jr|sr|ii|iii|iv)\.?$/i.test(words.at(-1) ?? '') ? words.pop() : undefined;
  if (words.length < 2) {
    return whole === '' ? undefined : { family: whole };
  }
  let start = words.findIndex((word, index) => index < words.length - 1 && isLower(word));
  if (start < 0) start = words.length - 1;
  let particles = 0;
  for (let index = start; index < words.length - 1; index += 1) {
    if (isLower(words[index] ?? '')) particles = index - start + 1;
  }
  const name: Record<string, string> = {};
  setFamily(name, words.slice(start), particles);
  const given = latexToText(words.slice(0, start).join(' '));
  if (given !== '') name.given = given;
  if (suffix !== undefined) name.suffix = suffix;
  if (name.family !== undefined) return name;
  return whole === '' ? undefined : { family: whole }; // `Chen {}`
}

/** A group that its file forgot to put in braces: `on behalf of the EORTC Study Group`. */
function groupOf(text: string): string | undefined {
  if (!isGroup(text)) {
    return undefined;
  }
  return latexToText(text).replace(/^(?:and\s+)?(?:on|for)\s+(?:behalf\s+of\s+)?(?:the\s+)?/i, '');
}

/** Whether a word's first letter outside of braces is a small one; `{\'e}` is a letter, `{van}` has none. */
function isLower(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code >= 97 && code <= 122) return true;
  if ((code >= 65 && code <= 90) || (code === 123 && word.charCodeAt(1) !== 92)) return false;
  const letter = /\p{L}/u.exec(latexToText(word))?.[0] ?? '';
  return letter !== letter.toUpperCase();
}

/** BibLaTeX's `family=Berg, given=Jan, prefix=van den, suffix=Jr, useprefix=true`. */
function extendedName(text: string): CslName | undefined {
  const name: Record<string, string> = {};
  const keys: Readonly<Record<string, string>> = { family: 'family', given: 'given', suffix: 'suffix', prefix: 'non-dropping-particle' };
  let isDropping = false;
  for (const part of splitOutside(text, 44)) {
    const equals = part.indexOf('=');
    const key = part.slice(0, Math.max(equals, 0)).trim().toLowerCase();
    const value = latexToText(part.slice(equals + 1).trim().replace(/^"|"$/g, ''));
    const own = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (own !== undefined && value !== '') name[own] = value;
    if (key === 'useprefix') isDropping = value === 'false';
  }
  const { 'non-dropping-particle': particle, ...others } = name;
  if (isDropping && particle !== undefined) return { ...others, 'dropping-particle': particle };
  return Object.keys(name).length > 0 ? name : undefined;
}

/** Parts between commas (44) or semicolons (59), or words (32; `~` parts them too), outside of all braces. */
function splitOutside(text: string, separator: 44 | 59 | 32): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 123) depth += 1;
    else if (code === 125) depth -= 1;
    else if (depth <= 0 && (code === separator || (separator === 32 && isSpace(code)) || (separator === 32 && code === 126 && text.charCodeAt(at - 1) !== 92))) {
      if (separator !== 32 || at > start) parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (separator !== 32 || start < text.length) parts.push(text.slice(start));
  return parts;
}

function isBraced(text: string): boolean {
  if (!text.startsWith('{') || !text.endsWith('}') || text.startsWith('{\\')) {
    return false; // `{\"O}` is a letter, no name
  }
  let depth = 0;
  for (let index = 0; index < text.length - 1; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 123) depth += 1;
    else if (code === 125) depth -= 1;
    if (depth === 0) return false;
  }
  return true;
}
