import type { CslDate, CslItem, CslName } from '../library/record';
import { problem } from '../problems/problem';
import { dateFromValue, dateOf, monthNumber } from './dates';
import { findDoi, wholeDoi } from './doi';
import type { Format, ReadResult } from './format';
import { pagesFromEnds } from './pages';
import { isObject, scalarText } from './plainValue';
import { cslItem, joinKeywords, RecordList } from './recordList';
import { YamlPlaces } from './yamlPlaces';
import { rescueYaml } from './yamlSections';
import { readYamlOrRescue } from './yamlText';

type Fields = Readonly<Record<string, unknown>>;

/** CITATION.cff, the Citation File Format of software: what it asks to be cited first, then itself, then what it refers to. */
export const cff: Format = {
  id: 'cff',
  name: 'CITATION.cff',
  extensions: ['cff'],
  detect: (text) => (/^["']?cff-version["']?:/m.test(text.slice(0, 20_000)) ? 0.97 : 0),
  read: readCff,
};

/** CFF's reference types in CSL's words; what is not here is some kind of software or data, or unknown. */
const types: Readonly<Record<string, string>> = {
  article: 'article-journal', art: 'graphic', audiovisual: 'motion_picture', bill: 'bill', blog: 'post-weblog', book: 'book', catalogue: 'book',
  conference: 'paper-conference', 'conference-paper': 'paper-conference', data: 'dataset', database: 'dataset', dataset: 'dataset',
  dictionary: 'entry-dictionary', edited: 'book', 'edited-work': 'book', encyclopedia: 'entry-encyclopedia', 'film-broadcast': 'broadcast', generic: 'document',
  'government-document': 'report', grant: 'report', hearing: 'hearing', 'historical-work': 'classic', 'legal-case': 'legal_case',
  'legal-rule': 'legislation', 'magazine-article': 'article-magazine', manual: 'book', map: 'map', multimedia: 'motion_picture', music: 'song',
  'newspaper-article': 'article-newspaper', pamphlet: 'pamphlet', patent: 'patent', 'personal-communication': 'personal_communication',
  proceedings: 'book', report: 'report', serial: 'periodical', slides: 'speech', software: 'software', 'software-code': 'software',
  'software-container': 'software', 'software-executable': 'software', 'software-virtual-machine': 'software', 'sound-recording': 'song',
  standard: 'standard', statute: 'legislation', thesis: 'thesis', unpublished: 'manuscript', video: 'motion_picture', website: 'webpage',
};

/** More references than any file has. */
const mostReferences = 10_000;

function readCff(text: string): ReadResult {
  const list = new RecordList();
  const { value, problem: broken } = readYamlOrRescue(text);
  if (broken) list.tell(broken);
  const file = isObject(value) ? value : Object.fromEntries(broken ? rescueYaml(text, '').values : []);
  const places = new YamlPlaces(text);
  const preferred = file['preferred-citation'];
  if (isObject(preferred)) add(list, recordOf(preferred, 'document'), places, ['preferred-citation']);
  add(list, recordOf(file, 'software'), places, []);
  const references = Array.isArray(file.references) ? file.references.slice(0, mostReferences) : [];
  references.forEach((reference: unknown, index) => {
    if (isObject(reference)) add(list, recordOf(reference, 'document'), places, ['references', index]);
  });
  return list.result();
}

function add(list: RecordList, record: Partial<CslItem> | undefined, places: YamlPlaces, path: readonly (string | number)[]): void {
  if (record) {
    list.add({ record });
  } else {
    list.tell(problem('record-dropped', 'error', { id: path.join(' '), detail: 'it has neither title nor authors' }, places.of(path)));
  }
}

function recordOf(fields: Fields, otherwise: string): Partial<CslItem> | undefined {
  const text = (key: string): string | undefined => scalarText(fields[key])?.trim();
  const title = text('title');
  const author = namesOf(fields.authors);
  if (title === undefined && author.length === 0) {
    return undefined;
  }
  const stated = text('type') ?? '';
  const type = Object.hasOwn(types, stated) ? (types[stated] ?? otherwise) : otherwise;
  const publisher = isObject(fields.publisher) ? fields.publisher : isObject(fields.institution) ? fields.institution : undefined;
  const conference = isObject(fields.conference) ? fields.conference : undefined;
  const isWhole = type === 'book' || type === 'report' || type === 'thesis';
  return cslItem(type, {
    title, author, editor: namesOf(fields.editors), translator: namesOf(fields.translators), 'collection-editor': namesOf(fields['editors-series']),
    issued: issuedOf(fields),
    recipient: namesOf(fields.recipients),
    'container-title': text('journal') ?? (isWhole ? undefined : text('collection-title')) ?? (type === 'paper-conference' ? scalarText(conference?.name) : undefined),
    'collection-title': isWhole ? text('collection-title') : undefined,
    'container-title-short': text('abbreviation'),
    'event-title': scalarText(conference?.name), 'event-place': placeOf(conference),
    volume: text('volume'), issue: text('issue'), number: text('number'), section: text('section'), edition: text('edition'),
    page: pagesFromEnds(text('start'), text('end')), 'number-of-pages': text('pages'), 'number-of-volumes': text('number-volumes'),
    publisher: scalarText(publisher?.name), 'publisher-place': placeOf(publisher),
    DOI: doiOf(fields), ISBN: text('isbn'), ISSN: text('issn'), PMCID: text('pmcid'),
    URL: text('url') ?? text('repository-code') ?? text('repository'), accessed: dateFromValue(fields['date-accessed']),
    version: text('version'), abstract: text('abstract'), note: text('notes'), genre: text('thesis-type'), medium: text('medium'), status: text('status')?.replace(/-/g, ' '), source: text('database'),
    language: (Array.isArray(fields.languages) ? scalarText(fields.languages[0]) : undefined),
    keyword: joinKeywords((Array.isArray(fields.keywords) ? fields.keywords.slice(0, 1000) : []).map((word) => scalarText(word) ?? '').filter(Boolean)),
  });
}

/** Persons have `family-names`, `given-names`, `name-particle` and `name-suffix`, entities a `name`. */
function namesOf(value: unknown): CslName[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, mostReferences) : [];
  return list.map(nameOf).filter((name) => name !== undefined);
}

function nameOf(value: unknown): CslName | undefined {
  const part = (key: string): string | undefined => (isObject(value) ? scalarText(value[key])?.trim() : undefined);
  const family = part('family-names');
  if (family === undefined) {
    const literal = part('name') ?? part('given-names') ?? part('alias') ?? (typeof value === 'string' ? value : undefined);
    return literal === undefined ? undefined : { literal };
  }
  const [particle, given, suffix] = [part('name-particle'), part('given-names'), part('name-suffix')];
  return { ...(particle && { 'non-dropping-particle': particle }), family, ...(given && { given }), ...(suffix && { suffix }) };
}

function issuedOf(fields: Fields): CslDate | undefined {
  const day = dateFromValue(fields['date-released']) ?? dateFromValue(fields['date-published']);
  const year = scalarText(fields.year) ?? scalarText(fields['year-original']) ?? '';
  return day ?? (/^\d{4}$/.test(year) ? dateOf(Number(year), monthNumber(scalarText(fields.month) ?? '')) : undefined);
}

/** `doi`, else the first of the `identifiers` that is one. */
function doiOf(fields: Fields): string | undefined {
  const stated = scalarText(fields.doi);
  const others = Array.isArray(fields.identifiers) ? fields.identifiers.filter(isObject) : [];
  const other = others.find((each) => each.type === 'doi');
  const own = stated ?? scalarText(other?.value);
  return own === undefined ? findDoi(scalarText(fields.url) ?? '') : wholeDoi(own);
}

function placeOf(entity: Fields | undefined): string | undefined {
  return [entity?.city, entity?.region, entity?.country].map(scalarText).filter(Boolean).join(', ') || undefined;
}
