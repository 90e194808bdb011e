import type { CslItem, CslName } from '../library/record';
import type { ReadReference } from './citationParts';
import { partType, pick, placeIn } from './citationParts';
import { dateOf } from './dates';
import { nameFromFamilyFirst, nameFromGivenFirst } from './names';
import { fullPages } from './pages';
import { cleanTitle } from './portalHeader';

/** Chicago's author-date style: `Lee, Peter, and Ann Wu. 2017. "Title." Journal 38 (1): 95–109.` */
export function readChicago(line: string): ReadReference | undefined {
  const match = /^(\p{Lu}[^"“\d]{2,1500}?)\.\s((?:1[5-9]|20)\d\d)[a-z]?\.\s(.+)$/u.exec(line);
  const issued = dateOf(Number(match?.[2]));
  const rest = match && restOf((match[3] ?? '').replace(/\*/g, ''));
  if (!match || !issued || !rest) return undefined;
  const list = match[1] ?? '';
  const author = namesOf(list);
  return author.length === 0 ? undefined : { record: { ...rest, author, issued }, truncated: /\bet al$/.test(list) };
}

/** The first name is family first, the others as they are said: `Keng, Shao-Hsun, Chun-Hung Lin, and Peter F. Orazem`. */
function namesOf(list: string): readonly CslName[] {
  const parts = list.replace(/,?\set al$/, '').replace(/,?\sand\s/g, ', ').split(/,\s/);
  const first = parts.length === 1 ? { literal: parts[0] ?? '' } : nameFromFamilyFirst(`${parts[0] ?? ''}, ${parts[1] ?? ''}${/^[A-Z]$/.test(parts[1]?.slice(-1) ?? '') ? '.' : ''}`);
  return [first, ...parts.slice(2).map(nameFromGivenFirst)].filter((name) => name !== undefined);
}

function restOf(text: string): Partial<CslItem> | undefined {
  const quoted = /^["“](.{3,1500}?)[.,]?["”]\s(.+)$/.exec(text);
  if (!quoted) return bookOf(text);
  const title = cleanTitle(quoted[1] ?? '');
  const source = (quoted[2] ?? '').replace(/\.$/, '');
  const journal = /^(.{2,200}?)\s(\d{1,5})(?:\s?\(([^()]{1,30})\)|,\sno\.\s([\w–-]{1,12})(?:\s\([^()]{1,30}\))?)?(?::\s?([\p{L}\d–-]{1,30}))?$/u.exec(source);
  if (journal) {
    const place = journal[5];
    return {
      type: 'article-journal', title, 'container-title': journal[1] ?? '', ...pick('volume', journal[2]), ...pick('issue', journal[3] ?? journal[4]),
      ...(place === undefined ? {} : /[–-]/.test(place) ? { page: fullPages(place) } : placeIn(place)),
    };
  }
  return /^In\s/.test(source) ? { title, ...partOf(source.slice(3)) } : undefined;
}

/** `Book, edited by Ann Wu and Jo Lee, 1–20. New York: Press`. */
function partOf(text: string): Partial<CslItem> {
  const match = /^(.+?)(?:,\sedited by\s(.+?))?(?:,\s(\d[\d–-]{0,15}))?\.\s([^:.]{2,60}):\s([^:]{2,100})$/.exec(text);
  const container = cleanTitle(match?.[1] ?? text);
  const editors = (match?.[2] ?? '').split(/,?\sand\s|,\s/).map(nameFromGivenFirst).filter((name) => name !== undefined);
  return {
    type: partType(container), 'container-title': container, ...(editors.length > 0 && { editor: editors }), ...pick('page', match?.[3] && fullPages(match[3])),
    ...pick('publisher-place', match?.[4]), ...pick('publisher', match?.[5]),
  };
}

function bookOf(text: string): Partial<CslItem> | undefined {
  const match = /^(.{3,800}?)\.\s(?:(\d{1,2})(?:st|nd|rd|th)\sed\.\s)?([^:.]{2,60}):\s([^:]{2,100}?)\.?$/.exec(text);
  return match ? { type: 'book', title: cleanTitle(match[1] ?? ''), ...pick('edition', match[2]), ...pick('publisher-place', match[3]), ...pick('publisher', match[4]) } : undefined;
}
