import type { CslItem } from '../../../src/core/library/record';
import { Random } from '../../fuzz/random';
import type * as Ours from '../ours/duplicates';
import { copyFrom } from './copies';
import { lookAlike } from './lookAlikes';

/** A record, and the number of the work it is of. */
export interface MadeRecord {
  readonly record: CslItem;
  readonly work: number;
}

/**
 * A library of so many records: of ten works seven stand once, two twice or three times as other sources have them, and
 * beside one stands another work that looks like it.
 *
 * @param real real works; once they are used up, others are made of the halves of their titles
 */
export function madeLibrary(real: readonly CslItem[], count: number, ours: typeof Ours): MadeRecord[] {
  const random = new Random(20);
  const records: MadeRecord[] = [];
  for (let work = 0; records.length < count; work += 2) {
    const record = { ...(real[work / 2] ?? madeWork(real, random, work)), id: `w${work}` };
    records.push({ record, work });
    const fate = random.below(10);
    if (fate < 2) for (let copies = 1 + random.below(2); copies > 0; copies -= 1) records.push({ record: { ...copyFrom(record, random, ours), id: `w${work}-${copies}` }, work });
    if (fate === 2) records.push({ record: { ...lookAlike(record, random.pick(real), random), id: `l${work}` }, work: work + 1 });
  }
  return shuffled(records.slice(0, count), random);
}

function madeWork(real: readonly CslItem[], random: Random, work: number): CslItem {
  const [a, b, c] = [random.pick(real), random.pick(real), random.pick(real)];
  const [first, second] = [a.title?.split(' ') ?? [], b.title?.split(' ') ?? []];
  const title = [...first.slice(0, Math.ceil(first.length / 2)), ...second.slice(second.length >> 1)].join(' ');
  return {
    ...a, title: `${title} of ${work} years`, author: c.author, issued: b.issued, volume: String(1 + random.below(200)),
    page: `${1 + random.below(3000)}-${3000 + random.below(20)}`, PMID: undefined, PMCID: undefined, URL: undefined, ISBN: undefined,
    DOI: a.DOI && `10.1234/made.${work}`,
  } as CslItem;
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const mixed = [...list];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = random.below(at + 1);
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}
