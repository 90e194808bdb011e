import type { CslName } from '../library/record';
import { isGroup, nameFromFamilyFirst, nameFromGivenFirst, nameFromVancouver, partedName } from './names';

/** At the end of given names in MEDLINE: `Martin L Jr`, `James D 3rd`. */
const suffixAtEnd = /^(\S.*?)\s+(Jr|Sr|II|III|IV|2nd|3rd|4th)\.?$/;

/** No name is longer, and no search in one takes long. */
const longestName = 300;

/** Most names: a family name and given names without any mark, so that nothing has to be looked for in them. */
const simpleName = /^(\p{L}[\p{L}'’-]*(?: \p{L}[\p{L}'’-]*)*), (\p{L}[\p{L}-]*(?: \p{L}(?!r$|[Ir]{1,2}$)[\p{L}-]*)*)$/u;

/**
 * A name as bibliographic databases have it: `Gout, I D`, `McCormick, MC`, `Chen YM`, and given first where neither a
 * comma nor initials at the end say otherwise (`James Brown`).
 */
export function nameFromDatabase(text: string): CslName | undefined {
  const whole = text.slice(0, longestName);
  const simple = simpleName.exec(whole);
  if (simple) {
    return partedName(simple[1] ?? '', dottedInitials(simple[2] ?? ''));
  }
  const plain = whole.replace(/\s*\([^()]*@[^()]*\)/g, '').trim();
  if (!plain.includes(',')) {
    return nameWithoutComma(plain);
  }
  const name = nameFromFamilyFirst(plain);
  if (name?.given === undefined) {
    return name;
  }
  const [, given = name.given, suffix = name.suffix] = suffixAtEnd.exec(name.given) ?? [];
  return { ...name, given: dottedInitials(given), ...(suffix !== undefined && { suffix }) };
}

function nameWithoutComma(plain: string): CslName | undefined {
  if (isGroup(plain)) {
    return { literal: plain };
  }
  const short = nameFromVancouver(plain);
  if (short?.given !== undefined) {
    return { ...short, given: dottedInitials(short.given) };
  }
  return nameFromGivenFirst(plain);
}

/** `I D` and `ID` → `I. D.`, `Julian Pt` stays: as CSL has initials, so that styles can set them in their own way. */
export function dottedInitials(given: string): string {
  if (!/(?:^|[\s-])\p{Lu}(?:$|[\s-])|^\p{Lu}+$/u.test(given)) {
    return given;
  }
  const parted = /^\p{Lu}{2,4}$/u.test(given) ? [...given].join(' ') : given;
  return parted.replace(/(?<=^|[\s-])(\p{Lu})(?=$|[\s-])/gu, '$1.');
}
