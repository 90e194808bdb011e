import { cslTypes } from './cslTypes';

/** Crossref's types of works in CSL's words; OpenAlex has most of them too. */
const types: Readonly<Record<string, string>> = {
  'journal-article': 'article-journal', 'proceedings-article': 'paper-conference', conference: 'book', 'book-chapter': 'chapter',
  'book-section': 'chapter', 'book-part': 'chapter', 'book-track': 'chapter', 'reference-entry': 'entry-encyclopedia', monograph: 'book',
  'edited-book': 'book', 'reference-book': 'book', 'book-set': 'book', 'book-series': 'book', proceedings: 'book', 'proceedings-series': 'book',
  dissertation: 'thesis', 'report-component': 'report', 'report-series': 'report', 'posted-content': 'article', 'peer-review': 'manuscript',
  journal: 'periodical', 'journal-issue': 'periodical', 'journal-volume': 'periodical', database: 'dataset', grant: 'document',
  component: 'document', other: 'document', 'pending-publication': 'article-journal',
  // OpenAlex
  preprint: 'article', editorial: 'article-journal', letter: 'article-journal', erratum: 'article-journal', review: 'article-journal',
  retraction: 'article-journal', paratext: 'document', libguides: 'webpage', 'supplementary-materials': 'document', 'data-paper': 'article-journal',
};

/** The CSL type of a type of Crossref's or OpenAlex's; CSL's own stay, since Crossref's CSL-JSON has these. */
export function crossrefType(type: string | undefined): string {
  const name = (type ?? '').trim().toLowerCase();
  if (Object.hasOwn(types, name)) {
    return types[name] ?? 'document';
  }
  return cslTypes.has(name) ? name : 'document';
}
