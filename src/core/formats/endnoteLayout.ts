/**
 * EndNote has few fields and calls them by the type of a record: its `number` is the issue of an article, a book's number
 * in its series and a report's own number. This says which CSL variable a field of a type holds, for reading and for
 * writing. The others hold the same in every type:
 *
 * | CSL | EndNote |
 * |---|---|
 * | title, title-short | `title`, `short-title` |
 * | container-title-short | `periodical/abbr-1` |
 * | author, translator | `authors`, `subsidiary-authors` |
 * | volume, section, number-of-volumes | `volume`, `section`, `num-vols` |
 * | page; number-of-pages of a book, thesis or manuscript without pages | `pages` |
 * | ISBN, ISSN | `isbn` |
 * | issued, accessed | `dates`, `access-date` |
 * | publisher, publisher-place | `publisher`, `pub-location` |
 * | abstract, keyword, note, annote, language, call-number, genre | `abstract`, `keywords`, `notes`, `research-notes`, `language`, `call-num`, `work-type` |
 * | number of an article | `custom7`, where EndNote keeps article numbers |
 * | DOI, PMID, PMCID, URL | `electronic-resource-num`, `accession-num`, `custom2`, `related-urls` |
 * | id | `foreign-keys`, `label` |
 *
 * It holds nothing else, of a name no more than family, given names and suffix, and of markup bold, italic, sub and sup.
 */
export interface EndnoteLayout {
  readonly secondaryTitle: 'container-title' | 'collection-title';
  readonly tertiaryTitle: 'collection-title' | undefined;
  readonly secondaryAuthors: string;
  readonly tertiaryAuthors: string;
  readonly number: 'issue' | 'collection-number' | 'number';
  readonly edition: 'edition' | 'version' | undefined;
  /** What a number in `isbn` is that is neither an ISBN nor an ISSN by its form. */
  readonly isbn: 'ISSN' | 'ISBN' | 'number';
  /** A single number in `pages` counts them. */
  readonly countsPages: boolean;
}

const article: EndnoteLayout = {
  secondaryTitle: 'container-title', tertiaryTitle: 'collection-title', secondaryAuthors: 'editor', tertiaryAuthors: 'contributor',
  number: 'issue', edition: undefined, isbn: 'ISSN', countsPages: false,
};
const part: EndnoteLayout = { ...article, tertiaryAuthors: 'collection-editor', number: 'collection-number', edition: 'edition', isbn: 'ISBN' };
const whole: EndnoteLayout = {
  ...part, secondaryTitle: 'collection-title', tertiaryTitle: undefined, secondaryAuthors: 'collection-editor', tertiaryAuthors: 'editor',
};
const report: EndnoteLayout = { ...whole, number: 'number', isbn: 'number' };
const other: EndnoteLayout = { ...article, number: 'number', edition: 'edition', isbn: 'number' };

const layouts: Readonly<Record<string, EndnoteLayout>> = {
  'article-journal': article, 'article-magazine': article, 'article-newspaper': article,
  chapter: part, 'paper-conference': part, 'entry-dictionary': part, 'entry-encyclopedia': part, figure: { ...part, number: 'number' },
  book: { ...whole, countsPages: true }, classic: report, pamphlet: report, report,
  thesis: { ...report, countsPages: true }, manuscript: { ...report, countsPages: true },
  periodical: { ...other, number: 'issue', isbn: 'ISSN' },
  software: { ...other, edition: 'version' }, interview: { ...other, secondaryAuthors: 'interviewer' },
  personal_communication: { ...other, secondaryAuthors: 'recipient' },
  motion_picture: { ...other, secondaryAuthors: 'contributor', tertiaryAuthors: 'producer' },
};

/** @param type a CSL type */
export function endnoteLayout(type: string): EndnoteLayout {
  return Object.hasOwn(layouts, type) ? (layouts[type] ?? other) : other;
}
