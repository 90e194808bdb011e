import type { CslItem, CslName } from '../library/record';
import type { ReadCitation } from './citationParts';
import { partType, pick, placeIn, titleAndSource } from './citationParts';
import { dateInWords } from './datesInWords';
import { isGroup, nameFromFamilyFirst, nameFromVancouver } from './names';
import { dottedInitials } from './databaseNames';
import { fullPages } from './pages';
import { cleanTitle } from './portalHeader';

const month = '[A-Z][a-z]{2,8}\\.?(?:\\s?[-–/]\\s?[A-Z][a-z]{2,8}\\.?)?(?:\\s\\d{1,2}(?:[-–]\\d{1,2})?)?';
const pages = '[\\p{L}\\d][\\p{L}\\d.()–-]{0,30}(?:\\s?[-–]\\s?[\\p{L}\\d]{1,10})?(?:,\\s?[\\p{L}\\d–-]{1,20}){0,5}(?:\\s?e\\d{1,10}(?:[-–]\\d{1,4})?)?';
const numbers = '(?<volume>[\\p{L}\\d/–-]{1,12}(?:\\s?Suppl\\.?\\s?\\d{0,2})?)?\\s?(?:\\((?<issue>[^()]{1,40})\\))?';

/** How a citation of an article ends: date, volume, issue and pages in the order of Vancouver, of older journals, of Nature. */
const tails: readonly RegExp[] = [
  new RegExp(`[\\s.,(](?<date>(?:1[5-9]|20)\\d\\d[a-z]?(?:\\s${month})?)\\)?\\s?;\\s?${numbers}(?:\\s?:\\s?(?:pp?\\.\\s?)?(?<pages>${pages}))?\\.?$`, 'u'),
  new RegExp(`[\\s.,]${numbers}\\s?:\\s?(?:pp?\\.\\s?)?(?<pages>${pages}),\\s(?<date>(?:${month},?\\s)?(?:1[5-9]|20)\\d\\d)\\.?$`, 'u'),
  new RegExp(`[\\s.,]${numbers}(?:,|\\s?:)\\s?(?:pp?\\.\\s?)?(?<pages>${pages})\\s?\\((?<date>(?:1[5-9]|20)\\d\\d)\\)\\.?$`, 'u'),
];

/** How far from its end the tail of a citation may begin. */
const longestTail = 160;

/** `Chen YM, Whang-Peng J, et al. Title. Jpn J Clin Oncol 1995;25:168-72.` and its kin in medical journals. */
export function readNlm(line: string): ReadCitation | undefined {
  const { names, truncated, rest } = leadingNames(line);
  const article = articleOf(rest) ?? preprintOf(rest) ?? bookOf(rest) ?? bookWithoutPlace(rest);
  if (!article || (names.length === 0 && article.volume === undefined)) {
    return undefined;
  }
  return { style: 'Vancouver', record: { ...article, ...(names.length > 0 && { author: names }) }, truncated };
}

function articleOf(text: string): Partial<CslItem> | undefined {
  const from = Math.max(text.length - longestTail, 0);
  for (const tail of tails) {
    const match = tail.exec(text.slice(from));
    const issued = dateInWords(match?.groups?.date?.replace(/^(\d{4})[a-z]/, '$1') ?? '');
    const split = match && issued && titleAndJournal(text.slice(0, from + match.index).replace(/[.,]+$/, ''));
    if (match && split && (match.groups?.volume ?? match.groups?.pages) !== undefined) {
      const place = match.groups?.pages;
      return {
        type: 'article-journal', title: split.title, 'container-title': split.source, issued,
        ...pick('volume', match.groups?.volume), ...pick('issue', match.groups?.issue), ...placeOf(place?.replace(/\.$/, '')),
      };
    }
  }
  return undefined;
}

/** A range of pages is written out; one number alone may be an article's. */
function placeOf(place: string | undefined): Partial<CslItem> {
  return place === undefined ? {} : /[-–]/.test(place) ? { page: fullPages(place) } : placeIn(place);
}

/**
 * `Title. J. Clin. Oncol`: the last full stop parts title and journal, unless the journal is abbreviated with full
 * stops itself; then the words before are single and short.
 */
function titleAndJournal(text: string): { readonly title: string; readonly source: string } | undefined {
  const ends = [...text.matchAll(/[.?!]['"’”)]?\s+(?=[\p{L}\p{N}(])/gu)].map((match) => match.index + match[0].length);
  let at = ends.length - 1;
  while (at > 0 && /^\p{Lu}\p{L}{0,9}\.\s+$/u.test(text.slice(ends[at - 1], ends[at]))) at -= 1;
  const end = ends[at];
  if (end === undefined) {
    return titleAndSource(text);
  }
  const source = text.slice(end).trim();
  return { title: cleanTitle(text.slice(0, end)), source: /\p{L}\.\s\p{L}/u.test(source) ? `${source}.` : source };
}

/** `Title. 2nd ed. New York: Springer; 1995. 320 p.`, `Chapter. In: Lee K, editor. Book. Place: Publisher; 1995. p. 12-20.` */
function bookOf(text: string): Partial<CslItem> | undefined {
  const match = /^(.{3,1500}?[.?!,])\s+((?:St\.\s)?[^.:;]{2,60}):\s+([^:;]{2,100})[;,]\s+((?:1[5-9]|20)\d\d)[.,]?(?:\s*(?:pp?\.\s?([\w–-]{1,20})|(\d{1,5})\s?p)\.?)?$/u.exec(text);
  const issued = dateInWords(match?.[4] ?? '');
  if (match?.[1] === undefined || !issued) {
    return undefined;
  }
  const imprint = { issued, ...pick('publisher-place', match[2]), ...pick('publisher', match[3]) };
  const inBook = /^(.+?[.?!])\s+In:\s+(.+)$/.exec(match[1]);
  // Elsevier has a comma between a book and its place: `editors. Book, New York: Press; 2009`.
  const comma = inBook && /\b(?:editors?|eds?)\.$/.test(match[1]) ? (match[2] ?? '').lastIndexOf(', ') : -1;
  if (comma > 0) return bookOf(`${match[1]} ${(match[2] ?? '').slice(0, comma)}. ${text.slice(text.indexOf(match[2] ?? '') + comma + 2)}`);
  const edition = /\s(\d{1,2})(?:st|nd|rd|th) ed(?:n|ition)?\.$/i.exec(match[1]);
  const main = (inBook?.[2] ?? match[1]).slice(0, edition ? -edition[0].length : undefined);
  if (!inBook) {
    const thesis = /\s\[([^[\]]{0,40}(?:dissertation|thesis))\]\.?$/i.exec(main);
    if (thesis) return { type: 'thesis', title: cleanTitle(main.slice(0, thesis.index)), ...imprint, ...pick('genre', thesis[1]) };
    return { type: 'book', title: cleanTitle(main.replace(/,$/, '')), ...imprint, ...pick('edition', edition?.[1]), ...pick('number-of-pages', match[6]) };
  }
  const { names, rest } = leadingNames(main.replace(/,?\s(?:editors?|\(?eds?\.?\)?)[.,:]\s/i, '. '));
  const container = cleanTitle(rest.replace(/,$/, ''));
  return {
    type: partType(container), title: cleanTitle(inBook[1] ?? ''), 'container-title': container, ...(names.length > 0 && { editor: names }), ...imprint,
    ...pick('edition', edition?.[1]), ...pick('page', match[5] && fullPages(match[5])),
  };
}

/** As AMA has it since its 11th edition: `Title. 4th ed. Publisher; 2006.` */
function bookWithoutPlace(text: string): Partial<CslItem> | undefined {
  const match = /^(.{3,800}?[.?!])\s(?:(\d{1,2})(?:st|nd|rd|th)\sed\.\s)?(\p{Lu}[^.:;]{2,100});\s((?:1[5-9]|20)\d\d)\.?$/u.exec(text);
  const issued = dateInWords(match?.[4] ?? '');
  return match && issued ? { type: 'book', title: cleanTitle(match[1] ?? ''), issued, ...pick('edition', match[2]), ...pick('publisher', match[3]) } : undefined;
}

/** `Title. bioRxiv [Preprint]. 2020 Mar 3.`, Nature's `Title. Preprint at https://… (2020).` */
function preprintOf(text: string): Partial<CslItem> | undefined {
  const match = /^(.{3,1500}?[.?!])\s(?:(bioRxiv|medRxiv|arXiv|ChemRxiv|PsyArXiv|SSRN|Research Square)(?:\s\[?[Pp]reprint\]?)?[.,:;]?|Preprint at)\s\(?((?:1[5-9]|20)\d\d(?:\s\p{Lu}\p{Ll}{2,8}\.?(?:\s\d{1,2})?)?)\b.{0,60}$/u.exec(text);
  const issued = dateInWords(match?.[3] ?? '');
  return match && issued ? { type: 'article', title: cleanTitle(match[1] ?? ''), issued, ...pick('publisher', match[2]) } : undefined;
}

interface Leading {
  readonly names: readonly CslName[];
  readonly truncated: boolean;
  readonly rest: string;
}

/** No list of authors is longer. */
const longestList = 3000;

/** The authors that a citation begins with: `Chen YM, Lee J.`, or as Nature has them `Chen, Y. M., Lee, J. & Wu, K.` */
export function leadingNames(text: string): Leading {
  return shortNames(text) ?? dottedNames(text) ?? { names: [], truncated: false, rest: text };
}

function shortNames(text: string): Leading | undefined {
  const end = /(?<=\p{L})(?:\.|:)\s+(?=[\p{L}\p{N}"'“‘[¿])/u.exec(text.slice(0, longestList));
  const list = end && text.slice(0, end.index);
  if (!end || !list) {
    return undefined;
  }
  const truncated = /,?\s*\b(?:et al|and others)$/.test(list);
  const parts = list.replace(/,?\s*\b(?:et al|and others)$/, '').replace(/,?\s(?:and|&)\s/g, ', ').split(/[,;]\s*/).filter(Boolean);
  const names = parts.map((part) => nameFromVancouver(part.trim())).filter((name) => name !== undefined);
  const looksRight = names.some((name) => name.family !== undefined) && names.every((name) => name.family !== undefined || isGroup(name.literal ?? '') || (name.literal ?? '').length < 60);
  if (!looksRight && !isGroup(list)) {
    return undefined;
  }
  const dotted = names.map(withSuffix).map((name) => (name.given === undefined ? name : { ...name, given: dottedInitials(name.given) }));
  return { names: dotted, truncated, rest: text.slice(end.index + end[0].length) };
}

/** Elsevier has it before the initials: `Strunk Jr W`. */
function withSuffix(name: CslName): CslName {
  const match = /^(.+)\s(Jr|Sr|II|III)$/.exec(name.family ?? '');
  return match?.[1] === undefined ? name : { ...name, family: match[1], suffix: match[2] as string };
}

const dottedName = /^((?:\p{L}[\p{L}'’-]{0,40}\s){0,3}\p{Lu}[\p{L}'’-]{0,40}),\s((?:\p{Lu}\p{Ll}?\.[\s-]?){1,5}(?:(?:,\s)?(?:Jr|Sr|II|III)\.?)?)(,\s|\s?&\s|\sand\s|,\s(?:&|and)\s|(?=et al)|)/u;

function dottedNames(text: string): Leading | undefined {
  const names: CslName[] = [];
  let rest = text;
  for (let match = dottedName.exec(rest); match && names.length < 500; match = dottedName.exec(rest)) {
    const name = nameFromFamilyFirst(`${match[1] ?? ''}, ${(match[2] ?? '').trim()}`);
    if (name) names.push(name);
    rest = rest.slice(match[0].length);
    if (match[3] === '') break;
  }
  const truncated = /^,?\s*(?:&\s)?et al\.?\s+/.exec(rest);
  return names.length > 0 ? { names, truncated: truncated !== null, rest: rest.slice(truncated?.[0].length ?? 0).trimStart() } : undefined;
}
