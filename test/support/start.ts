import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { CannotRun } from './cannotRun';
import { outFolder, root } from './paths';
import { runMain } from './runMain';
import { takeShots } from './shots';
import { startServer } from './vscode/server';
import { copyOf } from './temporary';

const sample = path.join(root, 'media', 'sample');

/**
 * Builds Casebook and opens a copy of the sample casebook in a VS Code that has it loaded, until Ctrl-C. With
 * `--shots FOLDER` it takes pictures of the main jobs instead.
 */
async function start(): Promise<number> {
  const { values } = parseArgs({ options: { shots: { type: 'string' } } });
  buildCasebook();
  const folder = copyOf(sample, 'sample-casebook');
  const server = await startServer({ extension: root, log: path.join(outFolder, 'logs', 'start-server.log') });
  const url = server.url({ folder });
  try {
    if (values.shots !== undefined) await takeShots(url, folder, path.resolve(values.shots));
    else await demonstrate(url, server.port, folder, once(server.process, 'exit'));
  } finally {
    await server.stop();
  }
  return 0;
}

function buildCasebook(): void {
  console.log('Building Casebook');
  const { status } = spawnSync(process.execPath, ['esbuild.mjs'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new CannotRun('Casebook did not build: the reason stands above.');
}

async function demonstrate(url: string, port: number, folder: string, ended: Promise<unknown>): Promise<void> {
  console.log(`\nThe sample casebook (a copy, in ${folder}) is open in VS Code at\n\n  ${url}\n`);
  if (hasDisplay()) openInBrowser(url);
  else console.log(`There is no display here: open the address in a browser on this machine; from another one, first run "ssh -L ${port}:localhost:${port}" to this one.`);
  console.log('Ctrl-C ends it.');
  await ended;
}

const hasDisplay = (): boolean => process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);

/** The address is printed as well, so a desktop without an opener is no error. */
function openInBrowser(url: string): void {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  if (command) spawn(command, [...args, url], { detached: true, stdio: 'ignore' }).on('error', () => undefined).unref();
}

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'], // `start` would split the address at its first `&`
};

runMain(start, { codeWhenStopped: 0 }); // Ctrl-C is its usual end
