import type { CslName } from '../library/record';
import { bibtexNames } from './bibtexNames';
import { latexText } from './latexWrite';
import type { Dialect } from './bibtexWriteTypes';

/** A list of names as BibTeX has it: `van der Berg, J. and {World Health Organization}`. */
export function writtenNames(list: readonly CslName[], dialect: Dialect): string {
  return list.map((name) => writtenName(name, dialect)).filter((text) => text !== '').join(' and ');
}

/** The plainest way to write a name that is read as the same again. */
function writtenName(name: CslName, dialect: Dialect): string {
  if ((name.family ?? '') === '') {
    const literal = latexText(name.literal ?? name.given ?? name['non-dropping-particle'] ?? '');
    return literal === '' ? '' : `{${literal.startsWith('\\') ? '{}' : ''}${literal}}`;
  }
  const forms = [plainName(name), bracedName(name), wholeName(name), ...(dialect === 'biblatex' ? [extendedName(name)] : [])];
  return forms.find((form) => isSame(form, name)) ?? bracedName(name, whole(name.given));
}

/** `van der Berg, Jr., Jan de`. */
function plainName(name: CslName): string {
  const family = joined(' ', name['non-dropping-particle'], name.family);
  return nameParts(latexText(family), name);
}

/** The same with a family name that is not looked into: `{de la Cruz}, Ana`. */
function bracedName(name: CslName, given?: string): string {
  const particle = safe(latexText(name['non-dropping-particle'] ?? ''));
  return nameParts(joined(' ', particle, `{${latexText(name.family ?? '')}}`), name, given);
}

/** The same with given names that are not looked into: `Aalst, {W. M. P. van der}`. */
function wholeName(name: CslName): string {
  const family = joined(' ', name['non-dropping-particle'], name.family);
  return nameParts(safe(latexText(family)), name, whole(name.given));
}

function whole(part: string | undefined): string {
  return part === undefined || part.trim() === '' ? '' : `{${latexText(part)}}`;
}

function nameParts(family: string, name: CslName, own = safe(latexText(name.given ?? ''))): string {
  const given = joined(' ', own, safe(latexText(name['dropping-particle'] ?? '')));
  const parts = [family, ...(name.suffix === undefined ? [] : [safe(latexText(name.suffix))]), given];
  const isAlone = parts.length === 1 || (parts.length === 2 && parts[1] === '');
  return isAlone && !family.includes(' ') && !family.startsWith('{') ? family : parts.join(', ');
}

/** BibLaTeX's extended form, for what the others cannot say. */
function extendedName(name: CslName): string {
  const prefix = name['dropping-particle'] ?? name['non-dropping-particle'];
  const parts = { family: name.family, given: name.given, suffix: name.suffix, prefix };
  const written = Object.entries(parts).filter(([, part]) => part !== undefined).map(([key, part]) => `${key}={${latexText(part ?? '')}}`);
  return [...written, ...(prefix === undefined ? [] : [`useprefix=${String(name['dropping-particle'] === undefined)}`])].join(', ');
}

/** A comma or an `and` in a part would part the name. */
function safe(part: string): string {
  return /,|\band\b|;/i.test(part) ? `{${part}}` : part;
}

function joined(separator: string, ...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(separator);
}

/** Whether a written name is read as the name again, and as no more than one. */
function isSame(form: string, name: CslName): boolean {
  const { names: [read, ...more], truncated } = bibtexNames(form);
  const keys = ['family', 'given', 'suffix', 'non-dropping-particle', 'dropping-particle', 'literal'] as const;
  return more.length === 0 && !truncated && keys.every((key) => (read?.[key] ?? '') === (name[key] ?? '').replace(/\s+/g, ' ').trim());
}
