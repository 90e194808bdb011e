import { bundled } from './bundled';
import { type MadeRecord, madeLibrary } from './duplicates/madeLibrary';
import { realWorks } from './duplicates/realWorks';
import { zoteroPairs } from './duplicates/zoteroRules';
import { print } from './figure';
import type * as Ours from './ours/duplicates';

/** Finding the records of one work in libraries made of real records: how many of those there are, how many of those found are right, how long. */
export default async function duplicates(): Promise<void> {
  const ours = (await bundled('duplicates')) as typeof Ours;
  const real = realWorks(ours);
  if (real.length === 0) return console.log('duplicates: skipped, no data here');
  print('real works', real.length, 'works');
  for (const count of [1000, 10_000, 100_000]) {
    const library = madeLibrary(real, count, ours);
    const { groups, ms } = found(library, ours);
    const pairs = groups.flatMap(({ records }) => records.flatMap((a, at) => records.slice(at + 1).map((b): Pair => [a, b])));
    tell(`${count} records`, library, pairs);
    print(`${count} records: time`, ms, 'ms');
    if (count === 10_000) tell(`${count} records, by Zotero's rules`, library, zoteroPairs(library));
    if (process.argv.includes('--wrong')) tellWrong(library, pairs);
  }
}

type Pair = [MadeRecord, MadeRecord];

/** Processor time, the best of three. */
function found(library: readonly MadeRecord[], { duplicatesOf }: typeof Ours) {
  let groups: ReturnType<typeof duplicatesOf<MadeRecord>> = [];
  const times = [1, 2, 3].map(() => {
    const begin = process.cpuUsage();
    groups = duplicatesOf(library);
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000;
  });
  return { groups, ms: Math.min(...times) };
}

function tell(what: string, library: readonly MadeRecord[], pairs: readonly Pair[]): void {
  const right = pairs.filter(([a, b]) => a.work === b.work).length;
  print(`${what}: precision`, (100 * right) / pairs.length, '%');
  print(`${what}: recall`, (100 * right) / truePairs(library).length, '%');
}

function truePairs(library: readonly MadeRecord[]): Pair[] {
  const works = new Map<number, MadeRecord[]>();
  for (const each of library) works.set(each.work, [...(works.get(each.work) ?? []), each]);
  return [...works.values()].flatMap((same) => same.flatMap((a, at) => same.slice(at + 1).map((b): Pair => [a, b])));
}

/** With `--wrong`: some of the pairs that were found without being of one work, and some that were not found. */
function tellWrong(library: readonly MadeRecord[], pairs: readonly Pair[]): void {
  const key = ([a, b]: Pair): string => [a.record.id, b.record.id].sort().join(' ');
  const known = new Set(pairs.map(key));
  for (const [a, b] of pairs.filter(([a, b]) => a.work !== b.work).slice(0, 20)) console.log('false:', line(a), '\n      ', line(b));
  for (const [a, b] of truePairs(library).filter((pair) => !known.has(key(pair))).slice(0, 20)) console.log('missed:', line(a), '\n       ', line(b));
}

function line({ record }: MadeRecord): string {
  const { type, title, author, issued, volume, page, DOI } = record;
  return JSON.stringify([type, title, author?.[0], issued?.['date-parts']?.[0], volume, page, record['container-title'], DOI]);
}
