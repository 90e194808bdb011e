import type { ItemDraft } from './itemDraft';

/** All CSL variables that RIS can hold, in the order in which our items have them. */
export const risVariables = [
  'id', 'type', 'title', 'author', 'editor', 'contributor', 'recipient', 'interviewer', 'collection-editor', 'translator', 'issued',
  'container-title', 'container-title-short', 'collection-title', 'event-title', 'volume', 'page', 'number-of-pages', 'issue', 'number',
  'publisher', 'publisher-place', 'event-place', 'ISSN', 'ISBN', 'DOI', 'URL', 'PMID', 'PMCID', 'language', 'abstract', 'keyword', 'edition',
  'title-short', 'genre', 'section', 'number-of-volumes', 'call-number', 'note', 'event-date', 'accessed',
] as const;

export type RisDraft = ItemDraft<(typeof risVariables)[number]>;
