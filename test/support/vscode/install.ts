import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { CannotRun } from '../cannotRun';
import { cacheFolder } from '../paths';
import { withLock } from './lock';

/**
 * The folder `.vscode-test/NAME`, filled at the first use. It is filled under another name and renamed at the end, so a
 * folder that bears its own name is complete, whatever interrupted an earlier run.
 */
export async function installOnce(name: string, fill: (draft: string) => Promise<void>): Promise<string> {
  const home = path.join(cacheFolder, name);
  if (fs.existsSync(home)) return home;
  return withLock(`${home}.lock`, async () => {
    if (fs.existsSync(home)) return home;
    console.log(`Installing ${name} into .vscode-test (this happens once)`);
    const draft = `${home}.part`;
    fs.rmSync(draft, { recursive: true, force: true });
    fs.mkdirSync(draft, { recursive: true });
    await fill(draft);
    fs.renameSync(draft, home);
    return home;
  });
}

/** Packages from the npm registry; their scripts never run, so nothing is compiled or downloaded from elsewhere. */
export async function npmInstall(folder: string, packages: readonly string[], flags: readonly string[] = []): Promise<void> {
  const manifest = path.join(folder, 'package.json'); // without one npm would climb up and install into Casebook itself
  if (!fs.existsSync(manifest)) fs.writeFileSync(manifest, '{ "private": true }\n');
  const { code, errors } = await npm(folder, ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...flags, ...packages]);
  if (code === 0) return;
  throw new CannotRun(
    `npm could not install ${packages.join(', ')}:\n${firstLines(errors)}\n` +
      'Check that the npm registry can be reached ("npm ping"; a proxy or a mirror goes into npm\'s own settings), ' +
      'then run the same command again: what is already installed is kept.',
  );
}

/** Npm says the reason first, and then where in npm it was met. */
const firstLines = (errors: string): string => errors.trim().split('\n').slice(0, 4).join('\n');

function npm(cwd: string, args: readonly string[]): Promise<{ code: number | null; errors: string }> {
  const script = process.env['npm_execpath']; // set inside `npm test`; spares us a shell on Windows
  const child = script?.endsWith('.js')
    ? spawn(process.execPath, [script, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] })
    : spawn('npm', args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], shell: process.platform === 'win32' });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve({ code, errors })));
}
