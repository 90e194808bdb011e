import { isObject } from '../formats/plainValue';
import { aliasesOf } from './aliases';
import type { CslItem, CslName } from './record';
import { comparableDoi } from './workNumbers';

/** One field of records that are to become one: what each has, and whose is taken. */
export interface FieldChoice {
  readonly variable: string;
  /** In the order of the records; undefined where one has none. */
  readonly values: readonly unknown[];
  /** The place of the record whose value is taken. */
  readonly chosen: number;
}

/** What a record is called by, and what it was; these are never chosen but all kept. */
const keys: ReadonlySet<string> = new Set(['id', 'other-ids', 'citation-key']);

/**
 * Proposes one record made of several: for each field that they do not all have alike, the value that says most.
 *
 * @param records the kept one first: of values that say equally much, its own are taken
 */
export function fieldChoices(records: readonly CslItem[]): FieldChoice[] {
  const variables = [...new Set(records.flatMap((record) => Object.keys(record)))].filter((variable) => !keys.has(variable));
  return variables.flatMap((variable) => {
    const values = records.map((record) => record[variable]);
    if (values.every((value) => sameValue(value, values[0]))) return [];
    return { variable, values, chosen: fullest(variable, values) };
  });
}

/** The record that the choices make: the kept one's key and what all have alike, and every other key as an alias. */
export function mergedRecord(records: readonly CslItem[], choices: readonly FieldChoice[]): CslItem {
  const [kept] = records;
  if (!kept) throw new Error('There is no record to merge');
  const chosen = choices.map(({ variable, values, chosen: at }) => [variable, values[at]] as const).filter(([, value]) => value !== undefined);
  const aliases = records.flatMap((record) => [record.id, ...aliasesOf(record)]).filter((key) => key !== kept.id);
  return { ...kept, ...Object.fromEntries(chosen), ...(aliases.length > 0 && { 'other-ids': [...new Set(aliases)] }) };
}

/** @returns what the merged record has otherwise than the kept one, by variables */
export function mergedVariables(records: readonly CslItem[], choices: readonly FieldChoice[]): Readonly<Record<string, unknown>> {
  const [kept] = records;
  return Object.fromEntries(Object.entries(mergedRecord(records, choices)).filter(([variable, value]) => variable !== 'id' && !sameValue(value, kept?.[variable])));
}

/** Whether two values are written the same, whatever the order of their keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, inOrder(item)]));
}

function fullest(variable: string, values: readonly unknown[]): number {
  const weights = values.map((value) => weight(variable, value));
  return weights.indexOf(Math.max(...weights));
}

/** How much a value says; nothing for none. */
function weight(variable: string, value: unknown): number {
  if (value === undefined || value === null || value === '') return -1;
  if (variable === 'issued' || variable === 'accessed') return JSON.stringify((isObject(value) && value['date-parts']) || '').split(',').length;
  if (Array.isArray(value)) return variable === 'author' || variable === 'editor' ? namesWeight(value as CslName[]) : value.length;
  if (typeof value !== 'string') return 1;
  if (variable === 'DOI') return comparableDoi(value) === '' ? 0 : 1;
  if (variable === 'type') return value === 'document' || value === 'article' ? 0 : 1;
  // A journal written out says more than its abbreviation, and a title with its subtitle; capitals throughout say less.
  if (/^(?:title|container-title|abstract|keyword|page)$/.test(variable)) return value.length - (isShouted(value) ? value.length / 2 : 0);
  return 1;
}

/** More authors go before longer given names. */
function namesWeight(names: readonly CslName[]): number {
  return names.length * 10_000 + names.map(({ given = '' }) => given.length).reduce((sum, length) => sum + length, 0);
}

function isShouted(text: string): boolean {
  return text.length > 10 && text === text.toUpperCase() && text !== text.toLowerCase();
}
