import type { CslItem, CslName } from '../library/record';
import { problem } from '../problems/problem';
import { dateFromValue } from './dates';
import { serialNumbers, wholeDoi } from './doi';
import type { Format, ReadResult } from './format';
import { nameFromFamilyFirst } from './names';
import { normalPages } from './pages';
import { isObject, isSafeKey, scalarText } from './plainValue';
import { cslItem, RecordList } from './recordList';
import { YamlPlaces } from './yamlPlaces';
import { rescueYaml } from './yamlSections';
import { readYamlOrRescue } from './yamlText';

type Fields = Readonly<Record<string, unknown>>;

/** Hayagriva's YAML, Typst's own bibliographies: a map of keys to entries, each with what it is part of as its `parent`. */
export const hayagrivaYaml: Format = {
  id: 'hayagriva-yaml',
  name: 'Hayagriva YAML (Typst)',
  extensions: ['yaml', 'yml'],
  detect,
  read: readHayagriva,
};

/** Hayagriva's types that need no look at what they are part of. */
const types: Readonly<Record<string, string>> = {
  anthology: 'book', anthos: 'chapter', artwork: 'graphic', audio: 'song', blog: 'post-weblog', book: 'book', case: 'legal_case', chapter: 'chapter',
  conference: 'paper-conference', entry: 'entry', exhibition: 'event', legislation: 'legislation', manuscript: 'manuscript', misc: 'document', newspaper: 'periodical',
  original: 'document', patent: 'patent', performance: 'performance', periodical: 'periodical', post: 'post', proceedings: 'book', reference: 'book',
  report: 'report', repository: 'software', scene: 'motion_picture', thesis: 'thesis', thread: 'post', tweet: 'post', video: 'motion_picture', web: 'webpage', article: 'article-journal',
};

/** What an article, an entry or a page is by what it is part of. */
const typesByParent: Readonly<Record<string, string>> = {
  'article periodical': 'article-journal', 'article newspaper': 'article-newspaper', 'article proceedings': 'paper-conference',
  'article conference': 'paper-conference', 'article blog': 'post-weblog', 'article web': 'webpage', 'article book': 'chapter', 'article anthology': 'chapter',
  'article reference': 'entry-encyclopedia', 'article repository': 'article', 'entry reference': 'entry-encyclopedia', 'entry blog': 'post-weblog', 'entry web': 'webpage', 'web blog': 'post-weblog',
  'chapter proceedings': 'paper-conference', 'anthos proceedings': 'paper-conference', 'anthos conference': 'paper-conference', 'web newspaper': 'article-newspaper', 'entry repository': 'document',
};

/** Parents of parents that are looked at: a chapter's book's series. */
const deepest = 4;

function readHayagriva(text: string): ReadResult {
  const list = new RecordList();
  const { value, problem: broken } = readYamlOrRescue(text);
  const places = new YamlPlaces(text);
  if (broken) list.tell(broken);
  const entries = isObject(value) ? Object.entries(value) : [...(broken ? rescueYaml(text, '').values : [])];
  for (const [key, entry] of entries) {
    const record = isObject(entry) && isSafeKey(key) ? recordOf(entry) : undefined;
    if (record) list.add({ record, key }, places.of([key]));
    else list.tell(problem('record-dropped', 'error', { id: key.slice(0, 100), detail: 'it is no entry' }, places.of([key])));
  }
  return list.result();
}

function recordOf(entry: Fields): Partial<CslItem> | undefined {
  const parents = parentsOf(entry, deepest);
  const [parent] = parents;
  const kind = kindOf(entry);
  const title = formatted(entry.title);
  if (title === undefined && entry.author === undefined && entry.type === undefined && parent === undefined) {
    return undefined;
  }
  const own = Object.hasOwn(types, kind) ? (types[kind] ?? 'document') : 'document';
  const type = parents.map((each) => typesByParent[`${kind} ${kindOf(each)}`]).find(Boolean) ?? own;
  const whole = [entry, ...parents];
  const inherited = (key: string): string | undefined => whole.map((each) => formatted(each[key])).find(Boolean);
  const publisher = whole.map((each) => each.publisher ?? each.organization).find((each) => each !== undefined);
  const date = whole.map((each) => dateFromValue(each.date)).find(Boolean);
  return cslItem(type, {
    title: title ?? formatted(parent?.title),
    author: namesOf(entry.author ?? (title === undefined ? parent?.author : undefined)),
    editor: whole.map((each) => namesOf(each.editor)).find((names) => names.length > 0) ?? affiliated(whole, /^editor/),
    ...affiliatedRoles(entry), 'container-author': title === undefined ? [] : namesOf(parent?.author),
    issued: date,
    'container-title': title === undefined ? undefined : formatted(parent?.title), 'collection-title': formatted(parents[1]?.title),
    'title-short': isObject(entry.title) ? scalarText(entry.title.short) : undefined,
    volume: inherited('volume'), issue: inherited('issue'), edition: inherited('edition'), 'chapter-number': scalarText(entry.chapter),
    page: pagesOf(entry), 'number-of-pages': scalarText(entry['page-total']), 'number-of-volumes': inherited('volume-total'),
    publisher: isObject(publisher) ? formatted(publisher.name) : scalarText(publisher),
    'publisher-place': (isObject(publisher) ? formatted(publisher.location) : undefined) ?? inherited('location'),
    ...numbersOf(whole), ...addressOf(whole), language: scalarText(entry.language), abstract: formatted(entry.abstract),
    note: formatted(entry.note), genre: formatted(entry.genre), archive: formatted(entry.archive), 'call-number': formatted(entry['call-number']),
  });
}

function kindOf(entry: Fields): string {
  return (scalarText(entry.type) ?? '').trim().toLowerCase();
}

/** What the entry is part of, nearest first. */
function parentsOf(entry: Fields, depth: number): readonly Fields[] {
  const list: readonly unknown[] = Array.isArray(entry.parent) ? entry.parent.slice(0, 8) : [entry.parent];
  const parents = depth > 0 ? list.filter(isObject) : [];
  return [...parents, ...parents.flatMap((parent) => parentsOf(parent, depth - 1))];
}

/** A text, or `{value: ..., short: ...}`. */
function formatted(value: unknown): string | undefined {
  return isObject(value) ? scalarText(value.value) : scalarText(value);
}

function namesOf(value: unknown): CslName[] {
  const list: readonly unknown[] = Array.isArray(value) ? value.slice(0, 10_000) : value === undefined ? [] : [value];
  return list.map(nameOf).filter((name) => name !== undefined);
}

/** `Doe, Janet`, or `{name: Doe, given-name: Janet, prefix: van, suffix: Jr.}`. */
function nameOf(value: unknown): CslName | undefined {
  if (!isObject(value)) {
    const text = scalarText(value);
    return text === undefined ? undefined : nameFromFamilyFirst(text);
  }
  const [family, given, prefix, suffix] = ['name', 'given-name', 'prefix', 'suffix'].map((key) => scalarText(value[key]));
  if (!family) return undefined;
  if (!given) return { literal: [prefix, family].filter(Boolean).join(' ') };
  return { ...(prefix && { 'non-dropping-particle': prefix }), family, given, ...(suffix && { suffix }) };
}

function affiliated(entries: readonly Fields[], role: RegExp): CslName[] {
  const lists = entries.flatMap((entry) => (Array.isArray(entry.affiliated) ? entry.affiliated.slice(0, 1000) : []));
  return lists.filter(isObject).filter((list) => role.test((scalarText(list.role) ?? '').toLowerCase())).flatMap((list) => namesOf(list.names));
}

/** Hayagriva's roles, which older files write in one word (`CastMember`), in CSL's words. */
const roles: readonly (readonly [role: RegExp, variable: string])[] = [
  [/^translator$/, 'translator'], [/^director$/, 'director'], [/^cast-?member$/, 'performer'], [/^composer$/, 'composer'], [/^compiler$/, 'compiler'],
  [/^illustrator$/, 'illustrator'], [/^narrator$/, 'narrator'], [/^producer$/, 'producer'], [/^executive-?producer$/, 'executive-producer'],
  [/^writer$/, 'script-writer'], [/^organizer$/, 'organizer'], [/^(?:collaborator|commentator|annotator)$/, 'contributor'],
];

function affiliatedRoles(entry: Fields): Fields {
  return Object.fromEntries(roles.map(([role, variable]) => [variable, affiliated([entry], role)]));
}

function pagesOf(entry: Fields): string | undefined {
  const pages = scalarText(entry['page-range']);
  return pages === undefined ? undefined : normalPages(pages);
}

/** Numbers of the entry and of what it is part of; files of Hayagriva's first versions have them beside `serial-number`. */
function numbersOf(whole: readonly Fields[]): Fields {
  const numbers = whole.map((each) => each['serial-number']);
  const find = (key: string): string | undefined => numbers.map((each, index) => scalarText((isObject(each) ? each[key] : undefined) ?? whole[index]?.[key])).find(Boolean);
  const [own] = numbers;
  const [entry] = whole;
  const doi = scalarText((isObject(own) ? own.doi : undefined) ?? entry?.doi);
  const plain = numbers.map((each) => serialNumbers(scalarText(each) ?? ''));
  return {
    DOI: doi === undefined ? undefined : wholeDoi(doi),
    ISSN: find('issn') ?? plain.map(({ ISSN }) => ISSN).find(Boolean), ISBN: find('isbn') ?? plain.map(({ ISBN }) => ISBN).find(Boolean),
    PMID: isObject(own) ? scalarText(own.pmid) : undefined, PMCID: isObject(own) ? scalarText(own.pmcid) : undefined,
    number: isObject(own) ? (scalarText(own.serial) ?? scalarText(own.arxiv)) : plain[0] && Object.keys(plain[0]).length === 0 ? scalarText(own) : undefined,
  };
}

/** `url: https://…`, or `{value: https://…, date: 2020-01-05}`; else that of what the entry is part of, as a talk's of its video. */
function addressOf(whole: readonly Fields[]): Fields {
  const url = whole.map((each) => each.url).find((each) => each !== undefined);
  return isObject(url) ? { URL: scalarText(url.value), accessed: dateFromValue(url.date) } : { URL: scalarText(url) };
}

const entryKey = /^(?:"[^"\n]{1,100}"|'[^'\n]{1,100}'|[^\s:#\-"'{[][^\n:]{0,100}?):[ \t]*\r?$/;

/** Keys at a line's beginning with nothing behind them, and below them a type that Hayagriva has. */
function detect(text: string): number {
  const lines = text.slice(0, 20_000).split('\n');
  const first = lines.find((line) => line.trim() !== '' && !/^\s*#|^---/.test(line)) ?? '';
  const typed = lines.some((line) => Object.hasOwn(types, /^[ \t]{1,8}type:[ \t]*["']?([A-Za-z]{3,12})["']?[ \t]*(?:#.*)?\r?$/.exec(line)?.[1]?.toLowerCase() ?? ''));
  const told = lines.some((line) => /^[ \t]{1,8}(?:title|author|parent|date|serial-number|page-range):/.test(line));
  return entryKey.test(first) && typed && told && !/^references:/m.test(lines.join('\n')) ? 0.85 : 0;
}
