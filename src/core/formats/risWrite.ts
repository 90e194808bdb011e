import type { CslDate, CslItem, CslName } from '../library/record';
import { keywordsOf } from '../library/subjects';

const types: Readonly<Record<string, string>> = {
  article: 'UNPB', 'article-journal': 'JOUR', 'article-magazine': 'MGZN', 'article-newspaper': 'NEWS', bill: 'BILL',
  book: 'BOOK', chapter: 'CHAP', classic: 'CLSWK', dataset: 'DATA', 'entry-dictionary': 'DICT', 'entry-encyclopedia': 'ENCYC',
  figure: 'FIGURE', graphic: 'ART', hearing: 'HEAR', legal_case: 'CASE', legislation: 'STAT', manuscript: 'MANSCPT', map: 'MAP',
  motion_picture: 'MPCT', musical_score: 'MUSIC', pamphlet: 'PAMP', 'paper-conference': 'CPAPER', patent: 'PAT', periodical: 'JFULL',
  personal_communication: 'PCOMM', 'post-weblog': 'BLOG', report: 'RPRT', software: 'COMP', song: 'SOUND', speech: 'SLIDE',
  standard: 'STAND', thesis: 'THES', webpage: 'ELEC',
};

/** One record as RIS. */
export function writeRis(record: CslItem): string {
  const isPeriodical = record.type.startsWith('article-');
  const [start, end] = pagesOf(record);
  const tags: (readonly [string, string | undefined])[] = [
    ['TY', Object.hasOwn(types, record.type) ? types[record.type] : 'GEN'],
    ['ID', record.id],
    ['TI', record.title],
    ...names('AU', record.author),
    ...names(record.type === 'chapter' || record.type === 'paper-conference' ? 'A2' : 'ED', record.editor),
    ['PY', yearOf(record.issued)],
    ['DA', dateOf(record.issued)],
    [isPeriodical ? 'JF' : 'T2', record['container-title']],
    ['J2', record['container-title-short']],
    ['T3', textOf(record['collection-title'])],
    ['VL', record.volume],
    ['IS', isPeriodical ? record.issue : record.number],
    ['SP', start],
    ['EP', end],
    ['C7', isPeriodical ? record.number : undefined],
    ['PB', record.publisher],
    ['CY', record['publisher-place']],
    ['ET', textOf(record.edition)],
    ['SN', record.ISSN ?? record.ISBN],
    ['DO', record.DOI],
    ['UR', record.URL],
    ['M3', record.type === 'thesis' || record.type === 'report' ? record.genre : undefined],
    ['C2', record.PMCID],
    ...(record.PMID === undefined ? [] : ([['AN', record.PMID], ['DB', 'PubMed']] as const)),
    ['LA', record.language],
    ...keywordsOf(record).map((word) => ['KW', word] as const),
    ['N1', record.note],
    ['AB', record.abstract],
  ];
  const lines = tags.filter(([, value]) => value !== undefined && value !== '').map(([tag, value]) => `${tag}  - ${oneLine(value ?? '')}\n`);
  return `${lines.join('')}ER  - \n`;
}

function pagesOf(record: CslItem): readonly [string | undefined, string | undefined] {
  const match = /^([^-,\s]+)-([^-,\s]+)$/.exec(record.page ?? '');
  const isWhole = record.page === undefined && ['book', 'thesis', 'report'].includes(record.type);
  return match ? [match[1], match[2]] : [isWhole ? record['number-of-pages'] : record.page, undefined];
}

function names(tag: string, list: readonly CslName[] | undefined): (readonly [string, string])[] {
  return (list ?? []).map((name) => [tag, nameText(name)]);
}

function nameText(name: CslName): string {
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return family === '' ? (name.literal ?? name.given ?? '') : [family, name.given, name.suffix].filter(Boolean).join(', ');
}

function yearOf(date: CslDate | undefined): string | undefined {
  const year = date?.['date-parts']?.[0]?.[0];
  return year === undefined ? (date?.literal ?? date?.raw) : String(year);
}

function dateOf(date: CslDate | undefined): string | undefined {
  const parts = date?.['date-parts']?.[0] ?? [];
  const [year, ...rest] = parts;
  return parts.length < 2 ? undefined : [String(year), ...rest.map((part) => String(part).padStart(2, '0'))].join('/').padEnd(8, '/');
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A value that ran over its line could begin the next one with a tag. */
function oneLine(value: string): string {
  return value.replace(/[\r\n\u2028\u2029]+/g, ' ').trim();
}
