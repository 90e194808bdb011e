import type { CslItem, CslName } from '../library/record';
import type { ReadCitation } from './citationParts';
import { partType, pick, placeIn, publisherParts, takeDoi, titleAndSource } from './citationParts';
import { parseDate } from './dates';
import { nameFromVancouver } from './names';
import { normalPages } from './pages';
import { cleanTitle } from './portalHeader';

const nameList = /^((?:[^.,;:?!()\d]{1,60} \p{Lu}[\p{L}-]{0,5}(?: (?:Jr|Sr|II|III|IV))?|[^.,;:?!()\d]{3,80})(?:, (?:[^.,;:?!()\d]{1,80}))*?(?:,? et al)?)\. (.+)$/u;

/** `Wang X, Huang FP. Title. Journal. 2023 Jul;2023(7):JCAP07(2023)006. doi: 10.…` */
export function readVancouver(line: string): ReadCitation | undefined {
  const { text, doi, url } = takeDoi(line);
  const match = nameList.exec(text);
  const names = match && vancouverNames(match[1] ?? '');
  const rest = match && names && restOf(match[2] ?? '');
  if (!names || !rest) {
    return undefined;
  }
  const record: Partial<CslItem> = { ...rest, author: names, ...pick('DOI', doi), ...pick('URL', url) };
  return { style: 'Vancouver', record, truncated: /\bet al$/.test(match[1] ?? '') };
}

function restOf(text: string): Partial<CslItem> | undefined {
  const match = /^(.+?[.?!])\s+(\d{4}(?:[ ]\p{Lu}\p{Ll}{2,8}(?:-\p{Lu}\p{Ll}{2,8})?(?: \d{1,2})?)?)(;[^.]*(?:\.\S+)*|)(?:\.\s*(.*))?$/u.exec(text);
  const issued = parseDate((match?.[2] ?? '').replace(/-\p{Lu}\p{Ll}+/u, ''));
  if (!match || !issued) {
    return wholeBook(text);
  }
  const before = match[1] ?? '';
  const inBook = /^(.+?[.?!])\s+In:?\s+(.+)\.$/.exec(before);
  if (inBook?.[1] !== undefined && inBook[2] !== undefined) {
    return { title: cleanTitle(inBook[1].replace(/\*/g, '')), issued, ...bookParts(inBook[2], match[4] ?? '') };
  }
  const split = titleAndSource(before.replace(/\.$/, ''));
  if (!split || (match[3] ?? '') === '') {
    return split && { title: split.title, issued };
  }
  return { type: 'article-journal', title: split.title, 'container-title': split.source, issued, ...numbersOf(match[3] ?? '') };
}

/** `Title. Eindhoven: Technische Universiteit Eindhoven, 2018. 200 p.` */
function wholeBook(text: string): Partial<CslItem> | undefined {
  const match = /^(.+?[.?!])\s+([^.]+), (\d{4})\.(?:\s+(\d+) p\.?.*)?$/.exec(text);
  const issued = parseDate(match?.[3] ?? '');
  // A place before the publisher, or a count of pages: else any sentence that ends with a year would do.
  const isImprint = /: /.test(match?.[2] ?? '') || match?.[4] !== undefined;
  return match && issued && isImprint ? { title: cleanTitle(match[1] ?? ''), issued, ...publisherParts(match[2] ?? ''), ...pick('number-of-pages', match[4]) } : undefined;
}

/** `;68(6):729-737`, `;131:108389`, `;(4):168-172` */
function numbersOf(text: string): Partial<CslItem> {
  const match = /^;\s*([^(:]*)?(?:\(([^()]*)\))?(?::\s*(.+))?$/.exec(text);
  return { ...pick('volume', match?.[1]), ...pick('issue', match?.[2]), ...(match?.[3] !== undefined && placeIn(match[3])) };
}

/** `Proceedings of X. Place: Publisher` before the year, `p. 589-603. (Series)` after it. */
function bookParts(before: string, after: string): Partial<CslItem> {
  const [container = '', ...rest] = before.replace(/\*/g, '').split(/\.\s+/);
  const imprint = (rest.at(-1) ?? '').split(/:\s+/);
  const pages = /\bp\.\s*([^.]+)/.exec(after)?.[1];
  const series = /\(([^()]+)\)/.exec(after)?.[1];
  return {
    type: partType(container),
    'container-title': container,
    ...pick('publisher', imprint.at(-1)),
    ...(imprint.length === 2 && pick('publisher-place', imprint[0])),
    ...pick('page', pages && normalPages(pages)),
    ...pick('collection-title', series),
  };
}

function vancouverNames(text: string): readonly CslName[] | undefined {
  const names = text.replace(/,? et al$/, '').split(/,\s+/).map(nameFromVancouver).filter((name) => name !== undefined);
  // At least one must have initials, or the line is a sentence.
  return names.some((name) => name.family !== undefined) ? names : undefined;
}
