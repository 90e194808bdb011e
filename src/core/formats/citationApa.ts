import type { CslItem, CslName } from '../library/record';
import type { ReadCitation } from './citationParts';
import { journalParts, partType, pick, seriesParts, takeDoi, titleAndSource } from './citationParts';
import { parseDate } from './dates';
import { nameFromFamilyFirst, nameFromGivenFirst } from './names';
import { normalPages } from './pages';
import { cleanTitle } from './portalHeader';
import { kindType } from './risTypes';

/** `Wang, X., & Huang, F. P. (2023). Title. Journal, 2023(7), Article 6. https://doi.org/…` */
export function readApa(line: string): ReadCitation | undefined {
  const match = /^([^()]{2,4000}?)\.?\s?\(((?:\d{4}[a-z]?(?:, [A-Z][a-z]+(?: \d{1,2})?)?|n\.d\.|Accepted\/In press|In press|E-pub ahead of print|Submitted|In preparation|Unpublished))\)\.\s+(.+)$/i.exec(line);
  if (!match) {
    return undefined;
  }
  const { names, truncated } = apaNames(match[1] ?? '');
  const { text, doi, url } = takeDoi(match[3] ?? '');
  const date = parseDate((match[2] ?? '').replace(/[a-z](?=,|$)/, '').replace(/^(\d{4}), (.+)$/, '$2 $1').replace(/^(\w+) (\d{1,2}) (\d{4})$/, '$1 $2 $3'));
  const rest = restOf(text);
  if (!rest || names.length === 0) {
    return undefined;
  }
  const record: Partial<CslItem> = {
    ...rest,
    author: names,
    ...(date && { issued: date }),
    ...pick('DOI', doi),
    ...pick('URL', url),
  };
  return { style: 'APA', record, truncated };
}

function restOf(text: string): Partial<CslItem> | undefined {
  const inBook = /^(.+?[.?!])\s+In\s+(.+)$/.exec(text);
  if (inBook?.[1] !== undefined && inBook[2] !== undefined) {
    return { ...bookParts(inBook[2]), title: cleanTitle(inBook[1].replace(/\*/g, '')) };
  }
  const thesis = /^(.+?)\.?\s+\[([^\]]+)\]\.\s*(.*?)\.?$/.exec(text);
  if (thesis?.[1] !== undefined) {
    const kind = (thesis[2] ?? '').split(',')[0] ?? '';
    // The university stands in the brackets since the 7th edition, where what follows is a database or nothing.
    const isPublished = /^(?:ProQuest|.*\b(?:Dissertations|Theses|Repository|Commons|Archive|Database)\b|$)/i.test(thesis[3] ?? '');
    const university = isPublished ? /,\s(.+)$/.exec(thesis[2] ?? '')?.[1] : undefined;
    const title = thesis[1].replace(/\*/g, '').replace(/\s\(Publication No\. [^()]{1,30}\)$/, '');
    return { type: kindType(kind) ?? 'document', title: cleanTitle(title), genre: kind, ...pick('publisher', university ?? thesis[3]) };
  }
  const book = /^(.+?)\s\((?:Rev\. ed\.|(\d{1,2})(?:st|nd|rd|th) ed\.)(?:, Vol\. (\w+))?\)\.\s+([^.]{2,120}(?:\.[^.]{2,60})?)\.?$/.exec(text);
  if (book) return { type: 'book', title: cleanTitle((book[1] ?? '').replace(/\*/g, '')), ...pick('edition', book[2]), ...pick('volume', book[3]), ...pick('publisher', book[4]) };
  const split = titleAndSource(text);
  const journal = split && journalParts(split.source);
  if (split && journal) {
    return { type: 'article-journal', title: split.title, ...journal };
  }
  // A title and one more thing, which may be a journal or a publisher: nothing says which.
  return { title: split?.title ?? cleanTitle(text) };
}

/** `Proceedings of X (pp. 589-603). (Series; Vol. 2). Publisher.` */
function bookParts(text: string): Partial<CslItem> & { type: string } {
  const match = /^(?:(.+?) \(Eds?\.\), )?(.+?)(?:\s\(((?:[^()]*, )?(?:pp?\. [^()]+|Vol\. [^()]+)[^()]*)\))?\.\s*(?:\(([^()]+)\)\.\s*)?(.*?)\.?$/.exec(`${text.replace(/\*/g, '').replace(/\.?$/, '.')}`);
  const container = match?.[2] ?? text;
  const pages = /pp?\. (.+)$/.exec(match?.[3] ?? '')?.[1];
  const volume = /Vol\. ([^,()]+)/.exec(match?.[3] ?? '')?.[1];
  const editors = (match?.[1] ?? '').split(/,\s+(?:&\s+)?(?=\p{Lu}\.)|\s+&\s+/u).map(nameFromGivenFirst).filter((name) => name !== undefined);
  return {
    type: partType(container),
    'container-title': container,
    ...(editors.length > 0 && { editor: editors }),
    ...pick('page', pages && normalPages(pages)),
    ...seriesParts(match?.[4] ?? ''),
    ...pick('volume', volume),
    ...pick('publisher', match?.[5]),
  };
}

/** `Wang, X., Tian, C., & Huang, F. P.`; groups stand among them without initials. */
export function apaNames(text: string): { readonly names: readonly CslName[]; readonly truncated: boolean } {
  const truncated = /\.\.\.|…|\bet al\b/.test(text);
  const parts = text.replace(/(?:\.\.\.|…),?/g, ' ').replace(/,?\s*\bet al\.?/, '').replace(/,?\s*&\s*/g, ', ').split(/,\s+/).map((part) => part.trim()).filter(Boolean);
  const names: CslName[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const next = parts[index + 1];
    const isPair = next !== undefined && isInitialed(next);
    const suffix = isPair && /^(?:Jr|Sr|II|III|IV)\.?$/.test(parts[index + 2] ?? '') ? parts[index + 2] : undefined;
    const name = nameFromFamilyFirst([parts[index], ...(isPair ? [initialed(next)] : []), suffix].filter(Boolean).join(', '));
    if (name) names.push(name);
    index += (isPair ? 1 : 0) + (suffix === undefined ? 0 : 1);
  }
  return { names, truncated };
}

function isInitialed(text: string): boolean {
  return /^\p{L}{1,2}\.?(?:[\s-]+\p{L}{1,2}\.?)*(?:\s(?:van|von|de|den|der|van de[nr]?|di|da))?$/u.test(text) && /\./.test(`${text}.`) && text.length < 30;
}

/** The citation's own full stop after the last initial may have gone with the bracket. */
function initialed(text: string): string {
  return /\p{L}$/u.test(text) && text.includes('.') ? `${text}.` : text.length === 1 ? `${text}.` : text;
}
