import type { CslDate, CslItem, CslName } from '../library/record';
import { crossrefType } from './crossrefTypes';
import { dateOf } from './dates';
import { wholeDoi } from './doi';
import type { Format } from './format';
import { languageTag } from './languages';
import { partedName } from './names';
import { pagesFromEnds } from './pages';
import type { RecordReading } from './recordList';
import { cslItem } from './recordList';
import type { XmlElement } from './xmlElement';
import { xmlHead } from './xmlHead';
import { readXml } from './xmlRecords';

/** Crossref's unixref and unixsd, and the deposits that publishers send: what stands in `crossref` or `body`. */
export const crossrefUnixref: Format = {
  id: 'crossref-unixref',
  name: 'Crossref Unixref XML',
  extensions: ['xml'],
  detect: (text) => (/<(?:\w+:)?(?:doi_records?|crossref_result|doi_batch|crossref)[\s>]/.test(xmlHead(text)) ? 0.97 : 0),
  read: (text) => readXml(text, { records: Object.keys(parts), read: readWork, skip: ['citation_list'] }),
};

/** What Crossref registers, and of these the parts that are works of their own. */
const parts: Readonly<Record<string, readonly string[]>> = {
  journal: ['journal_article'], book: ['content_item'], conference: ['conference_paper'], dissertation: [], 'report-paper': ['content_item'],
  standard: ['content_item'], database: ['dataset'], posted_content: [], peer_review: [], pending_publication: [],
};

/** Where each keeps what goes for all its parts. */
const metadata: readonly string[] = [
  'journal_metadata', 'journal_issue', 'book_metadata', 'book_series_metadata', 'book_set_metadata', 'event_metadata', 'proceedings_metadata',
  'proceedings_series_metadata', 'report-paper_metadata', 'report-paper_series_metadata', 'standard_metadata', 'database_metadata',
];

function readWork(work: XmlElement): readonly RecordReading[] {
  const around = work.all(...metadata);
  const names = Object.hasOwn(parts, work.name) ? (parts[work.name] ?? []) : [];
  const own = work.all().filter(({ name }) => names.includes(name));
  const found = own.length > 0 ? own.map((part) => itemOf(part, around, work.name)) : [itemOf(around.length > 0 ? mainOf(around) : work, around, work.name)];
  return found.map((record) => ({ record }));
}

/** The book, proceedings or issue itself, where nothing in it is a work of its own. */
function mainOf(around: readonly XmlElement[]): XmlElement {
  return around.find(({ name }) => name !== 'event_metadata' && name !== 'journal_metadata') ?? (around[0] as XmlElement);
}

function itemOf(element: XmlElement, around: readonly XmlElement[], kind: string): Partial<CslItem> {
  const type = typeOf(element, kind);
  const scopes = [element, ...around.filter((scope) => scope !== element)];
  const isPart = !metadata.includes(element.name);
  const container = isPart ? containerOf(around) : {};
  return cslItem(type, {
    title: titleOf(element),
    'original-title': element.first('titles', 'original_language_title')?.richText(),
    ...container,
    ...peopleOf(element, around),
    issued: issuedOf(scopes),
    volume: textIn(scopes, 'journal_volume', 'volume') ?? textIn(scopes, 'volume'),
    issue: textIn(scopes, 'issue'),
    page: pagesOf(element),
    edition: textIn(scopes, 'edition_number'),
    genre: type === 'thesis' ? element.textAt('degree')?.replace(/ ?\([^()]*\)$/, '') : kind === 'peer_review' ? 'peer review' : undefined,
    publisher: textIn(scopes, 'publisher', 'publisher_name') ?? textIn(scopes, 'institution', 'institution_name') ?? textIn(scopes, 'standards_body', 'standards_body_name'),
    'publisher-place': textIn(scopes, 'publisher', 'publisher_place') ?? textIn(scopes, 'institution', 'institution_place'),
    'event-title': textIn(around, 'conference_name'),
    'event-place': textIn(around, 'conference_location'),
    ISSN: numbersIn(around, 'issn'),
    ISBN: numbersIn(scopes, 'isbn'),
    number: numberIn(scopes, type),
    DOI: mapped(element.textAt('doi_data', 'doi'), wholeDoi),
    URL: element.textAt('doi_data', 'resource'),
    language: mapped(scopes.map((scope) => scope.attribute('language')).find(Boolean), languageTag),
    abstract: element.first('abstract')?.text(),
  });
}

function mapped<T>(text: string | undefined, make: (text: string) => T): T | undefined {
  return text === undefined ? undefined : make(text);
}

function typeOf(element: XmlElement, kind: string): string {
  const component = element.attribute('component_type');
  if (element.name === 'content_item') {
    return crossrefType(kind === 'report-paper' ? 'report-component' : component === 'reference_entry' ? 'reference-entry' : 'book-chapter');
  }
  const byName: Readonly<Record<string, string>> = {
    journal_article: 'journal-article', conference_paper: 'proceedings-article', dataset: 'dataset', journal_issue: 'journal-issue',
    journal_metadata: 'journal', proceedings_metadata: 'proceedings',
  };
  return crossrefType(byName[element.name] ?? kind.replace(/_/g, '-').replace('report-paper', 'report'));
}

function titleOf(element: XmlElement): string | undefined {
  const titles = element.first('titles');
  const title = titles?.first('title')?.richText() ?? element.first('full_title')?.richText();
  const sub = titles?.first('subtitle')?.richText();
  return title === undefined || sub === undefined || title.includes(sub) ? title : `${title.replace(/\s*:$/, '')}: ${sub}`;
}

function containerOf(around: readonly XmlElement[]): Partial<CslItem> {
  const journal = around.find(({ name }) => name === 'journal_metadata');
  const volume = around.find(({ name }) => /^(?:book|proceedings|database|report-paper|standard)(?:_series|_set)?_metadata$/.test(name));
  const full = journal?.textAt('full_title') ?? volume?.textAt('proceedings_title') ?? (volume && titleOf(volume));
  const series = volume?.first('series_metadata') ?? volume?.first('set_metadata');
  const seriesTitle = series && titleOf(series);
  const short = journal?.textAt('abbrev_title');
  return {
    ...(full !== undefined && { 'container-title': full }),
    ...(short !== undefined && short !== full && { 'container-title-short': short }),
    ...(seriesTitle !== undefined && { 'collection-title': seriesTitle }),
  };
}

const roles: Readonly<Record<string, string>> = { author: 'author', editor: 'editor', translator: 'translator', chair: 'chair', reviewer: 'author' };

function peopleOf(element: XmlElement, around: readonly XmlElement[]): Partial<CslItem> {
  const people: Record<string, CslName[]> = {};
  const add = (scope: XmlElement, prefix = ''): void => {
    // A dissertation has its author without a list.
    for (const person of [...(scope.first('contributors')?.all() ?? []), ...scope.all('person_name')]) {
      const role = person.attribute('contributor_role') ?? 'author';
      const name = nameOf(person, role);
      const variable = Object.hasOwn(roles, role) ? (roles[role] ?? 'contributor') : 'contributor';
      if (name) (people[variable === 'author' ? `${prefix}author` : variable] ??= []).push(name);
    }
  };
  add(element);
  around.filter((scope) => scope !== element && scope.name !== 'journal_issue').forEach((scope) => add(scope, 'container-'));
  return people;
}

function nameOf(person: XmlElement, role: string): CslName | undefined {
  if (person.name === 'organization') {
    return mapped(person.text(), (literal) => ({ literal }));
  }
  if (person.name === 'anonymous') {
    return { literal: role === 'author' ? 'Anonymous' : `Anonymous ${role.charAt(0).toUpperCase()}${role.slice(1)}` };
  }
  const family = person.textAt('surname');
  const given = person.textAt('given_name');
  const suffix = person.textAt('suffix');
  if (person.name !== 'person_name' || family === undefined) {
    return undefined;
  }
  return partedName(family, given, suffix);
}

/** The work's own date before that of its issue or volume, and in print before online; a dataset's, and when a work was accepted, last. */
function issuedOf(scopes: readonly XmlElement[]): CslDate | undefined {
  const ofScopes = scopes.flatMap((scope) => {
    const dates = scope.all('publication_date', 'approval_date', 'posted_date', 'review_date');
    return [...dates.filter((date) => date.attribute('media_type') === 'print'), ...dates];
  });
  const ofData = scopes.flatMap((scope) => scope.first('database_date')?.all('publication_date', 'creation_date') ?? []);
  const accepted = scopes.flatMap((scope) => scope.all('acceptance_date'));
  return [...ofScopes, ...ofData, ...accepted].map(dateOfElement).find(Boolean);
}

function dateOfElement(element: XmlElement): CslDate | undefined {
  const part = (name: string): number | undefined => mapped(element.textAt(name), numberOf);
  return dateOf(part('year') ?? Number.NaN, part('month'), part('day'));
}

/** A year, month or day; what is longer is none. */
function numberOf(text: string): number {
  return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}

function pagesOf(element: XmlElement): string | undefined {
  const numbers = element.first('publisher_item')?.all('item_number') ?? [];
  const article = numbers.find((number) => /^article/i.test(number.attribute('item_number_type') ?? ''))?.text();
  return pagesFromEnds(element.textAt('pages', 'first_page'), element.textAt('pages', 'last_page')) ?? article;
}

/** A report's or a standard's own number; an article's stands for its pages. */
function numberIn(scopes: readonly XmlElement[], type: string): string | undefined {
  if (type !== 'report' && type !== 'standard') {
    return undefined;
  }
  return textIn(scopes, 'publisher_item', 'item_number') ?? textIn(scopes, 'designators', 'std_as_published') ?? textIn(scopes, 'std_designators', 'std_designator');
}

function textIn(scopes: readonly XmlElement[], ...path: readonly string[]): string | undefined {
  return scopes.map((scope) => scope.textAt(...path)).find((text) => text !== undefined);
}

function numbersIn(scopes: readonly XmlElement[], name: string): string {
  return [...new Set(scopes.flatMap((scope) => scope.texts(name)))].join(', ');
}
