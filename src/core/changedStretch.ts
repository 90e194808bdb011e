import type { Span } from './text';

/**
 * Finds the one stretch in which two texts differ, so that an editor changes no more than that.
 * @returns where the first text differs, and what the second has there
 */
export function changedStretch(before: string, after: string): { readonly span: Span; readonly newText: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { span: { start, end: before.length - end }, newText: after.slice(start, after.length - end) };
}
