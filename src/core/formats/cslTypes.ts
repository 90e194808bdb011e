/** CSL 1.0.2's item types. */
export const cslTypes: ReadonlySet<string> = new Set([
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter',
  'classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event', 'figure',
  'graphic', 'hearing', 'interview', 'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture',
  'musical_score', 'pamphlet', 'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication',
  'post', 'post-weblog', 'regulation', 'report', 'review', 'review-book', 'software', 'song', 'speech', 'standard',
  'thesis', 'treaty', 'webpage',
]);

/** CSL's name variables: lists of people. */
export const nameVariables: ReadonlySet<string> = new Set([
  'author', 'chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor', 'curator',
  'director', 'editor', 'editorial-director', 'editor-translator', 'executive-producer', 'guest', 'host', 'illustrator',
  'interviewer', 'narrator', 'organizer', 'original-author', 'performer', 'producer', 'recipient', 'reviewed-author',
  'script-writer', 'series-creator', 'translator',
]);

/** CSL's date variables. */
export const dateVariables: ReadonlySet<string> = new Set([
  'accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted',
]);

/** Variables that are one text in CSL, though some programs write lists: `keyword: [a, b]`, `ISSN: [1, 2]`. */
export const textVariables: ReadonlySet<string> = new Set([
  'abstract', 'annote', 'archive', 'call-number', 'chapter-number', 'citation-label', 'collection-number',
  'collection-title', 'container-title', 'container-title-short', 'dimensions', 'DOI', 'edition', 'event',
  'event-place', 'event-title', 'genre', 'ISBN', 'ISSN', 'issue', 'keyword', 'language', 'locator', 'medium', 'note',
  'number', 'number-of-pages', 'number-of-volumes', 'original-publisher', 'original-publisher-place',
  'original-title', 'page', 'page-first', 'PMCID', 'PMID', 'publisher', 'publisher-place', 'references',
  'reviewed-title', 'scale', 'section', 'source', 'status', 'title', 'title-short', 'URL', 'version', 'volume',
  'volume-title',
]);

/** Spellings met in the wild, in lower case: pandoc takes `doi:`, older CSL-JSON has `shortTitle`. */
export const otherSpellings: Readonly<Record<string, string>> = {
  doi: 'DOI', url: 'URL', isbn: 'ISBN', issn: 'ISSN', pmid: 'PMID', pmcid: 'PMCID',
  shorttitle: 'title-short', journalabbreviation: 'container-title-short',
};
