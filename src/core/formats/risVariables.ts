import type { CslItem } from '../library/record';
import type { DraftValues } from './itemDraft';
import { ItemDraft, placesOf } from './itemDraft';

/** All CSL variables that RIS can hold, in the order in which our items have them. */
const variables = [
  'id', 'type', 'title', 'author', 'editor', 'contributor', 'recipient', 'interviewer', 'collection-editor', 'translator', 'issued',
  'container-title', 'container-title-short', 'collection-title', 'event-title', 'volume', 'page', 'number-of-pages', 'issue', 'number',
  'publisher', 'publisher-place', 'event-place', 'ISSN', 'ISBN', 'DOI', 'URL', 'PMID', 'PMCID', 'language', 'abstract', 'keyword', 'edition',
  'title-short', 'genre', 'section', 'number-of-volumes', 'call-number', 'note', 'event-date', 'accessed',
] as const;

const at = placesOf(variables);

export type RisDraft = ItemDraft<(typeof variables)[number]>;

export function risDraft(): RisDraft {
  return new ItemDraft(variables, itemOf);
}

function itemOf(v: DraftValues): Partial<CslItem> {
  const item: Record<string, unknown> = {};
  if (v[at.id] !== undefined) item.id = v[at.id];
  if (v[at.type] !== undefined) item.type = v[at.type];
  if (v[at.title] !== undefined) item.title = v[at.title];
  if (v[at.author] !== undefined) item.author = v[at.author];
  if (v[at.editor] !== undefined) item.editor = v[at.editor];
  if (v[at.contributor] !== undefined) item.contributor = v[at.contributor];
  if (v[at.recipient] !== undefined) item.recipient = v[at.recipient];
  if (v[at.interviewer] !== undefined) item.interviewer = v[at.interviewer];
  if (v[at['collection-editor']] !== undefined) item['collection-editor'] = v[at['collection-editor']];
  if (v[at.translator] !== undefined) item.translator = v[at.translator];
  if (v[at.issued] !== undefined) item.issued = v[at.issued];
  if (v[at['container-title']] !== undefined) item['container-title'] = v[at['container-title']];
  if (v[at['container-title-short']] !== undefined) item['container-title-short'] = v[at['container-title-short']];
  if (v[at['collection-title']] !== undefined) item['collection-title'] = v[at['collection-title']];
  if (v[at['event-title']] !== undefined) item['event-title'] = v[at['event-title']];
  if (v[at.volume] !== undefined) item.volume = v[at.volume];
  if (v[at.page] !== undefined) item.page = v[at.page];
  if (v[at['number-of-pages']] !== undefined) item['number-of-pages'] = v[at['number-of-pages']];
  if (v[at.issue] !== undefined) item.issue = v[at.issue];
  if (v[at.number] !== undefined) item.number = v[at.number];
  if (v[at.publisher] !== undefined) item.publisher = v[at.publisher];
  if (v[at['publisher-place']] !== undefined) item['publisher-place'] = v[at['publisher-place']];
  if (v[at['event-place']] !== undefined) item['event-place'] = v[at['event-place']];
  if (v[at.ISSN] !== undefined) item.ISSN = v[at.ISSN];
  if (v[at.ISBN] !== undefined) item.ISBN = v[at.ISBN];
  if (v[at.DOI] !== undefined) item.DOI = v[at.DOI];
  if (v[at.URL] !== undefined) item.URL = v[at.URL];
  if (v[at.PMID] !== undefined) item.PMID = v[at.PMID];
  if (v[at.PMCID] !== undefined) item.PMCID = v[at.PMCID];
  if (v[at.language] !== undefined) item.language = v[at.language];
  if (v[at.abstract] !== undefined) item.abstract = v[at.abstract];
  if (v[at.keyword] !== undefined) item.keyword = v[at.keyword];
  if (v[at.edition] !== undefined) item.edition = v[at.edition];
  if (v[at['title-short']] !== undefined) item['title-short'] = v[at['title-short']];
  if (v[at.genre] !== undefined) item.genre = v[at.genre];
  if (v[at.section] !== undefined) item.section = v[at.section];
  if (v[at['number-of-volumes']] !== undefined) item['number-of-volumes'] = v[at['number-of-volumes']];
  if (v[at['call-number']] !== undefined) item['call-number'] = v[at['call-number']];
  if (v[at.note] !== undefined) item.note = v[at.note];
  if (v[at['event-date']] !== undefined) item['event-date'] = v[at['event-date']];
  if (v[at.accessed] !== undefined) item.accessed = v[at.accessed];
  return item;
}
