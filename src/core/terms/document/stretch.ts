import type { FlatSpans } from './flatSpans';

/** Where two versions of a document differ: from `start` on, to `oldEnd` in the one and `newEnd` in the other. */
export interface Stretch {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Texts are compared by so many characters at a time: the engine compares them faster than we could. */
const block = 1024;

/** @returns the one stretch in which two texts differ; empty and at the end where they do not */
export function differingStretch(before: string, after: string): Stretch {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start + block <= shorter && before.slice(start, start + block) === after.slice(start, start + block)) start += block;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  const most = shorter - start;
  while (same + block <= most && tail(before, same) === tail(after, same)) same += block;
  while (same < most && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
  return { start, oldEnd: before.length - same, newEnd: after.length - same };
}

function tail(text: string, same: number): string {
  return text.slice(text.length - same - block, text.length - same);
}

/** @returns the stretch, widened to all prose that is not where it was, or is no prose any more */
export function withProse({ start, oldEnd, newEnd }: Stretch, before: FlatSpans, after: FlatSpans): Stretch {
  const shift = newEnd - oldEnd;
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first] === after[first]) first++;
  let same = 0;
  while (same < shorter - first && (before[before.length - 1 - same] ?? 0) + shift === after[after.length - 1 - same]) same++;
  if (first === before.length && first === after.length) return { start, oldEnd, newEnd };
  const from = Math.min(start, before[first] ?? start, after[first] ?? start);
  const oldTo = Math.max(oldEnd, first < before.length - same ? (before[before.length - 1 - same] ?? 0) : 0, first < after.length - same ? (after[after.length - 1 - same] ?? 0) - shift : 0);
  return { start: from, oldEnd: oldTo, newEnd: oldTo + shift };
}
