import type { CslName } from '../library/record';
import { latexToText } from './latex';
import { familyParts, nameFromGivenFirst } from './names';

export interface BibtexNames {
  readonly names: readonly CslName[];
  /** The list ends with `and others`. */
  readonly truncated: boolean;
}

/** BibTeX's list of names, still in TeX: `Chen, Y. M. and {World Health Organization} and others`. */
export function bibtexNames(value: string): BibtexNames {
  const names: CslName[] = [];
  let truncated = false;
  // White space first: a search for ` and ` in a long run of it would take the square of its length.
  for (const part of splitOutside(value.replace(/\s+/g, ' '), / and /gi)) {
    if (/^(?:others|et\.? al\.?)$/i.test(part.trim())) {
      truncated = true;
      continue;
    }
    const name = bibtexName(part.trim());
    if (name) names.push(name);
  }
  return { names, truncated };
}

function bibtexName(text: string): CslName | undefined {
  if (isBraced(text)) {
    const literal = latexToText(text.slice(1, -1));
    return literal === '' ? undefined : { literal };
  }
  if (/^(?:family|given)\s*=/i.test(text)) {
    return extendedName(text);
  }
  const parts = splitOutside(text, / ?, ?/g).map((part) => part.trim());
  if (parts.length === 1) {
    return givenFirst(text);
  }
  const [family = '', second = '', third] = parts.map((part) => latexToText(part));
  if (family === '') {
    return second === '' ? undefined : { literal: second };
  }
  const given = third ?? second;
  const suffix = third === undefined ? '' : second;
  const own = isBraced(parts[0] ?? '') ? { family } : familyParts(family);
  return { ...own, ...(given !== '' && { given }), ...(suffix !== '' && { suffix }) };
}

/** A braced family name is one, particle or not: `Frank {van Belle}`; white space inside braces does not part. */
function givenFirst(text: string): CslName | undefined {
  const words = splitOutside(text, /[ ~]/g).filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  if (words.length > 1 && isBraced(last)) {
    return { family: latexToText(last), given: latexToText(words.slice(0, -1).join(' ')) };
  }
  const name = nameFromGivenFirst(latexToText(text).replace(/\u00a0/g, ' '));
  return name?.literal !== undefined && words.length === 1 ? { family: name.literal } : name;
}

/** biblatex's `family=Berg, given=Jan, prefix=van den, suffix=Jr`. */
function extendedName(text: string): CslName {
  const name: Record<string, string> = {};
  const keys: Readonly<Record<string, string>> = { family: 'family', given: 'given', suffix: 'suffix', prefix: 'non-dropping-particle' };
  for (const part of splitOutside(text, / ?, ?/g)) {
    const match = /^\s*([a-z]+)\s*=\s*"?([\s\S]*?)"?\s*$/i.exec(part);
    const key = (match?.[1] ?? '').toLowerCase();
    const own = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (own) name[own] = latexToText(match?.[2] ?? '');
  }
  return name;
}

/** Splits where the separator stands outside all braces. */
export function splitOutside(text: string, separator: RegExp): string[] {
  if (!text.includes('{')) {
    return text.split(separator);
  }
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  let counted = 0;
  for (const match of text.matchAll(separator)) {
    for (; counted < match.index; counted += 1) {
      const letter = text[counted];
      depth += letter === '{' ? 1 : letter === '}' ? -1 : 0;
    }
    if (depth <= 0) {
      parts.push(text.slice(start, match.index));
      start = match.index + match[0].length;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

function isBraced(text: string): boolean {
  if (!text.startsWith('{') || !text.endsWith('}')) {
    return false;
  }
  let depth = 0;
  for (let index = 0; index < text.length - 1; index += 1) {
    depth += text[index] === '{' ? 1 : text[index] === '}' ? -1 : 0;
    if (depth === 0) return false;
  }
  return !/^\{\\/.test(text); // `{\"O}` is a letter, no name
}
