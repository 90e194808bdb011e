import type { CslDate, CslItem, CslName } from '../../library/record';

/** Italics and bold in a form, as characters that no text holds; `toHtml` and `toText` make of them what is wanted. */
const italicStart = '\u0001';
const italicEnd = '\u0002';
const boldStart = '\u0003';
const boldEnd = '\u0004';

export function italic(text: string): string {
  return text === '' ? '' : italicStart + text + italicEnd;
}

export function bold(text: string): string {
  return text === '' ? '' : boldStart + text + boldEnd;
}

/** A form without its marks. */
export function unmarked(form: string): string {
  return form.replace(/[\u0001-\u0004]/g, '');
}

/** A form whose text has been escaped, with tags for its marks. */
export function markedAsHtml(form: string): string {
  return form
    .replaceAll(italicStart, '<i>').replaceAll(italicEnd, '</i>')
    .replaceAll(boldStart, '<b>').replaceAll(boldEnd, '</b>');
}

export interface PureName {
  readonly family: string;
  readonly given: string;
}

/** What the seven forms need of an item: strings, empty where the item says nothing. */
export interface PureFields {
  readonly kind: 'article' | 'part' | 'book' | 'thesis' | 'other';
  readonly id: string;
  readonly type: string;
  readonly genre: string;
  readonly title: string;
  readonly authors: readonly PureName[];
  readonly editors: readonly PureName[];
  readonly container: string;
  readonly series: string;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
  /** What an article has in place of pages: `e12345`. */
  readonly articleNumber: string;
  readonly publisher: string;
  readonly place: string;
  readonly doi: string;
  readonly url: string;
  readonly issn: string;
  readonly isbn: string;
  readonly abstract: string;
  readonly keywords: readonly string[];
  readonly language: string;
  readonly note: string;
  /** Year, month and day, as many as are known. */
  readonly date: readonly number[];
  /** The year, or what stands in its place: `in press`. */
  readonly year: string;
}

const kinds: Readonly<Record<string, PureFields['kind']>> = {
  'article-journal': 'article', 'article-magazine': 'article', 'article-newspaper': 'article', article: 'article',
  'review': 'article', 'review-book': 'article', periodical: 'article',
  chapter: 'part', 'paper-conference': 'part', 'entry-encyclopedia': 'part', 'entry-dictionary': 'part', entry: 'part',
  book: 'book', report: 'book', collection: 'book', thesis: 'thesis',
};

/** Takes an item apart. Values of another kind than CSL's are left out. */
export function pureFields(item: CslItem): PureFields {
  const date = dateOf(item.issued);
  return {
    kind: kinds[item.type] ?? 'other',
    id: item.id,
    type: item.type,
    genre: text(item.genre),
    title: richText(item.title),
    authors: names(item.author),
    editors: names(item.editor),
    container: richText(item['container-title']),
    series: richText(item['collection-title']),
    volume: text(item.volume),
    issue: text(item.issue),
    pages: text(item.page).replace(/\s*[\u2010-\u2015-]+\s*/g, '-'),
    articleNumber: text(item.page) === '' ? text(item.number) : '',
    publisher: text(item.publisher),
    place: text(item['publisher-place']),
    doi: text(item.DOI).replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, ''),
    url: text(item.URL),
    issn: text(item.ISSN),
    isbn: text(item.ISBN),
    abstract: unmarked(richText(item.abstract)),
    keywords: text(item.keyword).split(/\s*[,;]\s+/).filter((word) => word !== ''),
    language: languageName(text(item.language)),
    note: text(item.note),
    date,
    year: date[0] === undefined ? text(item.issued?.literal ?? item.issued?.raw) : String(date[0]),
  };
}

function text(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  return unmarked(String(value)).replace(/\s+/g, ' ').trim();
}

/** CSL's little HTML in titles: italics stay, other tags go. */
function richText(value: unknown): string {
  return text(value)
    .replace(/<i>([^<]*)<\/i>/g, (_, inner: string) => italic(inner))
    .replace(/<\/?(?:i|b|sup|sub|span)(?:\s[^<>]*)?>/g, '');
}

function names(value: readonly CslName[] | undefined): readonly PureName[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [];
  return list.flatMap((entry) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const name = entry as CslName;
    const particle = text(name['non-dropping-particle'] ?? name['dropping-particle']);
    const family = [particle, text(name.family ?? name.literal), text(name.suffix)].filter((part) => part !== '').join(' ');
    return family === '' ? [] : [{ family, given: text(name.given) }];
  });
}

function dateOf(date: CslDate | undefined): readonly number[] {
  const parts: unknown = date?.['date-parts']?.[0];
  const numbers = Array.isArray(parts) ? parts.slice(0, 3).map(Number) : [];
  const stop = numbers.findIndex((number) => !Number.isInteger(number) || number === 0);
  return stop < 0 ? numbers : numbers.slice(0, stop);
}

/** `en` as `English`; what is no code stays as it is. */
function languageName(language: string): string {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(language)) return language;
  try {
    return new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' }).of(language) ?? language;
  } catch {
    return language;
  }
}
