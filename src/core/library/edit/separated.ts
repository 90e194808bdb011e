import type { Span } from '../../text';

/**
 * The stretches to take out so that some of a row of things are gone, each with what parted it from the one before.
 *
 * @param gone indices in ascending order
 * @param parts whether a text between two things only parts them; a comment in it stays
 * @param afterLast what is to go with the last thing, where all before it are gone or none can be taken with it
 */
export function takenOut(text: string, row: readonly Span[], gone: readonly number[], parts: (between: string) => boolean, afterLast: (end: number) => number): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < gone.length; at += 1) {
    const first = gone[at] ?? 0;
    while (gone[at + 1] === (gone[at] ?? 0) + 1) at += 1;
    const last = gone[at] ?? first;
    const [from, to, before, next] = [row[first], row[last], row[first - 1], row[last + 1]];
    if (!from || !to) continue;
    if (before && parts(text.slice(before.end, from.start))) spans.push({ start: before.end, end: to.end });
    else if (next && parts(text.slice(to.end, next.start))) spans.push({ start: from.start, end: next.start });
    else spans.push({ start: from.start, end: afterLast(to.end) });
  }
  return spans;
}
