import type { CslItem } from '../library/record';
import { edtfDate, issuedOf } from './bibtexDate';
import type { NameReader } from './bibtexNames';
import { bibtexName, bibtexNames, listParts } from './bibtexNames';
import type { BibtexEntry } from './bibtexScan';
import type { FieldText } from './bibtexTitles';
import { bibtexTitles } from './bibtexTitles';
import { bibtexType } from './bibtexTypes';
import { findDoi, wholeDoi } from './doi';
import { languageTag } from './languages';
import { latexToText } from './latex';
import { normalPages } from './pages';

type Fields = ReadonlyMap<string, string>;
type Variables = Record<string, unknown>;

/** Fields that go over as they are, and the CSL variables that they become. */
const plainFields: ReadonlyMap<string, string> = new Map(Object.entries({
  shorttitle: 'title-short', shortjournal: 'container-title-short', edition: 'edition', address: 'publisher-place',
  location: 'publisher-place', series: 'collection-title', chapter: 'chapter-number', volumes: 'number-of-volumes',
  pagetotal: 'number-of-pages', numpages: 'number-of-pages', version: 'version', eventtitle: 'event-title',
  venue: 'event-place', abstract: 'abstract', keywords: 'keyword', keyword: 'keyword', note: 'note', annote: 'annote',
  annotation: 'annote', pubstate: 'status', pmid: 'PMID', pmcid: 'PMCID', pmc: 'PMCID', library: 'call-number',
  origtitle: 'original-title', origpublisher: 'original-publisher', issn: 'ISSN', isbn: 'ISBN',
}));

/** Entry types whose `number` counts within a series. */
const seriesTypes: ReadonlySet<string> = new Set(['book', 'chapter', 'paper-conference', 'collection', 'entry-encyclopedia']);

/** One entry as a CSL item; without an id unless one is handed in. */
export function bibtexRecord(
  entry: BibtexEntry,
  id?: string,
  readName: NameReader = bibtexName,
): { readonly record: Partial<CslItem>; readonly truncated: boolean } {
  const { fields } = entry;
  const text: FieldText = (name) => {
    const value = fields.get(name);
    return value === undefined ? undefined : latexToText(value) || undefined;
  };
  const { type, genre } = bibtexType(entry.type, fields);
  const record: Variables = id === undefined ? { type } : { id, type };
  const titles = bibtexTitles(entry.type, text);
  set(record, 'title', titles.title);
  const truncated = addNames(record, fields, readName);
  set(record, 'issued', issuedOf(rawText(fields, 'date'), text('year'), text('month'), text('day')));
  set(record, 'container-title', titles.container);
  set(record, 'volume-title', titles.volumeTitle);
  for (const name of fields.keys()) {
    const variable = plainFields.get(name);
    if (variable !== undefined) record[variable] ??= text(name);
  }
  set(record, 'genre', genre ?? text('type'));
  addNumbers(record, type, text);
  addAddresses(record, fields);
  set(record, 'publisher', publisherOf(fields, text));
  set(record, 'language', mapped(firstText(text, ['langid', 'language', 'hyphenation']), languageTag));
  set(record, 'accessed', mapped(firstText(text, ['urldate', 'lastchecked']), edtfDate));
  set(record, 'event-date', mapped(text('eventdate'), edtfDate));
  set(record, 'original-date', mapped(text('origdate'), edtfDate));
  const aliases = fields.get('ids');
  if (aliases !== undefined) set(record, 'other-ids', aliases.split(',').map((alias) => alias.trim()).filter(Boolean));
  return { record, truncated };
}

const nameFields: readonly (readonly [variable: string, field: string])[] = [
  ['author', 'author'], ['editor', 'editor'], ['translator', 'translator'], ['container-author', 'bookauthor'],
  ['director', 'director'],
];

function addNames(record: Variables, fields: Fields, readName: NameReader): boolean {
  let truncated = false;
  for (const [variable, field] of nameFields) {
    const value = fields.get(field);
    if (value === undefined) continue;
    const list = bibtexNames(value, readName);
    truncated ||= list.truncated;
    const isDirector = field === 'editor' && fields.get('editortype')?.toLowerCase() === 'director';
    set(record, isDirector ? 'director' : variable, list.names.length > 0 ? list.names : undefined);
  }
  return truncated;
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
  if (type.startsWith('article-') || type === 'periodical' || type === 'review') {
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
  const [, first, last] = /^(\d+)(?:[–-](\d+))?$/.exec(text) ?? [];
  return first === undefined || last === undefined ? first : `${first}-${last}`;
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
  if (kind === 'arxiv' && url === undefined) set(record, 'URL', `https://arxiv.org/abs/${eprint}`);
}

/** `\url{https://…}` and `\href {https://…} {here}` in `howpublished`, or an address and nothing else. */
function addressIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : (/\\(?:url|href)\s*\{([^{}]+)\}/.exec(text)?.[1] ?? /^\s*(https?:\/\/\S+)\s*$/.exec(text)?.[1]);
}

/** BibLaTeX's publishers are a list; BibTeX's is a text, in which `and` may belong to a name (`Smith and Sons`). */
function publisherOf(fields: Fields, text: FieldText): string | undefined {
  const name = ['publisher', 'school', 'institution', 'organization'].find((field) => text(field) !== undefined);
  if (name === undefined) {
    const published = fields.get('howpublished');
    return published === undefined || /https?:|\\url|\\href/.test(published) ? undefined : text('howpublished');
  }
  const value = fields.get(name) ?? '';
  const isList = value.includes(' and ') && (fields.has('date') || fields.has('location') || fields.has('journaltitle'));
  return isList ? listParts(value).map(latexToText).filter(Boolean).join('; ') : text(name);
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

function set(record: Variables, variable: string, value: unknown): void {
  if (value !== undefined) record[variable] = value;
}
