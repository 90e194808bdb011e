import type { CslItem } from './record';

/** What tells which work a record is of, what it is called by, and what lists show of it. */
const variables = [
  'id', 'type', 'title', 'author', 'editor', 'issued', 'container-title', 'publisher', 'volume', 'page', 'number', 'edition',
  'DOI', 'PMID', 'PMCID', 'ISBN', 'URL', 'other-ids',
] as const;

/** @returns a record without what takes most room in it, such as its abstract: of 100,000 all else would not fit in memory */
export function identityRecord(record: CslItem): CslItem {
  return Object.fromEntries(variables.flatMap((variable) => (record[variable] === undefined ? [] : [[variable, record[variable]]]))) as unknown as CslItem;
}
