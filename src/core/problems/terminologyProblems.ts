/** What can be wrong in a terminology that is read, each with what its message needs to say. */
export interface TerminologyParams {
  // The file as a whole
  'terminology-format-unknown': { readonly name: string };
  'terminology-empty': { readonly format: string };
  'part-ignored': { readonly name: string };
  'part-missing': { readonly name: string };
  'encoding-mixed': { readonly readAs: string };
  'language-missing': { readonly language: string; readonly languages: string };
  'line-too-long': { readonly limit: number };
  'problems-more': { readonly count: number; readonly code: string };

  // Packed files
  'archive-damaged': { readonly name: string; readonly detail: string };
  'archive-bomb': { readonly name: string };
  'archive-empty': { readonly name: string };

  // Concepts
  'concept-without-id': { readonly name: string };
  'concept-without-name': { readonly id: string };
  'concept-duplicate': { readonly id: string };
  'concept-cycle': { readonly id: string; readonly broader: string };
  'concept-text-cut': { readonly id: string; readonly limit: number };
  'name-too-long': { readonly id: string; readonly name: string; readonly limit: number };
  'entry-unreadable': { readonly detail: string };

  // Tables
  'column-missing': { readonly column: string; readonly columns: string };
  'columns-unknown': { readonly columns: string };
  'quote-open': object;
  'rows-without-names': { readonly count: number };
}

/** One plain sentence or two for each: what is wrong, and what can be done. */
export const terminologyMessages: { readonly [Code in keyof TerminologyParams]: string } = {
  'terminology-format-unknown':
    'The format of {name} is not known. Casebook reads OBO, OBO Graphs (JSON), MeSH (XML and ASCII), UMLS (RRF), CTD, SKOS (Turtle), SSSLM, and tables (CSV, TSV); each of them also packed with gzip or zip.',
  'terminology-empty': 'No concept was found in this {format} file.',
  'part-ignored': '{name} is left out: it is not of the terminology that is read.',
  'part-missing': '{name} is missing, and without it nothing can be read of UMLS. Choose it together with the other files.',
  'encoding-mixed': 'This line is not UTF-8 as the rest of the file is; it was read as {readAs}.',
  'language-missing': 'There are no names in the language `{language}`. There are names in: {languages}.',
  'line-too-long': 'This line is longer than {limit} bytes; the rest of it is left out.',
  'problems-more': 'There are {count} more problems of the kind {code}.',
  'archive-damaged': 'The packed file {name} is damaged or cut off: {detail}. What could be unpacked was read; get the file anew.',
  'archive-bomb': 'The packed file {name} would take far more room than any terminology does, so no more of it was unpacked.',
  'archive-empty': 'The packed file {name} holds no file.',
  'concept-without-id': 'The concept `{name}` has no id and is left out.',
  'concept-without-name': 'The concept {id} has no name and is left out.',
  'concept-duplicate': 'The concept {id} stands here once more; the first counts.',
  'concept-cycle': '{broader} cannot be broader than {id}, since it is also narrower.',
  'concept-text-cut': 'A text of {id} is longer than {limit} characters and was cut.',
  'name-too-long': 'A name of {id} is longer than {limit} characters and is left out: {name}',
  'entry-unreadable': 'This could not be read and is left out: {detail}',
  'column-missing': 'There is no column `{column}`. There are: {columns}.',
  'columns-unknown': 'Which column holds the names is not clear. Choose the columns; there are: {columns}.',
  'quote-open': 'A quotation mark is opened here and not closed; the line was read without it.',
  'rows-without-names': '{count} lines have no name and are left out.',
};
