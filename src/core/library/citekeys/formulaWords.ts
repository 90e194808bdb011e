import { nearestWord } from '../../terms/nearestWord';
import { controlFunctions } from './controlFunctions';
import { fieldFunctions } from './fieldFunctions';
import { formulaFilters } from './formulaFilters';
import type { FormulaFilter, FormulaFunction } from './formulaTree';
import { nameFunctions } from './nameFunctions';
import { recordFunctions } from './recordFunctions';

const functions = byName([...recordFunctions, ...nameFunctions, ...controlFunctions]);
const fields = byName(fieldFunctions);
const filters = byName(formulaFilters);

/** Names of functions and filters that Better BibTeX has had, by those that it has now. */
const formerly: Readonly<Record<string, string>> = {
  'auth.etal': 'authetal2', 'edtr.etal': 'edtretal2', 'auth.auth.ea': 'authauthea', 'edtr.edtr.ea': 'edtrauthea',
};

/**
 * @param name in any case; with a capital (`Title`) the record's field goes before the function, as in Better BibTeX
 * @returns undefined where there is no such function or field
 */
export function functionNamed(name: string): FormulaFunction | undefined {
  const key = formerly[name.toLowerCase()] ?? name.toLowerCase();
  const isField = /^\p{Lu}/u.test(name);
  return (isField ? fields.get(key) : undefined) ?? functions.get(key) ?? fields.get(key);
}

/** @returns the filter of this name, in any case */
export function filterNamed(name: string): FormulaFilter | undefined {
  return filters.get(name.toLowerCase());
}

/** @returns the function or field that is most likely meant, or else the first few */
export function functionMeant(name: string): string {
  const known = [...functions.values(), ...fields.values()].map((each) => each.name);
  return nearestWord(name, known) ?? 'auth, authEtal2, authors, shorttitle, year';
}

/** @returns the filter that is most likely meant, or else the first few */
export function filterMeant(name: string): string {
  return nearestWord(name, [...filters.values()].map((each) => each.name)) ?? 'lower, upper, capitalize, clean, select';
}

/** @returns every function, field and filter by name, for documentation */
export function formulaNames(): { readonly functions: readonly string[]; readonly fields: readonly string[]; readonly filters: readonly string[] } {
  const names = (map: ReadonlyMap<string, { readonly name: string }>): string[] => [...map.values()].map(({ name }) => name);
  return { functions: names(functions), fields: names(fields), filters: names(filters) };
}

function byName<Named extends { readonly name: string }>(all: readonly Named[]): ReadonlyMap<string, Named> {
  return new Map(all.map((each) => [each.name.toLowerCase(), each]));
}
