import { cslTypeOfEntryType } from './bibtexTypes';
import type { XmlElement } from './xmlElement';

/** MARC's genre terms and others in use, in CSL's words. */
const genres: Readonly<Record<string, string>> = {
  article: 'article-journal', 'journal article': 'article-journal', 'magazine article': 'article-magazine', 'newspaper article': 'article-newspaper',
  book: 'book', 'book chapter': 'chapter', 'book section': 'chapter', 'conference paper': 'paper-conference', thesis: 'thesis', theses: 'thesis',
  dissertation: 'thesis', 'ph.d. thesis': 'thesis', 'masters thesis': 'thesis', 'technical report': 'report', report: 'report', letter: 'personal_communication',
  newspaper: 'article-newspaper', periodical: 'periodical', 'web site': 'webpage', website: 'webpage', 'web page': 'webpage', map: 'map', atlas: 'map',
  globe: 'map', 'motion picture': 'motion_picture', videorecording: 'motion_picture', filmstrip: 'motion_picture', patent: 'patent', legislation: 'legislation',
  'legal case and case notes': 'legal_case', 'law report or digest': 'legal_case', 'standard or specification': 'standard', encyclopedia: 'entry-encyclopedia',
  dictionary: 'entry-dictionary', interview: 'interview', speech: 'speech', 'numeric data': 'dataset', dataset: 'dataset', database: 'dataset',
  'computer program': 'software', 'art original': 'graphic', 'art reproduction': 'graphic', picture: 'graphic', photograph: 'graphic', chart: 'graphic',
  graphic: 'graphic', slide: 'graphic', autobiography: 'book', biography: 'book', 'electronic resource': 'document', preprint: 'article', 'working paper': 'report',
  'instruction': 'document', manuscript: 'manuscript', treaty: 'treaty', 'comic or graphic novel': 'book', novel: 'book', review: 'review',
  'legal article': 'article-journal', 'remote sensing image': 'map', 'online system or service': 'webpage', sound: 'song', 'comic strip': 'graphic',
  diorama: 'graphic', 'flash card': 'graphic', 'microscope slide': 'graphic', 'technical drawing': 'graphic', transparency: 'graphic', journal: 'periodical',
  yearbook: 'book', handbook: 'book', 'multivolume monograph': 'book', reporting: 'report', 'academic thesis': 'thesis', "master's thesis": 'thesis',
  'doctoral thesis': 'thesis', 'diploma thesis': 'thesis', 'habilitation thesis': 'thesis', 'licentiate thesis': 'thesis', "bachelor's thesis": 'thesis',
  unpublished: 'manuscript', communication: 'personal_communication', 'e-mail communication': 'personal_communication', 'television broadcast': 'broadcast',
  'radio broadcast': 'broadcast',
};

/** Zotero's names of its types, which it writes as a genre of `authority="local"`, in small letters. */
const zoteroTypes: Readonly<Record<string, string>> = {
  artwork: 'graphic', audiorecording: 'song', bill: 'bill', blogpost: 'post-weblog', booksection: 'chapter', case: 'legal_case', computerprogram: 'software',
  conferencepaper: 'paper-conference', dictionaryentry: 'entry-dictionary', email: 'personal_communication', encyclopediaarticle: 'entry-encyclopedia',
  film: 'motion_picture', forumpost: 'post', hearing: 'hearing', instantmessage: 'personal_communication', journalarticle: 'article-journal',
  magazinearticle: 'article-magazine', newspaperarticle: 'article-newspaper', podcast: 'broadcast', presentation: 'speech', radiobroadcast: 'broadcast',
  statute: 'legislation', tvbroadcast: 'broadcast', videorecording: 'motion_picture', webpage: 'webpage',
};

/** MARC's genre terms for what a text holds, which is a book if nothing says otherwise. */
const contents: ReadonlySet<string> = new Set([
  'bibliography', 'catalog', 'directory', 'discography', 'drama', 'essay', 'essays', 'festschrift', 'fiction', 'filmography', 'folktale', 'history', 'humor, satire', 'hymnal',
  'index', 'language instruction', 'loose-leaf', 'memoir', 'poetry', 'programmed text', 'script', 'short story', 'statistics', 'survey of literature',
]);

/** What a `typeOfResource` is, where it says more than `text`. */
const resources: readonly (readonly [RegExp, string])[] = [
  [/^software/i, 'software'], [/^cartographic/i, 'map'], [/^sound recording|^audio/i, 'song'], [/^moving image/i, 'motion_picture'],
  [/^still image/i, 'graphic'], [/^notated music/i, 'musical_score'],
];

/** The collections of the U.S. Government Publishing Office, which are all `government publication` in their genre. */
const collections: Readonly<Record<string, string>> = {
  CHRG: 'hearing', BILLS: 'bill', PLAW: 'legislation', STATUTE: 'legislation', USCODE: 'legislation', CFR: 'regulation', FR: 'regulation',
  USCOURTS: 'legal_case', CRPT: 'report', CDOC: 'report', CPRT: 'report', GAOREPORTS: 'report',
};

/** The CSL type of a work, by its genre, its kind of resource, how it is issued, and what it is a part of. */
export function modsType(work: XmlElement, host: XmlElement | undefined): string {
  const own = genresOf(work);
  const monographic = issuanceOf(work).some((issuance) => /^(?:monographic|single unit|multipart monograph)$/.test(issuance));
  const known = own.map(typeOfGenre).find(Boolean);
  if (known !== undefined && !(host && known === 'book')) {
    return known;
  }
  if (own.includes('conference publication')) {
    return host && !monographic ? 'paper-conference' : 'book';
  }
  if (work.all('typeOfResource').some((each) => each.attribute('manuscript') === 'yes' && /^text/i.test(each.text() ?? ''))) {
    return 'manuscript';
  }
  const resource = work.texts('typeOfResource').map((text) => resources.find(([pattern]) => pattern.test(text))?.[1]).find(Boolean);
  if (resource !== undefined) {
    return resource;
  }
  // A government's publication may be anything from a bill to a report.
  if (own.includes('government publication')) {
    const collection = work.all('extension').map((extension) => extension.textAt('collectionCode')).find(Boolean) ?? '';
    return (Object.hasOwn(collections, collection) ? collections[collection] : undefined) ?? 'document';
  }
  if (monographic) {
    return 'book';
  }
  if (host) {
    return partType(host);
  }
  const isSerial = issuanceOf(work).some((issuance) => /^(?:continuing|serial|integrating)/.test(issuance));
  return isSerial ? 'periodical' : own.some((genre) => contents.has(genre)) ? 'book' : 'document';
}

/** By MARC's terms and others' in use, Zotero's names of types, or BibTeX's, which JabRef writes; a `misc` may be anything. */
function typeOfGenre(genre: string): string | undefined {
  if (Object.hasOwn(genres, genre)) return genres[genre];
  if (Object.hasOwn(zoteroTypes, genre)) return zoteroTypes[genre];
  return genre === 'misc' ? undefined : cslTypeOfEntryType(genre);
}

function partType(host: XmlElement): string {
  const kinds = genresOf(host);
  const details = host.all('part').flatMap((part) => part.all('detail')).map((detail) => detail.attribute('type'));
  const isSerial = kinds.some((kind) => /periodical|journal/.test(kind)) || issuanceOf(host).some((issuance) => /^(?:continuing|serial)/.test(issuance));
  if (kinds.some((kind) => /newspaper/.test(kind))) return 'article-newspaper';
  if (kinds.some((kind) => /magazine/.test(kind))) return 'article-magazine';
  if (kinds.some((kind) => /conference/.test(kind))) return 'paper-conference';
  const hasIssn = host.all('identifier').some((id) => id.attribute('type') === 'issn');
  return isSerial || details.includes('issue') || hasIssn ? 'article-journal' : 'chapter';
}

function genresOf(element: XmlElement): string[] {
  return element.texts('genre').map((genre) => genre.toLowerCase());
}

function issuanceOf(element: XmlElement): string[] {
  return element.all('originInfo').flatMap((origin) => origin.texts('issuance')).map((text) => text.toLowerCase());
}
