/** BibTeX's and BibLaTeX's entry types in CSL's words. */
const types: Readonly<Record<string, string>> = {
  article: 'article-journal', suppperiodical: 'article-journal', book: 'book', mvbook: 'book', bookinbook: 'chapter',
  booklet: 'pamphlet', inbook: 'chapter', incollection: 'chapter', suppbook: 'chapter', suppcollection: 'chapter',
  collection: 'book', mvcollection: 'book', proceedings: 'book', mvproceedings: 'book', inproceedings: 'paper-conference',
  conference: 'paper-conference', manual: 'book', phdthesis: 'thesis', mastersthesis: 'thesis', thesis: 'thesis',
  techreport: 'report', report: 'report', misc: 'document', unpublished: 'manuscript', online: 'webpage',
  electronic: 'webpage', www: 'webpage', patent: 'patent', dataset: 'dataset', software: 'software', reference: 'book',
  mvreference: 'book', inreference: 'entry-encyclopedia', periodical: 'periodical', review: 'review',
  video: 'motion_picture', movie: 'motion_picture', audio: 'song', music: 'song', artwork: 'graphic', image: 'graphic',
  letter: 'personal_communication', letters: 'personal_communication', legislation: 'legislation', legal: 'treaty',
  jurisdiction: 'legal_case', standard: 'standard', performance: 'performance', newsarticle: 'article-newspaper',
};

const genres: Readonly<Record<string, string>> = {
  phdthesis: 'PhD thesis', mastersthesis: "Master's thesis", mathesis: "Master's thesis", candthesis: 'Candidate thesis',
  bathesis: "Bachelor's thesis", techreport: 'technical report', resreport: 'research report',
};

const subtypes: Readonly<Record<string, string>> = {
  magazine: 'article-magazine', newspaper: 'article-newspaper',
};

/** The CSL type of an entry, and its genre where the type implies one (`@phdthesis`). */
export function bibtexType(
  entryType: string,
  fields: ReadonlyMap<string, string>,
): { readonly type: string; readonly genre?: string } {
  const subtype = (fields.get('entrysubtype') ?? '').toLowerCase();
  const own = Object.hasOwn(types, entryType) ? types[entryType] : undefined;
  const type = Object.hasOwn(subtypes, subtype) && own === 'article-journal' ? subtypes[subtype] : own;
  const kind = (fields.get('type') ?? '').toLowerCase().replace(/[{}]/g, '');
  const genre = Object.hasOwn(genres, kind) ? genres[kind] : fields.has('type') || entryType === 'techreport' ? undefined : Object.hasOwn(genres, entryType) ? genres[entryType] : undefined;
  return { type: type ?? 'document', ...(genre !== undefined && { genre }) };
}
