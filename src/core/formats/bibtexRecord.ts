import type { CslItem } from '../library/record';
import { bibtexNames } from './bibtexNames';
import type { BibtexEntry } from './bibtexScan';
import { bibtexType } from './bibtexTypes';
import { dateOf, monthNumber, parseDate } from './dates';
import { findDoi, wholeDoi } from './doi';
import { languageTag } from './languages';
import { latexToText } from './latex';
import { normalPages } from './pages';
import type { CslDate } from '../library/record';

type Fields = ReadonlyMap<string, string>;

/** Fields that go over as they are, by CSL variable; the first that is there counts. */
const plainFields: readonly (readonly [variable: string, ...fields: string[]])[] = [
  ['title-short', 'shorttitle'],
  ['container-title-short', 'shortjournal'],
  ['volume', 'volume'],
  ['volume-title', 'maintitle'],
  ['edition', 'edition'],
  ['publisher-place', 'address', 'location'],
  ['collection-title', 'series'],
  ['chapter-number', 'chapter'],
  ['number-of-volumes', 'volumes'],
  ['number-of-pages', 'pagetotal', 'numpages'],
  ['version', 'version'],
  ['event-title', 'eventtitle'],
  ['event-place', 'venue'],
  ['abstract', 'abstract'],
  ['keyword', 'keywords', 'keyword'],
  ['note', 'note'],
  ['annote', 'annote', 'annotation'],
  ['status', 'pubstate'],
  ['PMID', 'pmid'],
  ['PMCID', 'pmcid', 'pmc'],
  ['call-number', 'library'],
  ['original-title', 'origtitle'],
  ['original-publisher', 'origpublisher'],
];

const nameFields: readonly (readonly [variable: string, field: string])[] = [
  ['author', 'author'], ['editor', 'editor'], ['translator', 'translator'], ['container-author', 'bookauthor'],
  ['director', 'director'],
];

/** One entry as a CSL item without its id. */
export function bibtexRecord(entry: BibtexEntry): { readonly record: Partial<CslItem>; readonly truncated: boolean } {
  const { fields } = entry;
  const { type, genre } = bibtexType(entry.type, fields);
  const record: Record<string, unknown> = { type };
  set(record, 'title', joined(fields, 'title', 'subtitle', 'titleaddon'));
  const truncated = addNames(record, fields);
  set(record, 'issued', issuedOf(fields));
  set(record, 'container-title', containerOf(type, fields));
  for (const [variable, ...names] of plainFields) {
    set(record, variable, firstText(fields, names));
  }
  set(record, 'genre', genre ?? firstText(fields, ['type']));
  addNumbers(record, type, fields);
  addAddresses(record, fields);
  set(record, 'publisher', publisherOf(fields));
  set(record, 'language', mapped(firstText(fields, ['langid', 'language', 'hyphenation']), languageTag));
  set(record, 'accessed', mapped(firstText(fields, ['urldate', 'lastchecked']), parseDate));
  set(record, 'event-date', mapped(firstText(fields, ['eventdate']), parseDate));
  set(record, 'original-date', mapped(firstText(fields, ['origdate']), parseDate));
  return { record, truncated };
}

function addNames(record: Record<string, unknown>, fields: Fields): boolean {
  let truncated = false;
  for (const [variable, field] of nameFields) {
    const value = fields.get(field);
    const list = value === undefined ? undefined : bibtexNames(value);
    truncated ||= list?.truncated === true;
    set(record, variable, list && list.names.length > 0 ? list.names : undefined);
  }
  return truncated;
}

/** `number` is an issue in journals, a place in a series for books, and a number of its own elsewhere. */
function addNumbers(record: Record<string, unknown>, type: string, fields: Fields): void {
  const number = firstText(fields, ['number']);
  const isPeriodical = type.startsWith('article') || type === 'periodical' || type === 'review';
  const issue = firstText(fields, ['issue']);
  const pages = mapped(firstText(fields, ['pages']), normalPages);
  set(record, 'page', pages);
  if (isPeriodical) {
    set(record, 'issue', [number, issue].filter(Boolean).join(', ') || undefined);
  } else if (['book', 'chapter', 'paper-conference', 'collection', 'entry-encyclopedia'].includes(type)) {
    set(record, fields.has('series') ? 'collection-number' : 'number', number);
  } else {
    set(record, 'number', number);
  }
  const articleNumber = firstText(fields, ['eid', 'article-number', 'articleno']);
  if (articleNumber !== undefined) {
    set(record, record.number === undefined ? 'number' : 'page', articleNumber);
  }
}

function addAddresses(record: Record<string, unknown>, fields: Fields): void {
  const raw = (name: string): string | undefined => fields.get(name)?.replace(/\\([_&%#~$])/g, '$1').replace(/[{}]/g, '').trim();
  const doi = raw('doi');
  set(record, 'DOI', doi === undefined ? undefined : wholeDoi(doi));
  const url = raw('url') ?? /\\url\{([^{}]+)\}/.exec(fields.get('howpublished') ?? '')?.[1];
  set(record, 'URL', url?.replace(/^\\url/, ''));
  set(record, 'ISSN', firstText(fields, ['issn']));
  set(record, 'ISBN', firstText(fields, ['isbn']));
  if (record.DOI === undefined && url !== undefined && /doi\.org\//i.test(url)) {
    set(record, 'DOI', findDoi(url));
  }
  const eprint = raw('eprint');
  const kind = (raw('eprinttype') ?? raw('archiveprefix') ?? '').toLowerCase();
  if (eprint !== undefined && kind === 'pubmed') set(record, 'PMID', eprint);
  if (eprint !== undefined && kind === 'pmc') set(record, 'PMCID', eprint);
  if (eprint !== undefined && kind === 'arxiv' && url === undefined) set(record, 'URL', `https://arxiv.org/abs/${eprint}`);
}

function publisherOf(fields: Fields): string | undefined {
  const text = firstText(fields, ['publisher', 'school', 'institution', 'organization', 'howpublished']);
  return fields.has('publisher') || !/https?:|\\url/.test(fields.get('howpublished') ?? '') ? text : undefined;
}

function containerOf(type: string, fields: Fields): string | undefined {
  const journal = joined(fields, 'journaltitle', 'journalsubtitle') ?? firstText(fields, ['journal', 'fjournal']);
  const book = joined(fields, 'booktitle', 'booksubtitle', 'booktitleaddon');
  const isPeriodical = type.startsWith('article');
  return isPeriodical ? (journal ?? book) : (book ?? journal);
}

function issuedOf(fields: Fields): CslDate | undefined {
  const date = firstText(fields, ['date']);
  if (date !== undefined) {
    return parseDate(date) ?? { literal: date };
  }
  const year = firstText(fields, ['year']);
  if (year === undefined) {
    return undefined;
  }
  const month = firstText(fields, ['month']);
  const day = firstText(fields, ['day']);
  const number = /^-?\d{1,4}$/.test(year) ? Number(year) : undefined;
  if (number === undefined) {
    return parseDate(month === undefined ? year : `${month} ${year}`) ?? parseDate(year) ?? { literal: year };
  }
  // `month = "8~" # aug`, `month = {aug 1}`, `month = "may--jun"`
  const words = (month ?? '').split(/[\s~\u00a0.,/–-]+/);
  const monthOf = words.map(monthNumber).find((each) => each !== undefined);
  const dayOf = day ?? words.find((word) => monthOf !== undefined && word !== String(monthOf) && /^\d{1,2}$/.test(word));
  return dateOf(number, monthOf, dayOf === undefined ? undefined : Number(dayOf));
}

function joined(fields: Fields, title: string, subtitle: string, addon?: string): string | undefined {
  const main = firstText(fields, [title]);
  const sub = firstText(fields, [subtitle]);
  const more = addon === undefined ? undefined : firstText(fields, [addon]);
  const whole = main !== undefined && sub !== undefined ? `${main}${/[?!.:]$/.test(main) ? '' : ':'} ${sub}` : (main ?? sub);
  return whole !== undefined && more !== undefined ? `${whole}. ${more}` : (whole ?? more);
}

function firstText(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields.get(name);
    const text = value === undefined ? '' : latexToText(value);
    if (text !== '') return text;
  }
  return undefined;
}

function mapped<T>(text: string | undefined, make: (text: string) => T): T | undefined {
  return text === undefined ? undefined : make(text);
}

function set(record: Record<string, unknown>, variable: string, value: unknown): void {
  if (value !== undefined) record[variable] = value;
}
