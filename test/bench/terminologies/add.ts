import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readTerminology } from '../../../src/core/terms/readers/terminologyReader';
import { FolderSearches } from '../../../src/core/terms/terminologies/folderSearches';
import { chosen, type TerminologyChoice } from '../../../src/core/terms/terminologies/terminologyChoice';
import { TerminologyWork } from '../../../src/core/terms/terminologies/terminologyWork';
import { FetchHttp } from '../../../src/platform/http/fetchHttp';
import { hostClock } from '../../../src/platform/http/hostClock';
import { LocalOwnFiles } from '../../../src/platform/workers/localOwnFiles';

/** Measures adding terminologies in a process of its own, as the worker does it from the files' bytes to the first search: `node add.cjs FILE...`. */
async function run(given: readonly string[]): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'casebook-add-'));
  const root = pathToFileURL(path.join(folder, 'terminologies')).href;
  const files = new LocalOwnFiles();
  const work = new TerminologyWork({ files, http: new FetchHttp(), clock: hostClock, session: 'bench' }, readTerminology);
  const copies = given.map((file) => copyOf(file, folder));
  const begin = now();
  for (const copy of copies) {
    const answer = await work.read(root, copy, { from: { files: [{ uri: pathToFileURL(copy).href }] }, today: '2026-01-01' });
    if (answer.kind !== 'read') throw new Error(`${copy}: ${JSON.stringify(answer)}`);
    await work.keep(root, copy);
    console.log(`holds: ${answer.terminology.counts.names + answer.terminology.counts.inexact} names`);
  }
  const read = now();
  const choices = chosen(await work.list(root), { order: [], off: new Set(), branches: {} });
  await search(files, root, choices);
  const end = now();
  print('read and kept', begin, read);
  print('compiled', read, end);
  print('added, first time', begin, end);
  const again = now();
  await search(files, root, choices);
  print('opened at the next start', again, now());
  rmSync(folder, { recursive: true });
}

async function search(files: LocalOwnFiles, root: string, terminologies: readonly TerminologyChoice[]): Promise<void> {
  const searches = new FolderSearches(async () => [], files, hostClock);
  searches.set('', { glossary: [], terminologies, root });
  const { stored } = await searches.of('');
  if (!stored) throw new Error('nothing was compiled');
}

/** What is packed with xz, as no terminology is, is unpacked before. */
function copyOf(file: string, folder: string): string {
  const copy = path.join(folder, path.basename(file, '.xz'));
  if (file.endsWith('.xz')) writeFileSync(copy, execFileSync('xz', ['-dc', file], { maxBuffer: 1 << 29 }));
  else copyFileSync(file, copy);
  return copy;
}

/** When something is, by the clock and by what the processor has done; a busy machine's clock says little. */
interface Moment {
  readonly clock: number;
  readonly processor: number;
}

function now(): Moment {
  const { user, system } = process.cpuUsage();
  return { clock: performance.now(), processor: (user + system) / 1000 };
}

function print(what: string, from: Moment, to: Moment): void {
  console.log(`${what}: ${((to.clock - from.clock) / 1000).toPrecision(3)} s`);
  console.log(`${what}, processor time: ${((to.processor - from.processor) / 1000).toPrecision(3)} s`);
}

void run(process.argv.slice(2));
