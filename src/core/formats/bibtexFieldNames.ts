/** Fields that go over as they are, and the CSL variables that they become. */
export const plainFields: ReadonlyMap<string, string> = new Map(Object.entries({
  shorttitle: 'title-short', shortjournal: 'container-title-short', edition: 'edition', chapter: 'chapter-number', volumes: 'number-of-volumes',
  pagetotal: 'number-of-pages', numpages: 'number-of-pages', version: 'version', eventtitle: 'event-title',
  venue: 'event-place', abstract: 'abstract', keywords: 'keyword', keyword: 'keyword', annote: 'annote',
  annotation: 'annote', shorthand: 'citation-label', pmid: 'PMID', pmcid: 'PMCID', pmc: 'PMCID', library: 'call-number',
  origtitle: 'original-title', origpublisher: 'original-publisher', origlocation: 'original-publisher-place', issn: 'ISSN', isbn: 'ISBN',
}));

/** Fields in which a macro stands for somebody. */
export const peopleFields: ReadonlySet<string> = new Set(['author', 'editor', 'translator', 'bookauthor']);

/** Groups of fields that many entries have none of, so that theirs need not be looked for one by one. */
export const enum FieldGroup { titles = 1, people = 2, words = 4, places = 8, dates = 16 }

function* grouped(): Generator<readonly [string, FieldGroup]> {
  for (const name of ['maintitle', 'mainsubtitle', 'maintitleaddon', 'subtitle', 'titleaddon', 'booksubtitle', 'booktitleaddon', 'journaltitle', 'journalsubtitle', 'fjournal', 'issuetitle', 'issuesubtitle']) yield [name, FieldGroup.titles];
  for (const name of ['editor', 'editora', 'editorb', 'editorc', 'translator', 'bookauthor', 'director', 'illustrator', 'composer', 'origauthor']) yield [name, FieldGroup.people];
  for (const name of ['note', 'addendum', 'series', 'pubstate', 'type', 'langid', 'language', 'hyphenation', 'ids']) yield [name, FieldGroup.words];
  for (const name of ['address', 'location']) yield [name, FieldGroup.places];
  for (const name of ['urldate', 'urlyear', 'lastchecked', 'eventdate', 'eventyear', 'origdate', 'origyear']) yield [name, FieldGroup.dates];
}

const groups: ReadonlyMap<string, FieldGroup> = new Map(grouped());

/** The groups that an entry has fields of, one bit each. */
export function fieldGroups(fields: ReadonlyMap<string, string>): number {
  let found = 0;
  for (const name of fields.keys()) found |= groups.get(name) ?? 0;
  return found;
}
