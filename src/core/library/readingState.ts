import { isObject, isScalar } from '../formats/plainValue';
import type { Paper } from './paper';

/** How far the user is with a paper, and what a review's screening decided; in this order where they are listed. */
export const readingStatuses = ['unread', 'reading', 'read', 'included', 'excluded'] as const;

/** @returns what the paper file says (`case: {status: read}`), in small letters; `unread` where it says nothing */
export function statusOf(paper: Pick<Paper, 'case'>): string {
  const status = isObject(paper.case) ? paper.case.status : undefined;
  return (typeof status === 'string' && status.trim().toLowerCase()) || 'unread';
}

/** @returns the user's own tags (`case: {tags: [methods, to cite]}`), each once, as they are written */
export function tagsOf(paper: Pick<Paper, 'case'>): readonly string[] {
  const tags = isObject(paper.case) ? paper.case.tags : undefined;
  const list: readonly unknown[] = Array.isArray(tags) ? tags : typeof tags === 'string' ? tags.split(',') : [];
  return [...new Set(list.filter(isScalar).map((tag) => String(tag).trim()).filter(Boolean))];
}

/** @returns every tag that papers have, in the order of their letters */
export function knownTags(papers: Iterable<Pick<Paper, 'case'>>): string[] {
  const tags = new Set<string>();
  for (const paper of papers) for (const tag of tagsOf(paper)) tags.add(tag);
  return [...tags].sort((a, b) => a.localeCompare(b, 'en'));
}
