import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { largeBibtex, largeCount } from './formatsLarge';

/** Other searches; they are fetched when first asked for and never shipped. */
const peers = ['minisearch@7', 'flexsearch@0.8', 'fuse.js@7'];

const counts = [1_000, 10_000, 100_000, 1_000_000];

/** How soon a large bibliography can be used, and how fast it is searched, beside other searches. */
export default async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-library-'));
  try {
    // Bundled, since what runs TypeScript directly wraps every function.
    const script = join(folder, 'run.cjs');
    await build({ entryPoints: [resolve('test/bench/libraryRun.ts')], bundle: true, platform: 'node', format: 'cjs', outfile: script, logLevel: 'error' });
    measureFile(script, folder);
    measureSearch(script, folder);
    measureGrowth(script, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureFile(script: string, folder: string): void {
  const file = join(folder, 'large.bib');
  writeFileSync(file, largeBibtex());
  const what = `${largeCount} records of 50 MB`;
  for (const run of ['cold', 'warm', 'edit']) measure(what, [script, run, file]);
  rmSync(file);
}

function measureSearch(script: string, folder: string): void {
  const file = join(folder, 'search.bib');
  writeFileSync(file, largeBibtex(100_000));
  measure('search of 100000', [script, 'search', file]);
  const peerFolder = installPeers();
  for (const peer of peerFolder === undefined ? [] : ['minisearch', 'flexsearch', 'fuse.js']) {
    measure(`search of 100000 ${peer}`, [script, peer, file, peerFolder ?? '']);
  }
  rmSync(file);
}

function measureGrowth(script: string, folder: string): void {
  for (const count of counts) {
    const file = join(folder, `${count}.bib`);
    writeLarge(file, count);
    measure(`${count} records`, [script, 'grow', file]);
    rmSync(file);
  }
}

/** A million records are more text than one string can hold. */
function writeLarge(file: string, count: number): void {
  writeFileSync(file, '');
  for (let part = 0; part * 100_000 < count; part += 1) {
    appendFileSync(file, `${largeBibtex(Math.min(100_000, count)).replace(/^@\w+\{/gm, `$&p${part}x`)}\n`);
  }
}

/** Each gets a process of its own, for its memory's sake. */
function measure(what: string, args: readonly string[]): void {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--max-old-space-size=6000', ...args], { encoding: 'utf8', timeout: 900_000 });
  if (status !== 0) {
    console.log(`${what} ${args[1] ?? ''}: could not be measured`);
    console.error(stderr);
    return;
  }
  for (const line of stdout.trim().split('\n')) console.log(`${what} ${line}`);
}

function installPeers(): string | undefined {
  const folder = resolve('.vscode-test', 'peers');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const { status } = spawnSync('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--prefer-offline', ...peers], { encoding: 'utf8', timeout: 180_000 });
  if (status !== 0) console.log('library: other searches cannot be installed and are skipped');
  return status === 0 ? folder : undefined;
}
