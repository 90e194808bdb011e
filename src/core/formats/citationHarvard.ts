import type { CslItem, CslName } from '../library/record';
import type { ReadCitation } from './citationParts';
import { partType, pick, placeIn, takeDoi } from './citationParts';
import { dateOf } from './dates';
import { nameFromFamilyFirst } from './names';
import { normalPages } from './pages';
import { cleanTitle } from './portalHeader';
import { kindType } from './risTypes';
import { withoutSign } from './trimSigns';

/** `Wang, X & Huang, FP 2023, 'Title', Journal, vol. 2023, no. 7, JCAP07(2023)006. https://doi.org/…` */
export function readHarvard(line: string): ReadCitation | undefined {
  const match = /^([^\d]{2,4000}?) (\d{4})[a-z]?, (.+)$/.exec(line);
  const list = match && harvardNames(match[1] ?? '');
  if (!match || !list || list.names.length === 0) {
    return undefined;
  }
  const { text, doi, url } = takeDoi(match[3] ?? '');
  const rest = restOf(text);
  const issued = dateOf(Number(match[2]));
  const record: Partial<CslItem> = { ...rest, author: list.names, ...(issued && { issued }), ...pick('DOI', doi), ...pick('URL', url) };
  return rest && { style: 'Harvard', record, truncated: list.truncated };
}

function restOf(text: string): Partial<CslItem> | undefined {
  const inBook = /^['‘“]?(.+?)['’”]?[.,]['’”]? in (?=[\p{Lu}\d*'(])(.+)$/u.exec(text);
  if (inBook?.[1] !== undefined && inBook[2] !== undefined) {
    return { title: titleOf(inBook[1]), ...bookParts(inBook[2]) };
  }
  // The last closing quote: a title may hold apostrophes.
  const quoted = /^['‘“](.+)['’”], (.+)$/.exec(text);
  if (quoted?.[1] === undefined || quoted[2] === undefined) {
    return undefined;
  }
  const title = titleOf(quoted[1]);
  const parts = quoted[2].replace(/\.$/, '').split(/, (?![^(]*\))/);
  const kind = kindType(parts[0] ?? '');
  if (kind === 'thesis') {
    return { type: 'thesis', title, genre: parts[0] };
  }
  const journal = journalOf(parts);
  // A source without any number may be a journal or not: `'Title', Food Control`.
  const isJournal = Object.keys(journal).length > 1;
  return { ...(isJournal && { type: 'article-journal' }), title, ...journal };
}

/** `Journal`, `vol. 68`, `no. 6`, `pp. 729-737`; what follows them without a label is an article's number. */
function journalOf(parts: readonly string[]): Partial<CslItem> {
  const numbersAt = parts.findIndex((part) => /^(?:vol|no|pp?)\. /.test(part));
  const journal = parts.slice(0, numbersAt < 0 ? 1 : numbersAt).join(', ');
  const rest = numbersAt < 0 ? [] : parts.slice(numbersAt);
  const labelled = (label: RegExp): string | undefined => rest.map((part) => label.exec(part)?.[1]).find(Boolean);
  const pages = labelled(/^pp?\. (.+)$/);
  const article = rest.find((part) => !/^(?:vol|no|pp?)\. /.test(part));
  return {
    'container-title': journal,
    ...pick('volume', labelled(/^vol\. (.+)$/)),
    ...pick('issue', labelled(/^no\. (.+)$/)),
    ...(pages !== undefined ? { page: normalPages(pages) } : article !== undefined ? placeIn(article, true) : {}),
  };
}

/** `Proceedings of X. Series, vol. 2, Publisher, Place, pp. 589-603, Event, Place, date`: only what is labelled is sure. */
function bookParts(text: string): Partial<CslItem> {
  const starred = /^\*(.+?)\*/.exec(text)?.[1];
  const plain = text.replace(/\*/g, '').replace(/\.$/, '');
  const container = (starred ?? /^(.+?)(?:\.\s|, (?:vol|pp?)\. |, [^,]+, (?:[^,]+, )?pp?\. )/.exec(plain)?.[1] ?? '').replace(/\.$/, '');
  const pages = /\bpp?\. ([^,]+)/.exec(plain)?.[1];
  const volume = /\bvol\. ([^,]+)/.exec(plain)?.[1];
  return {
    type: partType(container),
    ...pick('container-title', container),
    ...pick('volume', volume),
    ...pick('page', pages && normalPages(pages)),
  };
}

/** `Wang, X, Tian, C & Huang, FP` */
function harvardNames(text: string): { readonly names: readonly CslName[]; readonly truncated: boolean } | undefined {
  const truncated = /\bet al\.?/.test(text);
  const parts = text.replace(/,?\s*\bet al\.?/, '').split(/,\s+|\s+&\s+/).map((part) => part.trim());
  const names: CslName[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const next = parts[index + 1];
    const isPair = next !== undefined && /^(?:\p{Lu}[\p{Lu}-]{0,5}|\p{Lu}\p{Ll}?)(?: (?:van|von|de|der|den|van de[nr]))?$/u.test(next);
    const name = isPair ? nameFromFamilyFirst(`${parts[index] ?? ''}, ${next}`) : groupName(parts[index] ?? '');
    if (!name) return undefined;
    names.push(name);
    index += isPair ? 1 : 0;
  }
  return { names, truncated };
}

/** Names of groups stand without initials; anything long or lower-case shows that the text is no list of names. */
function groupName(text: string): CslName | undefined {
  return /^\p{Lu}/u.test(text) && text.length < 100 && !/[.:;?!]/.test(text) ? { literal: text } : undefined;
}

function titleOf(text: string): string {
  return cleanTitle(withoutSign(text, '*').replace(/^['‘“](.*)['’”]$/, '$1'));
}
