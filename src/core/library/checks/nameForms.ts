import { isGroup, nameFromFamilyFirst, nameFromGivenFirst, nameFromVancouver } from '../../formats/names';
import type { CslName } from '../record';

const word = "\\p{Lu}[\\p{L}\\p{M}'’-]*\\p{Ll}[\\p{L}\\p{M}'’-]*";
const particles = '(?:(?:van|von|de|den|der|del|della|di|da|dos|la|le|el|al|bin|ter|ten|zu)\\s+){0,3}';
const family = `${particles}${word}(?:\\s${word})?`;

/** `Chen YM`, `van der Berg J Jr`. */
const vancouver = new RegExp(`^${family} (\\p{Lu}{1,4})(?: (?:Jr|Sr|II|III|2nd|3rd)\\.?)?$`, 'u');
/** `Chen, Y. M.`, `Chen, Yu-Min`. */
const familyFirst = new RegExp(`^${family},\\s*(?:(?:\\p{Lu}\\.?[\\s-]?){1,4}|${word}(?:[\\s-](?:\\p{Lu}\\.?|${word})){0,2})$`, 'u');
/** `Y. M. Chen`. */
const givenFirst = new RegExp(`^(?:\\p{Lu}\\.[\\s-]?){1,4}\\s?${particles}${word}$`, 'u');
/** `Yu-Min Chen`, `Mary A. Jones`. */
const twoWords = new RegExp(`^${word} (?:\\p{Lu}\\.? )?${particles}${word}$`, 'u');

/** Forms of companies, countries and rooms that look like initials behind a family name. */
const companies = new Set(['AG', 'SA', 'AB', 'AS', 'BV', 'NV', 'SE', 'PLC', 'LLC', 'LLP', 'LTD', 'INC', 'CO', 'KG', 'GMBH', 'SPA', 'SRL', 'OY', 'UK', 'US', 'USA', 'EU', 'UN', 'WHO', 'NGO', 'TV', 'II', 'III', 'IV', 'IT', 'HQ']);

/** Words of institutions beyond those that the readers of names know. */
const institution =
  /\b(?:health|statistics|national|international|hospital|cent(?:er|re)s?|office|services?|agency|board|commission|authority|union|trust|laborator(?:y|ies)|bank|press|company|corporation|inc|ltd|school|college|academy|program(?:me)?|project|team|medicine|research|sciences?|canada|australia|america|europe)\b/i;

/** A person's name in one text, read by its form; undefined where it may be something else. */
export function personName(text: string): CslName | undefined {
  const whole = text.trim();
  if (whole.length > 80 || isGroup(whole) || institution.test(whole)) return undefined;
  const initials = vancouver.exec(whole)?.[1];
  if (initials !== undefined) return companies.has(initials) ? undefined : withParts(nameFromVancouver(whole));
  if (familyFirst.test(whole)) return withParts(nameFromFamilyFirst(whole));
  return givenFirst.test(whole) ? withParts(nameFromGivenFirst(whole)) : undefined;
}

/** As `personName`, but two capitalised words count too: only beside other people is that sure enough. */
export function personNameAmongOthers(text: string): CslName | undefined {
  const whole = text.trim();
  return personName(whole) ?? (twoWords.test(whole) && !isGroup(whole) && !institution.test(whole) ? withParts(nameFromGivenFirst(whole)) : undefined);
}

function withParts(name: CslName | undefined): CslName | undefined {
  return name?.family !== undefined && name.given !== undefined ? name : undefined;
}

/** A family name or given name in capitals throughout, with capitals where names have them: `O'BRIEN-MCDONALD` → `O'Brien-McDonald`. */
export function nameCase(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/(?<![\p{L}\p{M}])Mc\p{L}/gu, (start) => start.slice(0, 2) + start.slice(2).toUpperCase())
    .replace(/(?<=\s|^)(?:Van|Von|De|Den|Der|Del|La|Le|Di|Da|Dos)(?=\s)/g, (particle) => particle.toLowerCase());
}

/** A name as people read it: `Y. M. Chen`, or what it is called as a whole. */
export function shownName(name: CslName): string {
  return name.literal ?? [name.given, name['dropping-particle'], name['non-dropping-particle'], name.family, name.suffix].filter(Boolean).join(' ');
}
