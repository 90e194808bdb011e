import type { CslItem, CslName } from '../library/record';
import type { ReadCitation } from './citationParts';
import { partType, pick, placeIn, publisherParts, seriesParts, takeDoi, titleAndSource } from './citationParts';
import { parseDate } from './dates';
import { nameFromFamilyFirst, nameFromGivenFirst } from './names';
import { normalPages } from './pages';
import { cleanTitle } from './portalHeader';

/** `Wang, Xiao ; Tian, Chi et al. / Title. In: Journal. 2023 ; Vol. 2023, No. 7. pp. 1-2.` */
export function readAuthorStyle(line: string): ReadCitation | undefined {
  const slash = line.indexOf(' / ');
  const list = slash < 0 ? undefined : slashNames(line.slice(0, slash));
  const { text, doi } = takeDoi(line.slice(slash + 3));
  const rest = list && (journalRest(text) ?? bookRest(text));
  if (!list || !rest) {
    return undefined;
  }
  return { style: 'Author', record: { ...rest, author: list.names, ...pick('DOI', doi) }, truncated: list.truncated };
}

/** `Title. / Wang, Xiao; Tian, Chi. In: Journal, Vol. 2023, No. 7, JCAP07(2023)006, 07.2023, p. 1-2.` */
export function readStandard(text: string): ReadCitation | undefined {
  const match = /^(.{3,2500}?)\s\/\s([\s\S]+)$/.exec(text);
  const { text: body, doi } = takeDoi(match?.[2] ?? '');
  const [people, source] = namesAndSource(body);
  const list = slashNames(people);
  if (!match || !list) {
    return undefined;
  }
  const title = cleanTitle((match[1] ?? '').replace(/\*/g, ''));
  const rest = source.startsWith('In: ') ? inJournal(source.slice(4)) : bookSource(source);
  return { style: 'Standard', record: { ...rest, title, author: list.names, ...pick('DOI', doi) }, truncated: list.truncated };
}

/** The page breaks the line after the names; where a copy lost the break, `In:`, `et al.` or a full stop tells. */
function namesAndSource(body: string): readonly [names: string, source: string] {
  const breaks = [/\n\s*/, /\s+(?=In: )/, /(?<=\bet al\.)\s+/, /(?<=\p{Ll}{2})\.\s+(?=[\p{Lu}\d*][^;]*$)/u];
  for (const each of breaks) {
    const match = each.exec(body);
    if (match) {
      return [body.slice(0, match.index), body.slice(match.index + match[0].length).replace(/\s+/g, ' ')];
    }
  }
  return [body, ''];
}

/** `Title. In: Journal. 2023 ; Vol. 2023, No. 7. pp. 1-2.` */
function journalRest(text: string): Partial<CslItem> | undefined {
  const match = /^(.+?)\.?\s+In:\s+(.+?)\.\s+(\d{4})\s*(?:;\s*(.*))?\.?$/.exec(text);
  if (match?.[1] === undefined) {
    return undefined;
  }
  const rest = match[4] ?? '';
  const pages = /\bpp?\.\s*([^.;]+)/.exec(rest)?.[1];
  const issued = parseDate(match[3] ?? '');
  return {
    type: 'article-journal',
    title: cleanTitle(match[1].replace(/\*/g, '')),
    ...pick('container-title', match[2]?.replace(/\*/g, '')),
    ...(issued && { issued }),
    ...pick('volume', /\bVol\. ([^,;]+?)(?=[,;]|\.?$|\. )/.exec(rest)?.[1]),
    ...pick('issue', /\bNo\. ([^,;]+?)(?=[,;]|\.?$|\. )/.exec(rest)?.[1]),
    ...pick('page', pages && normalPages(pages)),
  };
}

/** `Title. Source. Publisher, 2025. pp. 589-603 (Series).` */
function bookRest(text: string): Partial<CslItem> | undefined {
  const match = /^(.+?)\s+(\S[^.]*), (\d{4})\.(?:\s+(.*))?$/.exec(text);
  const before = match && titleAndSource((match[1] ?? '').replace(/\.$/, '').replace(/\.?\s+editors? \/ .*$/i, ''));
  const issued = parseDate(match?.[3] ?? '');
  if (!match || !issued) {
    return undefined;
  }
  const tail = tailParts(match[4] ?? '');
  if (!before) {
    return { title: cleanTitle((match[1] ?? '').replace(/\*/g, '')), issued, ...publisherParts(match[2] ?? ''), ...tail };
  }
  return {
    type: partType(before.source), title: before.title, 'container-title': before.source.replace(/[.,*]+$/, ''), issued,
    ...publisherParts(match[2] ?? ''), ...tail,
  };
}

/** Standard's source of a paper in a book: `Source. Publisher, 2025. p. 589-603 (Series; Vol. 2).` */
function bookSource(text: string): Partial<CslItem> {
  const match = /^(?:(.+?)\.\s+(?:ed\. \/ [^.]*(?:\. [A-Z]\.)*\.\s+)?)?([^.]+), (\d{4})\.(?:\s+(.*))?$/.exec(text);
  const issued = parseDate(match?.[3] ?? '');
  if (!match || !issued) {
    return {};
  }
  const container = match[1]?.replace(/\*/g, '').trim();
  return {
    ...(container !== undefined && { type: partType(container), 'container-title': container }),
    issued,
    ...publisherParts(match[2] ?? ''),
    ...tailParts(match[4] ?? ''),
  };
}

/** `pp. 589-603 (Series; Vol. 2).`, `200 p.` */
function tailParts(text: string): Partial<CslItem> {
  const pages = /\bpp?\.\s*([\w–-]+)/.exec(text)?.[1];
  const count = /^(\d+) p\b/.exec(text)?.[1];
  return {
    ...pick('page', pages && normalPages(pages)),
    ...pick('number-of-pages', count),
    ...seriesParts(/\(([^()]+)\)/.exec(text)?.[1] ?? ''),
  };
}

/** `Journal, Vol. 2023, No. 7, JCAP07(2023)006, 07.2023, p. 1-2.` */
function inJournal(text: string): Partial<CslItem> {
  const parts = text.replace(/\*/g, '').replace(/\.$/, '').split(/, (?![^(]*\))/);
  const from = parts.findIndex((part) => /^(?:Vol|No|pp?)\. /.test(part) || isDate(part));
  const journal = parts.slice(0, from < 0 ? 1 : from).join(', ');
  const rest = from < 0 ? [] : parts.slice(from);
  const labelled = (label: RegExp): string | undefined => rest.map((part) => label.exec(part)?.[1]).find(Boolean);
  const dateText = rest.find(isDate);
  const issued = dateText === undefined ? undefined : parseDate(dateText);
  const pages = labelled(/^pp?\. (.+)$/);
  const article = rest.find((part) => part !== dateText && !/^(?:Vol|No|pp?)\. /.test(part));
  return {
    type: 'article-journal',
    'container-title': journal,
    ...pick('volume', labelled(/^Vol\. (.+)$/)),
    ...pick('issue', labelled(/^No\. (.+)$/)),
    ...(issued && { issued }),
    ...(pages !== undefined ? { page: normalPages(pages) } : article !== undefined ? placeIn(article, true) : {}),
  };
}

function isDate(text: string): boolean {
  return /^(?:(?:\d{1,2}\.)?\d{1,2}\.)?(?:1[5-9]|20)\d\d$/.test(text);
}

/** `Wang, Xiao ; Tian, Chi et al.`; undefined where the text is no list of such names. */
function slashNames(text: string): { readonly names: readonly CslName[]; readonly truncated: boolean } | undefined {
  const truncated = /\bet al\.*$/.test(text.trim());
  const list = text.trim().replace(/\s*,?\s*\bet al\.*$/, '').replace(/(?<=\p{Ll}|\.)\.$/u, '').split(/\s*;\s*/);
  const looksRight = list.every((name) => name.length < 100 && /^\p{L}/u.test(name) && !/[?!:]/.test(name)) && list.some((name) => name.includes(', '));
  if (!looksRight || (list.length === 1 && !/^[^,]{1,50}, [^,]{1,50}$/.test(list[0] ?? ''))) {
    return undefined;
  }
  const names = list.map((name) => (name.includes(',') ? nameFromFamilyFirst(name) : nameFromGivenFirst(name))).filter((name) => name !== undefined);
  return names.length > 0 ? { names, truncated } : undefined;
}
