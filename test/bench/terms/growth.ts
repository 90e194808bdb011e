import { print, time } from '../figure';
import type * as Terms from '../ours/terms';

const sizes = [1000, 10_000, 100_000, 1_000_000];
/** The rank of a preferred name. */
const firstRank = 0;
/** About all names of UMLS. */
const allOfUmls = 10_000_000;

/** How building and searching grow with the names: real ones, then each again with a word of another one after it, and another, ... */
export function measureGrowth(ours: typeof Terms, names: readonly string[], text: string): void {
  for (const size of process.argv.includes('--growth') ? [...sizes, allOfUmls] : sizes) {
    if (size > names.length && names.length < 100_000) continue;
    const compiler = new ours.IndexCompiler(ours.allSteps);
    const step = Math.max(1, Math.floor(names.length / size));
    const before = process.memoryUsage.rss();
    const add = () => {
      for (let at = 0; at < size; at++) compiler.add(nameAt(names, at, step), at, firstRank, false);
    };
    let tables: Terms.CompiledNames | undefined;
    const processor = process.cpuUsage();
    print(`${size} names: build`, time(() => (add(), (tables = compiler.tables()))) / 1e3, 's');
    print(`${size} names: build, processor time`, process.cpuUsage(processor).user / 1e6, 's');
    if (!tables) return;
    print(`${size} names: memory while built`, (process.memoryUsage.rss() - before) / 1e6, 'MB more');
    const { trie, words } = tables;
    print(`${size} names: tables`, Object.values({ ...trie, ...words }).reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6, 'MB');
    const search = new ours.TermSearch([new ours.TermIndex({ concepts: [], ...tables })]);
    print(`${size} names: raw scan`, text.length / 1e3 / time(() => ours.scan(search, text), 5), 'MB/s');
  }
  const index = new ours.TermIndex({ concepts: [], ...tablesOf(ours, names) });
  for (const length of [10_000, 100_000, 1_000_000]) {
    const part = Buffer.from(text.slice(0, length)).toString('utf8');
    print(`text of ${length / 1e3} KB: raw scan`, time(() => ours.scan(index.search, part), 9), 'ms');
  }
}

function tablesOf(ours: typeof Terms, names: readonly string[]): Terms.CompiledNames {
  const compiler = new ours.IndexCompiler(ours.allSteps);
  names.forEach((name, at) => compiler.add(name, at, firstRank, false));
  return compiler.tables();
}

function nameAt(names: readonly string[], at: number, step: number): string {
  const name = names[(at * step) % names.length] ?? '';
  const round = Math.floor((at * step) / names.length);
  return round === 0 ? name : `${name} ${(names[(at * 7919 + round) % names.length] ?? '').split(' ')[0] ?? ''}`;
}
