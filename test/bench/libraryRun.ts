import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BibliographyWork } from '../../src/core/library/bibliography/bibliographyWork';
import { parseQuery } from '../../src/core/library/query';
import { localFiles } from '../../src/platform/workers/portNode';
import { peerSearch } from './libraryPeers';

/** Measures one thing on one file, in a process of its own: `node run.cjs WHAT FILE [PEERS]`. */
const [what = '', path = '', peerFolder = ''] = process.argv.slice(2);
const file = pathToFileURL(path).href;

/** Typed letter by letter, as people look for papers: who and when, words of a title, a citekey, a journal. */
const queries = ['chen 1995', 'garcía renal', 'whang-peng', 'müllersonic 2003 case', 'lymphoma chemotherapy', 'a rare case report', 'metastasis dna', 'vanderberg', 'novak123', 'japanese journal', 'o’brien', 'tanaka lancet 19', 'xyz', 'outcome of hepatic resection'];

/** Queries with fields, each as it stands and typed letter by letter. */
const fieldQueries = ['author:chen', 'author:chen year:1990-2000', 'title:case', 'title:"case report"', 'journal:lancet -case', 'year:2001', 'type:article', 'key:novak', 'lymphoma -author:chen', 'doi:10.1000/j.x1', 'doi:nowhere', 'author:"jan van der berg"', 'author:"anna-lena whang-peng"', 'author:"nobody here"', '"rare case"', '-doi:10'];

interface Time {
  /** Milliseconds. */
  readonly wall: number;
  readonly processor: number;
}

async function timed(run: () => unknown): Promise<Time> {
  const begin = performance.now();
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - begin, processor: (user + system) / 1000 };
}

function print(name: string, { wall, processor }: Time): void {
  console.log(`${name}: ${wall.toFixed(wall < 10 ? 2 : 0)} ms`);
  // On a machine that does other things as well, this one says more; it has what other threads do for this one as well.
  console.log(`${name} by processor time: ${processor.toFixed(processor < 10 ? 2 : 0)} ms`);
}

function printMemory(): void {
  console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1000)} MB`);
}

async function cold(): Promise<BibliographyWork> {
  const work = new BibliographyWork(localFiles);
  print('cold, from file to listed and searchable', await timed(async () => {
    await work.open(file);
    work.search([file], 'chen');
  }));
  console.log(`records: ${work.count(file)} records`);
  printMemory();
  return work;
}

async function warm(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-cache-'));
  const cache = pathToFileURL(join(folder, 'cache')).href;
  const first = new BibliographyWork(localFiles);
  await first.open(file);
  await first.keep(file, cache);
  first.close(file);
  console.log(`cache: ${(statSync(join(folder, 'cache')).size / 1e6).toFixed(1)} MB`);
  const work = new BibliographyWork(localFiles);
  print('warm, from cache to listed and searchable', await timed(async () => {
    await work.open(file, { cache });
    work.search([file], 'chen');
  }));
  print('first full record after that', await timed(() => work.find([file], [work.rows(file, 50_000, 1)[0]?.key ?? ''])));
  rmSync(folder, { recursive: true });
}

/** One entry edited again and again, at several places of the file. */
async function edit(): Promise<void> {
  const work = new BibliographyWork(localFiles);
  let bytes = readFileSync(path);
  await work.open(file);
  for (const order of ['author', 'year', 'title'] as const) work.rows(file, 0, 100, order);
  const times: Time[] = [];
  const reads: Time[] = [];
  for (const [index, part] of [0.5, 0.1, 0.9, 0.3, 0.7, 0.001, 0.999, 0.2, 0.8].entries()) {
    const at = bytes.indexOf('title = {', Math.floor(bytes.length * part)) + 9;
    bytes = Buffer.concat([bytes.subarray(0, at), Buffer.from(`Zebrafish${index} `), bytes.subarray(at)]);
    writeFileSync(path, bytes);
    await new Promise((resolve) => setTimeout(resolve, 200)); // the disk is busy with what was just written
    reads.push(await timed(() => localFiles.read(file)));
    times.push(await timed(async () => {
      await work.update(file);
      if (work.search([file], `zebrafish${index}`).total !== 1) throw new Error('not found');
      work.rows(file, 0, 100, 'author');
    }));
  }
  print('one entry edited, from the file to listed, sorted and searchable', median(times));
  print('of which reading the file alone', median(reads));
  printMemory();
}

function median(times: readonly Time[]): Time {
  return [...times].sort((a, b) => a.wall - b.wall)[times.length >> 1] ?? { wall: NaN, processor: NaN };
}

/**
 * Each key stroke's best time of several, since other programs run as well; then the median and the worst of all key strokes.
 * @param runs how many times each; the slowest of the peers takes seconds
 */
async function keystrokes(search: (query: string) => unknown, typed: readonly string[] = queries, { runs = 5, name = 'per keystroke' } = {}): Promise<void> {
  const strokes = typed.flatMap((query) => Array.from(query, (_, place) => query.slice(0, place + 1)));
  const best = strokes.map((): Time => ({ wall: Infinity, processor: Infinity }));
  // One after the other each time, as they are typed: what a search remembers is of the strokes before.
  for (let run = 0; run < runs; run += 1) {
    for (const [place, query] of strokes.entries()) {
      const { wall, processor } = await timed(() => search(query));
      const known = best[place] as Time;
      best[place] = { wall: Math.min(known.wall, wall), processor: Math.min(known.processor, processor) };
    }
  }
  for (const kind of ['wall', 'processor'] as const) {
    const sorted = best.map((time) => time[kind]).sort((a, b) => a - b);
    const by = kind === 'wall' ? '' : ' by processor time';
    console.log(`${name}, median${by}: ${(sorted[sorted.length >> 1] ?? NaN).toFixed(2)} ms`);
    console.log(`${name}, worst${by}: ${(sorted.at(-1) ?? NaN).toFixed(2)} ms`);
  }
}

async function run(): Promise<void> {
  if (what === 'cold') await cold();
  else if (what === 'warm') await warm();
  else if (what === 'edit') await edit();
  else if (what === 'search' || what === 'grow') {
    const work = await cold();
    await keystrokes((query) => work.search([file], query));
    await keystrokes((query) => work.matching([file], parseQuery(query)), fieldQueries, { name: 'per keystroke of queries by field' });
    for (const query of fieldQueries) {
      const times: Time[] = [];
      for (let run = 0; run < 5; run += 1) times.push(await timed(() => work.matching([file], parseQuery(query))));
      const { total } = await work.matching([file], parseQuery(query), 0);
      print(`${query}, ${total} found, median`, median(times));
    }
  } else {
    const work = new BibliographyWork(localFiles);
    await work.open(file);
    const rows = work.rows(file, 0, Infinity);
    work.close(file);
    let search: ((query: string) => unknown) | undefined;
    print('index', await timed(() => (search = peerSearch(what, peerFolder, rows))));
    if (search) await keystrokes(search, what === 'fuse.js' ? queries.slice(0, 2) : queries, { runs: 1 });
    printMemory();
  }
}

void run();
