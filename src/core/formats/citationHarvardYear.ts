import type { CslItem } from '../library/record';
import { apaNames } from './citationApa';
import type { ReadCitation } from './citationParts';
import { partType, pick, placeIn } from './citationParts';
import { dateOf } from './dates';
import { normalPages } from './pages';
import { cleanTitle } from './portalHeader';

/**
 * Harvard as British universities have it: `Chen, Y.M. and Lee, J. (1995) 'Title', Journal, 25(3), pp. 168-172.`, and
 * `Chen, Y.M. and Lee, J., 1995. Title. Journal, 25(3), pp.168-172.`
 */
export function readHarvardYear(line: string): ReadCitation | undefined {
  const match = /^([^()\d]{3,2000}?),?\s\(?((?:1[5-9]|20)\d\d)[a-z]?(?:\)\s?[.,]?|\.)\s+(.+)$/.exec(line);
  const issued = dateOf(Number(match?.[2]));
  if (!match || !issued) {
    return undefined;
  }
  const { names, truncated } = apaNames((match[1] ?? '').replace(/(\p{Lu}\.)(?=\p{Lu})/gu, '$1 ').replace(/,?\sand\s/g, ', '));
  const rest = restOf(match[3] ?? '');
  if (!rest || names.length === 0 || names.every((name) => name.family === undefined)) {
    return undefined;
  }
  return { style: 'Harvard', record: { ...rest, author: names, issued }, truncated };
}

function restOf(text: string): Partial<CslItem> | undefined {
  const quoted = /^['‘“"](.{3,1500}?)['’”"][.,]?\s+(.+)$/.exec(text);
  const split = quoted ?? /^(.{3,1500}?[.?!])\s+(\p{Lu}[^.]*,.*)$/u.exec(text);
  const title = split?.[1];
  if (title === undefined || split?.[2] === undefined) {
    return bookOf(text);
  }
  const source = split[2].replace(/\.$/, '');
  const inBook = /^in[:\s]\s*(.+)$/i.exec(source)?.[1];
  return inBook !== undefined ? { title: cleanTitle(title), ...partOf(inBook) } : journalOf(title, source) ?? bookOf(text);
}

function journalOf(title: string, source: string): Partial<CslItem> | undefined {
  const parts = source.split(/,\s+(?![^(]*\))/);
  const at = parts.findIndex((part, index) => index > 0 && /^(?:vol\.?\s?)?\p{L}{0,2}\d+\s?(?:\([^()]*\))?$|^\([^()]*\)$|^pp?\./iu.test(part));
  if (at < 1) {
    return undefined;
  }
  const rest = parts.slice(at);
  const numbers = /^(?:vol\.?\s?)?(\p{L}{0,2}\d+)?\s?(?:\(([^()]*)\))?$/iu.exec(rest[0] ?? '');
  const issue = rest.map((part) => /^(?:no|issue)\.?\s?(.+)$/i.exec(part)?.[1]).find(Boolean);
  const last = rest.length > 1 || !numbers ? rest.at(-1) : undefined;
  const pages = rest.map((part) => /^pp?\.\s?(.+)$/i.exec(part)?.[1]).find(Boolean);
  return {
    type: 'article-journal', title: cleanTitle(title), 'container-title': parts.slice(0, at).join(', '),
    ...pick('volume', numbers?.[1]), ...pick('issue', numbers?.[2] ?? issue),
    ...(pages !== undefined ? { page: normalPages(pages) } : last !== undefined && /^[\p{L}\d–-]{1,20}$/u.test(last) ? placeIn(last) : {}),
  };
}

/** `Lee, K. (ed.) Book. London: Publisher, pp. 12-20` */
function partOf(text: string): Partial<CslItem> {
  const editors = /^(.{3,300}?),?\s\(?eds?\.?\)?[.,]?\s+/i.exec(text);
  const rest = text.slice(editors?.[0].length ?? 0);
  const match = /^(.{3,500}?)\.\s+([^:.]{2,60}):\s+([^,:]{2,100})(?:,\s+pp?\.\s?([\w–-]{1,20}))?$/.exec(rest);
  const container = cleanTitle(match?.[1] ?? rest.replace(/,\s+pp?\..*$/, ''));
  const names = editors?.[1] === undefined ? [] : apaNames(editors[1].replace(/(\p{Lu}\.)(?=\p{Lu})/gu, '$1 ').replace(/,?\sand\s/g, ', ')).names;
  return {
    type: partType(container), 'container-title': container, ...(names.length > 0 && { editor: names }), ...pick('publisher-place', match?.[2]), ...pick('publisher', match?.[3]),
    ...pick('page', (match?.[4] ?? /,\s+pp?\.\s?([\w–-]{1,20})/.exec(rest)?.[1])?.replace(/[–]/g, '-')),
  };
}

/** `Title. 2nd edn. London: Publisher.` */
function bookOf(text: string): Partial<CslItem> | undefined {
  const match = /^(.{3,800}?)\.\s+(?:(\d{1,2})(?:st|nd|rd|th)\sed[a-z]{0,6}\.?\s+)?([^:.]{2,60}):\s+([^:]{2,100}?)\.?$/.exec(text);
  return match ? { type: 'book', title: cleanTitle(match[1] ?? ''), ...pick('edition', match[2]), ...pick('publisher-place', match[3]), ...pick('publisher', match[4]) } : undefined;
}
