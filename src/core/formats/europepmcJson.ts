import type { CslDate, CslItem, CslName } from '../library/record';
import { dottedInitials } from './databaseNames';
import { datePrecision, parseDate } from './dates';
import { dateInWords } from './datesInWords';
import { wholeDoi } from './doi';
import type { Format } from './format';
import type { Json } from './jsonWorks';
import { markedTitle, objectAt, objectsAt, readJsonWorks, textAt, textsAt, withoutMarkup } from './jsonWorks';
import { languageTag } from './languages';
import { isGroup, nameFromVancouver, partedName } from './names';
import { fullPages } from './pages';
import type { RecordReading } from './recordList';
import { cslItem, joinKeywords } from './recordList';

/** What Europe PMC's REST search answers, with `resultType` lite or core. */
export const europepmcJson: Format = {
  id: 'europepmc-json',
  name: 'Europe PMC JSON',
  extensions: ['json'],
  detect: (text) => {
    const head = text.slice(0, 30_000);
    return /^[\s\uFEFF]*[[{]/.test(head) && /"resultList"\s*:|"authorString"\s*:/.test(head) && /"hitCount"|"pubYear"|"inEPMC"/.test(head) ? 0.98 : 0;
  },
  read: (text) => readJsonWorks(text, { isWork, read: readWork }),
};

function isWork(value: Json): boolean {
  return typeof value.id === 'string' && typeof value.source === 'string' && !('resultList' in value);
}

function readWork(work: Json): RecordReading {
  const journalInfo = objectAt(work, 'journalInfo');
  const journal = objectAt(journalInfo, 'journal');
  const book = objectAt(work, 'bookOrReportDetails');
  const type = typeOf(work, book);
  const name = textAt(journal, 'title') ?? textAt(work, 'journalTitle') ?? textAt(book, 'comprisingTitle');
  const short = textAt(journal, 'isoabbreviation') ?? textAt(journal, 'medlineAbbreviation');
  const { authors, truncated } = authorsOf(work);
  const title = textAt(work, 'title');
  const pages = textAt(work, 'pageInfo');
  const language = textAt(work, 'language');
  const abstract = textAt(work, 'abstractText');
  const record = cslItem(type, {
    title: title === undefined ? undefined : markedTitle(title).replace(/(?<!\.)\.$/, ''),
    author: authors,
    issued: issuedOf(work, journalInfo, book),
    ...(type === 'article' ? { publisher: name ?? textAt(book, 'publisher') } : { 'container-title': type === 'book' || type === 'thesis' ? undefined : name, publisher: textAt(book, 'publisher') }),
    'container-title-short': short === name || type === 'article' ? undefined : short,
    volume: textAt(journalInfo, 'volume') ?? textAt(work, 'journalVolume'),
    issue: textAt(journalInfo, 'issue') ?? textAt(work, 'issue'),
    page: pages === undefined ? undefined : fullPages(pages),
    ISSN: issnsOf(work, journal).join(', '),
    ISBN: textAt(book, 'isbn13') ?? textAt(book, 'isbn10'),
    ...identifiers(work),
    language: language === undefined || language === 'und' ? undefined : languageTag(language),
    abstract: abstract === undefined ? undefined : withoutMarkup(abstract),
    keyword: keywordsOf(work),
  });
  return { record, truncated };
}

/** Europe PMC's sources: preprints, theses and patents are told by where they come from. */
function typeOf(work: Json, book: Json | undefined): string {
  const source = textAt(work, 'source');
  const kinds = [...textsAt(objectAt(work, 'pubTypeList'), 'pubType'), textAt(work, 'pubType') ?? ''].join('; ').toLowerCase();
  if (source === 'PPR' || /\bpreprint\b/.test(kinds)) return 'article';
  if (source === 'ETH' || /\bthesis|dissertation/.test(kinds)) return 'thesis';
  if (source === 'PAT' || /\bpatent\b/.test(kinds)) return 'patent';
  if (book) return textAt(book, 'comprisingTitle') === undefined ? 'book' : 'chapter';
  return 'article-journal';
}

/** The full names of a core answer; a lite one has only `Mast D, Meyers J.` */
function authorsOf(work: Json): { readonly authors: CslName[]; readonly truncated: boolean } {
  const people = objectsAt(objectAt(work, 'authorList'), 'author');
  if (people.length > 0) {
    return { authors: people.map(nameOf).filter((name) => name !== undefined), truncated: false };
  }
  const texts = (textAt(work, 'authorString') ?? '').replace(/\.$/, '').split(/\s*,\s*/).filter(Boolean);
  const named = texts.filter((text) => !/^et al\.?$/i.test(text));
  return { authors: named.map(shortName).filter((name) => name !== undefined), truncated: named.length < texts.length };
}

function nameOf(person: Json): CslName | undefined {
  const group = textAt(person, 'collectiveName');
  const family = textAt(person, 'lastName');
  const given = textAt(person, 'firstName') ?? textAt(person, 'initials');
  if (group !== undefined || family === undefined) {
    const whole = textAt(person, 'fullName');
    return group !== undefined ? { literal: group } : whole === undefined ? undefined : shortName(whole);
  }
  const suffix = textAt(person, 'suffix');
  return partedName(family, given === undefined ? undefined : dottedInitials(given), suffix);
}

function shortName(text: string): CslName | undefined {
  const name = isGroup(text) ? { literal: text } : nameFromVancouver(text);
  return name?.given === undefined ? name : { ...name, given: dottedInitials(name.given) };
}

/** The issue's date as printed (`2024 Dec`), else the first day it was published anywhere. */
function issuedOf(work: Json, journalInfo: Json | undefined, book: Json | undefined): CslDate | undefined {
  const printed = textAt(journalInfo, 'dateOfPublication');
  const year = textAt(work, 'pubYear') ?? textAt(journalInfo, 'yearOfPublication') ?? textAt(book, 'yearOfPublication');
  const date = printed === undefined ? undefined : dateInWords(printed);
  const fromYear = parseDate(year ?? '');
  const first = parseDate(textAt(work, 'firstPublicationDate') ?? '');
  const sameYear = first?.['date-parts']?.[0]?.[0] === fromYear?.['date-parts']?.[0]?.[0];
  return datePrecision(date) > 0 ? date : (fromYear && first && sameYear && textAt(work, 'source') === 'PPR' ? first : (fromYear ?? first));
}

function issnsOf(work: Json, journal: Json | undefined): string[] {
  const own = [textAt(journal, 'issn'), textAt(journal, 'essn')].filter((issn) => issn !== undefined);
  const listed = (textAt(work, 'journalIssn') ?? '').split(/[;,]/).map((issn) => issn.trim()).filter(Boolean);
  return [...new Set((own.length > 0 ? own : listed).map((issn) => issn.toUpperCase()))];
}

function identifiers(work: Json): Partial<CslItem> {
  const doi = textAt(work, 'doi');
  const pmid = textAt(work, 'pmid');
  const pmcid = textAt(work, 'pmcid');
  return { ...(doi !== undefined && { DOI: wholeDoi(doi) }), ...(pmid !== undefined && { PMID: pmid }), ...(pmcid !== undefined && { PMCID: pmcid }) };
}

function keywordsOf(work: Json): string {
  const mesh = objectsAt(objectAt(work, 'meshHeadingList'), 'meshHeading').map((heading) => textAt(heading, 'descriptorName')).filter((word) => word !== undefined);
  return joinKeywords([...mesh, ...textsAt(objectAt(work, 'keywordList'), 'keyword')]);
}
