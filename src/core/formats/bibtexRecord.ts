import type { CslDate, CslItem } from '../library/record';
import { BibtexDates, edtfDate, issuedOf } from './bibtexDate';
import type { NameReader } from './bibtexNames';
import { FieldGroup, fieldGroups, plainFields } from './bibtexFieldNames';
import { bibtexName, listParts } from './bibtexNames';
import { bibtexPeople } from './bibtexPeople';
import type { BibtexEntry } from './bibtexScan';
import { localised } from './bibtexStrings';
import type { FieldText } from './bibtexTitles';
import { bibtexTitles } from './bibtexTitles';
import { bibtexType } from './bibtexTypes';
import type { Variables } from './bibtexVariables';
import { setVariable as set } from './bibtexVariables';
import { findDoi, wholeDoi } from './doi';
import { languageTag } from './languages';
import { latexToText } from './latex';
import { normalPages } from './pages';

type Fields = ReadonlyMap<string, string>;

/** Entry types whose `number` counts within a series. */
const seriesTypes: ReadonlySet<string> = new Set(['book', 'chapter', 'paper-conference', 'collection', 'entry-encyclopedia']);

/** One entry as a CSL item; without an id unless one is handed in. */
export function bibtexRecord(
  entry: BibtexEntry,
  id?: string,
  readName: NameReader = bibtexName,
  dates: BibtexDates = new BibtexDates(),
): { readonly record: Partial<CslItem>; readonly truncated: boolean } {
  const { fields } = entry;
  const text: FieldText = (name) => {
    const value = fields.get(name);
    return value === undefined ? undefined : latexToText(value) || undefined;
  };
  const { type, genre } = bibtexType(entry.type, fields);
  const record: Variables = id === undefined ? { type } : { id, type };
  const has = fieldGroups(fields);
  const titles = bibtexTitles(entry.type, text, (has & FieldGroup.titles) !== 0);
  set(record, 'title', titles.title);
  const truncated = bibtexPeople(fields, readName, (has & FieldGroup.people) !== 0, (variable, names) => { set(record, variable, names); });
  set(record, 'issued', dates.issued(rawText(fields, 'date'), text('year'), text('month'), text('day')));
  set(record, 'container-title', titles.container);
  set(record, 'volume-title', titles.volumeTitle);
  for (const name of fields.keys()) {
    const variable = plainFields.get(name);
    if (variable !== undefined && record[variable] === undefined) set(record, variable, text(name));
  }
  set(record, 'genre', genre);
  if ((has & FieldGroup.words) !== 0) addWords(record, fields, text);
  addNumbers(record, type, text);
  addAddresses(record, fields);
  if ((has & FieldGroup.places) !== 0) addPlaces(record, fields, text);
  set(record, 'publisher', publisherOf(fields, type === 'thesis' ? thesisPublisherFields : publisherFields, text));
  if ((has & FieldGroup.dates) !== 0) addDates(record, fields, text);
  return { record, truncated };
}

function addWords(record: Variables, fields: Fields, text: FieldText): void {
  set(record, 'note', joinedNotes(text));
  set(record, 'collection-title', mapped(text('series'), localised));
  set(record, 'status', mapped(text('pubstate'), localised));
  if (record.genre === undefined) set(record, 'genre', mapped(text('type'), localised));
  set(record, 'language', mapped(firstText(text, ['langid', 'language', 'hyphenation']), languageTag));
  const aliases = fields.get('ids');
  if (aliases !== undefined) set(record, 'other-ids', aliases.split(',').map((alias) => alias.trim()).filter(Boolean));
}

function addDates(record: Variables, fields: Fields, text: FieldText): void {
  set(record, 'accessed', dateIn(fields, text, 'urldate', 'urlyear', 'urlmonth', 'urlday') ?? mapped(text('lastchecked'), edtfDate));
  set(record, 'event-date', dateIn(fields, text, 'eventdate', 'eventyear', 'eventmonth', 'eventday'));
  set(record, 'original-date', dateIn(fields, text, 'origdate', 'origyear', 'origmonth', 'origday'));
}

/** A date of something else than the publication; older files part it into `urlyear`, `urlmonth` and `urlday`. */
function dateIn(fields: Fields, text: FieldText, date: string, year: string, month: string, day: string): CslDate | undefined {
  const whole = rawText(fields, date);
  if (whole !== undefined) return edtfDate(whole);
  const ownYear = text(year);
  return ownYear === undefined ? undefined : issuedOf(undefined, ownYear, text(month), text(day));
}

function joinedNotes(text: FieldText): string | undefined {
  const note = text('note');
  const addendum = text('addendum');
  return note === undefined || addendum === undefined ? (note ?? addendum) : `${note.replace(/\.$/, '')}. ${addendum}`;
}

/** `number` is an issue in journals, a place in a series for books, and a number of its own elsewhere. */
function addNumbers(record: Variables, type: string, text: FieldText): void {
  const volume = text('volume');
  const part = text('part');
  set(record, 'volume', volume !== undefined && part !== undefined ? `${volume}.${part}` : volume);
  const number = text('number');
  const issue = text('issue');
  const pages = text('pages');
  set(record, 'page', pages === undefined ? undefined : simplePages(pages) ?? normalPages(pages));
  if (type.startsWith('article-') || type === 'periodical' || type.startsWith('review')) {
    set(record, 'issue', number !== undefined && issue !== undefined ? `${number}, ${issue}` : (number ?? issue));
  } else {
    set(record, seriesTypes.has(type) && record['collection-title'] !== undefined ? 'collection-number' : 'number', number);
    set(record, 'issue', issue);
  }
  const articleNumber = firstText(text, ['eid', 'article-number', 'articleno']);
  if (articleNumber !== undefined) {
    set(record, record.number === undefined ? 'number' : 'page', articleNumber);
  }
}

/** The usual `168--172`, whose dashes are one sign by now: what `normalPages` makes of it, sooner. */
function simplePages(text: string): string | undefined {
  let dash = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) continue;
    if ((code !== 0x2013 && code !== 45) || dash > 0 || at === 0 || at === text.length - 1) return undefined;
    dash = at;
  }
  return dash === 0 ? text : `${text.slice(0, dash)}-${text.slice(dash + 1)}`;
}

/** A field that is an address, in which TeX's signs stand for themselves. */
function rawText(fields: Fields, name: string): string | undefined {
  const value = fields.get(name);
  if (value === undefined || !/[\\{}\s]/.test(value)) {
    return value === '' ? undefined : value;
  }
  const own = /\\(?:url|href|path)\s*\{([^{}]+)\}/.exec(value)?.[1] ?? value;
  return own.replace(/\\([_&%#~$])/g, '$1').replace(/[{}]/g, '').trim() || undefined;
}

/** Where BibLaTeX's `eprinttype`s are found. */
const eprintSites: Readonly<Record<string, string>> = {
  arxiv: 'https://arxiv.org/abs/', jstor: 'https://www.jstor.org/stable/', hdl: 'https://hdl.handle.net/', googlebooks: 'https://books.google.com/books?id=',
};

function addAddresses(record: Variables, fields: Fields): void {
  const url = rawText(fields, 'url') ?? addressIn(fields.get('howpublished'));
  const doi = rawText(fields, 'doi');
  set(record, 'DOI', doi === undefined || /^10\.\d{4,9}\/[^\s%]+$/.test(doi) ? doi : wholeDoi(doi));
  set(record, 'URL', url);
  if (record.DOI === undefined && url !== undefined && /doi\.org\//i.test(url)) {
    set(record, 'DOI', findDoi(url));
  }
  const eprint = rawText(fields, 'eprint');
  if (eprint === undefined) return;
  const kind = (rawText(fields, 'eprinttype') ?? rawText(fields, 'archiveprefix') ?? '').toLowerCase();
  if (kind === 'pubmed') set(record, 'PMID', eprint);
  if (kind === 'pmc') set(record, 'PMCID', eprint);
  const site = Object.hasOwn(eprintSites, kind) ? eprintSites[kind] : undefined;
  if (site !== undefined && url === undefined) set(record, 'URL', `${site}${eprint}`);
}

/** Where it was published: an `address` goes before a `location` beside it, which then is where the conference was held. */
function addPlaces(record: Variables, fields: Fields, text: FieldText): void {
  const address = text('address');
  const location = placesOf(fields, text);
  if (record.type === 'patent' && location !== undefined) {
    set(record, 'jurisdiction', location);
    set(record, 'publisher-place', address);
    return;
  }
  set(record, 'publisher-place', address ?? location);
  if (address !== undefined && location !== undefined && location !== address) record['event-place'] ??= location;
}

/** BibLaTeX's `location` is a list. */
function placesOf(fields: Fields, text: FieldText): string | undefined {
  const value = fields.get('location');
  return value?.includes(' and ') === true ? listed(value) : mapped(text('location'), localised);
}

function listed(value: string): string {
  return listParts(value).map((part) => localised(latexToText(part))).filter(Boolean).join('; ');
}

/** `\url{https://…}` and `\href {https://…} {here}` in `howpublished`, or an address and nothing else. */
function addressIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (/\\(?:url|href)\s*\{([^{}]+)\}/.exec(text)?.[1] ?? /^\s*(https?:\/\/\S+)\s*$/.exec(text)?.[1]);
}

const publisherFields = ['publisher', 'school', 'institution', 'organization'] as const;
/** A thesis is its school's, whoever printed it. */
const thesisPublisherFields = ['school', 'institution', 'publisher', 'organization'] as const;

/** BibLaTeX's publishers are a list; BibTeX's is a text, in which `and` may belong to a name (`Smith and Sons`). */
function publisherOf(fields: Fields, names: readonly string[], text: FieldText): string | undefined {
  const name = names.find((field) => fields.has(field) && text(field) !== undefined);
  if (name === undefined) {
    const published = fields.get('howpublished');
    return published === undefined || /https?:|\\url|\\href/.test(published) ? undefined : text('howpublished');
  }
  const value = fields.get(name) ?? '';
  const isList = value.includes(' and ') && (fields.has('date') || fields.has('location') || fields.has('journaltitle'));
  return isList ? listed(value) : text(name);
}

function firstText(text: FieldText, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = text(name);
    if (value !== undefined) return value;
  }
  return undefined;
}

function mapped<T>(text: string | undefined, make: (text: string) => T): T | undefined {
  return text === undefined ? undefined : make(text);
}
