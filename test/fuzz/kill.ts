import { build } from 'esbuild';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Browser } from 'playwright-core';
import { outFolder, root } from '../support/paths';
import { temporaryFolder } from '../support/temporary';
import { launchBrowser, openPage } from '../support/vscode/page';
import { type Server, startServer } from '../support/vscode/server';
import { KillFolder } from './killFolder';
import { Random } from './random';

/** A kill comes at most so long (ms) after what it waits for. */
const latest = 5000;
/** What a kill waits for, in turn: the work, the import's first file, and the very moments at which a file is being written. */
const moments = ['work', 'import', 'first import', 'export'] as const;
/** VS Code's server, which saves documents, lives on and ends what it began within this time (ms). */
const settling = 1500;
const log = (name: string): string => path.join(outFolder, 'logs', `kill-${name}.log`);

/**
 * Kills the extension host of a running VS Code (Linux) while it imports, marks, renames, exports and merges papers, again
 * and again until `wanted` files were written, and looks at each file: it must be the old or the new one, whole.
 * @param withBrokenWriter whether some files are written by halves, which the run must find
 * @returns how many files were neither
 */
export async function killRun(wanted: number, seed: number, withBrokenWriter: boolean): Promise<number> {
  const start = Date.now();
  const random = new Random(seed);
  const bundle = path.join(outFolder, 'kill', 'index.js');
  await build({ entryPoints: [path.join(__dirname, 'killInside.ts')], outfile: bundle, bundle: true, platform: 'node', format: 'cjs', external: ['vscode'] });
  const server = await startServer({ testDriver: true, log: log('server') });
  const browser = await launchBrowser();
  const total = { kills: 0, written: 0, wrong: [] as string[], unfinished: 0 };
  try {
    for (let round = 0; total.written < wanted && round < 300; round += 1) {
      const folder = new KillFolder(temporaryFolder(), withBrokenWriter);
      total.kills += await killOnce({ server, browser, bundle }, folder.path, moments[round % moments.length] ?? 'work', random.below(latest));
      const { written, wrong, unfinished } = folder.look();
      console.log(`  round ${round}: ${written} files written, ${wrong.length} wrong${wrong.length > 0 ? `: ${wrong.join(', ')}` : ''}, ${((Date.now() - start) / 1000).toFixed(0)} s`);
      total.written += written;
      total.wrong.push(...wrong);
      total.unfinished += unfinished;
      fs.rmSync(folder.path, { recursive: true, force: true });
    }
  } finally {
    await browser.close();
    await server.stop();
  }
  console.log(`kill files written: ${total.written} files`);
  console.log(`kill extension hosts killed: ${total.kills} processes`);
  console.log(`kill files neither the old nor the new one, whole: ${total.wrong.length} files`);
  console.log(`kill unfinished files under other names: ${total.unfinished} files`);
  return total.wrong.length;
}

async function killOnce({ server, browser, bundle }: { readonly server: Server; readonly browser: Browser; readonly bundle: string }, folder: string, moment: (typeof moments)[number], after: number): Promise<number> {
  const page = await openPage(browser, server.url({ folder, tests: { extension: root, bundle } }), { log: log('page') });
  while (!fs.existsSync(path.join(folder, 'started'))) await page.waitForTimeout(20);
  const hosts = hostsOf(server.process.pid ?? 0); // found before, so that the kill comes at once
  const target = path.join(folder, 'out.ris');
  const before = fs.statSync(target).mtimeMs;
  // A file that is not there for a moment is a failure as well: that ends the run.
  if (moment === 'export') await until(() => fs.statSync(target).mtimeMs !== before || fs.readdirSync(folder).some((name) => name.startsWith('out.ris.')), 15_000);
  else if (moment !== 'work') await until(() => fs.readdirSync(path.join(folder, 'library')).some((name) => name.startsWith('import')), 15_000);
  if (moment === 'work' || moment === 'import') await page.waitForTimeout(after);
  for (const pid of hosts) process.kill(pid, 'SIGKILL');
  await page.waitForTimeout(settling);
  await page.context().close();
  return hosts.length;
}

async function until(holds: () => boolean, patience: number): Promise<void> {
  const deadline = Date.now() + patience;
  while (!holds() && Date.now() < deadline) await new Promise((resolve) => setImmediate(resolve));
}

/** @returns the extension hosts below a process */
function hostsOf(server: number): number[] {
  const processes = fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  return processes.filter((pid) => isBelow(pid, server) && read(`/proc/${pid}/cmdline`).includes('--type=extensionHost'));
}

function isBelow(pid: number, ancestor: number): boolean {
  for (let at = pid; at > 1; ) {
    if (at === ancestor) return true;
    at = Number(/^PPid:\s*(\d+)/m.exec(read(`/proc/${at}/status`))?.[1] ?? 0);
  }
  return false;
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
