import type { CslName } from '../library/record';
import { familyParts, isGroup, nameFromFamilyFirst, nameFromGivenFirst } from './names';

export interface RisNames {
  readonly names: readonly CslName[] | undefined;
  /** The list ends with `et al.` */
  readonly truncated: boolean;
}

/** How many different names are remembered; past that a file's people hardly come again. */
const mostNames = 20_000;

/** Reads RIS's names, and remembers those of the same file. */
export class RisNameReader {
  private readonly known = new Map<string, CslName>();

  read(values: readonly string[]): RisNames {
    if (values.length === 0) return { names: undefined, truncated: false };
    const names: CslName[] = [];
    let truncated = false;
    // A file that knows no commas has the family name last: `Catarina Barata`, `Jorge Marques`.
    const areGivenFirst = values.length > 1 && values.every(isPlainPerson);
    for (const value of values) {
      if (value.includes(';') || /\b(?:al\.?|others)$/i.test(value)) {
        truncated = this.readList(value, names) || truncated;
      } else {
        this.add(names, value, areGivenFirst);
      }
    }
    return { names: names.length > 0 ? names : undefined, truncated };
  }

  /** Several names in one value, `et al.` among them or not; whether it was. */
  private readList(value: string, names: CslName[]): boolean {
    let truncated = false;
    for (const part of value.split(';').map((each) => each.trim())) {
      const whole = part.replace(/(?:^|,? )(?:et\.? al\.?|and others)$/i, '');
      truncated ||= whole !== part;
      if (whole !== '') this.add(names, whole, false);
    }
    return truncated;
  }

  private add(names: CslName[], value: string, isGivenFirst: boolean): void {
    const known = isGivenFirst ? nameFromGivenFirst(value) : (this.known.get(value) ?? nameOf(value));
    if (known === undefined) return;
    names.push(known);
    if (!isGivenFirst && this.known.size < mostNames) this.known.set(value, known);
  }
}

/** Two or three capitalised words that do not name a group. */
function isPlainPerson(value: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,2}$/u.test(value) && !isGroup(value);
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
