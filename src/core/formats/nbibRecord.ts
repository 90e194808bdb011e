import type { CslDate, CslItem, CslName } from '../library/record';
import { dateInWords } from './datesInWords';
import { findDoi, serialNumbers } from './doi';
import { languageTag } from './languages';
import { dottedInitials, nameFromDatabase } from './databaseNames';
import { fullPages } from './pages';
import { cleanTitle } from './portalHeader';
import type { RecordReading } from './recordList';
import { cslItem, joinKeywords } from './recordList';
import type { TaggedRecord } from './tagged';

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

/** One MEDLINE record as a CSL item without its id. */
export function nbibRecord(fields: TaggedRecord): RecordReading | undefined {
  if (fields.first('TI', 'TT', 'BTI', 'PMID', 'UI', 'JT', 'TA', 'FAU', 'AU', 'FED', 'ED', 'CN', 'AB') === undefined) {
    return undefined;
  }
  const type = typeOf(fields);
  const { names, truncated } = authorsOf(fields);
  return {
    record: cslItem(type, {
      title: titleOf(fields, type),
      author: names,
      editor: namesOf(fields, 'FED', 'ED'),
      issued: issuedOf(fields),
      ...containerOf(fields, type),
      volume: fields.first('VI'),
      issue: fields.first('IP'),
      page: pageOf(fields),
      ...numbersOf(fields),
      language: mapped(fields.first('LA'), languageTag),
      abstract: fields.first('AB'),
      keyword: joinKeywords([...fields.all('OT', 'KW'), ...fields.all('MH')].map((word) => word.replace(/\*/g, '').trim())),
      edition: fields.first('EN'),
    }),
    truncated,
  };
}

function typeOf(fields: TaggedRecord): string {
  const kinds = fields.all('PT');
  const inJournal = kinds.some((kind) => /^journal articles?$/i.test(kind)) || /^EJ\d/.test(fields.first('OID') ?? '');
  if (inJournal && !fields.seen.has('BTI')) {
    return 'article-journal';
  }
  if (fields.first('BTI') !== undefined) {
    return fields.first('TI', 'CTI') === undefined ? 'book' : 'chapter';
  }
  const known = publicationTypes.find(([pattern]) => kinds.some((kind) => pattern.test(kind)))?.[1];
  // MEDLINE indexes journals; what it calls a technical report there is still an article.
  return known === 'report' && fields.first('VI', 'TA') !== undefined ? 'article-journal' : (known ?? 'article-journal');
}

function titleOf(fields: TaggedRecord, type: string): string | undefined {
  const title = type === 'book' ? fields.first('TI', 'BTI', 'CTI') : fields.first('TI', 'TT', 'CTI');
  // `[Translated title].`: MEDLINE's brackets say that the work has another language.
  return title === undefined ? undefined : cleanTitle(title.replace(/^\[([^[\]]+)\]\.?$/, '$1'));
}

/** `FAU` has the full name, the `AU` after it the same in short; older records have `AU` alone. */
function authorsOf(fields: TaggedRecord): { readonly names: readonly CslName[]; readonly truncated: boolean } {
  const names: CslName[] = [];
  let told = false;
  let truncated = false;
  for (const [tag, value] of fields.fields) {
    if ((tag !== 'FAU' && tag !== 'AU' && tag !== 'CN') || value === '') continue;
    if (/^et\.? al\.?$/i.test(value)) truncated = true;
    else if (tag === 'CN') names.push({ literal: value });
    else if (tag === 'FAU' || !told) add(names, nameFromDatabase(value));
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
  const date = printed === undefined ? undefined : dateInWords(printed);
  const inSource = /\b(?:1[6-9]|20)\d\d\b/.exec((fields.first('SO') ?? '').replace(/^.*?\. (?=\d{4})/, ''))?.[0];
  const elsewhere = fields.first('DEP')?.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') ?? inSource;
  return date ?? (elsewhere === undefined ? undefined : dateInWords(elsewhere)) ?? (printed === undefined ? undefined : { literal: printed });
}

function containerOf(fields: TaggedRecord, type: string): Partial<CslItem> {
  const full = fields.first('JT', 'TA');
  const short = fields.first('TA');
  if (type === 'report' || type === 'thesis' || type === 'book') {
    // ERIC has no tag for a publisher and uses the journal's.
    return { publisher: fields.first('PB', 'JT'), 'publisher-place': fields.first('PB') === undefined ? undefined : fields.first('PL') } as Partial<CslItem>;
  }
  if (type === 'chapter') {
    return { 'container-title': fields.first('BTI', 'JT'), publisher: fields.first('PB'), 'publisher-place': fields.first('PL') } as Partial<CslItem>;
  }
  return { 'container-title': full, 'container-title-short': short === full ? undefined : short, publisher: fields.first('PB') } as Partial<CslItem>;
}

/** Pages, or what stands for them in journals that have none: the publisher's item number in `LID`. */
function pageOf(fields: TaggedRecord): string | undefined {
  const pages = fields.first('PG');
  const place = fields.all('LID').map((each) => /^(\S.*?)\s*\[pii\]$/i.exec(each)?.[1]).find(Boolean);
  return pages === undefined ? place : fullPages(pages.replace(/;.*$/, ''));
}

function numbersOf(fields: TaggedRecord): Readonly<Record<string, string | undefined>> {
  const locations = fields.all('LID', 'AID');
  const doi = locations.find((each) => /\[doi\]$/i.test(each)) ?? locations.find((each) => /doi\.org\/|^doi:/i.test(each));
  const inSource = /\bdoi: ?10\.\S+/i.exec((fields.first('SO') ?? '').replace(/\bdoi:\s+/i, 'doi:'))?.[0];
  const page = locations.map((each) => /^(?:https?:\/\/|www\.)\S+$/.exec(each)?.[0]).find((each) => each !== undefined && !/doi\.org\//i.test(each));
    return {
    DOI: mapped(doi === undefined ? inSource : doi.replace(/\s*\[doi\]$/i, ''), findDoi),
    URL: page,
    PMID: /^\d+/.exec(fields.first('PMID', 'UI') ?? '')?.[0],
    PMCID: mapped(/^(?:PMC)?(\d+)/.exec(fields.first('PMC') ?? '')?.[1], (digits) => `PMC${digits}`),
    ISSN: [...new Set(fields.all('IS', 'ISSN').map(issnOf).filter(Boolean))].join(', '),
    ISBN: [...new Set(fields.all('ISBN').map((each) => serialNumbers(each).ISBN).filter(Boolean))].join(', '),
  };
}

/** `0368-2811 (Print)`, and ERIC's `EISSN-2375-5636`. */
function issnOf(value: string): string | undefined {
  return /^(?:E?ISSN-)?(\d{4}-\d{3}[\dXx])(?!\d)/i.exec(value)?.[1]?.toUpperCase() ?? serialNumbers(value).ISSN;
}

function mapped<A, B>(value: A | undefined, make: (value: A) => B): B | undefined {
  return value === undefined ? undefined : make(value);
}
