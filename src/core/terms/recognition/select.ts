import type { Candidate } from './candidate';

/** A candidate that counts, with those within it. */
export interface Selected {
  readonly candidate: Candidate;
  readonly nested: readonly Candidate[];
}

/**
 * Puts more candidates among others, in the order of their beginnings, the longest of a beginning first, and of the same words the others first.
 * @param candidates sorted
 */
export function withMore(candidates: readonly Candidate[], more: readonly Candidate[]): Candidate[] {
  const merged: Candidate[] = [];
  let at = 0;
  for (const one of more.toSorted(inOrder)) {
    for (let other = candidates[at]; other && inOrder(other, one) <= 0; other = candidates[++at]) merged.push(other);
    merged.push(one);
  }
  for (; at < candidates.length; at++) {
    const other = candidates[at];
    if (other) merged.push(other);
  }
  return merged;
}

function inOrder(a: Candidate, b: Candidate): number {
  return a.start - b.start || b.end - a.end;
}

/** @param candidates sorted; @returns of those that begin at a word the longest, and on after it */
export function longestOf(candidates: readonly Candidate[]): Candidate[] {
  const longest: Candidate[] = [];
  let end = -1;
  for (const candidate of candidates) {
    if (candidate.start < end) continue;
    longest.push(candidate);
    end = candidate.end;
  }
  return longest;
}

/**
 * @param longest in order, none within another
 * @param candidates sorted
 * @returns each with all that begins in it and is not itself; of the same words the first only
 */
export function withNested(longest: readonly Candidate[], candidates: readonly Candidate[]): Selected[] {
  let at = 0;
  return longest.map((candidate) => {
    const nested: Candidate[] = [];
    for (; at < candidates.length && (candidates[at]?.start ?? 0) < candidate.end; at++) {
      const one = candidates[at];
      if (!one || one.start < candidate.start || (one.start === candidate.start && one.end === candidate.end)) continue;
      const last = nested.at(-1);
      if (last?.start !== one.start || last.end !== one.end) nested.push(one);
    }
    return { candidate, nested };
  });
}
