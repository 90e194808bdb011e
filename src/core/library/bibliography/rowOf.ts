import { authorLabel, namesOf, spokenName, yearOf } from '../display';
import { fold } from '../fold';
import { plainTitle } from '../plainTitle';
import type { CslItem } from '../record';
import type { RowText } from './row';
import type { SearchedText } from './searchedTexts';

/** A record as lists show it, with the parts of its names, whose words are searched, and texts that are. */
export interface ListedRow {
  readonly row: RowText;
  readonly names: readonly string[];
  readonly searched: SearchedText;
}

/** What is listed of a record; what it does not have may be undefined as well. */
type Listed = { readonly [Variable in 'title' | 'container-title' | 'author' | 'editor' | 'issued' | 'DOI']?: CslItem[Variable] | undefined } & Pick<CslItem, 'id' | 'type'> & { readonly 'other-ids'?: unknown };

/** What a record's row says. */
export function rowOf(listed: Listed): ListedRow {
  const record = listed as CslItem;
  const aliases = record['other-ids'];
  const row = {
    key: record.id,
    aliases: Array.isArray(aliases) ? aliases.filter((alias) => typeof alias === 'string') : [],
    names: authorLabel(record),
    year: yearOf(record),
    title: plain(record.title),
    container: plain(record['container-title']),
    type: record.type,
  };
  return { row, names: searchedNames(record), searched: searchedText(record) };
}

function searchedText(record: CslItem): SearchedText {
  const people = namesOf(record).map((name) => fold(spokenName(name))).filter(Boolean).join('\n');
  return { doi: fold(record.DOI ?? ''), people };
}

function searchedNames(record: CslItem): string[] {
  const parts: string[] = [];
  for (const name of namesOf(record)) {
    const { family, given, literal, 'non-dropping-particle': particle } = name;
    if (particle !== undefined) parts.push(particle);
    if (family !== undefined) parts.push(family);
    if (given !== undefined) parts.push(given);
    if (literal !== undefined) parts.push(literal);
  }
  return parts;
}

/** Whether a title may not be plain already. */
const marked = /<|\s\s|[^\S ]|^\s|\s$/;

function plain(title: unknown): string {
  return typeof title !== 'string' ? '' : marked.test(title) ? plainTitle(title) : title;
}
