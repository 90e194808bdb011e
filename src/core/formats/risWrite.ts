import type { CslDate, CslItem, CslName } from '../library/record';
import { keywordsOf } from '../library/subjects';
import { serialNumbers } from './doi';
import { dateInEnglish } from './nbibWrite';
import { readsAsPerson } from './risNames';
import { pageCount } from './risNumbers';
import { isPartOfBook, isPeriodical } from './risTypes';

/** Types of CSL in RIS's words; the last lines are nearest relations of what RIS has no word for, and come back as those. */
const types: Readonly<Record<string, string>> = {
  article: 'UNPB', 'article-journal': 'JOUR', 'article-magazine': 'MGZN', 'article-newspaper': 'NEWS', bill: 'BILL',
  book: 'BOOK', chapter: 'CHAP', classic: 'CLSWK', dataset: 'DATA', 'entry-dictionary': 'DICT', 'entry-encyclopedia': 'ENCYC',
  figure: 'FIGURE', graphic: 'ART', hearing: 'HEAR', legal_case: 'CASE', legislation: 'STAT', manuscript: 'MANSCPT', map: 'MAP',
  motion_picture: 'MPCT', musical_score: 'MUSIC', pamphlet: 'PAMP', 'paper-conference': 'CPAPER', patent: 'PAT', periodical: 'JFULL',
  personal_communication: 'PCOMM', 'post-weblog': 'BLOG', report: 'RPRT', software: 'COMP', song: 'SOUND', speech: 'SLIDE',
  standard: 'STAND', thesis: 'THES', webpage: 'ELEC',
  broadcast: 'VIDEO', entry: 'ENCYC', interview: 'PCOMM', post: 'BLOG', regulation: 'STAT', review: 'JOUR', 'review-book': 'JOUR', treaty: 'STAT',
};

/** Types that count their pages in `SP`, and have no container. */
const wholes: ReadonlySet<string> = new Set(['book', 'thesis', 'report']);
const withGenre: ReadonlySet<string> = new Set(['thesis', 'report', 'patent', 'manuscript', 'map', 'webpage', 'speech']);
const withSection: ReadonlySet<string> = new Set(['article-newspaper', 'legislation']);

type Tag = readonly [name: string, value: string | undefined];

/**
 * One record as RIS. What RIS can hold, and so comes back as it was: type (of those in the table above), id, title and its short
 * form; the names of authors, editors, editors of series, translators, a thesis's contributors and a letter's recipients, but
 * not which part of a family name is a particle; the date issued (a day, a month, a season, a range of months) and the one
 * accessed (a day); what it is in, its short name where it has a full one, its series; a paper's event with its place; volume,
 * issue (of what is in periodicals) or number, pages or their count (of wholes), edition, section (of newspapers and laws),
 * number of volumes; publisher and place; DOI, ISSN, ISBN, PMID, PMCID, URL, call number; language, genre (of theses, reports,
 * patents and the like), keywords, abstract and note. Of texts it has no line breaks but a note's.
 */
export function writeRis(record: CslItem): string {
  const type = Object.hasOwn(types, record.type) ? (types[record.type] as string) : 'GEN';
  const isInPeriodical = isPeriodical(record.type) || type === 'JOUR';
  const tags: readonly Tag[] = [
    ['TY', type],
    ['ID', record.id],
    ['TI', record.title],
    ['ST', record.title === undefined ? undefined : record['title-short']],
    ...peopleOf(record),
    ['PY', yearOf(record.issued)],
    ['DA', dayOf(record.issued)],
    ...containerOf(record, isInPeriodical),
    ['VL', record.volume],
    ['IS', isInPeriodical ? record.issue : undefined],
    ['M1', isInPeriodical ? undefined : record.number],
    ...pagesOf(record),
    ['C7', isInPeriodical ? record.number : undefined],
    ['PB', record.publisher],
    // EndNote has `CY`, pandoc `PP`.
    ['CY', record['publisher-place']],
    ['PP', record['publisher-place']],
    ['C1', record.type === 'paper-conference' ? textOf(record['event-place']) : undefined],
    ['ET', textOf(record.edition)],
    ['SE', withSection.has(record.type) ? textOf(record.section) : undefined],
    ['NV', textOf(record['number-of-volumes'])],
    ...serialsOf(record, isInPeriodical).map((number) => ['SN', number] as const),
    ...addressesOf(record),
    ...restOf(record),
  ];
  const lines = tags.map(([tag, value]) => [tag, oneLine(value ?? '')] as const).filter(([, value]) => value !== '');
  return `${lines.map(([tag, value]) => `${tag}  - ${value}\n`).join('')}ER  - \n`;
}

/** Where the work is to be found. */
function addressesOf(record: CslItem): Tag[] {
  return [
    ['DO', record.DOI],
    ['UR', record.URL],
    ['C2', /^PMC\d+$/.exec(record.PMCID ?? '')?.[0]],
    ...(!/^\d{1,8}$/.test(record.PMID ?? '') ? [] : ([['AN', record.PMID], ['DB', 'PubMed']] as const)),
  ];
}

/** What is said of the work beside all that identifies it. */
function restOf(record: CslItem): Tag[] {
  return [
    ['M3', record.type === 'article' ? 'Preprint' : withGenre.has(record.type) ? record.genre : undefined],
    ['CN', textOf(record['call-number'])],
    ['LA', record.language],
    ['Y2', accessedOf(record.accessed)],
    ...keywordsOf(record).map((word) => ['KW', word] as const),
    ...(record.note ?? '').split('\n').map((line) => ['N1', line] as const),
    ['AB', record.abstract],
  ];
}

function peopleOf(record: CslItem): Tag[] {
  const { type } = record;
  const isPart = isPartOfBook(type);
  const second = type === 'thesis' ? record.contributor : type === 'personal_communication' || type === 'interview' ? record.recipient : record.editor;
  return [
    ...names('AU', record.author),
    ...names(isPart || second !== record.editor ? 'A2' : 'ED', second),
    ...names('A3', isPart || type === 'book' || type === 'report' ? record['collection-editor'] : undefined),
    ...names('A4', record.translator),
  ];
}

/** `T2` would be a series in a whole, and is a conference beside `C3`. */
function containerOf(record: CslItem, isInPeriodical: boolean): Tag[] {
  const container = record['container-title'];
  const series: Tag = ['T3', textOf(record['collection-title'])];
  if (wholes.has(record.type)) return [series];
  const short: Tag = ['J2', container === undefined ? undefined : record['container-title-short']];
  if (isInPeriodical) return [['JF', container], short, series];
  const event = record.type === 'paper-conference' && container !== undefined ? textOf(record['event-title']) : undefined;
  return event === undefined ? [['T2', container], short, series] : [['T2', event], ['C3', container], short, series];
}

/** A single page of a whole is written twice, since once is how many it has. */
function pagesOf(record: CslItem): Tag[] {
  const isWhole = wholes.has(record.type);
  if (record.page === undefined) return isWhole ? [['SP', countOf(record['number-of-pages'])]] : [];
  const match = /^([^-,\s]+)-([^-,\s]+)$/.exec(record.page);
  return match ? [['SP', match[1]], ['EP', match[2]]] : [['SP', record.page], ['EP', isWhole ? record.page : undefined]];
}

function countOf(pages: string | undefined): string | undefined {
  return pageCount.test(pages ?? '') ? pages : undefined;
}

/** Numbers of which one can tell what they are, each on a line. */
function serialsOf(record: CslItem, isInPeriodical: boolean): string[] {
  const parts = (text: string | undefined): string[] => (text ?? '').split(/[,;]\s*/).filter(Boolean);
  const issn = parts(record.ISSN).filter((each) => serialNumbers(each).ISSN !== undefined);
  const isbn = parts(record.ISBN).filter((each) => serialNumbers(each).ISBN !== undefined);
  const found = [...issn, ...isbn];
  if (found.length > 0) return found;
  const isBook = record.type === 'book' || record.type === 'chapter';
  const odd = isInPeriodical ? record.ISSN : isBook ? record.ISBN : undefined;
  return odd === undefined || Object.keys(serialNumbers(odd)).length > 0 ? [] : [odd];
}

function names(tag: string, list: unknown): Tag[] {
  return (Array.isArray(list) ? (list as readonly CslName[]) : []).map((name) => [tag, nameText(name)]);
}

/** EndNote's way with a group's name: a comma at its end says that it is one, two commas that one is its own. */
function nameText(name: CslName): string {
  const part = (text: string | undefined): string => oneLine(text ?? '').replace(/[,;]+/g, ' ').replace(/ {2,}/g, ' ').trim();
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family].map(part).filter(Boolean).join(' ');
  const given = part(name.given);
  if (family !== '' && given !== '') return [family, given, part(name.suffix)].filter(Boolean).join(', ');
  const literal = oneLine(family || name.literal || given).replace(/\s*;\s*/g, ', ');
  return literal.includes(',') ? literal.replace(/,+\s*/, ',, ') : literal.includes(' ') || readsAsPerson(literal) ? `${literal},` : literal;
}

function yearOf(date: CslDate | undefined): string | undefined {
  const year = date?.['date-parts']?.[0]?.[0];
  return year === undefined ? (date?.literal ?? date?.raw) : String(year);
}

/** `1995/08/01`, `1995/08//`, and in words what figures can't say: `2010 Spring`, `2009 Jan-Feb`. */
function dayOf(date: CslDate | undefined): string | undefined {
  const [start, end] = date?.['date-parts'] ?? [];
  if (!start || (start.length < 2 && date?.season === undefined && !end)) return undefined;
  if (start.length === 1 && end) return `${String(start[0])}–${String(end[0])}`;
  return end || date?.season !== undefined ? dateInEnglish(date) : slashed(start);
}

function slashed(parts: readonly number[]): string {
  const [year, ...rest] = parts;
  return `${[String(year), ...rest.map((part) => String(part).padStart(2, '0'))].join('/')}${'/'.repeat(Math.max(3 - parts.length, 0))}`;
}

function accessedOf(value: unknown): string | undefined {
  const parts = (value as CslDate | undefined)?.['date-parts']?.[0];
  return parts === undefined ? undefined : slashed(parts);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

/** A value that ran over its line could begin the next one with a tag. */
function oneLine(value: string): string {
  return value.replace(/[\r\n\u2028\u2029]+/g, ' ').trim();
}
