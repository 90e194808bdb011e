import type { CslItem } from '../library/record';
import { leadingNames } from './citationNlm';
import type { ReadReference } from './citationParts';
import { partType, pick, placeIn } from './citationParts';
import { dateOf } from './dates';
import { fullPages } from './pages';
import { cleanTitle } from './portalHeader';

/** Springer's basic style: `Chen YM, Lee J (2009) Title. Eur J Appl Physiol 105:731-738`. */
export function readSpringer(line: string): ReadReference | undefined {
  const match = /^([^()]{3,2500}?)\s\(((?:1[5-9]|20)\d\d)[a-z]?\)\s(?=[\p{L}\p{N}"“'¿])(.+)$/u.exec(line);
  const issued = dateOf(Number(match?.[2]));
  const list = match && leadingNames(`${match[1] ?? ''}. X`);
  const rest = match && restOf((match[3] ?? '').replace(/\.$/, ''));
  if (!issued || !list || list.names.length === 0 || list.names.every(({ family }) => family === undefined) || !rest) return undefined;
  return { record: { ...rest, author: list.names, issued }, truncated: list.truncated };
}

function restOf(text: string): Partial<CslItem> | undefined {
  const inBook = /^(.+?[.?!])\sIn:\s(.+)$/.exec(text);
  if (inBook) return { title: cleanTitle(inBook[1] ?? ''), ...partOf(inBook[2] ?? '') };
  const article = /^(.+[.?!])\s(.{2,200}?)\s(\d{1,5})\s?(?:\(([^()]{1,30})\))?\s?:\s?([\p{L}\d][\p{L}\d–-]{0,30})$/u.exec(text);
  if (article) {
    const place = article[5] ?? '';
    return {
      type: 'article-journal', title: cleanTitle(article[1] ?? ''), 'container-title': article[2] ?? '', ...pick('volume', article[3]), ...pick('issue', article[4]),
      ...(/[–-]/.test(place) ? { page: fullPages(place) } : placeIn(place)),
    };
  }
  const book = /^(.+?)(?:,\s(\d{1,2})(?:st|nd|rd|th)\sedn)?[.?!]\s([^.]{2,80}),\s([^.,]{2,60})$/.exec(text);
  return book ? { type: 'book', title: cleanTitle(book[1] ?? ''), ...pick('edition', book[2]), ...pick('publisher', book[3]), ...pick('publisher-place', book[4]) } : undefined;
}

/** `Smith J (ed) The rise of genomics, 3rd edn. Wiley, New York, pp 230-257`. */
function partOf(text: string): Partial<CslItem> {
  const editors = /^([^()]{3,500}?)\s\(eds?\)\s/.exec(text);
  const rest = text.slice(editors?.[0].length ?? 0);
  const match = /^(.+?)(?:,\s(\d{1,2})(?:st|nd|rd|th)\sedn)?[.?!]\s([^.]{2,80}?)(?:,\s([^.,]{2,60}))?(?:,\spp?\.?\s([\w–-]{1,20}))?$/.exec(rest);
  const container = cleanTitle(match?.[1] ?? rest);
  const names = editors ? leadingNames(`${editors[1] ?? ''}. X`).names : [];
  return {
    type: partType(container), 'container-title': container, ...(names.length > 0 && { editor: names }), ...pick('edition', match?.[2]),
    ...pick('publisher', match?.[3]), ...pick('publisher-place', match?.[4]), ...pick('page', match?.[5] && fullPages(match[5])),
  };
}
