import type { KeyMaker } from '../citekeyFormula';
import { plainKeyMaker } from '../citekeyFormula';
import { Citekeys } from '../citekey';
import type { CslItem } from '../record';
import { plainKey } from './plainKey';

/** Formats in which every record bears its user's own key. */
const keyedFormats: ReadonlySet<string> = new Set(['bibtex', 'biblatex', 'csl-json', 'csl-yaml', 'hayagriva-yaml']);

/**
 * Gives records that came without keys of their own, as from PubMed, those of a formula. A key that the user gave stays.
 * @param format the format that the records were read from; undefined for text of no known one
 */
export function rekeyed(records: readonly CslItem[], format: string | undefined, make: KeyMaker): readonly CslItem[] {
  if (make === plainKeyMaker || (format !== undefined && keyedFormats.has(format))) return records;
  const isMade = (record: CslItem): boolean => record.id.startsWith(plainKey(record)) && /^[a-z]*$/.test(record.id.slice(plainKey(record).length));
  const keys = new Citekeys(records.filter((record) => !isMade(record)).map(({ id }) => id), make);
  return records.map((record) => (isMade(record) ? { ...record, id: keys.make(record) } : record));
}

/** Gives all records new keys by a formula, whatever they had. */
export function allRekeyed(records: readonly CslItem[], make: KeyMaker): CslItem[] {
  const keys = new Citekeys([], make);
  return records.map((record) => ({ ...record, id: keys.make(record) }));
}
