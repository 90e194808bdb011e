import type { CslItem } from './record';
import { contradict, type SameBy, sameByInOrder, sameWork } from './sameWork';
import { type WorkIdentity, workIdentity } from './workIdentity';
import { WorkIndex } from './workIndex';

/** A record and where it stands; of where, only whoever finds and shows it needs to know. */
export interface StandingRecord {
  readonly record: CslItem;
}

/** Records of one work. */
export interface DuplicateGroup<R> {
  readonly records: readonly R[];
  /** What was found of which two of them; every record is in one link at least. */
  readonly links: readonly DuplicateLink<R>[];
}

export interface DuplicateLink<R> {
  readonly a: R;
  readonly b: R;
  readonly by: SameBy;
}

/** As many records are looked at in one step: about a millisecond. */
const recordsAStep = 100;

/**
 * Finds records of one work, in time and memory that grow with their number.
 *
 * Links by number are taken first. One by title or place is not taken where anything in the two groups it would join
 * speaks against it: of `Fever` (no DOI) and two `Fever` with a DOI each, not all three are one work.
 *
 * @param areDifferent says of two records whether the user has told them apart
 * @returns a generator that yields how many records were looked at, so that its caller may pause or stop, and then
 *   returns the groups, in the order of their first records
 */
export function* findDuplicates<R extends StandingRecord>(
  records: readonly R[],
  areDifferent: (a: R, b: R) => boolean = () => false,
): Generator<number, DuplicateGroup<R>[]> {
  const index = new WorkIndex<number>();
  const identities: WorkIdentity[] = [];
  const links: Link[] = [];
  for (const [at, each] of records.entries()) {
    if (at % recordsAStep === 0) yield at;
    const identity = workIdentity(each.record);
    for (const other of index.candidates(identity)) {
      const by = sameWork(identities[other] as WorkIdentity, identity);
      if (by && !areDifferent(records[other] as R, each)) links.push({ a: other, b: at, by });
    }
    index.add(identity, at);
    identities.push(identity);
  }
  const apart = (a: number, b: number): boolean => areDifferent(records[a] as R, records[b] as R);
  const sets = joined(links, (a, b) => apart(a, b) || contradict(identities[a] as WorkIdentity, identities[b] as WorkIdentity), apart);
  return groupsOf(sets, records);
}

/** Drives `findDuplicates` to its end at once, for who need not pause. */
export function duplicatesOf<R extends StandingRecord>(records: readonly R[], areDifferent?: (a: R, b: R) => boolean): DuplicateGroup<R>[] {
  const finding = findDuplicates(records, areDifferent);
  for (;;) {
    const step = finding.next();
    if (step.done) return step.value;
  }
}

interface Link {
  readonly a: number;
  readonly b: number;
  readonly by: SameBy;
}

interface WorkSet {
  readonly members: number[];
  readonly links: Link[];
}

/** Joins the smaller set to the larger; a set that would grow past this is no group of duplicates, but a bad number. */
const largestGroup = 200;

function joined(links: readonly Link[], speaksAgainst: Against, apart: Against): ReadonlySet<WorkSet> {
  const sets = new Map<number, WorkSet>();
  const setOf = (at: number): WorkSet => sets.get(at) ?? { members: [at], links: [] };
  const inOrder = [...links].sort((x, y) => sameByInOrder.indexOf(x.by) - sameByInOrder.indexOf(y.by));
  for (const link of inOrder) {
    const [a, b] = [setOf(link.a), setOf(link.b)];
    if (a === b) a.links.push(link);
    if (a === b || a.members.length + b.members.length > largestGroup) continue;
    const against = isNumber(link.by) ? apart : speaksAgainst;
    if (a.members.some((one) => b.members.some((other) => against(one, other)))) continue;
    const [small, large] = a.members.length < b.members.length ? [a, b] : [b, a];
    large.members.push(...small.members);
    large.links.push(...small.links, link);
    for (const member of large.members) sets.set(member, large);
  }
  return new Set(sets.values());
}

type Against = (a: number, b: number) => boolean;

function isNumber(by: SameBy): boolean {
  return by !== 'title' && by !== 'place';
}

function groupsOf<R>(sets: ReadonlySet<WorkSet>, records: readonly R[]): DuplicateGroup<R>[] {
  const at = (index: number): R => records[index] as R;
  const sorted = [...sets].map(({ members, links }) => ({ members: members.sort((a, b) => a - b), links }));
  sorted.sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0));
  return sorted.map(({ members, links }) => ({
    records: members.map(at),
    links: links.map(({ a, b, by }) => ({ a: at(a), b: at(b), by })),
  }));
}
