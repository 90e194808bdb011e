import { isDeepStrictEqual } from 'node:util';
import { dateVariables, nameVariables } from '../../src/core/formats/cslTypes';
import { formats } from '../../src/core/formats/registry';
import { newPaperFile, readPaperFile } from '../../src/core/library/paperFile';
import type { CslItem, CslName } from '../../src/core/library/record';

/** What is text in every record; others are names, dates or, as `custom`, the user's own. */
const texts = [
  'id', 'type', 'title', 'title-short', 'volume', 'issue', 'page', 'number', 'number-of-pages', 'language', 'keyword', 'container-title',
  'container-title-short', 'collection-title', 'publisher', 'publisher-place', 'edition', 'genre', 'note', 'DOI', 'PMID', 'PMCID', 'ISSN', 'ISBN', 'URL', 'abstract',
] as const;

/** @returns what no format may give: something that is no plain value, or of another kind than CSL has it */
export function checkRecord(record: CslItem): string | undefined {
  if (typeof record.id !== 'string' || record.id === '' || typeof record.type !== 'string' || record.type === '') return `a record without id or type: ${shown(record)}`;
  const other = texts.find((key) => record[key] !== undefined && typeof record[key] !== 'string');
  if (other !== undefined) return `${other} is no text: ${shown(record[other])}`;
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(record)), record)) return `JSON loses something of ${shown(record)}`;
  for (const [key, value] of Object.entries(record)) {
    if (nameVariables.has(key) && !isNames(value)) return `${key} is no list of names: ${shown(value)}`;
    if (dateVariables.has(key) && !isDate(value)) return `${key} is no date: ${shown(value)}`;
  }
  return undefined;
}

/** @returns what a paper file loses of a record */
export function checkKept(record: CslItem): string | undefined {
  const again = readPaperFile(newPaperFile(record)).paper?.record;
  return isDeepStrictEqual(again, record) ? undefined : `a paper file loses something of ${shown(record)}\n  has ${shown(again)}`;
}

const writers = formats.filter(({ read, write }) => read && write);

/**
 * @param turn two of the formats have their turn
 * @returns which format writes a record so that it does not read one again
 */
export function checkWritten(record: CslItem, turn: number): string | undefined {
  for (const { id, read, write } of [0, 1].map((each) => writers[(2 * turn + each) % writers.length]).filter((writer) => writer !== undefined)) {
    const written = write?.([record]) ?? '';
    const count = read?.(written).records.length;
    if (count !== 1 && !isHollow(id, written)) return `${id} writes a record that it reads as ${String(count)}: ${written.slice(0, 300)}`;
  }
  return undefined;
}

/** BibTeX has no place for a record without any field; MEDLINE's readers tell a record from other text by its title or number. */
function isHollow(format: string, written: string): boolean {
  return format.startsWith('bib') ? !written.includes(' = ') : format === 'nbib' && !/^(?:TI  - \S|PMID- )/m.test(written);
}

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && (value as readonly unknown[]).every((name) => (
    typeof name === 'object' && name !== null && Object.values(name as CslName).every((part) => typeof part !== 'object')
  ));
}

function isDate(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const parts = (value as Record<string, unknown>)['date-parts'];
  return parts === undefined || (Array.isArray(parts) && (parts as readonly unknown[]).every((part) => Array.isArray(part) && part.every((number) => Number.isInteger(number))));
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? 'nothing').slice(0, 300);
}
