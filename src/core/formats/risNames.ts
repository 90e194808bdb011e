import type { CslName } from '../library/record';
import { isGroup, nameFromFamilyFirst, nameFromGivenFirst, partedName } from './names';
import type { RisEntry } from './risEntry';
import { singleSpaced } from './whiteSpace';
import { simpleNameIn } from './simpleNameIn';

export interface RisNames {
  readonly names: readonly CslName[] | undefined;
  /** The list ends with `et al.` */
  readonly truncated: boolean;
}

const none: RisNames = { names: undefined, truncated: false };

/** The names of two tags that mean the same, in the order of the text. */
export function risNames(entry: RisEntry, one: number, two: number): RisNames {
  const from = Math.min(entry.from(one), entry.from(two));
  const to = Math.max(entry.to(one), entry.to(two));
  let count = 0;
  for (let index = from; index < to; index += 1) count += entry.isOf(index, one, two) ? 1 : 0;
  if (count === 0) return none;
  const names = new Array<CslName>(count);
  count = 0;
  for (let index = from; index < to; index += 1) {
    if (!entry.isOf(index, one, two)) continue;
    const name = nameAt(entry, index);
    // One name in a form of its own, and the list is read as a whole.
    if (!name) return namesOf(entry.inOrder(one, two));
    names[count] = name;
    count += 1;
  }
  return { names, truncated: false };
}

/** A name whose form says all by itself: `Chen, Y. M.`, `van der Berg, Jan`. */
function nameAt(entry: RisEntry, index: number): CslName | undefined {
  const start = entry.plainStart(index);
  const simple = start < 0 ? undefined : simpleNameIn(entry.text, start, entry.end(index), entry.texts);
  if (simple) return endsShort(simple.given ?? '') ? undefined : simple;
  const value = entry.value(index);
  return value.includes(',') && !value.includes(';') && !endsShort(value) ? nameOf(value) : undefined;
}

/** The names of some values, in the order of the text. */
function namesOf(values: readonly string[]): RisNames {
  const names: CslName[] = [];
  let truncated = false;
  // A file that knows no commas has the family name last: `Catarina Barata`, `Jorge Marques`.
  const areGivenFirst = values.length > 1 && values.every(isPlainPerson);
  for (const value of values) {
    if (value.includes(';') || endsShort(value)) {
      truncated = readList(value, names) || truncated;
    } else {
      const name = areGivenFirst ? nameFromGivenFirst(value) : nameOf(value);
      if (name) names.push(name);
    }
  }
  return { names: names.length > 0 ? names : undefined, truncated };
}

/** Whether a name ends with `et al`, `et al.` or `and others`; most do not have their last letter. */
function endsShort(value: string): boolean {
  const last = value.charCodeAt(value.length - 1) | 32;
  const mayBe = last === 108 || last === 115 || (last === 46 && (value.charCodeAt(value.length - 2) | 32) === 108);
  return mayBe && /\b(?:al\.?|others)$/i.test(value);
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

/** Whether a group's name would be read as a person's, or as the end of a list, were it written as it is. */
export function readsAsPerson(literal: string): boolean {
  return isPlainPerson(literal) || hasInitials.test(literal) || endsShort(literal);
}

const hasInitials = /(?:^|\s)\p{Lu}\.(?:\s|\p{Lu})/u;

/** Two or three capitalised words that do not name a group. */
function isPlainPerson(value: string): boolean {
  return !value.includes(',') && /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,2}$/u.test(value) && !isGroup(value);
}

/**
 * EndNote's way with a group's name is a comma at its end, and two for one of its own: `Ministry of Health,, Labour`.
 * Else RIS has the family first; without a comma it is an institution, unless initials show a person: `M. Emre Celebi`.
 */
function nameOf(value: string): CslName | undefined {
  const comma = value.indexOf(',');
  if (comma < 0) {
    return hasInitials.test(value) ? nameFromGivenFirst(value) : nameFromFamilyFirst(value);
  }
  const double = value.indexOf(',,');
  if (double > 0) return { literal: singleSpaced(`${value.slice(0, double)}, ${value.slice(double + 2).replace(/^,+/, '')}`).replace(/,$/, '') };
  const family = value.slice(0, comma).trim();
  if (comma === value.length - 1 && family !== '') return { literal: singleSpaced(family) };
  const given = value.slice(comma + 1).trim();
  // Numbers belong to a name here, as no page is around it that has footnotes.
  const isSimple = family !== '' && given !== '' && !/[,*†‡§¶⁎∗✉()\\]/.test(given) && !/[*†‡§¶⁎∗✉()\\]/.test(family);
  if (!isSimple) return nameFromFamilyFirst(value);
  return partedName(singleSpaced(family), singleSpaced(given));
}
