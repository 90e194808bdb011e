import type { DocumentMention } from './documentMention';
import type { DocumentUnit } from './documentUnit';

/**
 * Gives units the heading above them that says something of what they mention: the nearest, up to a heading of its level or above.
 * @param first and `count`: the units that are new
 * @param gone those that stood in their place
 */
export function laySections(units: readonly DocumentUnit[], first: number, count: number, gone: readonly DocumentUnit[]): void {
  const fresh = units.slice(first, first + count);
  if (gone.some(({ heading }) => heading) || fresh.some(({ heading }) => heading)) return layAll(units);
  const before = units[first - 1];
  const section = before?.heading?.kind ? before : before?.section;
  for (const unit of fresh) unit.section = section;
}

function layAll(units: readonly DocumentUnit[]): void {
  const open: DocumentUnit[] = [];
  for (const unit of units) {
    const { heading } = unit;
    if (heading) while ((open.at(-1)?.heading?.level ?? 0) >= heading.level) open.pop();
    unit.section = open.findLast((one) => one.heading?.kind);
    if (heading) open.push(unit);
  }
}

/**
 * What a unit mentions, with what the heading above says of it where the unit's own words say nothing else.
 * @param start where the heading's unit begins
 */
export function ofSection({ heading }: DocumentUnit, start: number, mentions: readonly DocumentMention[]): readonly DocumentMention[] {
  const kind = heading?.kind;
  if (!heading || !kind) return mentions;
  const { words } = heading;
  const status = { kind, cue: { start: start + words.start, end: start + words.end } };
  return mentions.map((mention) => (mention.status.kind === 'affirmed' ? { ...mention, status } : mention));
}
