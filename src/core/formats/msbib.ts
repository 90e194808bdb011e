import type { CslDate, CslItem, CslName } from '../library/record';
import { dateOf, monthNumber, parseDate } from './dates';
import { wholeDoi } from './doi';
import type { Format } from './format';
import { lcidLanguage } from './languages';
import { familyParts } from './names';
import { normalPages } from './pages';
import type { RecordReading } from './recordList';
import { cslItem } from './recordList';
import type { XmlElement } from './xmlElement';
import { xmlHead } from './xmlHead';
import { readXml } from './xmlRecords';

/** The sources of a Word document, as Word keeps them in `Sources.xml`. */
export const msbib: Format = {
  id: 'msbib',
  name: 'Word sources (MSBib)',
  extensions: ['xml'],
  detect: (text) => {
    const head = xmlHead(text);
    return /<(?:\w+:)?Sources[\s>]/.test(head) && /officeDocument\/2006\/bibliography|<(?:\w+:)?SourceType>/.test(head) ? 0.97 : 0;
  },
  read: (text) => readXml(text, { records: ['Source'], read: readSource }),
};

const types: Readonly<Record<string, string>> = {
  book: 'book', booksection: 'chapter', journalarticle: 'article-journal', articleinaperiodical: 'article-magazine',
  conferenceproceedings: 'paper-conference', report: 'report', internetsite: 'webpage', documentfrominternetsite: 'webpage',
  electronicsource: 'document', art: 'graphic', soundrecording: 'song', performance: 'performance', film: 'motion_picture',
  interview: 'interview', patent: 'patent', case: 'legal_case', misc: 'document',
};

/** Word's roles of people in CSL's words. */
const roles: Readonly<Record<string, string>> = {
  Author: 'author', Artist: 'author', Inventor: 'author', Interviewee: 'author', Writer: 'script-writer', Editor: 'editor', BookAuthor: 'container-author',
  Translator: 'translator', Compiler: 'compiler', Composer: 'composer', Director: 'director', Interviewer: 'interviewer', Performer: 'performer',
  ProducerName: 'producer', Producer: 'producer', Conductor: 'contributor', Counsel: 'contributor',
};

const containers = ['JournalName', 'BookTitle', 'ConferenceName', 'PeriodicalTitle', 'InternetSiteTitle', 'PublicationTitle', 'AlbumTitle', 'BroadcastTitle', 'Reporter'];

function readSource(source: XmlElement): RecordReading | undefined {
  if (source.all().length === 0) {
    return undefined;
  }
  const text = (name: string): string | undefined => source.textAt(name);
  const type = typeOf(text('SourceType'), text('ThesisType'));
  const container = containers.map(text).find(Boolean);
  const record = cslItem(type, {
    title: text('Title'),
    'title-short': text('ShortTitle'),
    ...peopleOf(source),
    issued: dateFrom(text('Year'), text('Month'), text('Day')),
    accessed: dateFrom(text('YearAccessed'), text('MonthAccessed'), text('DayAccessed')),
    'container-title': container,
    'container-title-short': text('JournalAbbreviation'),
    volume: text('Volume'),
    issue: text('Issue'),
    page: mapped(text('Pages'), normalPages),
    edition: text('Edition'),
    version: text('Version'),
    number: text('PatentNumber') ?? text('CaseNumber') ?? text('AbbreviatedCaseNumber') ?? text('RecordingNumber'),
    'chapter-number': text('ChapterNumber'),
    'number-of-volumes': text('NumberVolumes'),
    genre: text('ThesisType') ?? text('Type'),
    medium: text('Medium'),
    publisher: ['Publisher', 'Institution', 'ProductionCompany', 'Distributor', 'Broadcaster', 'Station', 'Department'].map(text).find(Boolean),
    'publisher-place': ['City', 'StateProvince', 'CountryRegion'].map(text).filter(Boolean).join(', '),
    'event-place': text('Theater'),
    authority: text('Court'),
    ...identifiers(source, type),
    language: mapped(text('LCID'), lcidLanguage),
    abstract: text('BIBTEX_Abstract'),
    keyword: text('BIBTEX_KeyWords')?.replace(/\s*;\s*/g, '; '),
    note: text('Comments'),
  });
  return { record, key: text('Tag') };
}

function mapped<A, B>(value: A | undefined, make: (value: A) => B): B | undefined {
  return value === undefined ? undefined : make(value);
}

function typeOf(sourceType: string | undefined, thesis: string | undefined): string {
  const name = (sourceType ?? '').toLowerCase();
  if (thesis !== undefined && (name === 'report' || name === '')) {
    return 'thesis';
  }
  return (Object.hasOwn(types, name) ? types[name] : undefined) ?? 'document';
}

/** `Author` holds a list for each role, one of which is again `Author`. */
function peopleOf(source: XmlElement): Partial<CslItem> {
  const people: Record<string, CslName[]> = {};
  for (const list of source.first('Author')?.all() ?? []) {
    const variable = Object.hasOwn(roles, list.name) ? (roles[list.name] ?? 'contributor') : 'contributor';
    const names = list.all('NameList').flatMap((names) => names.all('Person')).map(personOf).filter((name) => name !== undefined);
    const groups = list.texts('Corporate').map((literal) => ({ literal }));
    if (names.length + groups.length > 0) (people[variable] ??= []).push(...names, ...groups);
  }
  // A work without an author is by those who made it.
  const stand = people.author ? undefined : (['performer', 'director', 'composer'] as const).find((role) => people[role]);
  return { ...people, ...(stand && { author: people[stand] }) } as Partial<CslItem>;
}

function personOf(person: XmlElement): CslName | undefined {
  const family = person.textAt('Last');
  const given = [person.textAt('First'), person.textAt('Middle')].filter(Boolean).join(' ');
  if (family === undefined) {
    return given === '' ? undefined : { literal: given };
  }
  return { ...familyParts(family), ...(given !== '' && { given }) };
}

function dateFrom(year: string | undefined, month: string | undefined, day: string | undefined): CslDate | undefined {
  if (year === undefined || !/^\d{4}$/.test(year)) {
    return mapped(year, (text) => parseDate(text) ?? { literal: text });
  }
  const number = mapped(month, monthNumber);
  const season = month !== undefined && number === undefined ? parseDate(`${month} ${year}`) : undefined;
  return season ?? dateOf(Number(year), number, day !== undefined && /^\d{1,2}$/.test(day) ? Number(day) : undefined);
}

/** `StandardNumber` holds whatever number there is: `ISBN: ...`, ` DOI: 10.1/x`, `978-...`. */
function identifiers(source: XmlElement, type: string): Partial<CslItem> {
  const standard = source.textAt('StandardNumber') ?? '';
  const digits = /(?:\d[\d-]{7,16}[\dXx])/.exec(standard.replace(/10\.\d{4,9}\/\S+/, ''))?.[0];
  const isIssn = digits !== undefined && digits.replace(/-/g, '').length === 8;
  const known = /\b(ISBN|ISSN|PMID|LCCN|MRN|DOI)\b/i.exec(standard)?.[1]?.toUpperCase();
  const doi = source.textAt('DOI') ?? /10\.\d{4,9}\/\S+/.exec(standard)?.[0];
  const serial = known === undefined || known === 'ISBN' || known === 'ISSN';
  const pmid = known === 'PMID' ? /\d+/.exec(standard)?.[0] : undefined;
  return {
    ...(doi !== undefined && { DOI: wholeDoi(doi) }),
    ...(serial && digits !== undefined && { [known ?? (isIssn && type !== 'book' ? 'ISSN' : 'ISBN')]: digits }),
    ...(pmid !== undefined && { PMID: pmid }),
    ...(source.textAt('URL') !== undefined && { URL: source.textAt('URL') }),
  };
}
