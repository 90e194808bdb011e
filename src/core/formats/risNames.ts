import type { CslName } from '../library/record';
import { familyParts, isGroup, nameFromFamilyFirst, nameFromGivenFirst } from './names';
import { simpleName } from './simpleName';

export interface RisNames {
  readonly names: readonly CslName[] | undefined;
  /** The list ends with `et al.` */
  readonly truncated: boolean;
}

/** The names of some tags. */
export function risNames(values: readonly string[]): RisNames {
  if (values.length === 0) return { names: undefined, truncated: false };
  const names: CslName[] = [];
  let truncated = false;
  // A file that knows no commas has the family name last: `Catarina Barata`, `Jorge Marques`.
  const areGivenFirst = values.length > 1 && values.every(isPlainPerson);
  for (const value of values) {
    if (value.includes(';') || (mayEndShort(value) && /\b(?:al\.?|others)$/i.test(value))) {
      truncated = readList(value, names) || truncated;
    } else {
      const name = areGivenFirst ? nameFromGivenFirst(value) : (simpleName(value) ?? nameOf(value));
      if (name) names.push(name);
    }
  }
  return { names: names.length > 0 ? names : undefined, truncated };
}

/** Whether the last letter is that of `et al`, `et al.` or `and others`. */
function mayEndShort(value: string): boolean {
  const last = value.charCodeAt(value.length - 1) | 32;
  return last === 108 || last === 115 || (last === 46 && (value.charCodeAt(value.length - 2) | 32) === 108);
}

/** Several names in one value, `et al.` among them or not; whether it was. */
function readList(value: string, names: CslName[]): boolean {
  let truncated = false;
  for (const part of value.split(';').map((each) => each.trim())) {
    const whole = part.replace(/(?:^|,? )(?:et\.? al\.?|and others)$/i, '');
    truncated ||= whole !== part;
    const name = whole === '' ? undefined : nameOf(whole);
    if (name) names.push(name);
  }
  return truncated;
}

/** Two or three capitalised words that do not name a group. */
function isPlainPerson(value: string): boolean {
  return !value.includes(',') && /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,2}$/u.test(value) && !isGroup(value);
}

/** RIS has the family first; without a comma it is an institution, unless initials show a person: `M. Emre Celebi`. */
function nameOf(value: string): CslName | undefined {
  const comma = value.indexOf(',');
  if (comma < 0) {
    const isPerson = /(?:^|\s)\p{Lu}\.(?:\s|\p{Lu})/u.test(value);
    return isPerson ? nameFromGivenFirst(value) : nameFromFamilyFirst(value);
  }
  const family = value.slice(0, comma).trim();
  const given = value.slice(comma + 1).trim();
  // Numbers belong to a name here, as no page is around it that has footnotes.
  const isSimple = family !== '' && given !== '' && !/[,*†‡§¶⁎∗✉()\\]/.test(given) && !/[*†‡§¶⁎∗✉()\\]/.test(family);
  return isSimple ? { ...familyParts(family.replace(/\s+/g, ' ')), given: given.replace(/\s+/g, ' ') } : nameFromFamilyFirst(value);
}
