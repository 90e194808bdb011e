import { tidy } from '../../formats/names';
import type { CslItem, CslName } from '../record';
import { type Check, type CheckFix, type Report, short, write } from './check';
import { nameCase, personName, personNameAmongOthers, shownName } from './nameForms';

const checked = ['author', 'editor', 'translator', 'container-author', 'collection-editor'] as const;

/** `et al.` and its kin, alone or at the end of a name. */
const etAl = /(?:^|[\s,;&]+)(?:et\.?\s*al\b\.?|(?:and|&|und)\s+(?:others|andere)\b|y\s+otros|et\s+autres|u\.\s?a\.)\.?\s*$/i;
const others = /^(?:others|al\.?|et\.?)$/i;

const degree = /[\s,]+(?:M\.?D\.?|Ph\.?\s?D\.?|MPH|M\.?Sc\.?|B\.?Sc\.?|MBBS|MBChB|FRCPC?|FRCS|FACS|FACP|DDS|DVM|PharmD|DrPH|Dr\.?\s?med\.?)(?:[\s,]+(?:M\.?D\.?|Ph\.?\s?D\.?|MPH|MSc|FRCP|FACS))*\.?$/;
const mixedDegree = /[\s,]+(?:Ph\.?\s?D|M\.?Sc|B\.?Sc|MBChB|PharmD|DrPH)\.?$/;
const title = /^(?:Dr|Prof|Professor|Mr|Mrs|Ms)\.?\s+(?=\p{L})/u;

/** `Whang-Peng`, `J. M.` or `Yu-Min`: most names, which then need no closer look. */
const ordinary = /^(?:\p{Lu}\p{Ll}+[ -]?)+\n(?:\p{Lu}(?:\p{Ll}+|\.)[ -]?)+$/u;

/** The one mistake that a name has, if any: its code, and what the name should be; `[]` takes it out of the list. */
interface NameFinding {
  readonly code: 'name-et-al' | 'names-in-one' | 'name-unparted' | 'name-capitals' | 'name-digits' | 'name-degree';
  readonly better?: readonly CslName[];
}

/** Names: one person each, parted, and nothing but the name. The names of a field with the same mistake are told together. */
export const nameChecks: Check = (record, report) => {
  for (const field of checked) {
    const names = record[field] as CslItem['author'];
    if (!names) continue;
    const found = names.map(findingIn);
    for (const code of new Set(found.flatMap((finding) => finding?.code ?? []))) tell(code, field, names, found, report);
  }
};

function tell(code: NameFinding['code'], field: string, names: readonly CslName[], found: readonly (NameFinding | undefined)[], report: Report): void {
  const wrong = names.filter((_, at) => found[at]?.code === code);
  const better = names.flatMap((name, at) => (found[at]?.code === code ? (found[at].better ?? name) : code === 'name-capitals' ? withShortFamily(name) : name));
  const mended = found.flatMap((finding) => (finding?.code === code ? (finding.better ?? []) : []));
  const fixable = found.some((finding) => finding?.code === code && finding.better !== undefined);
  const severity = code === 'name-capitals' || code === 'name-degree' ? 'information' : 'warning';
  const value = listed(wrong);
  report(code, severity, field, { field, value }, fixable ? fixFor(better, mended, field, value) : undefined);
}

function fixFor(better: readonly CslName[], mended: readonly CslName[], field: string, value: string): CheckFix {
  if (better.length === 0) return { title: { code: 'remove-field', field }, variables: { [field]: undefined } };
  if (mended.length === 0) return { title: { code: 'remove-name', value }, variables: { [field]: better } };
  return write(field, better, listed(mended));
}

/** `LI` among names in capitals is one of them, though alone it may be anything. */
function withShortFamily(name: CslName): CslName {
  return name.given !== undefined && /^\p{Lu}{2,3}$/u.test(name.family ?? '') ? { ...name, family: nameCase(name.family ?? '') } : name;
}

function listed(names: readonly CslName[]): string {
  return short(names.map(shownName).join('; '));
}

function findingIn(name: CslName): NameFinding | undefined {
  const { family, given, literal, suffix } = name;
  if (literal === undefined && suffix === undefined && ordinary.test(`${family ?? ''}\n${given ?? ''}`)) return undefined;
  const whole = literal ?? [family ?? given ?? '', given === undefined ? suffix : undefined].filter(Boolean).join(', ');
  if (whole.length > 1000) return undefined;
  return etAlIn(name) ?? severalIn(whole, literal === undefined ? given : undefined) ?? (given === undefined || literal !== undefined ? unparted(whole) : partsWrong(name));
}

function etAlIn(name: CslName): NameFinding | undefined {
  const text = name.literal ?? [name.family, name.given].filter(Boolean).join(', ');
  if (name.literal === undefined && others.test(name.family ?? '') && (name.given === undefined || /^(?:and|et|&)$/i.test(name.given))) {
    return { code: 'name-et-al', better: [] };
  }
  if (!etAl.test(text) || /^\p{L}+, U\.\s?A\.$/u.test(text)) return undefined;
  const rest = text.replace(etAl, '').replace(/[\s,;]+$/, '');
  if (rest === '') return { code: 'name-et-al', better: [] };
  const people = split(rest) ?? [personName(rest) ?? (name.literal === undefined && name.given !== undefined ? withoutEtAl(name) : { literal: rest })];
  return { code: 'name-et-al', better: people };
}

function withoutEtAl(name: CslName): CslName {
  const clean = (text: string | undefined): string => (text ?? '').replace(etAl, '').replace(/[\s,;]+$/, '');
  const { given, ...rest } = name;
  return { ...rest, family: clean(name.family), ...(clean(given) !== '' && { given: clean(given) }) };
}

function severalIn(whole: string, given: string | undefined): NameFinding | undefined {
  const text = given === undefined ? whole : `${whole}, ${given}`;
  if (!/[;&]|\sand\s|,/.test(text)) return undefined;
  if (given !== undefined && !/[;&]|\sand\s/.test(text)) return undefined;
  const people = split(text);
  return people && { code: 'names-in-one', better: people };
}

/** Several people in one text: `Chen YM, Liu JM`, `Chen, Y.; Liu, J.`, `Y. Chen and J. Liu`. */
function split(text: string): readonly CslName[] | undefined {
  for (const separator of [/\s*;\s*(?:and\s+|&\s*)?/, /\s*,?\s+(?:and|&)\s+/, /\s*,\s*(?:and\s+|&\s*)?/]) {
    const parts = text.split(separator).filter((part) => part !== '');
    const people = parts.length > 1 ? parts.flatMap((part) => splitOnce(part)) : [];
    if (people.length > 1 && people.every((person) => person !== undefined)) return people;
  }
  return undefined;
}

/** `A. One, B. Two` before `and C. Three`. */
function splitOnce(text: string): readonly (CslName | undefined)[] {
  const one = personNameAmongOthers(text);
  if (one) return [one];
  const parts = text.split(/\s*,\s*/);
  return parts.length > 1 ? parts.map(personNameAmongOthers) : [undefined];
}

function unparted(text: string): NameFinding | undefined {
  const name = personName(text);
  return name && { code: 'name-unparted', better: [name] };
}

function partsWrong(name: CslName): NameFinding | undefined {
  const { family = '', given = '' } = name;
  if (/[\d*†‡§¶#@]/.test(family + given)) {
    const clean = { ...name, family: tidy(family), given: tidy(given) };
    const mended = !/[\d*†‡§¶#@]/.test(clean.family + clean.given) && clean.family !== '' && clean.given !== '';
    return { code: 'name-digits', ...(mended && { better: [clean] }) };
  }
  return degreeIn(name, family, given) ?? commaIn(name, family) ?? capitalsIn(name, family, given);
}

function degreeIn(name: CslName, family: string, given: string): NameFinding | undefined {
  const { suffix, ...rest } = name;
  if (suffix !== undefined && degree.test(` ${suffix}`)) return { code: 'name-degree', better: [rest] };
  // `A MD` may well be the initials A. M. D.
  const isDegree = degree.test(given) && (mixedDegree.test(given) || /\p{Ll}{2}/u.test(given.replace(degree, '')));
  const bare = (isDegree ? given.replace(degree, '') : given).replace(title, '').trim();
  const bareFamily = family.replace(degree, '').trim();
  if ((bare === given && bareFamily === family) || bare === '' || bareFamily === '') return undefined;
  return { code: 'name-degree', better: [{ ...name, family: bareFamily, given: bare }] };
}

/** `King, Jr.` as a family name; what else stands behind a comma, a person has to part. */
function commaIn(name: CslName, family: string): NameFinding | undefined {
  if (!family.includes(',')) return undefined;
  const [, own, suffix] = /^([^,]+),\s*((?:Jr|Sr)\.?|I{2,3}|IV)$/.exec(family) ?? [];
  const better = own !== undefined && suffix !== undefined && name.suffix === undefined ? [{ ...name, family: own, suffix }] : undefined;
  return { code: 'name-unparted', ...(better && { better }) };
}

function capitalsIn(name: CslName, family: string, given: string): NameFinding | undefined {
  if (!/^[\p{Lu}\s'’.-]{4,}$/u.test(family) || !/\p{Lu}{4}/u.test(family)) return undefined;
  const givenInCapitals = /^[\p{Lu}\s'’.-]+$/u.test(given) && /\p{Lu}{4}/u.test(given);
  return { code: 'name-capitals', better: [{ ...name, family: nameCase(family), ...(givenInCapitals && { given: nameCase(given) }) }] };
}
