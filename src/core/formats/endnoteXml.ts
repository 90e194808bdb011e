import type { CslDate, CslItem, CslName } from '../library/record';
import { nameFromDatabase } from './databaseNames';
import { datePrecision, parseDate } from './dates';
import { dateInWords } from './datesInWords';
import { findDoi, serialNumbers, wholeDoi } from './doi';
import type { EndnoteLayout } from './endnoteLayout';
import { endnoteLayout } from './endnoteLayout';
import { styledText } from './endnoteStyle';
import { endnoteType } from './endnoteTypes';
import { writeEndnoteXml } from './endnoteWrite';
import type { Format } from './format';
import { languageTag } from './languages';
import { normalPages } from './pages';
import type { RecordReading } from './recordList';
import { cslItem, joinKeywords } from './recordList';
import type { XmlElement } from './xmlElement';
import { xmlHead } from './xmlHead';
import { readXml } from './xmlRecords';

/** EndNote's XML export, which Bookends, Zotero and others write as well. */
export const endnoteXml: Format = {
  id: 'endnote-xml',
  name: 'EndNote XML',
  extensions: ['xml'],
  detect,
  read: (text) => readXml(text, { records: ['record'], read: readRecord, skip: ['auth-address', 'database', 'source-app'] }),
  write: writeEndnoteXml,
};

function detect(text: string): number {
  const head = xmlHead(text);
  return /<records>|<record>/.test(head) && /<ref-type[\s>]|<source-app[\s>]|<foreign-keys>|<rec-number>/.test(head) ? 0.97 : 0;
}

/** CSL variables, those that say nothing among them. */
type Variables = Readonly<Record<string, string | undefined>>;

function readRecord(record: XmlElement): RecordReading | undefined {
  if (record.all().length === 0) {
    return undefined;
  }
  const refType = record.first('ref-type');
  const type = typeOf(record, endnoteType(refType?.attribute('name'), refType?.text()));
  const layout = endnoteLayout(type);
  const isEdited = /^edited book$/i.test(refType?.attribute('name') ?? '') || refType?.text() === '28';
  const names = namesOf(record, layout, isEdited);
  return {
    key: keyOf(record),
    record: cslItem(type, {
      title: styledText(record.first('titles', 'title'))?.replace(/(?<!\.)\.$/, ''),
      'title-short': styledText(record.first('titles', 'short-title')),
      ...names.people,
      issued: issuedOf(record),
      accessed: mapped(textOf(record, 'access-date'), parseDate),
      ...containers(record, layout),
      volume: textOf(record, 'volume'),
      ...numbers(record, layout),
      ...(layout.edition !== undefined && { [layout.edition]: textOf(record, 'edition') }),
      publisher: textOf(record, 'publisher'),
      'publisher-place': textOf(record, 'pub-location'),
      ...serials(record, type, layout),
      ...addresses(record),
      language: mapped(textOf(record, 'language'), languageTag),
      abstract: linesOf(record, 'abstract'),
      keyword: joinKeywords((record.first('keywords')?.all('keyword') ?? []).flatMap((words) => words.lines())),
      genre: textOf(record, 'work-type'),
      'call-number': textOf(record, 'call-num'),
      note: linesOf(record, 'notes'),
      annote: linesOf(record, 'research-notes'),
      'number-of-volumes': textOf(record, 'num-vols'),
    }),
    truncated: names.truncated,
  };
}

/** An electronic article that is in no journal is a preprint. */
function typeOf(record: XmlElement, type: string): string {
  const isElectronic = record.first('ref-type')?.attribute('name') === 'Electronic Article';
  const isInJournal = record.textAt('titles', 'secondary-title') !== undefined || record.textAt('periodical', 'full-title') !== undefined;
  return isElectronic && !isInJournal ? 'article' : type;
}

/** The citekey in a file of ours, and else a label that looks like one: `chen1995`. */
function keyOf(record: XmlElement): string | undefined {
  const own = record.first('foreign-keys')?.all('key').find((key) => key.attribute('app') === 'Casebook')?.text();
  const label = textOf(record, 'label');
  return own ?? (label !== undefined && /^\p{L}[\p{L}:_-]*\d{4}[\p{L}\d:_-]*$/u.test(label) ? label : undefined);
}

function textOf(record: XmlElement, ...path: readonly string[]): string | undefined {
  return record.textAt(...path);
}

function linesOf(record: XmlElement, name: string): string | undefined {
  return record.first(name)?.lines().join('\n');
}

function mapped<T>(text: string | undefined, make: (text: string) => T): T | undefined {
  return text === undefined ? undefined : make(text);
}

function namesOf(record: XmlElement, layout: EndnoteLayout, isEdited: boolean): { readonly people: Partial<CslItem>; readonly truncated: boolean } {
  let truncated = false;
  const people: Record<string, CslName[]> = {};
  const add = (variable: string, kind: string): void => {
    const texts = (record.first('contributors', kind)?.texts('author') ?? []).flatMap((text) => text.split(/\s*;\s*/));
    truncated ||= texts.some(isOthers);
    const names = texts.filter((text) => text !== '' && !isOthers(text)).map(nameOf).filter((name) => name !== undefined);
    if (names.length > 0) people[variable] = [...(people[variable] ?? []), ...names];
  };
  add(isEdited ? 'editor' : 'author', 'authors');
  add(layout.secondaryAuthors, 'secondary-authors');
  add(layout.tertiaryAuthors, 'tertiary-authors');
  add('translator', 'subsidiary-authors');
  add('translator', 'translated-authors');
  return { people, truncated };
}

function isOthers(text: string): boolean {
  return /^(?:et\.? al\.?|and others)$/i.test(text);
}

/** No name is longer, and no search in one takes long. */
const longestName = 300;

/** EndNote has the family first; a comma at the end marks an institution: `World Health Organization,`. */
function nameOf(stated: string): CslName | undefined {
  const text = stated.slice(0, longestName);
  const group = /^([^,]+),$/.exec(text)?.[1];
  const whole = text.includes(' ') ? { literal: text } : { family: text };
  return group !== undefined ? { literal: group } : text.includes(',') ? nameFromDatabase(text) : whole;
}

/** The year, and of `pub-dates` what says more of the same year: `Mar 3`, `2015/03/03`. */
function issuedOf(record: XmlElement): CslDate | undefined {
  const yearText = textOf(record, 'dates', 'year');
  const fromYear = parseDate(yearText ?? '') ?? mapped(/\d{4}/.exec(yearText ?? '')?.[0], parseDate);
  const number = fromYear?.['date-parts']?.[0]?.[0];
  const year = number === undefined || number < 0 ? undefined : String(number).padStart(4, '0');
  const dates = (record.first('dates', 'pub-dates')?.texts('date') ?? []).map((text) => exactDate(text, year));
  const exact = dates.find((date) => isMoreExact(date, fromYear) && (number === undefined || date?.['date-parts']?.[0]?.[0] === number));
  return exact ?? fromYear ?? dates[0] ?? mapped(yearText, (literal) => ({ literal }));
}

function isMoreExact(date: CslDate | undefined, other: CslDate | undefined): boolean {
  const isAsExact = datePrecision(date) >= datePrecision(other);
  const saysMore = (date?.season !== undefined && other?.season === undefined) || (date?.circa === true && other?.circa !== true);
  return datePrecision(date) > datePrecision(other) || (isAsExact && saysMore);
}

/** `Mar 3` of the year that is told; `c. Mar 3` where the date is not sure. */
function exactDate(text: string, year: string | undefined): CslDate | undefined {
  const sure = text.replace(/^(?:c\.|ca\.|circa) /i, '');
  if (sure !== text) {
    const date = exactDate(sure, year);
    return date && { ...date, circa: true };
  }
  const own = parseDate(text) ?? (/\b\d{4}\b/.test(text) ? dateInWords(text) : undefined);
  return own && /\d{4}/.test(text) ? own : year === undefined ? own : dateInWords(text, year);
}

function containers(record: XmlElement, layout: EndnoteLayout): Variables {
  const title = (name: string): string | undefined => styledText(record.first('titles', name));
  const second = title('secondary-title') ?? textOf(record, 'periodical', 'full-title');
  const third = title('tertiary-title');
  if (layout.secondaryTitle === 'collection-title') {
    return { 'collection-title': second ?? third };
  }
  const abbreviated = ['abbr-1', 'abbr-2', 'abbr-3'].map((name) => textOf(record, 'periodical', name)).find(Boolean);
  const short = abbreviated ?? (layout.isbn === 'ISSN' ? title('alt-title') : undefined);
  return { 'container-title': second, 'container-title-short': short === second ? undefined : short, 'collection-title': third };
}

function given(name: string, value: string | undefined): Variables {
  return value === undefined ? {} : { [name]: value };
}

function numbers(record: XmlElement, layout: EndnoteLayout): Variables {
  const number = textOf(record, 'number') ?? textOf(record, 'issue'); // Mendeley's name for it
  const pages = mapped(textOf(record, 'pages'), normalPages);
  const isCount = layout.countsPages && pages !== undefined && /^(?:[ivxlc]+ ?[+,] ?)?\d+(?: ?(?:pp?|pages|S)\.?)?$/i.test(pages);
  return {
    ...given(layout.number, number),
    // EndNote keeps an article's number where other types have fields of the user's own.
    ...given('number', layout.number === 'issue' ? textOf(record, 'custom7') : undefined),
    ...given(isCount ? 'number-of-pages' : 'page', pages), ...given('section', textOf(record, 'section')),
  };
}

/** One field for all: ISSN of a journal, ISBN of a book, the number of a patent or report. */
function serials(record: XmlElement, type: string, layout: EndnoteLayout): Variables {
  const lines = record.all('isbn').flatMap((element) => element.lines());
  const text = lines.join(' ');
  const found = lines.map(serialNumbers);
  const all = (name: 'ISBN' | 'ISSN'): string => found.map((numbers) => numbers[name]).filter(Boolean).join(', ');
  const known = { ...given('ISBN', all('ISBN') || undefined), ...given('ISSN', all('ISSN') || undefined) };
  // What is no ISBN still is in a book what EndNote calls it.
  if (text === '' || (Object.keys(known).length > 0 && type !== 'patent' && (type !== 'book' || known.ISBN !== undefined))) {
    return known;
  }
  return { [layout.isbn]: text };
}

function addresses(record: XmlElement): Variables {
  const urls = ['web-urls', 'related-urls'].flatMap((kind) => record.first('urls', kind)?.texts('url') ?? []);
  const stated = textOf(record, 'electronic-resource-num');
  const doi = stated !== undefined && /10\.\d{4,9}\//.test(stated) ? wholeDoi(stated) : urls.map(findDoi).find(Boolean);
  const accession = textOf(record, 'accession-num');
  const fromPubmed = /pubmed|medline|nlm/i.test(textOf(record, 'remote-database-name') ?? '') || urls.some((url) => /ncbi\.nlm\.nih\.gov\/pubmed|pubmed\.ncbi/.test(url));
  const pmcid = ['custom2', 'user16'].map((name) => /PMC\d+/.exec(textOf(record, name) ?? '')?.[0]).find(Boolean);
  return {
    DOI: doi,
    PMID: fromPubmed && accession !== undefined && /^\d{1,8}$/.test(accession) ? accession : undefined,
    PMCID: pmcid,
    URL: urls.find((url) => /^https?:\/\//i.test(url)) ?? urls.find((url) => !/^(?:internal-pdf|file):/i.test(url)),
  };
}
