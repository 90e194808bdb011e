/** BibTeX's and BibLaTeX's entry types in CSL's words. */
const types: Readonly<Record<string, string>> = {
  article: 'article-journal', suppperiodical: 'article-journal', book: 'book', mvbook: 'book', bookinbook: 'chapter',
  booklet: 'pamphlet', inbook: 'chapter', incollection: 'chapter', suppbook: 'chapter', suppcollection: 'chapter',
  collection: 'book', mvcollection: 'book', proceedings: 'book', mvproceedings: 'book', inproceedings: 'paper-conference',
  conference: 'paper-conference', manual: 'report', phdthesis: 'thesis', mastersthesis: 'thesis', thesis: 'thesis',
  techreport: 'report', report: 'report', misc: 'document', unpublished: 'manuscript', online: 'webpage',
  electronic: 'webpage', www: 'webpage', patent: 'patent', dataset: 'dataset', software: 'software', reference: 'book',
  mvreference: 'book', inreference: 'entry-encyclopedia', periodical: 'periodical', review: 'review',
  video: 'motion_picture', movie: 'motion_picture', audio: 'song', music: 'song', artwork: 'graphic', image: 'graphic',
  letter: 'personal_communication', letters: 'personal_communication', legislation: 'legislation', legal: 'treaty',
  film: 'motion_picture', podcast: 'broadcast', data: 'dataset', preprint: 'article', commentary: 'book', webpage: 'webpage',
  website: 'webpage', bachelorthesis: 'thesis', masterthesis: 'thesis', newspaper: 'article-newspaper', magazine: 'article-magazine',
  jurisdiction: 'legal_case', standard: 'standard', performance: 'performance', newsarticle: 'article-newspaper',
};

const genres: Readonly<Record<string, string>> = {
  phdthesis: 'PhD thesis', mastersthesis: "Master's thesis", mathesis: "Master's thesis", candthesis: 'Candidate thesis',
  bathesis: "Bachelor's thesis", techreport: 'technical report', resreport: 'research report',
};

/** BibLaTeX's `entrysubtype`, with those of its APA style: what kind of article, and what kind of video. */
const subtypes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'article-journal': { magazine: 'article-magazine', newspaper: 'article-newspaper' },
  motion_picture: { tvbroadcast: 'broadcast', tvepisode: 'broadcast', tvseries: 'broadcast', podcast: 'broadcast' },
};

/** The CSL type of an entry, and its genre where the type implies one (`@phdthesis`). */
export function bibtexType(
  entryType: string,
  fields: ReadonlyMap<string, string>,
): { readonly type: string; readonly genre: string | undefined } {
  const own = lookUp(types, entryType) ?? 'document';
  const subtype = fields.get('entrysubtype')?.toLowerCase();
  const type = subtype === undefined ? own : (lookUp(lookUp(subtypes, own) ?? {}, subtype) ?? own);
  // pandoc's way: what was given at an event is a speech.
  const isSpeech = entryType === 'unpublished' && (fields.has('eventtitle') || fields.has('eventdate') || fields.has('venue'));
  return { type: isSpeech ? 'speech' : type, genre: genreOf(entryType, fields.get('type')) };
}

function genreOf(entryType: string, kind: string | undefined): string | undefined {
  if (kind !== undefined) {
    return lookUp(genres, kind.toLowerCase().replace(/[{}]/g, ''));
  }
  return entryType === 'techreport' ? undefined : lookUp(genres, entryType);
}

function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
