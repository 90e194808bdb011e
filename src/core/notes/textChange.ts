import type { Span } from '../text';

/** A stretch of a text that another has taken the place of. */
export interface TextChange extends Span {
  /** How long the new text is. */
  readonly length: number;
}

/** Compared at once: comparing slices is far faster than comparing their characters one by one. */
const block = 4096;

/** The one change that makes another text of a text; none where they are the same. */
export function textChange(before: string, after: string): readonly TextChange[] {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.slice(start, start + block) === after.slice(start, start + block)) start += block;
  start = Math.min(start, most);
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start === before.length && start === after.length) return [];
  const rest = most - start;
  let same = 0;
  while (same + block <= rest && tail(before, same) === tail(after, same)) same += block;
  while (same < rest && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
  return [{ start, end: before.length - same, length: after.length - same - start }];
}

function tail(text: string, skipped: number): string {
  return text.slice(text.length - skipped - block, text.length - skipped);
}
