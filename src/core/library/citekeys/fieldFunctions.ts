import type { FormulaFunction } from './formulaTree';
import { longestText } from './formulaTree';
import { formatDate } from './keyDates';
import { recordText } from './plainText';

/** A record's fields as they stand, by the names that Zotero has for them and by CSL's own. */
const fields: Readonly<Record<string, readonly string[]>> = {
  Title: ['title'],
  ShortTitle: ['title-short'],
  PublicationTitle: ['container-title'],
  JournalAbbreviation: ['container-title-short'],
  Volume: ['volume'],
  Issue: ['issue'],
  Number: ['number', 'issue'],
  Pages: ['page'],
  Page: ['page'],
  NumPages: ['number-of-pages'],
  Edition: ['edition'],
  Series: ['collection-title'],
  SeriesNumber: ['collection-number'],
  Publisher: ['publisher'],
  Place: ['publisher-place'],
  Language: ['language'],
  DOI: ['DOI'],
  PMID: ['PMID'],
  PMCID: ['PMCID'],
  ISBN: ['ISBN'],
  ISSN: ['ISSN'],
  URL: ['URL'],
  Genre: ['genre'],
  CallNumber: ['call-number'],
  EventTitle: ['event-title', 'event'],
};

export const fieldFunctions: readonly FormulaFunction[] = [
  ...Object.entries(fields).map(
    ([name, variables]): FormulaFunction => ({
      name,
      parameters: [],
      run: ({ record }) => variables.map((variable) => recordText(record[variable], longestText)).find(Boolean) ?? '',
    }),
  ),
  { name: 'Date', parameters: [], run: ({ record }) => formatDate(record, '%Y-%m-%d') },
];
