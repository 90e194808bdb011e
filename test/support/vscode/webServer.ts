import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ownGroup, stopGroup } from './processTree';
import { installWebBuild } from './webBuild';

export interface WebServerOptions {
  /** Served read-only: what the page writes stays in its memory. */
  readonly folder: string;
  readonly extension: string;
  readonly tests?: string;
  readonly log: string;
}

export interface WebServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** VS Code for the Web, served by `@vscode/test-web` in a process of its own, which keeps its chatter out of ours. */
export async function startWebServer({ folder, extension, tests, log }: WebServerOptions): Promise<WebServer> {
  const { home, dataFolder, commit } = await installWebBuild();
  const port = await freePort();
  const options = {
    browserType: 'none',
    esm: false, // the build is older than VS Code's move to ES modules
    quality: 'stable',
    commit,
    testRunnerDataDir: dataFolder,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    folderPath: folder,
    port,
  };
  fs.mkdirSync(path.dirname(log), { recursive: true });
  const output = fs.openSync(log, 'w');
  const child = spawn(process.execPath, ['--eval', `require('@vscode/test-web').open(${JSON.stringify(options)})`], {
    cwd: home, // where `require` finds it
    detached: process.platform !== 'win32',
    stdio: ['ignore', output, output],
  });
  fs.closeSync(output);
  ownGroup(child);
  const origin = `http://localhost:${port}`;
  while (!(await answers(origin))) {
    if (child.exitCode !== null) throw new Error(`@vscode/test-web did not start. Its output is in ${log}`);
    await sleep(100);
  }
  const payload = JSON.stringify([['skipWelcome', 'true']]);
  return { url: `${origin}/?${new URLSearchParams({ payload })}`, stop: () => stopGroup(child) };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(5000) }).then(
    (response) => response.ok,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().on('error', reject);
    probe.listen(0, () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
