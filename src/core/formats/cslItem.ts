import type { CslDate, CslItem, CslName } from '../library/record';
import type { Citekeys } from '../library/citekey';
import { isCitable } from '../library/citekey';
import type { Problem } from '../problems/problem';
import { problem } from '../problems/problem';
import type { Span } from '../text';
import { cslTypes, dateVariables, nameVariables, otherSpellings, textVariables } from './cslTypes';
import { dateFromValue, datePrecision } from './dates';
import { nameFromValue } from './names';
import type { CopyBudget } from './plainValue';
import { defaultCopyBudget, isObject, isSafeKey, isScalar, plainCopy } from './plainValue';

/** What became of one value that should be a CSL item. */
export interface CslItemReading {
  readonly record?: CslItem;
  readonly problems: readonly Problem[];
}

/** Where a problem is told: looked up only when there is one, since finding a place costs another parse. */
export type Places = (key?: string) => Span | undefined;

/**
 * A CSL item as the rest of Casebook may rely on it: texts are texts (`volume: 25` → `"25"`), lists of names are lists,
 * dates have number parts, nothing reaches a prototype, and nothing is endless.
 *
 * @param keys the citekeys in use, for items that have none
 */
export function readCslItem(value: unknown, keys: Citekeys, places: Places): CslItemReading {
  if (!isObject(value)) {
    return { problems: [problem('wrong-type', 'error', { key: 'references', expected: 'a list of records' }, places())] };
  }
  const problems: Problem[] = [];
  const item: Record<string, unknown> = {};
  const budget: CopyBudget = { left: defaultCopyBudget };
  for (const key of Object.keys(value)) {
    const name = canonicalKey(key, value);
    const own = isSafeKey(name) ? variableValue(name, value[key], budget) : undefined;
    if (own !== undefined) {
      item[name] = own;
    }
  }
  if (budget.left < 0) {
    const id = String(item.id ?? '');
    return { problems: [problem('record-dropped', 'error', { id, detail: 'too large' }, places())] };
  }
  if (!Object.keys(item).some(isVariable)) {
    return { problems: [problem('wrong-type', 'error', { key: 'references', expected: 'a list of records' }, places())] };
  }
  checkType(item, problems, places);
  checkDates(value, item, problems, places);
  return { record: withId(item, keys, problems, places), problems };
}

/** Whether a key makes an object a record, as against a stray one (`{"family": "Chen"}`, in a file with a brace lost). */
function isVariable(key: string): boolean {
  return key === 'id' || key === 'type' || textVariables.has(key) || nameVariables.has(key) || dateVariables.has(key);
}

/** `doi` → `DOI`, unless the item has a `DOI` as well. */
function canonicalKey(key: string, item: Readonly<Record<string, unknown>>): string {
  const lower = key.toLowerCase();
  const other = Object.hasOwn(otherSpellings, lower) ? otherSpellings[lower] : undefined;
  return other !== undefined && (other === key || !Object.hasOwn(item, other)) ? other : key;
}

function variableValue(key: string, value: unknown, budget: CopyBudget): unknown {
  if (value === null || value === undefined) {
    return undefined;
  }
  if (nameVariables.has(key)) {
    return namesFromValue(value, budget);
  }
  if (dateVariables.has(key)) {
    return dateFromValue(value);
  }
  if (isScalar(value)) {
    return key === 'custom' ? undefined : String(value); // pandoc turns `custom` into an empty text
  }
  if (Array.isArray(value) && textVariables.has(key)) {
    const texts = value.slice(0, 10_000).filter(isScalar).map(String);
    return texts.length > 0 ? texts.join(', ') : undefined;
  }
  return textVariables.has(key) || key === 'id' || key === 'type' ? undefined : plainCopy(value, budget);
}

function namesFromValue(value: unknown, budget: CopyBudget): readonly CslName[] | undefined {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  budget.left -= list.length;
  const names = budget.left < 0 ? [] : list.map(nameFromValue).filter((name) => name !== undefined);
  return names.length > 0 ? names : undefined;
}

function checkType(item: Record<string, unknown>, problems: Problem[], places: Places): void {
  const id = String(item.id ?? '');
  const type = item.type;
  if (type === undefined || type === '') {
    item.type = 'document';
    problems.push(problem('field-missing', 'information', { field: 'type' }, places()));
  } else if (!cslTypes.has(String(type))) {
    problems.push(problem('type-unknown', 'warning', { id, type: String(type) }, places('type')));
  }
}

function checkDates(
  value: Readonly<Record<string, unknown>>,
  item: Record<string, unknown>,
  problems: Problem[],
  places: Places,
): void {
  for (const key of dateVariables) {
    const own = value[key];
    const text = isScalar(own) ? String(own) : undefined;
    const date = item[key];
    if (text !== undefined && isObject(date) && ('literal' in date || losesParts(text, date))) {
      problems.push(problem('date-invalid', 'warning', { id: String(item.id ?? ''), value: text }, places(key)));
    }
  }
}

/** Of `1995-13-40` nothing but the year can be read; months from 21 on are seasons. */
function losesParts(text: string, date: CslDate): boolean {
  return /^\s*-?\d{4}-[01]?\d(?:-\d{1,2})?\s*$/.test(text) && datePrecision(date) < text.trim().split(/(?<=\d)-/).length;
}

function withId(
  item: Record<string, unknown>,
  keys: Citekeys,
  problems: Problem[],
  places: Places,
): CslItem {
  const id = typeof item.id === 'string' ? item.id.trim() : '';
  if (id === '') {
    problems.push(problem('record-without-id', 'warning', {}, places()));
    return idFirst(item, keys.make(item));
  }
  if (!isCitable(id)) {
    problems.push(problem('citekey-invalid', 'warning', { id }, places('id')));
  }
  return idFirst(item, id);
}

function idFirst(item: Record<string, unknown>, id: string): CslItem {
  const first: Record<string, unknown> = { id, type: String(item.type) };
  for (const key of Object.keys(item)) {
    first[key] ??= item[key];
  }
  return first as CslItem;
}
