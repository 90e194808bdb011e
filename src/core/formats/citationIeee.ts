import type { CslItem, CslName } from '../library/record';
import type { ReadReference } from './citationParts';
import { partType, pick, placeIn } from './citationParts';
import { dateInWords } from './datesInWords';
import { nameFromGivenFirst } from './names';
import { fullPages } from './pages';
import { cleanTitle } from './portalHeader';

const person = '(?:\\p{Lu}\\p{Ll}?\\.[\\s-]?){1,4}\\s?(?:\\p{L}[\\p{L}\'’-]*\\s){0,3}\\p{L}[\\p{L}\'’-]+(?:,? (?:Jr|Sr|II|III)\\.?)?';
const people = `${person}(?:,\\s${person}){0,60}(?:,?\\sand\\s${person})?(?:,?\\set\\sal\\.)?`;
const withTitle = new RegExp(`^(${people}),\\s["“](.{3,1500}?)[,.?!]?["”],?\\s+(.+)$`, 'u');
const withBook = new RegExp(`^(${people}),\\s(.{3,600}?)(?:,\\s(\\d{1,2})(?:st|nd|rd|th)\\sed)?\\.\\s([^:]{2,60}):\\s([^:]{2,100}),\\s((?:1[5-9]|20)\\d\\d)(?:,\\spp?\\.\\s([\\w–-]{1,20}))?\\.?$`, 'u');

/** IEEE: `K. Lee and A. Wu, "Title," IEEE Trans. X, vol. 3, no. 2, pp. 1–14, Apr. 2015.`; a book has no quotes. */
export function readIeee(line: string): ReadReference | undefined {
  const part = withTitle.exec(line);
  const book = part ? undefined : withBook.exec(line);
  const list = part?.[1] ?? book?.[1];
  const rest = part ? sourceOf(part[3] ?? '') : book && bookOf(book);
  if (list === undefined || !rest) return undefined;
  const names = list.replace(/,?\set\sal\.$/, '').replace(/,?\sand\s/g, ', ').split(/,\s(?!(?:Jr|Sr|II|III)\b)/).map(nameFromGivenFirst);
  const author: readonly CslName[] = names.filter((name) => name !== undefined);
  const title = part ? { title: cleanTitle(part[2] ?? '') } : {};
  return { record: { ...rest, ...title, author }, truncated: /\set\sal\.$/.test(list) };
}

function sourceOf(text: string): Partial<CslItem> | undefined {
  const parts = text.replace(/\.$/, '').split(/,\s+/);
  const labelled = (label: RegExp): string | undefined => parts.map((part) => label.exec(part)?.[1]).find(Boolean);
  const issued = dateInWords([...parts].reverse().find((part) => /\b(?:1[5-9]|20)\d\d$/.test(part)) ?? '');
  const container = (parts[0] ?? '').replace(/\*/g, '');
  if (!issued || container === '') return undefined;
  const pages = labelled(/^pp?\.\s?(.+)$/);
  const article = labelled(/^Art\.\s(?:no\.\s)?(.+)$/i);
  const inBook = /^in\s(?:\w+\.\s)?(.+)$/i.exec(container)?.[1];
  return {
    type: inBook === undefined ? 'article-journal' : partType(inBook.replace(/^Proc\./, 'Proceedings')), 'container-title': inBook ?? container,
    ...pick('volume', labelled(/^vol\.\s?(.+)$/i)), ...pick('issue', labelled(/^no\.\s?(.+)$/i)), issued,
    ...(pages === undefined ? {} : { page: fullPages(pages) }), ...(article === undefined ? {} : placeIn(article, true)),
  };
}

function bookOf(match: RegExpExecArray): Partial<CslItem> {
  const issued = dateInWords(match[6] ?? '');
  return {
    type: 'book', title: cleanTitle(match[2] ?? ''), ...pick('edition', match[3]), ...pick('publisher-place', match[4]), ...pick('publisher', match[5]),
    ...(issued && { issued }), ...pick('page', match[7] && fullPages(match[7])),
  };
}
