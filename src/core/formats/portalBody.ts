import type { CslDate, CslItem, CslName } from '../library/record';
import { parseDate } from './dates';
import { findDoi, serialNumbers } from './doi';
import { languageTag } from './languages';
import { nameFromGivenFirst } from './names';
import { normalPages } from './pages';
import { pageHeader } from './portalHeader';
import { workKind } from './portalKind';
import { abstractOf, citedBy, keywordsIn, subjectsIn } from './portalSections';
import type { PropertyName, PropertyTable } from './portalTable';
import { propertyTable } from './portalTable';

/** What a portal page says outside its ready-made citations. */
export interface PageBody {
  readonly record: Partial<CslItem>;
  /** The page lists only some authors. */
  readonly truncated: boolean;
  /** The text has anything of a page at all. */
  readonly isPage: boolean;
}

/** Reads the body of a portal page: title, authors, kind of work, abstract, property table, keywords, subject areas. */
export function readPageBody(lines: readonly string[]): PageBody {
  const table = propertyTable(lines);
  const kindAt = lines.findIndex((line) => workKind(line) !== undefined);
  const kind = workKind(lines[kindAt] ?? '');
  const header = pageHeader(lines, { kindAt, table });
  const record: Record<string, unknown> = {};
  const set = (variable: string, value: unknown): void => {
    if (value !== undefined && value !== '') record[variable] = value;
  };
  set('type', kind?.type ?? (table && typeFromTable(table)));
  set('title', header.title);
  set('author', header.names.length > 0 ? header.names : undefined);
  addProperties(record, table);
  set('genre', record.genre ?? kind?.genre);
  set('abstract', abstractOf(lines, { after: Math.max(kindAt, header.end - 1), table }));
  set('keyword', keywordsIn(lines));
  set('custom', customOf(subjectsIn(lines), citedBy(lines)));
  return { record, truncated: header.truncated, isPage: table !== undefined || kind !== undefined || header.title !== undefined };
}

function customOf(subjects: readonly string[], counts: Readonly<Record<string, number>>): object | undefined {
  const custom = { ...(subjects.length > 0 && { subjects }), ...(Object.keys(counts).length > 0 && { 'cited-by': counts }) };
  return Object.keys(custom).length > 0 ? custom : undefined;
}

function typeFromTable({ values }: PropertyTable): string | undefined {
  const host = values.get('host')?.[0];
  if (host !== undefined) {
    return /proceedings|conference|symposium|congress|workshop/i.test(host) ? 'paper-conference' : 'chapter';
  }
  return values.has('journal') ? 'article-journal' : values.has('institution') ? 'thesis' : undefined;
}

function addProperties(record: Record<string, unknown>, table: PropertyTable | undefined): void {
  const first = (name: PropertyName): string | undefined => table?.values.get(name)?.[0];
  const set = (variable: string, value: unknown): void => {
    if (value !== undefined && value !== '') record[variable] = value;
  };
  const { date, status } = publicationStatus(first('status'));
  set('issued', date);
  set('status', status);
  set('container-title', first('journal') ?? hostOf(first('host'), first('host-subtitle')));
  set('collection-title', first('series'));
  for (const name of ['volume', 'issue', 'number', 'number-of-pages', 'edition', 'publisher', 'genre', 'event-place'] as const) {
    set(name, first(name));
  }
  set('page', mapped(first('page'), normalPages));
  set('publisher', first('publisher') ?? first('institution'));
  set('publisher-place', first('place'));
  set('editor', mapped(first('editor'), editorsOf));
  set('DOI', table?.values.get('doi')?.map(findDoi).find((doi) => doi !== undefined));
  const serial = serialNumbers([...(table?.values.get('isbn') ?? [])].join(', '));
  set('ISBN', serial.ISBN);
  set('ISSN', mapped(first('issn'), (text) => serialNumbers(text).ISSN));
  set('event-title', mapped(first('event'), (text) => text.replace(/ - [^-]{1,80}$/, '')));
  set('event-date', mapped(first('event-date'), eventDate));
  set('available-date', mapped(first('available-date'), parseDate));
  set('language', mapped(first('language'), languageTag));
}

/** `Published - Aug 1 1995`; nothing after the dash means that the portal does not know. */
export function publicationStatus(text: string | undefined): { readonly date?: CslDate; readonly status?: string } {
  const match = /^(.*?)(?:\s+[-–—]\s*(.*))?$/.exec(text?.trim().slice(0, 200) ?? '');
  const status = match?.[1]?.trim() ?? '';
  const date = parseDate(match?.[2] ?? '') ?? parseDate(text ?? '');
  const isOut = status === '' || /^published|^award/i.test(status) || parseDate(status) !== undefined;
  return { ...(date && { date }), ...(!isOut && { status: status.toLowerCase() }) };
}

function hostOf(title: string | undefined, subtitle: string | undefined): string | undefined {
  return title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : title;
}

function editorsOf(text: string): readonly CslName[] | undefined {
  const names = text.split(/\s*[,;]\s*/).map(nameFromGivenFirst).filter((name) => name !== undefined);
  return names.length > 0 ? names : undefined;
}

/** `Mar 30 2025 → Apr 3 2025`; the short `3/30/25` could be read two ways, and is left. */
function eventDate(text: string): CslDate | undefined {
  const [start = '', end = ''] = text.split(/\s*(?:→|–|->| to )\s*/);
  const from = parseDate(start)?.['date-parts']?.[0];
  const to = parseDate(end)?.['date-parts']?.[0];
  return from && { 'date-parts': to ? [from, to] : [from] };
}

function mapped<T>(text: string | undefined, make: (text: string) => T): T | undefined {
  return text === undefined ? undefined : make(text);
}
