import type { CslName } from '../library/record';
import { isObject, scalarText } from './plainValue';

/** Small words before a family name: `van den Berg`, `de la Cruz`, `al-Farsi` keeps its hyphen. */
const particles: ReadonlySet<string> = new Set([
  'van', 'von', 'vom', 'zu', 'zum', 'zur', 'den', 'der', 'des', 'de', 'del', 'della', 'dei', 'degli', 'di', 'da', 'do', 'dos', 'das', 'du', 'la', 'le', 'las',
  'los', 'el', 'al', 'af', 'av', 'ter', 'ten', 'te', 'tot', 'op', 'bin', 'ibn', 'bint', 'y', 'e', "d'", 'd’', "'t", '’t',
]);

const suffixWord = /^(?:jr|sr|jun|sen|ii|iii|iv|2nd|3rd)\.?$/i;

/** No name is longer, and no search in one takes long. */
const longestName = 300;

/** Words that no person is called by, but groups are: `on behalf of the EORTC Study Group`. */
const groupWord =
  /\b(?:group|consortium|collaborat(?:ion|ors?|ive)|investigators|network|committee|association|society|university|institute|organi[sz]ation|department|ministry|federation|foundation|council|working party|task force|study team|initiative)\b/i;

/** Whether a name is a group's: `on behalf of the EORTC Study Group`. */
export function isGroup(text: string): boolean {
  return groupWord.test(text);
}

/**
 * A name written family first: `Chen, Y. M.`, `van der Berg, Jan`, RIS's `King,Martin Luther,Jr.`.
 * Without a comma it is a name that has no parts, such as an institution's.
 */
export function nameFromFamilyFirst(text: string): CslName | undefined {
  const [family = '', second = '', third = ''] = tidy(text).split(/\s*,\s*/);
  if (!second) {
    return family ? { literal: family } : undefined;
  }
  if (!family) {
    return { literal: second };
  }
  if (third) {
    // BibTeX has `King, Jr., Martin`, RIS `King, Martin, Jr.`
    const [given, suffix] = suffixWord.test(second) ? [third, second] : [second, third];
    return partedName(family, given, suffix);
  }
  return partedName(family, second);
}

/**
 * A name written given first: `Y. M. Chen`, `Ludwig van Beethoven`. Where a name has several family names without a
 * particle (`Gabriel García Márquez`), the last one is taken; nothing in the text says more.
 */
export function nameFromGivenFirst(text: string): CslName | undefined {
  const whole = tidy(text).replace(/\s*,\s*(?=(?:jr|sr|ii|iii|iv)\.?$)/i, ' ');
  if (!whole) {
    return undefined;
  }
  if (groupWord.test(whole)) {
    return { literal: whole.replace(/^(?:and\s+)?(?:on|for)\s+(?:behalf\s+of\s+)?(?:the\s+)?/i, '') };
  }
  if (whole.includes(',')) {
    return nameFromFamilyFirst(whole);
  }
  const words = whole.split(' ');
  const suffix = words.length > 2 && suffixWord.test(words.at(-1) ?? '') ? words.pop() : undefined;
  let start = words.length - 1;
  while (start > 1 && isParticle(words[start - 1])) {
    start -= 1;
  }
  if (start === 0) {
    return { literal: whole };
  }
  return {
    ...familyParts(words.slice(start).join(' ')),
    given: words.slice(0, start).join(' '),
    ...(suffix && { suffix }),
  };
}

/** A name as Vancouver has it: `Huang FP`, `van der Berg J`, `King ML Jr`. */
export function nameFromVancouver(text: string): CslName | undefined {
  const match = /^(.+?)\s+(\p{Lu}[\p{L}.-]{0,5})(?:\s+((?:jr|sr|ii|iii|iv|2nd|3rd)\.?))?$/iu.exec(tidy(text));
  const given = match?.[2] ?? '';
  if (!match || given.replace(/[^\p{Lu}]/gu, '').length * 2 < given.replace(/[.-]/g, '').length) {
    return tidy(text) ? { literal: tidy(text) } : undefined;
  }
  return { ...familyParts(match[1] ?? ''), given, ...(match[3] && { suffix: match[3] }) };
}

/** `van der Berg` as CSL parts it: styles sort and print the particle by their own rules. */
export function familyParts(family: string): CslName {
  const start = behindParticles(family);
  return start === 0 ? { family } : { 'non-dropping-particle': family.slice(0, start - 1), family: family.slice(start) };
}

/** The same with given names and a suffix, where there are any. */
export function partedName(family: string, given: string | undefined, suffix?: string): CslName {
  if (given === undefined || suffix !== undefined) {
    return { ...familyParts(family), ...(given !== undefined && { given }), ...(suffix !== undefined && { suffix }) };
  }
  // As most names are; V8 takes long to copy an object's properties.
  const start = behindParticles(family);
  return start === 0 ? { family, given } : { 'non-dropping-particle': family.slice(0, start - 1), family: family.slice(start), given };
}

/** Where a family name begins behind its particles; the last word is none. */
function behindParticles(family: string): number {
  let start = 0;
  for (let space = family.indexOf(' '); space >= 0; space = family.indexOf(' ', start)) {
    if (!isParticle(family.slice(start, space))) break;
    start = space + 1;
  }
  return start;
}

/** Footnote marks, roles and stray TeX around a name: `Xiao Wang*`, `F. Chen (Corresponding author)`, `Loh \`. */
export function tidy(text: string): string {
  return text
    .slice(0, longestName)
    .replace(/\s+/g, ' ')
    .replace(/\((?:[^()]*\b(?:author|editor|ed|eds|supervisor|contributor)\b[^()]*)\)/gi, '')
    .replace(/\\+/g, ' ')
    .replace(/(?<=[\p{L}.])[\d*†‡§¶#⁎∗✉⁰-⁹¹²³]+(?:\s*,\s*[\d*†‡§¶#⁎∗✉]+)*/gu, '')
    .replace(/[*†‡§¶⁎∗✉]/gu, '')
    .replace(/ {2,}/g, ' ')
    .replace(/^[ ,;]+|[ ,;]+$/g, '')
    .replace(/^(?:and|&)\s+/i, '');
}

/** Given names that are initials only: `Y. M.`, `FP`, `J.-M.` */
export function isInitials(given: string | undefined): boolean {
  return given !== undefined && /^(?:\p{Lu}{1,3}\.?[\s-]*)+$/u.test(given);
}

/** A name from CSL-JSON or CSL-YAML, whose writers are not all strict: a text, numbers, `given: [Ann]`. */
export function nameFromValue(value: unknown): CslName | undefined {
  const text = scalarText(value)?.trim();
  if (text !== undefined) {
    return text ? { literal: text } : undefined;
  }
  if (!isObject(value)) {
    return undefined;
  }
  const name: Record<string, string> = {};
  for (const key of nameKeys) {
    const part = value[key];
    const partText = Array.isArray(part) ? part.map(scalarText).filter(Boolean).join(' ') : scalarText(part);
    if (partText !== undefined && partText !== '') {
      name[key] = partText;
    }
  }
  const fallback = scalarText(value.name);
  if (Object.keys(name).length === 0 && fallback) {
    return { literal: fallback };
  }
  return Object.keys(name).length > 0 ? name : undefined;
}

const nameKeys = ['family', 'given', 'suffix', 'dropping-particle', 'non-dropping-particle', 'literal'] as const;

function isParticle(word: string | undefined): boolean {
  return word !== undefined && particles.has(word);
}
