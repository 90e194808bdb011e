import type { CslDate, CslItem, CslName } from '../library/record';
import { nameFromDatabase } from './databaseNames';
import { dateInWords } from './datesInWords';
import { findDoi, serialNumbers, wholeDoi } from './doi';
import { languageTag } from './languages';
import { isGroup, nameFromGivenFirst } from './names';
import { normalPages } from './pages';
import { cleanTitle } from './portalHeader';
import type { RecordReading } from './recordList';
import { cslItem, joinKeywords } from './recordList';
import type { TaggedRecord } from './taggedRecord';
import { withoutEnd } from './trimSigns';

/** EndNote's reference types, in order: `Book Section` before `Book`. */
const types: readonly (readonly [RegExp, string])[] = [
  [/^(?:electronic |ejournal )?(?:journal )?article$|^ejournal|^journal|^electronic article/i, 'article-journal'],
  [/^(?:electronic )?book section|^book chapter/i, 'chapter'], [/^book|^edited book|^electronic book|^serial|^monograph/i, 'book'],
  [/^conference/i, 'paper-conference'], [/^thesis|^dissertation/i, 'thesis'], [/^report|^government|^grant/i, 'report'],
  [/^magazine/i, 'article-magazine'], [/^newspaper/i, 'article-newspaper'], [/^patent/i, 'patent'], [/^web|^electronic source|^online/i, 'webpage'],
  [/^blog/i, 'post-weblog'], [/^computer/i, 'software'], [/^data|^aggregated/i, 'dataset'], [/^bill/i, 'bill'], [/^case/i, 'legal_case'],
  [/^statute|^legal/i, 'legislation'], [/^hearing/i, 'hearing'], [/^standard/i, 'standard'], [/^map/i, 'map'], [/^film|^audiovisual/i, 'motion_picture'],
  [/^music/i, 'musical_score'], [/^artwork|^figure|^chart/i, 'graphic'], [/^personal/i, 'personal_communication'],
  [/^unpublished|^manuscript/i, 'manuscript'], [/^encyclop/i, 'entry-encyclopedia'], [/^dictionary/i, 'entry-dictionary'],
  [/^ancient|^classical/i, 'classic'], [/^pamphlet/i, 'pamphlet'], [/^podcast/i, 'broadcast'], [/^interview/i, 'interview'],
];

/** One record of refer or EndNote as a CSL item without its id. */
export function referRecord(fields: TaggedRecord): RecordReading | undefined {
  if (fields.count === 0 || (fields.count === 1 && fields.has('0'))) {
    return undefined;
  }
  const kind = fields.first('0') ?? '';
  const type = types.find(([pattern]) => pattern.test(kind))?.[1] ?? guessed(fields);
  const ownEditors = /^edited book/i.test(kind);
  const title = fields.first('T');
  return {
    record: cslItem(type, {
      title: title === undefined ? undefined : cleanTitle(title),
      author: ownEditors ? [] : namesOf(fields, 'A'),
      editor: ownEditors ? namesOf(fields, 'A') : namesOf(fields, 'E'),
      translator: namesOf(fields, '?', 'H'),
      [type === 'thesis' ? 'contributor' : 'collection-editor']: namesOf(fields, 'Y'),
      issued: issuedOf(fields),
      ...containerOf(fields, type),
      volume: fields.first('V'),
      ...(type.startsWith('article-') ? { issue: fields.first('N') } : { number: fields.first('N') ?? (type === 'report' ? fields.first('R') : undefined) }),
      page: pagesOf(fields),
      publisher: fields.first('I') ?? (type === 'thesis' ? fields.first('B') : undefined),
      'publisher-place': fields.first('C'),
      edition: fields.first('7'),
      ...numbersOf(fields),
      language: fields.first('G') === undefined ? undefined : languageTag(fields.first('G') ?? ''),
      abstract: fields.first('X'),
      keyword: joinKeywords(fields.all('K').flatMap((line) => line.split(/\s*;\s*/)).filter(Boolean)),
      note: fields.all('Z').join('\n'),
      'title-short': fields.first('!'),
      genre: type === 'thesis' || type === 'report' ? fields.first('9') : undefined,
      'number-of-volumes': fields.first('6'),
      'call-number': fields.first('L'),
      accessed: dateInWords(fields.first('[') ?? ''),
    }),
    key: fields.first('F'),
  };
}

/** refer has no types: what is in a journal is an article, in a book a chapter, and so on. */
function guessed(fields: TaggedRecord): string {
  if (fields.has('0')) return 'document';
  if (fields.has('J')) return 'article-journal';
  if (fields.has('B')) return 'chapter';
  if (fields.has('R')) return 'report';
  return fields.has('I') ? 'book' : 'document';
}

/** EndNote has the family first and a comma at the end of a group's name; refer the given names first. */
function namesOf(fields: TaggedRecord, ...tags: readonly string[]): CslName[] {
  const list = fields.all(...tags).flatMap((value) => value.split(/\s*;\s*/)).filter((value) => value !== '' && !/^et\.? al\.?$/i.test(value));
  return list.map((value) => {
    const literal = withoutEnd(value, ',');
    if (literal === '') return undefined;
    if (/,$/.test(value) || isGroup(value)) return { literal };
    return value.includes(',') ? nameFromDatabase(value) : nameFromGivenFirst(value);
  }).filter((name) => name !== undefined);
}

/** `%8` has the day, in some files with the year; `%D` the year, in refer with the month. */
function issuedOf(fields: TaggedRecord): CslDate | undefined {
  const year = fields.first('D');
  const day = fields.first('8');
  const stated = year === undefined ? undefined : dateInWords(year);
  const exact = day === undefined ? undefined : dateInWords(day, year === undefined || !/\d{4}/.test(year) ? undefined : year);
  return exact ?? stated ?? (year === undefined ? undefined : { literal: year });
}

function containerOf(fields: TaggedRecord, type: string): Partial<CslItem> {
  const series = fields.first('S');
  if (type === 'book' || type === 'thesis' || type === 'report') {
    return { 'collection-title': series ?? (type === 'thesis' ? undefined : fields.first('B')) } as Partial<CslItem>;
  }
  const container = type.startsWith('article-') ? fields.first('J', 'B') : fields.first('B', 'J');
  return { 'container-title': container, 'collection-title': series } as Partial<CslItem>;
}

function pagesOf(fields: TaggedRecord): string | undefined {
  const pages = fields.first('P');
  return pages === undefined ? undefined : normalPages(pages);
}

/** `%R` is a DOI in EndNote, a report's number in refer; `%M` is PubMed's id where `%W` or `%~` says so. */
function numbersOf(fields: TaggedRecord): Readonly<Record<string, string | undefined>> {
  const stated = fields.first('R');
  const doi = stated !== undefined && /10\.\d{4}/.test(stated) ? wholeDoi(stated) : undefined;
  const isMedline = /pubmed|medline|nlm/i.test(`${fields.first('W') ?? ''} ${fields.first('~') ?? ''}`);
  const serial = fields.all('@').map(serialNumbers);
  return {
    DOI: doi ?? fields.all('O', 'U').map(findDoi).find(Boolean),
    URL: fields.first('U'),
    PMID: isMedline ? /^\d{1,8}$/.exec(fields.first('M') ?? '')?.[0] : undefined,
    PMCID: /^PMC\d+$/i.exec(fields.first('2') ?? '')?.[0],
    ISSN: serial.map(({ ISSN }) => ISSN).filter(Boolean).join(', '),
    ISBN: serial.map(({ ISBN }) => ISBN).filter(Boolean).join(', '),
  };
}
