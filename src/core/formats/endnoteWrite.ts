import type { CslDate, CslItem, CslName } from '../library/record';
import { keywordsOf } from '../library/subjects';
import type { EndnoteLayout } from './endnoteLayout';
import { endnoteLayout } from './endnoteLayout';
import { styledRuns } from './endnoteStyle';
import { endnoteRefType, endnoteType } from './endnoteTypes';
import { encoded } from './xmlEntities';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const seasons = ['Spring', 'Summer', 'Autumn', 'Winter'];

/** Records as EndNote exports them, so that it, Zotero and pandoc read them; `EndnoteLayout` says what is kept. */
export function writeEndnoteXml(records: readonly CslItem[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n${records.map(recordText).join('\n')}\n</records></xml>\n`;
}

function recordText(record: CslItem, index: number): string {
  const isEdited = !hasNames(record, 'author') && hasNames(record, 'editor');
  const [name, number] = endnoteRefType(record.type, isEdited);
  // What the type becomes says what its fields are called.
  const layout = endnoteLayout(endnoteType(name, undefined));
  const id = encoded(record.id);
  return within('record', [
    '<database name="Casebook.enl" path="Casebook.enl">Casebook.enl</database><source-app name="Casebook">Casebook</source-app>',
    `<rec-number>${index + 1}</rec-number><foreign-keys><key app="Casebook">${id}</key></foreign-keys><ref-type name="${name}">${number}</ref-type>`,
    contributors(record, layout, name === 'Edited Book'),
    titles(record, layout),
    ...fieldsBeforeDates(record, layout),
    dates(record.issued),
    ...fieldsAfterDates(record, layout),
    field('label', record.id),
    field('notes', record.note),
    field('research-notes', record.annote),
    field('work-type', record.genre),
    ...(text(record, 'PMID') === undefined ? [] : [field('remote-database-name', 'Medline'), field('remote-database-provider', 'NLM')]),
    field('language', record.language),
    within('urls', [within('related-urls', [field('url', record.URL)])]),
    field('access-date', accessed(record)),
    field('custom2', record.PMCID), field('custom7', layout.number === 'issue' ? record.number : undefined),
  ]);
}

function fieldsBeforeDates(record: CslItem, layout: EndnoteLayout): string[] {
  const count = layout.countsPages ? text(record, 'number-of-pages') : undefined;
  const edition = layout.edition === undefined ? undefined : text(record, layout.edition);
  return [
    within('periodical', [field('full-title', layout.isbn === 'ISSN' ? plain(record['container-title']) : undefined), field('abbr-1', record['container-title-short'])]),
    field('pages', record.page ?? count), field('volume', record.volume), field('number', text(record, layout.number)),
    field('num-vols', text(record, 'number-of-volumes')), field('edition', edition), field('section', text(record, 'section')),
    within('keywords', keywordsOf(record).map((word) => field('keyword', word))),
  ];
}

function fieldsAfterDates(record: CslItem, layout: EndnoteLayout): string[] {
  const serials = [record.ISBN, record.ISSN, layout.isbn === 'number' && record.type === 'patent' ? record.number : undefined];
  return [
    field('pub-location', record['publisher-place']), field('publisher', record.publisher),
    field('isbn', serials.filter((number) => number !== undefined).join('\n')),
    field('accession-num', record.PMID), field('call-num', text(record, 'call-number')), field('electronic-resource-num', record.DOI),
    field('abstract', record.abstract),
  ];
}

function contributors(record: CslItem, layout: EndnoteLayout, isEditedBook: boolean): string {
  const roles: readonly (readonly [field: string, variable: string])[] = [
    ['authors', isEditedBook ? 'editor' : 'author'], ['secondary-authors', layout.secondaryAuthors],
    ['tertiary-authors', isEditedBook ? '' : layout.tertiaryAuthors], ['subsidiary-authors', 'translator'],
  ];
  return within('contributors', roles.map(([name, variable]) => within(name, namesOf(record, variable).map((person) => field('author', personText(person))))));
}

function titles(record: CslItem, layout: EndnoteLayout): string {
  const styled = (name: string, value: unknown): string => (typeof value === 'string' && value !== '' ? `<${name}>${styledRuns(value)}</${name}>` : '');
  const container = record[layout.secondaryTitle] ?? (layout.secondaryTitle === 'container-title' ? record['event-title'] : undefined);
  return within('titles', [
    styled('title', record.title), styled('secondary-title', container), styled('tertiary-title', layout.tertiaryTitle && record[layout.tertiaryTitle]),
    styled('short-title', record['title-short']),
  ]);
}

function namesOf(record: CslItem, variable: string): readonly CslName[] {
  const names = record[variable];
  return Array.isArray(names) ? (names as readonly CslName[]) : [];
}

function hasNames(record: CslItem, variable: string): boolean {
  return namesOf(record, variable).length > 0;
}

/** `van Beethoven, Ludwig, Jr.`; a comma at the end keeps EndNote from parting what has no given name. */
function personText(name: CslName): string {
  const family = [name['dropping-particle'], name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  if (family === '') {
    return `${(name.literal ?? name.given ?? '').replace(/,+$/, '')},`;
  }
  const rest = [name.given ?? '', name.suffix ?? ''].filter(Boolean);
  return rest.length > 0 ? [family, ...rest].join(', ') : family.includes(' ') ? `${family},` : family;
}

/** The year, and what is more exact in words beside it. */
function dates(issued: CslDate | undefined): string {
  const [start, end] = issued?.['date-parts'] ?? [];
  const year = start?.[0];
  if (year === undefined) {
    return within('dates', [field('year', issued?.literal ?? issued?.raw)]);
  }
  const isOneYear = end === undefined || end[0] === year;
  const years = isOneYear ? String(year) : `${fourDigits(year)}–${fourDigits(end[0] ?? year)}`;
  const season = typeof issued?.season === 'number' ? seasons[issued.season - 1] : issued?.season;
  const first = season ?? dayText(start ?? []);
  const last = end && first !== '' ? dayText(end) : '';
  const date = last === '' || last === first ? first : isOneYear ? `${first}-${last}` : `${first} ${year}-${last} ${String(end?.[0])}`;
  // A year that is not sure stands beside a plain one, which is all that other programs read.
  const circa = issued?.circa === true ? `c. ${date === '' ? years : date}` : date;
  return within('dates', [field('year', years), within('pub-dates', [field('date', circa)])]);
}

function fourDigits(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}

/** `Aug 1`; CSL's months over 12 are seasons. */
function dayText([, month, day]: readonly number[]): string {
  if (month === undefined) {
    return '';
  }
  const word = months[month - 1] ?? seasons[(month - 1) % 4] ?? '';
  return day === undefined ? word : `${word} ${day}`;
}

function accessed(record: CslItem): string | undefined {
  const date = record.accessed as CslDate | undefined;
  const days = (date?.['date-parts'] ?? []).map((parts) => parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-'));
  return days.length > 0 ? days.join('/') : date?.literal;
}

function text(record: CslItem, variable: string): string | undefined {
  const value = record[variable];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Without markup, which only titles have in EndNote. */
function plain(title: string | undefined): string | undefined {
  return title?.replace(/<\/?(?:[bi]|sup|sub|span|sc)\b[^<>]*>/g, '');
}

/** An element with a text; nothing where there is none. EndNote ends lines with a carriage return. */
function field(name: string, value: unknown): string {
  const own = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return own === '' ? '' : `<${name}>${encoded(own.replace(/\s*\n\s*/g, '\r'))}</${name}>`;
}

function within(name: string, parts: readonly string[]): string {
  const inner = parts.join('');
  return inner === '' ? '' : `<${name}>${inner}</${name}>`;
}
