import { cslTypes } from './cslTypes';

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
  softwareversion: 'software', softwaremodule: 'software', codefragment: 'software', // BibLaTeX's extension for software
  legmaterial: 'legislation', legadminmaterial: 'regulation', constitution: 'legislation', // its APA style
  talk: 'speech', lecture: 'speech', presentation: 'speech', blog: 'post-weblog', email: 'personal_communication', bachelorsthesis: 'thesis',
};

/** Archives of preprints, as `eprinttype` or `archiveprefix` or a publisher names them. */
const preprints = /^(?:arxiv|biorxiv|medrxiv|chemrxiv|psyarxiv|socarxiv|ssrn|hal)$/i;

const genres: Readonly<Record<string, string>> = {
  phdthesis: 'PhD thesis', mastersthesis: "Master's thesis", mathesis: "Master's thesis", candthesis: 'Candidate thesis',
  bathesis: "Bachelor's thesis", bachelorsthesis: "Bachelor's thesis", techreport: 'technical report', resreport: 'research report',
};

/** BibLaTeX's `entrysubtype`, with those of its APA style: what kind of article, and what kind of video. */
const subtypes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'article-journal': { magazine: 'article-magazine', newspaper: 'article-newspaper' },
  motion_picture: { tvbroadcast: 'broadcast', tvepisode: 'broadcast', tvseries: 'broadcast', podcast: 'broadcast' },
};

/** The CSL type that a name of BibTeX's or BibLaTeX's entry types stands for, as in other formats' fields of a kind. */
export function cslTypeOfEntryType(name: string): string | undefined {
  return lookUp(types, name);
}

/** The CSL type of an entry, and its genre where the type implies one (`@phdthesis`). */
export function bibtexType(
  entryType: string,
  fields: ReadonlyMap<string, string>,
): { readonly type: string; readonly genre: string | undefined } {
  const own = isPreprint(entryType, fields) ? 'article' : (lookUp(types, entryType) ?? (cslTypes.has(entryType) ? entryType : 'document'));
  const told = fields.get('entrysubtype')?.toLowerCase();
  if (told !== undefined && cslTypes.has(told)) {
    return { type: told, genre: genreOf(entryType, fields.get('type')) }; // as our own writer has it, where no entry type tells
  }
  // pandoc's way: what was given at an event is a speech.
  const isSpeech = entryType === 'unpublished' && (fields.has('eventtitle') || fields.has('eventdate') || fields.has('venue'));
  if (isSpeech || isPartOfBook(entryType, fields)) {
    return { type: isSpeech ? 'speech' : 'chapter', genre: genreOf(entryType, fields.get('type')) };
  }
  const type = told === undefined ? own : (lookUp(lookUp(subtypes, own) ?? {}, told) ?? own);
  return { type, genre: genreOf(entryType, fields.get('type')) };
}

/** A @misc in an archive of preprints, as arXiv and DataCite write one; it is what CSL calls an `article`. */
function isPreprint(entryType: string, fields: ReadonlyMap<string, string>): boolean {
  if (entryType !== 'misc' || fields.has('booktitle')) return false;
  const archive = fields.has('eprint') ? (fields.get('eprinttype') ?? fields.get('archiveprefix')) : fields.get('publisher');
  return archive !== undefined && preprints.test(archive.replace(/[{}]/g, '').trim());
}

/** A @book with the title of another book is a part of it; one with its own there only hands it on to those that name it. */
function isPartOfBook(entryType: string, fields: ReadonlyMap<string, string>): boolean {
  const book = entryType === 'book' ? fields.get('booktitle') : undefined;
  return book !== undefined && letters(book) !== letters(fields.get('title') ?? '') && fields.has('title');
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
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
