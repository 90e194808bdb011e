import type { CslItem } from '../library/record';
import { findDoi } from './doi';
import { normalPages } from './pages';
import { cleanTitle } from './portalHeader';

/** A reference as it stands in a paper, read back. */
export interface ReadReference {
  readonly record: Partial<CslItem>;
  /** Some names are left out (`et al.`). */
  readonly truncated: boolean;
}

/** A ready-made citation of a portal, read back. */
export interface ReadCitation extends ReadReference {
  readonly style: 'APA' | 'Author' | 'Harvard' | 'Standard' | 'Vancouver';
}

/** A citation without the address or DOI at its end. */
export interface WithoutDoi {
  readonly text: string;
  readonly doi: string | undefined;
  readonly url: string | undefined;
}

/** Takes a DOI or an address off a citation's end: `… 729-737. https://doi.org/10.1/x`, `… doi: 10.1/x`. */
export function takeDoi(text: string): WithoutDoi {
  const match = /\s*(?:\bdoi:?\s*(10\.\S+)|\b(https?:\/\/\S+))\s*$/i.exec(text.slice(-600));
  if (!match) {
    return { text, doi: undefined, url: undefined };
  }
  const rest = text.slice(0, text.length - match[0].length).trimEnd();
  const doi = findDoi(match[0]);
  return { text: rest, doi, url: doi === undefined ? match[2] : undefined };
}

/** A citation's middle, where a title ends and its source begins. */
export interface TitleAndSource {
  readonly title: string;
  readonly source: string;
}

/**
 * Parts `Title? Subtitle. Journal of X, 68(6)` before the source. What was set in italics on the page still has its
 * stars in some copies, and then says where; else the last full stop does, since names of journals hold none.
 */
export function titleAndSource(text: string): TitleAndSource | undefined {
  const starred = /^\*\*(.+?)\*\*\.?\s+(.+)$/.exec(text) ?? /^(.+?)[.?!]\s+\*(?!\*)(.+)$/.exec(text);
  if (starred?.[1] !== undefined && starred[2] !== undefined) {
    return { title: cleanTitle(starred[1].replace(/\*/g, '')), source: starred[2].replace(/\*/g, '') };
  }
  let boundary: RegExpExecArray | undefined;
  const ends = /[.?!]['"’”)]?\s+(?=[\p{L}\p{N}(])/gu;
  for (let match = ends.exec(text); match; match = ends.exec(text)) {
    boundary = match;
  }
  if (!boundary) {
    return undefined;
  }
  const end = boundary.index + boundary[0].trimEnd().length;
  return { title: cleanTitle(text.slice(0, end)), source: text.slice(end).trim() };
}

/** Journal, volume, issue and place in it, as they follow a title: `Gut, 68(6), 729-737`, `Gut, (4), Article 12`. */
export function journalParts(source: string): Partial<CslItem> | undefined {
  const parts = source.replace(/\.$/, '').split(/, (?![^(]*\))/);
  const last = parts.at(-1) ?? '';
  const before = parts.at(-2) ?? '';
  const numbers = (text: string): RegExpExecArray | null => /^(?:(\p{L}{0,3}\d[\w./–-]*)?\s?\(([^()]+)\)|(\p{L}{0,3}\d[\w./–-]*))$/u.exec(text);
  const article = /^(?:Article|Art\.) (?:no\.? )?(\S+(?: \S+)?)$/i.exec(last)?.[1];
  const isPlace = article !== undefined || /^[\p{L}\p{N}():.–-]*\d[\p{L}\p{N}():.,–-]*$/u.test(last);
  const atLast = numbers(last);
  const atBefore = parts.length > 2 ? numbers(before) : null;
  const own = atBefore && isPlace ? atBefore : article === undefined ? atLast : null;
  const used = (own === atBefore && own ? 2 : 1) - (own === null && !isPlace ? 1 : 0);
  const journal = parts.slice(0, parts.length - used).join(', ');
  if (journal === '' || (own === null && article === undefined)) {
    return undefined;
  }
  return {
    'container-title': journal,
    ...pick('volume', own?.[1] ?? own?.[3]),
    ...pick('issue', own?.[2]),
    ...(own === atLast && own ? {} : placeIn(article ?? last, article !== undefined)),
  };
}

/** Pages, or an article's number: `729-737` and `168` are pages, `JCAP07(2023)006` and `108389` are numbers. */
export function placeIn(text: string, isNumber = false): Partial<CslItem> {
  const place = text.trim().replace(/\.$/, '');
  const isPages = /^\p{L}{0,3}\d+\p{L}?\s?[-–]{1,2}\s?\p{L}{0,3}\d+\p{L}?$/u.test(place) || /^\p{L}?\d{1,4}$/u.test(place);
  return isPages && !isNumber ? { page: normalPages(place) } : { number: place };
}

/** `Association for Computing Machinery, 2025`, `Eindhoven : Technische Universiteit Eindhoven, 2018`. */
export function publisherParts(text: string): { readonly publisher?: string; readonly 'publisher-place'?: string } {
  const parts = text.trim().replace(/[.,]$/, '').split(/\s*:\s+/);
  const [place, publisher] = parts.length === 2 ? parts : [undefined, parts.join(': ')];
  return { ...pick('publisher', publisher), ...pick('publisher-place', place) };
}

/** `(Series; Vol. 2)` as portals close a conference paper's citation. */
export function seriesParts(text: string): { readonly 'collection-title'?: string; readonly volume?: string } {
  const [series, ...rest] = text.split(/;\s*/);
  const volume = rest.map((part) => /^Vol\. (.+)$/i.exec(part.trim())?.[1]).find(Boolean);
  return { ...pick('collection-title', series?.trim()), ...pick('volume', volume) };
}

/** An own property only where there is something to put in it. */
export function pick<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return value === undefined || value.trim() === '' ? {} : ({ [key]: value.trim() } as { readonly [P in K]?: string });
}

/** A paper in a book of proceedings, or a chapter: only the book's title can tell. */
export function partType(container: string): string {
  return /proceedings|conference|symposium|congress|workshop|\b(?:ASPLOS|SPIE|IEEE|ACM)\b/i.test(container) ? 'paper-conference' : 'chapter';
}
