import { type CslYamlReading, readCslYaml } from '../formats/cslYaml';
import { isObject, plainCopy } from '../formats/plainValue';
import { setField, setRecordField } from './editPaperFile';
import { type FieldChoice, mergedVariables, sameValue } from './mergedRecord';
import type { CslItem } from './record';

/** A paper file that goes into another. */
export interface MergedAway {
  readonly text: string;
  /** The new names of its attachments by the old ones, as its annotations name them. */
  readonly renamed: Readonly<Record<string, string>>;
}

/**
 * The kept paper's file with what others have: the merged record's fields, their annotations and case facts behind its
 * own, and whatever else stands beside their records. Where both say something else of one thing the kept file's counts,
 * and the other's is kept under `merged:` by its key, so that nothing is lost.
 *
 * @param choices made of the records of all, the kept one's first, those of `listed` last
 * @param listed records that stand in no paper file
 * @returns the text, with all else as it was; undefined where a file is broken or holds more than one record, or where the
 *   records are not those any more that the choices were made of
 */
export function mergedPaperFile(text: string, others: readonly MergedAway[], choices: readonly FieldChoice[], listed: readonly CslItem[] = []): string | undefined {
  const own = readCslYaml(text);
  const [kept] = own.records;
  const read = others.map((other) => ({ ...other, ...readCslYaml(other.text) }));
  if (!kept || [own, ...read].some((each) => !isWhole(each))) return undefined;
  const records = [kept, ...read.flatMap((other) => other.records), ...listed];
  if (!choices.every(({ variable, values }) => records.every((record, at) => sameValue(record[variable], values[at])))) return undefined;
  let merged: string | undefined = text;
  for (const [variable, value] of Object.entries(mergedVariables(records, choices))) merged = merged && setRecordField(merged, variable, value);
  for (const { records, beside, renamed } of read) {
    merged = merged && withBeside(merged, records[0]?.id ?? '', plainBeside(beside), renamed);
  }
  return merged;
}

/** What could not be read would be lost. */
function isWhole({ records, problems }: CslYamlReading): boolean {
  return records.length === 1 && problems.every(({ severity }) => severity !== 'error');
}

function withBeside(text: string, key: string, beside: ReadonlyMap<string, unknown>, renamed: MergedAway['renamed']): string | undefined {
  const own = plainBeside(readCslYaml(text).beside);
  const additions = new Additions(text);
  for (const [name, value] of beside) {
    const present = own.get(name);
    if (value === undefined || sameValue(value, present)) continue;
    if (present === undefined || present === null) additions.set([name], name === 'annotations' ? renamedIn(value, renamed) : value);
    else if (name === 'annotations' && Array.isArray(present) && Array.isArray(value)) additions.append(name, present, renamedIn(value, renamed) as unknown[]);
    else if (name === 'different-from') additions.set([name], union(present, value));
    else if (name === 'case' && isObject(present) && isObject(value)) mergeFacts(additions, present, value, key);
    else additions.set(['merged', key, name], value);
  }
  return additions.text;
}

function mergeFacts(additions: Additions, present: Readonly<Record<string, unknown>>, facts: Readonly<Record<string, unknown>>, key: string): void {
  for (const [fact, value] of Object.entries(facts)) {
    const own = present[fact];
    if (sameValue(value, own)) continue;
    if (own === undefined || own === null) additions.set(['case', fact], value);
    else if (Array.isArray(own) && Array.isArray(value)) additions.set(['case', fact], union(own, value));
    else additions.set(['merged', key, 'case', fact], value);
  }
}

/** A text that is added to step by step; undefined once one could not be done. */
class Additions {
  constructor(public text: string | undefined) {}

  set(path: readonly string[], value: unknown): void {
    this.text &&= setField(this.text, path, value);
  }

  append(name: string, present: readonly unknown[], values: readonly unknown[]): void {
    let at = present.length;
    for (const value of values) {
      if (present.some((other) => sameValue(other, value))) continue;
      this.text &&= setField(this.text, [name, at], value);
      at += 1;
    }
  }
}

function plainBeside(beside: ReadonlyMap<string, unknown>): Map<string, unknown> {
  return new Map([...beside].map(([name, value]) => [name, plainCopy(value)]));
}

function union(a: unknown, b: unknown): unknown[] {
  const [own, more] = [a, b].map((value): unknown[] => (Array.isArray(value) ? value : [value]));
  return [...(own ?? []), ...(more ?? []).filter((value) => !own?.some((other) => sameValue(other, value)))];
}

/** `wang2001.pdf` is `chen1995-2.pdf` now, wherever an annotation names it. */
function renamedIn(value: unknown, renamed: MergedAway['renamed']): unknown {
  if (typeof value === 'string') return Object.hasOwn(renamed, value) ? renamed[value] : value;
  if (Array.isArray(value)) return value.map((item) => renamedIn(item, renamed));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamedIn(item, renamed)]));
}
