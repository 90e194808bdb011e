import type { CslItem } from '../library/record';
import type { DraftValues } from './itemDraft';
import { ItemDraft, placesOf } from './itemDraft';

/** All CSL variables that NBIB can hold, in the order in which our items have them. */
const variables = [
  'id', 'type', 'title', 'author', 'editor', 'issued', 'container-title', 'container-title-short', 'publisher', 'publisher-place', 'volume',
  'issue', 'page', 'DOI', 'URL', 'PMID', 'PMCID', 'ISSN', 'ISBN', 'language', 'abstract', 'keyword', 'edition',
] as const;

const at = placesOf(variables);

export type NbibDraft = ItemDraft<(typeof variables)[number]>;

export function nbibDraft(): NbibDraft {
  return new ItemDraft(variables, itemOf);
}

function itemOf(v: DraftValues): Partial<CslItem> {
  const item: Record<string, unknown> = {};
  if (v[at.id] !== undefined) item.id = v[at.id];
  if (v[at.type] !== undefined) item.type = v[at.type];
  if (v[at.title] !== undefined) item.title = v[at.title];
  if (v[at.author] !== undefined) item.author = v[at.author];
  if (v[at.editor] !== undefined) item.editor = v[at.editor];
  if (v[at.issued] !== undefined) item.issued = v[at.issued];
  if (v[at['container-title']] !== undefined) item['container-title'] = v[at['container-title']];
  if (v[at['container-title-short']] !== undefined) item['container-title-short'] = v[at['container-title-short']];
  if (v[at.publisher] !== undefined) item.publisher = v[at.publisher];
  if (v[at['publisher-place']] !== undefined) item['publisher-place'] = v[at['publisher-place']];
  if (v[at.volume] !== undefined) item.volume = v[at.volume];
  if (v[at.issue] !== undefined) item.issue = v[at.issue];
  if (v[at.page] !== undefined) item.page = v[at.page];
  if (v[at.DOI] !== undefined) item.DOI = v[at.DOI];
  if (v[at.URL] !== undefined) item.URL = v[at.URL];
  if (v[at.PMID] !== undefined) item.PMID = v[at.PMID];
  if (v[at.PMCID] !== undefined) item.PMCID = v[at.PMCID];
  if (v[at.ISSN] !== undefined) item.ISSN = v[at.ISSN];
  if (v[at.ISBN] !== undefined) item.ISBN = v[at.ISBN];
  if (v[at.language] !== undefined) item.language = v[at.language];
  if (v[at.abstract] !== undefined) item.abstract = v[at.abstract];
  if (v[at.keyword] !== undefined) item.keyword = v[at.keyword];
  if (v[at.edition] !== undefined) item.edition = v[at.edition];
  return item;
}
