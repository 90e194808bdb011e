import type { CslItem } from '../library/record';

/** Plain BibTeX, or BibLaTeX with its own types and fields. */
export type Dialect = 'bibtex' | 'biblatex';

/** CSL's types that BibTeX has a type for; every other is a `misc`, and told by `entrysubtype`. */
const plainTypes: Readonly<Partial<Record<string, string>>> = {
  'article-journal': 'article', 'article-magazine': 'article', 'article-newspaper': 'article', book: 'book', chapter: 'incollection',
  'entry-encyclopedia': 'incollection', 'entry-dictionary': 'incollection', entry: 'incollection', 'paper-conference': 'inproceedings',
  report: 'techreport', manuscript: 'unpublished', speech: 'unpublished', pamphlet: 'booklet',
  review: 'article', 'review-book': 'article',
};

/** The same for BibLaTeX, with the types that its manual calls unsupported: styles may know them, and treat them as `misc`. */
const ownTypes: Readonly<Partial<Record<string, string>>> = {
  ...plainTypes, article: 'online', webpage: 'online', post: 'online', 'post-weblog': 'online', dataset: 'dataset', software: 'software', patent: 'patent',
  report: 'report', thesis: 'thesis', periodical: 'periodical', 'entry-encyclopedia': 'inreference', 'entry-dictionary': 'inreference', entry: 'inreference',
  motion_picture: 'movie', song: 'audio', graphic: 'image', figure: 'image', personal_communication: 'letter', legislation: 'legislation', bill: 'legislation',
  legal_case: 'jurisdiction', treaty: 'legal', standard: 'standard', performance: 'performance', review: 'review', 'review-book': 'review',
};

/** Under which entry type a CSL type is written; a thesis in BibTeX by what its genre says. */
export function writtenType({ type, genre, ...item }: CslItem, dialect: Dialect): string {
  if (type === 'article' && item['container-title'] !== undefined) {
    return 'article'; // a preprint that came out somewhere
  }
  if (type === 'thesis' && dialect === 'bibtex') {
    return /\bmaster|\bM\.?(?:A|Sc)\b/i.test(genre ?? '') ? 'mastersthesis' : 'phdthesis';
  }
  const types = dialect === 'biblatex' ? ownTypes : plainTypes;
  return (Object.hasOwn(types, type) ? types[type] : undefined) ?? 'misc';
}

/** BibLaTeX's words for kinds of articles, which its styles know. */
const kinds: Readonly<Partial<Record<string, string>>> = { 'article-magazine': 'magazine', 'article-newspaper': 'newspaper' };

/** What `entrysubtype` says of a CSL type whose entry type does not tell it. */
export function writtenSubtype(type: string): string {
  return kinds[type] ?? type;
}
