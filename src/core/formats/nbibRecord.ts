import type { CslDate, CslName } from '../library/record';
import { dateOf, monthNumber } from './dates';
import { dateInWords } from './datesInWords';
import { findDoi, serialNumbers, wholeDoi } from './doi';
import { ItemDraft } from './itemDraft';
import { languageTag } from './languages';
import { dottedInitials, nameFromDatabase } from './databaseNames';
import { medlineName } from './medlineName';
import { fullPages } from './pages';
import { cleanTitle } from './portalHeader';
import type { RecordReading } from './recordList';
import { joinKeywords } from './recordList';
import type { TaggedRecord } from './taggedRecord';

/** MEDLINE's and ERIC's publication types that are no articles in journals, in order: `Book Chapter` before `Book`. */
const publicationTypes: readonly (readonly [RegExp, string])[] = [
  [/^book chapter/i, 'chapter'],
  [/^books?$|^books,|^collected works/i, 'book'],
  [/^dissertations?|^academic dissertation|^thes[ie]s/i, 'thesis'],
  [/^preprint/i, 'article'],
  [/^newspaper article/i, 'article-newspaper'],
  [/^speeches|^meeting paper/i, 'paper-conference'],
  [/^technical report|^reports? ?- /i, 'report'],
  [/^patent$/i, 'patent'],
];

/** All CSL variables that NBIB can hold, in the order in which our items have them. */
const variables = [
  'id', 'type', 'title', 'author', 'editor', 'issued', 'container-title', 'container-title-short', 'publisher', 'publisher-place', 'volume', 'issue',
  'page', 'DOI', 'URL', 'PMID', 'PMCID', 'ISSN', 'ISBN', 'language', 'abstract', 'keyword', 'edition',
] as const;

type NbibDraft = ItemDraft<(typeof variables)[number]>;

/** Reads a file's records; what it makes once serves for all of them. */
export class NbibRecordReader {
  private readonly draft: NbibDraft = new ItemDraft(variables);

  /** One MEDLINE record as a CSL item, whose id is to be replaced. */
  read(fields: TaggedRecord): RecordReading | undefined {
    if (fields.first('TI', 'TT', 'BTI', 'PMID', 'UI', 'JT', 'TA', 'FAU', 'AU', 'FED', 'ED', 'CN', 'AB') === undefined) {
      return undefined;
    }
    const { draft } = this;
    const { of } = draft;
    const type = typeOf(fields);
    const { names, truncated } = authorsOf(fields);
    draft.set(of.id, '-');
    draft.set(of.type, type);
    draft.set(of.title, titleOf(fields, type));
    if (names.length > 0) draft.set(of.author, names);
    const editors = namesOf(fields, 'FED', 'ED');
    if (editors.length > 0) draft.set(of.editor, editors);
    draft.set(of.issued, issuedOf(fields));
    addContainer(fields, type, draft);
    draft.set(of.volume, fields.first('VI'));
    draft.set(of.issue, fields.first('IP'));
    draft.set(of.page, pageOf(fields));
    addNumbers(fields, draft);
    draft.set(of.language, mapped(fields.first('LA'), languageTag));
    draft.set(of.abstract, fields.first('AB'));
    draft.set(of.keyword, keywordsOf(fields));
    draft.set(of.edition, fields.first('EN'));
    return { record: draft.take(), truncated };
  }
}

function keywordsOf(fields: TaggedRecord): string {
  return joinKeywords([...fields.all('OT', 'KW'), ...fields.all('MH')].map((word) => (word.includes('*') ? word.replace(/\*/g, '').trim() : word)));
}

function typeOf(fields: TaggedRecord): string {
  const kinds = fields.all('PT');
  const inJournal = kinds.some((kind) => kind === 'Journal Article' || /^journal articles?$/i.test(kind)) || /^EJ\d/.test(fields.first('OID') ?? '');
  if (inJournal && !fields.has('BTI')) {
    return 'article-journal';
  }
  if (fields.first('BTI') !== undefined) {
    return fields.first('TI', 'CTI') === undefined ? 'book' : 'chapter';
  }
  const known = publicationTypes.find(([pattern]) => kinds.some((kind) => pattern.test(kind)))?.[1];
  // MEDLINE indexes journals; what it calls a technical report there is still an article.
  const inPeriodical = fields.has('TA') || (fields.has('VI') && fields.has('JT'));
  return known === 'report' && inPeriodical ? 'article-journal' : (known ?? 'article-journal');
}

function titleOf(fields: TaggedRecord, type: string): string | undefined {
  const title = type === 'book' ? fields.first('TI', 'BTI', 'CTI') : fields.first('TI', 'TT', 'CTI');
  // `[Translated title].`: MEDLINE's brackets say that the work has another language.
  return title === undefined ? undefined : cleanTitle(title.startsWith('[') ? title.replace(/^\[([^[\]]+)\]\.?$/, '$1') : title);
}

/** `FAU` has the full name, the `AU` after it the same in short; older records have `AU` alone. */
function authorsOf(fields: TaggedRecord): { readonly names: readonly CslName[]; readonly truncated: boolean } {
  const names: CslName[] = [];
  let told = false;
  let truncated = false;
  for (let index = 0; index < fields.count; index += 1) {
    const tag = fields.tag(index);
    if ((tag !== 'FAU' && tag !== 'AU' && tag !== 'CN') || fields.isEmpty(index) || (tag === 'AU' && told)) {
      if (tag === 'AU') told = false;
      continue;
    }
    const value = fields.value(index);
    if (/^et\.? al\.?$/i.test(value)) truncated = true;
    else if (tag === 'CN') names.push({ literal: value });
    else add(names, medlineName(value));
    told = tag === 'FAU';
  }
  return { names, truncated };
}

function namesOf(fields: TaggedRecord, full: string, short: string): readonly CslName[] {
  const values = fields.all(full);
  return (values.length > 0 ? values : fields.all(short)).map((value) => (value.includes(',') ? nameFromDatabase(value) : nameOrGiven(value))).filter((name) => name !== undefined);
}

function nameOrGiven(value: string): CslName | undefined {
  const name = nameFromDatabase(value);
  return name?.given === undefined ? name : { ...name, given: dottedInitials(name.given) };
}

function add(names: CslName[], name: CslName | undefined): void {
  if (name) names.push(name);
}

/** `DP` as printed; a record without it has the electronic date, or its own citation. ERIC has anything in `DP`. */
function issuedOf(fields: TaggedRecord): CslDate | undefined {
  const printed = fields.first('DP');
  const date = printed === undefined ? undefined : (plainDate(printed) ?? dateInWords(printed));
  if (date) return date;
  const inSource = /\b(?:1[6-9]|20)\d\d\b/.exec((fields.first('SO') ?? '').replace(/^.*?\. (?=\d{4})/, ''))?.[0];
  const elsewhere = fields.first('DEP')?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') ?? inSource;
  return (elsewhere === undefined ? undefined : dateInWords(elsewhere)) ?? (printed === undefined ? undefined : { literal: printed });
}

/** `1995`, `1995 Aug`, `1995 Aug 1`, as most records have it. */
function plainDate(text: string): CslDate | undefined {
  const [, year, month, day] = /^(\d{4})(?: ([A-Z][a-z]{2})(?: (\d{1,2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const number = month === undefined ? undefined : monthNumber(month);
  return month !== undefined && number === undefined ? undefined : dateOf(Number(year), number, day === undefined ? undefined : Number(day));
}

function addContainer(fields: TaggedRecord, type: string, draft: NbibDraft): void {
  const { of } = draft;
  const publisher = fields.first('PB');
  if (type === 'report' || type === 'thesis' || type === 'book') {
    // ERIC has no tag for a publisher and uses the journal's.
    draft.set(of.publisher, publisher ?? fields.first('JT'));
  } else if (type === 'chapter') {
    draft.set(of['container-title'], fields.first('BTI', 'JT'));
    draft.set(of.publisher, publisher);
  } else {
    const full = fields.first('JT', 'TA');
    const short = fields.first('TA');
    draft.set(of['container-title'], full);
    if (short !== full) draft.set(of['container-title-short'], short);
    draft.set(of.publisher, publisher);
  }
  // `PL` alone is the country of a journal.
  if (publisher !== undefined) draft.set(of['publisher-place'], fields.first('PL'));
}

/** Pages, or what stands for them in journals that have none: the publisher's item number in `LID`. */
function pageOf(fields: TaggedRecord): string | undefined {
  const pages = fields.first('PG');
  const place = fields.all('LID').map((each) => /^(\S.*?)\s*\[pii\]$/i.exec(each)?.[1]).find(Boolean);
  return pages === undefined ? place : fullPages(pages.split(';', 1)[0] ?? '');
}

function addNumbers(fields: TaggedRecord, draft: NbibDraft): void {
  const { of } = draft;
  const locations = fields.all('LID', 'AID');
  const doi = locations.find((each) => /\[doi\]$/i.test(each)) ?? locations.find((each) => /doi\.org\/|^doi:/i.test(each));
  draft.set(of.DOI, doi === undefined ? doiInSource(fields) : doiOf(doi));
  draft.set(of.URL, locations.find((each) => each !== doi && /^(?:https?:\/\/|www\.)\S+$/.test(each)));
  draft.set(of.PMID, /^\d+/.exec(fields.first('PMID', 'UI') ?? '')?.[0]);
  draft.set(of.PMCID, mapped(/^(?:PMC)?(\d+)/.exec(fields.first('PMC') ?? '')?.[1], (digits) => `PMC${digits}`));
  draft.set(of.ISSN, [...new Set(fields.all('IS', 'ISSN').map(issnOf).filter(Boolean))].join(', '));
  const books = fields.all('ISBN');
  if (books.length > 0) draft.set(of.ISBN, [...new Set(books.map((each) => serialNumbers(each).ISBN).filter(Boolean))].join(', '));
}

function doiOf(location: string): string | undefined {
  const bare = location.replace(/(?<!\s)\s*\[doi\]$/i, '');
  return location.endsWith(']') ? wholeDoi(bare) : findDoi(bare);
}

function doiInSource(fields: TaggedRecord): string | undefined {
  return mapped(/\bdoi: ?10\.\S+/i.exec((fields.first('SO') ?? '').replace(/\bdoi:\s+/i, 'doi:'))?.[0], findDoi);
}

/** `0368-2811 (Print)`, and ERIC's `EISSN-2375-5636`. */
function issnOf(value: string): string | undefined {
  return /^(?:E?ISSN-)?(\d{4}-\d{3}[\dXx])(?!\d)/i.exec(value)?.[1]?.toUpperCase() ?? serialNumbers(value).ISSN;
}

function mapped<A, B>(value: A | undefined, make: (value: A) => B): B | undefined {
  return value === undefined ? undefined : make(value);
}
