import type { CslDate, CslItem, CslName } from '../library/record';
import { nameFromDatabase } from './databaseNames';
import { dateInWords } from './datesInWords';
import { findDoi, serialNumbers, wholeDoi } from './doi';
import type { Format } from './format';
import { languageTag } from './languages';
import { pagesFromEnds } from './pages';
import { cleanTitle } from './portalHeader';
import type { RecordReading } from './recordList';
import { cslItem, joinKeywords } from './recordList';
import type { Opening, TaggedForm } from './tagged';
import { readTagged } from './tagged';
import type { TaggedRecord } from './taggedRecord';
import { twoLetterTag } from './twoLetterTags';

/** RefWorks's tags, so that a line of text that begins `IN VIVO` is none. */
const tags: ReadonlySet<string> = new Set((
  'RT SR ID A1 A2 A3 A4 A5 A6 T1 T2 T3 JF JO YR FD VO IS SP OP K1 AB NO PB PP ED U1 U2 U3 U4 U5 U6 U7 U8 U9 SN AV AD AN LA CL SF OT LK ' +
  'DO CN DB DS IP RD ST PMID WT A7 WV WP OL PM UL SL LL CR U0 XX AU TI JA'
).split(' '));

const form: TaggedForm = { tagAt: twoLetterTag(tags), begins, lists: new Set(['K1']), around: new Set([]) };

/** RefWorks's tagged format, which PsycINFO and others export too. */
export const refworks: Format = {
  id: 'refworks',
  name: 'RefWorks (tagged)',
  extensions: ['txt'],
  detect,
  read: (text) => readTagged(text, form, refworksRecord),
};

/** RefWorks's reference types, in order: `Book, Section` before `Book`. */
const types: readonly (readonly [RegExp, string])[] = [
  [/^journal/i, 'article-journal'], [/^book,? (?:section|chapter)/i, 'chapter'], [/^book|^monograph/i, 'book'],
  [/^conference/i, 'paper-conference'], [/^dissertation|^thesis/i, 'thesis'], [/^report|^grant/i, 'report'],
  [/^magazine/i, 'article-magazine'], [/^newspaper/i, 'article-newspaper'], [/^patent/i, 'patent'], [/^web/i, 'webpage'],
  [/^online discussion|^blog/i, 'post-weblog'], [/^computer program/i, 'software'], [/^bill/i, 'bill'], [/^case/i, 'legal_case'],
  [/^law/i, 'legislation'], [/^hearing/i, 'hearing'], [/^map/i, 'map'], [/^motion|^video/i, 'motion_picture'],
  [/^music/i, 'musical_score'], [/^sound/i, 'song'], [/^artwork/i, 'graphic'], [/^personal/i, 'personal_communication'],
  [/^unpublished/i, 'manuscript'], [/^abstract/i, 'article-journal'], [/^data/i, 'dataset'],
];

function begins({ tag, seen, afterBlank }: Opening): boolean {
  return tag === 'RT' || !seen || (afterBlank && tag === 'SR' && seen.has('SR'));
}

function refworksRecord(fields: TaggedRecord): RecordReading | undefined {
  if (fields.first('T1', 'TI', 'A1', 'AU', 'T2', 'JF', 'DO', 'JO') === undefined) {
    return undefined;
  }
  const kind = fields.first('RT') ?? '';
  const type = types.find(([pattern]) => pattern.test(kind))?.[1] ?? (fields.first('JF', 'JO') === undefined ? 'document' : 'article-journal');
  const title = fields.first('T1', 'TI');
  return {
    record: cslItem(type, {
      title: title === undefined ? undefined : cleanTitle(title),
      author: namesOf(fields, 'A1', 'AU'),
      editor: namesOf(fields, 'A2'),
      'collection-editor': namesOf(fields, 'A3'),
      translator: namesOf(fields, 'A4'),
      compiler: namesOf(fields, 'A5'),
      issued: issuedOf(fields),
      ...containerOf(fields, type),
      volume: fields.first('VO'),
      ...(type.startsWith('article-') ? { issue: fields.first('IS') } : { number: fields.first('IS') }),
      page: pagesFromEnds(fields.first('SP'), fields.first('OP')),
      ...numbersOf(fields, type),
      publisher: fields.first('PB')?.replace(/,?\s*\[URL:[^\]]{0,500}\]$/i, ''),
      'publisher-place': fields.first('PP'),
      edition: fields.first('ED'),
      language: fields.first('LA') === undefined ? undefined : languageTag(fields.first('LA') ?? ''),
      abstract: fields.first('AB'),
      keyword: joinKeywords(fields.all('K1')),
      note: fields.first('NO'),
      'title-short': fields.first('ST'),
      accessed: dateInWords(fields.first('RD') ?? ''),
      genre: type === 'thesis' ? /,\s*(.+)$/.exec(kind)?.[1] : undefined,
    }),
  };
}

function namesOf(fields: TaggedRecord, ...tagsOfNames: readonly string[]): CslName[] {
  const list = fields.all(...tagsOfNames).flatMap((value) => value.split(/\s*;\s*/)).filter(Boolean);
  return list.map(nameFromDatabase).filter((name) => name !== undefined);
}

/** `YR` has the year; `FD` the rest, with or without the year. */
function issuedOf(fields: TaggedRecord): CslDate | undefined {
  const year = fields.first('YR');
  const free = fields.first('FD');
  return (free === undefined ? undefined : dateInWords(free, year)) ?? (year === undefined ? undefined : dateInWords(year));
}

function containerOf(fields: TaggedRecord, type: string): Partial<CslItem> {
  if (type === 'book' || type === 'thesis' || type === 'report') {
    return { 'collection-title': fields.first('T3', 'T2') };
  }
  const full = type.startsWith('article-') ? fields.first('JF', 'JO', 'T2') : fields.first('T2', 'JF', 'WT', 'JO');
  const short = fields.first('JO', 'JA');
  return {
    'container-title': full,
    'container-title-short': short === full ? undefined : short,
    'collection-title': fields.first('T3'),
  } as Partial<CslItem>;
}

function numbersOf(fields: TaggedRecord, type: string): Readonly<Record<string, string | undefined>> {
  const doi = fields.first('DO');
  const stated = fields.first('SN') ?? '';
  const serial = serialNumbers(stated);
  const linked = fields.all('LK', 'UL', 'UR');
  return {
    DOI: doi === undefined ? linked.map(findDoi).find(Boolean) : wholeDoi(doi),
    URL: linked.find((each) => /^https?:/i.test(each)),
    ISSN: serial.ISSN,
    ISBN: serial.ISBN ?? (type === 'book' && serial.ISSN === undefined ? stated : undefined),
    PMID: /^\d{5,9}$/.exec(fields.first('PM') ?? '')?.[0] ?? (/pubmed|medline/i.test(fields.first('DB', 'DS') ?? '') ? /^(?:PMID:?\s*)?(\d{5,9})/.exec(fields.first('AN') ?? '')?.[1] : undefined),
    'call-number': fields.first('CN'),
  };
}

function detect(text: string): number {
  const head = text.slice(0, 20_000);
  const match = /^\uFEFF?RT [A-Z][A-Za-z/, ]{2,40}\r?$/m.exec(head);
  if (!match || !/^(?:A1|T1|SR|ID|JF) /m.test(head)) {
    return 0;
  }
  return head.slice(0, match.index).trim() === '' ? 0.93 : 0.5;
}
