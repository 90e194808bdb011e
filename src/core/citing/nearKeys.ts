import { fold } from '../library/fold';

/** Offered keys are few enough to be read at a glance. */
const most = 3;
/** A key's letters beyond these are not compared. */
const longest = 60;

/**
 * The known keys that a mistyped one may stand for: `chen1959` → `chen1995`, `chne1995` → `chen1995`, `Chen1995a` → `chen1995`.
 * Optimal string alignment distance (Damerau 1964: letters left out, added, changed, or swapped), at most three edits and a third
 * of the key's letters; accents and case do not count. Keys that are the other's beginning count as near too.
 *
 * @returns at most three, the nearest first
 */
export function nearKeys(key: string, known: Iterable<string>): string[] {
  const typed = fold(key).slice(0, longest);
  const reach = Math.min(3, Math.max(1, Math.floor(typed.length / 3)));
  const found: { readonly key: string; readonly distance: number }[] = [];
  for (const candidate of new Set(known)) {
    if (candidate === key) continue;
    const other = fold(candidate).slice(0, longest);
    const isLonger = typed.length >= 4 && (other.startsWith(typed) || (other.length >= 4 && typed.startsWith(other)));
    if (!isLonger && Math.abs(other.length - typed.length) > reach) continue;
    const distance = isLonger ? Math.min(reach, Math.abs(other.length - typed.length)) : alignment(typed, other, reach);
    if (distance <= reach) found.push({ key: candidate, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1));
  return found.slice(0, most).map(({ key: near }) => near);
}

/** @returns the distance, or more than `reach` as soon as it is known to be that */
function alignment(a: string, b: string, reach: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j - 1] ?? 0) + same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    if (Math.min(...next) > reach) return reach + 1;
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
