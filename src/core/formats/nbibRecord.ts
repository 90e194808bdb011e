import type { CslDate, CslName } from '../library/record';
import { dateOf, monthNumber } from './dates';
import { dateInWords } from './datesInWords';
import { findDoi, serialNumbers, wholeDoi } from './doi';
import { languageTag } from './languages';
import { dottedInitials, nameFromDatabase } from './databaseNames';
import { medlineName } from './medlineName';
import type { NbibDraft } from './nbibVariables';
import { nbibDraft } from './nbibVariables';
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

/** Days of fifty years. */
const mostDates = 20_000;

/** Reads a file's records; what it makes once serves for all of them. */
export class NbibRecordReader {
  private readonly draft = nbibDraft();
  /** Dates of the file by their texts, as most are there many times. */
  private readonly dates = new Map<string, CslDate>();

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
    draft.set(of.issued, this.issuedOf(fields));
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

  /** `DP` as printed; a record without it has the electronic date, or its own citation. ERIC has anything in `DP`. */
  private issuedOf(fields: TaggedRecord): CslDate | undefined {
    const printed = fields.first('DP');
    if (printed === undefined) return issuedElsewhere(fields, undefined);
    const known = this.dates.get(printed);
    if (known) return known;
    const date = plainDate(printed) ?? dateInWords(printed);
    if (date && this.dates.size < mostDates) this.dates.set(printed, date);
    return date ?? issuedElsewhere(fields, printed);
  }
}

/** The authors' keywords, then MeSH's, whose asterisk tells the chief ones. */
function keywordsOf(fields: TaggedRecord): string {
  const words: string[] = [];
  for (let index = fields.next(0, 'OT', 'KW'); index >= 0; index = fields.next(index + 1, 'OT', 'KW')) words.push(withoutAsterisks(fields.value(index)));
  for (let index = fields.next(0, 'MH'); index >= 0; index = fields.next(index + 1, 'MH')) words.push(withoutAsterisks(fields.value(index)));
  return joinKeywords(words);
}

function withoutAsterisks(word: string): string {
  const star = word.indexOf('*');
  return star < 0 ? word : star === word.lastIndexOf('*') ? (word.slice(0, star) + word.slice(star + 1)).trim() : word.replace(/\*/g, '').trim();
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
    if (value.length < 8 && /^et\.? al\.?$/i.test(value)) truncated = true;
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

function issuedElsewhere(fields: TaggedRecord, printed: string | undefined): CslDate | undefined {
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
  if (isEric(fields) && (type === 'report' || type === 'thesis' || type === 'book')) {
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

/** ERIC numbers its records in `OID`, or says so in `OWN`; MEDLINE's own have a `PMID`. */
function isEric(fields: TaggedRecord): boolean {
  return fields.has('OID') || fields.first('OWN') === 'ERIC';
}

/** Pages, or what stands for them in journals that have none: the publisher's item number in `LID`. */
function pageOf(fields: TaggedRecord): string | undefined {
  const pages = fields.first('PG');
  if (pages === undefined) return fields.all('LID').map((each) => /^(\S.*?)\s*\[pii\]$/i.exec(each)?.[1]).find(Boolean);
  return fullPages(pages.includes(';') ? pages.slice(0, pages.indexOf(';')) : pages);
}

function addNumbers(fields: TaggedRecord, draft: NbibDraft): void {
  const { of } = draft;
  const doiAt = placeOfDoi(fields);
  draft.set(of.DOI, doiAt < 0 ? doiInSource(fields) : doiOf(fields.value(doiAt)));
  draft.set(of.URL, addressBeside(fields, doiAt));
  draft.set(of.PMID, pmidOf(fields.first('PMID', 'UI')));
  draft.set(of.PMCID, mapped(/^(?:PMC)?(\d+)/.exec(fields.first('PMC') ?? '')?.[1], (digits) => `PMC${digits}`));
  draft.set(of.ISSN, issnsOf(fields));
  const books = fields.all('ISBN');
  if (books.length > 0) draft.set(of.ISBN, [...new Set(books.map((each) => serialNumbers(each).ISBN).filter(Boolean))].join(', '));
}

/** Which place says the DOI: the one marked as such, or else the first with an address of one; -1 for none. */
function placeOfDoi(fields: TaggedRecord): number {
  let likely = -1;
  for (let index = fields.next(0, 'LID', 'AID'); index >= 0; index = fields.next(index + 1, 'LID', 'AID')) {
    const value = fields.value(index);
    if (value.endsWith(']') && /\[doi\]$/i.test(value)) return index;
    if (likely < 0 && /doi\.org\/|^doi:/i.test(value)) likely = index;
  }
  return likely;
}

/** The address that is not the DOI's, however often that is told. */
function addressBeside(fields: TaggedRecord, doiAt: number): string | undefined {
  const doi = doiAt < 0 ? undefined : fields.value(doiAt);
  for (let index = fields.next(0, 'LID', 'AID'); index >= 0; index = fields.next(index + 1, 'LID', 'AID')) {
    const value = fields.value(index);
    if (value !== doi && /^(?:https?:\/\/|www\.)\S+$/.test(value)) return value;
  }
  return undefined;
}

function pmidOf(value: string | undefined): string | undefined {
  return value === undefined || isDigits(value) ? value : /^\d+/.exec(value)?.[0];
}

function isDigits(text: string): boolean {
  return areDigits(text, 0, text.length);
}

function areDigits(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** A journal's numbers, each once: that of the print is often told as the one that links both. */
function issnsOf(fields: TaggedRecord): string {
  let all = '';
  for (let index = fields.next(0, 'IS', 'ISSN'); index >= 0; index = fields.next(index + 1, 'IS', 'ISSN')) {
    const issn = issnOf(fields.value(index));
    if (issn && !all.includes(issn)) all = all === '' ? issn : `${all}, ${issn}`;
  }
  return all;
}

/** `10.1093/jjco/x [doi]`, and nothing in it to decode. */
const plainDoi = /^(10\.\d{4,9}\/[^\s%]+) \[doi\]$/;

function doiOf(location: string): string | undefined {
  const plain = plainDoi.exec(location)?.[1];
  if (plain !== undefined) return plain;
  const bare = location.replace(/(?<!\s)\s*\[doi\]$/i, '');
  return location.endsWith(']') ? wholeDoi(bare) : findDoi(bare);
}

function doiInSource(fields: TaggedRecord): string | undefined {
  return mapped(/\bdoi: ?10\.\S+/i.exec((fields.first('SO') ?? '').replace(/\bdoi:\s+/i, 'doi:'))?.[0], findDoi);
}

/** `0368-2811 (Print)`, and ERIC's `EISSN-2375-5636`. */
function issnOf(value: string): string | undefined {
  // `0368-2811 (Print)`
  if (value.charCodeAt(9) === 32 && value.charCodeAt(4) === 45 && areDigits(value, 0, 4) && areDigits(value, 5, 9)) return value.slice(0, 9);
  return /^(?:E?ISSN-)?(\d{4}-\d{3}[\dXx])(?!\d)/i.exec(value)?.[1]?.toUpperCase() ?? serialNumbers(value).ISSN;
}

function mapped<A, B>(value: A | undefined, make: (value: A) => B): B | undefined {
  return value === undefined ? undefined : make(value);
}
