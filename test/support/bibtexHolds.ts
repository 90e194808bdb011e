import { cslTypes } from '../../src/core/formats/cslTypes';
import { findDoi, wholeDoi } from '../../src/core/formats/doi';
import { languageTag } from '../../src/core/formats/languages';
import { normalPages } from '../../src/core/formats/pages';
import type { CslDate, CslItem, CslName } from '../../src/core/library/record';

export type Dialect = 'bibtex' | 'biblatex';
type Variables = Record<string, unknown>;

const texts = [
  'title', 'title-short', 'container-title', 'container-title-short', 'collection-title', 'volume', 'issue', 'edition', 'chapter-number', 'number-of-volumes', 'number-of-pages',
  'version', 'event-place', 'original-title', 'original-publisher', 'original-publisher-place', 'call-number', 'citation-label', 'PMID', 'PMCID', 'ISSN', 'ISBN', 'keyword',
  'status', 'genre', 'publisher', 'publisher-place', 'event-title', 'abstract', 'annote', 'note', 'number',
];
const lists = ['author', 'editor', 'translator', 'container-author', 'illustrator', 'composer', 'original-author'];
const roles = ['compiler', 'contributor', 'director', 'organizer', 'producer', 'executive-producer', 'narrator', 'script-writer', 'host', 'guest', 'performer'];
const inSeries = ['book', 'chapter', 'paper-conference', 'collection', 'entry-encyclopedia'];

/**
 * What BibTeX and BibLaTeX can hold of an item; every other variable is lost when it is written. Texts lose white space
 * that is more than a space, and `nocase`. This is the definition that `docs/decisions/formats.md` tells of.
 */
export function heldByBibtex(item: CslItem, dialect: Dialect): Variables {
  const held: Variables = { type: cslTypes.has(item.type) ? item.type : 'document' };
  const isInSeries = inSeries.includes(item.type) && textOf(item['collection-title']) !== undefined;
  for (const variable of texts) put(held, variable, textOf(item[variable]));
  put(held, 'collection-number', isInSeries ? textOf(item['collection-number']) : undefined);
  put(held, 'jurisdiction', item.type === 'patent' ? textOf(item.jurisdiction) : undefined);
  put(held, 'event-title', textOf(item['event-title'] ?? item.event));
  put(held, 'page', mapped(textOf(item.page), (page) => normalPages(page)));
  put(held, 'language', mapped(textOf(item.language), languageTag));
  if (item.type === 'thesis' && dialect === 'bibtex') held.genre ??= 'PhD thesis'; // BibTeX has no other thesis
  const others = roles.filter((role) => namesOf(item[role], dialect) !== undefined).slice(0, 3);
  for (const variable of [...lists, ...others]) put(held, variable, namesOf(item[variable], dialect));
  addTitleOfVolume(held, item, dialect);
  addAddresses(held, item);
  put(held, 'issued', dateOf(item.issued, dialect));
  for (const variable of ['accessed', 'event-date', 'original-date']) put(held, variable, edtfDate(item[variable] as CslDate | undefined));
  const ids = item['other-ids'];
  put(held, 'other-ids', Array.isArray(ids) && ids.length > 0 ? ids : undefined);
  return held;
}

function addTitleOfVolume(held: Variables, item: CslItem, dialect: Dialect): void {
  const isBook = item.type === 'book';
  const isPart = ['chapter', 'paper-conference', 'entry', 'entry-encyclopedia', 'entry-dictionary'].includes(item.type) && held['container-title'] !== undefined;
  const isIssue = item.type.startsWith('article-') || (item.type === 'article' && held['container-title'] !== undefined);
  if (dialect === 'biblatex' && (isBook || isPart || isIssue)) put(held, 'volume-title', textOf(item['volume-title']));
}

/** A DOI is found in an address as well; one with signs of TeX, or that is none, is not held. */
function addAddresses(held: Variables, item: CslItem): void {
  const url = mapped(item.URL?.trim(), (text) => text.replace(/[{}\\\s]/g, encodeURIComponent));
  put(held, 'URL', url === '' ? undefined : url);
  const doi = item.DOI === undefined || /[{}\\\s]/.test(item.DOI) ? undefined : /^10\.\d{4,9}\/[^\s%]+$/.test(item.DOI) ? item.DOI : wholeDoi(item.DOI);
  put(held, 'DOI', doi ?? (url !== undefined && /doi\.org\//i.test(url) ? findDoi(url) : undefined));
}

function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const isEven = nests(value);
  const text = (isEven ? value.replace(/<span class="nocase">(.*?)<\/span>/gs, '$1').replace(/<sc>/g, '<span style="font-variant:small-caps;">').replace(/<\/sc>/g, '</span>') : value)
    .replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

function nests(text: string): boolean {
  return (text.match(/<(?:i|b|sup|sub|sc|span [^>]*)>/g) ?? []).length === (text.match(/<\/(?:i|b|sup|sub|sc|span)>/g) ?? []).length;
}

/** A name of given names alone is a name without parts; a particle that BibTeX does not see as one is part of the family name. */
function namesOf(value: unknown, dialect: Dialect): readonly CslName[] | undefined {
  const names = (Array.isArray(value) ? (value as readonly CslName[]) : []).map((name) => nameOf(name, dialect)).filter((name) => Object.keys(name).length > 0);
  return names.length > 0 ? names : undefined;
}

/** Particles that are seen as such behind given names. */
const lastParticles = /^(?:(?:van|von|vom|zu|zur|de|del|della|di|da|do|dos|du|den|der|des|la|las|los|het|ter|ten|d['’])(?: |$))+$/;

function nameOf(name: CslName, dialect: Dialect): CslName {
  const held: Variables = {};
  if (textOf(name.family) === undefined) {
    put(held, 'literal', textOf(name.literal ?? name.given ?? name['non-dropping-particle']));
    return held;
  }
  for (const part of ['family', 'given', 'suffix', 'non-dropping-particle', 'dropping-particle'] as const) put(held, part, textOf(name[part]));
  const { 'non-dropping-particle': before, 'dropping-particle': dropped } = held;
  const isPlain = dialect === 'bibtex' || (before !== undefined && dropped !== undefined); // BibLaTeX's extended form has one prefix
  if (isPlain && typeof before === 'string' && !/^\p{P}?\p{Ll}\S*(?: \p{P}?\p{Ll}\S*)*$/u.test(before)) {
    held.family = `${before} ${String(held.family)}`;
    delete held['non-dropping-particle'];
  }
  if (isPlain && typeof dropped === 'string' && (held.given === undefined || !lastParticles.test(dropped))) {
    held.given = [held.given, dropped].filter(Boolean).join(' ');
    delete held['dropping-particle'];
  }
  return held;
}

function dateOf(date: CslDate | undefined, dialect: Dialect): CslDate | undefined {
  if (dialect === 'biblatex') return edtfDate(date) ?? wordsOf(date);
  const held = edtfDate(date);
  const [start = [], end] = held?.['date-parts'] ?? [];
  if (held === undefined) return wordsOf(date);
  const [year = 0, month] = start;
  const isYears = end?.length === 1 && month === undefined && (end[0] ?? 0) > year && year >= 1000;
  const isMonths = end?.[1] !== undefined && start.length === 2 && end[0] === year && end[1] > (month ?? 12);
  return {
    'date-parts': isYears ? [start, end] : isMonths ? [start, end.slice(0, 2)] : [start],
    ...(held.season !== undefined && { season: held.season }),
  };
}

function edtfDate(date: CslDate | undefined): CslDate | undefined {
  const given = (date?.['date-parts'] ?? []).filter(([year]) => year !== undefined && Math.abs(year) <= 9999);
  const parts = given.map((part) => ((part[1] ?? 1) > 12 ? part.slice(0, 1) : part));
  if (parts.length === 0) return undefined;
  const month = given[0]?.[1] ?? 0;
  const season = month > 20 ? month - 20 : Number(date?.season);
  const isSeason = season >= 1 && season <= 4 && parts[0]?.[1] === undefined;
  return { 'date-parts': parts, ...(isSeason && { season }), ...(date?.circa === true && { circa: true }) };
}

function wordsOf(date: CslDate | undefined): CslDate | undefined {
  const words = textOf(date?.literal ?? date?.raw);
  return words === undefined ? undefined : { literal: words };
}

function mapped<T>(value: string | undefined, make: (value: string) => T): T | undefined {
  return value === undefined ? undefined : make(value);
}

function put(held: Variables, variable: string, value: unknown): void {
  if (value !== undefined) held[variable] = value;
}
