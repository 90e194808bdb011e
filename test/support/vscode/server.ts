import { spawn, type ChildProcess } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { temporaryFolder } from '../temporary';
import { node24 } from './node24';
import { installNodeBuild } from './nodeBuild';
import { ownGroup, stopGroup } from './processTree';
import { quietSettings, type Settings } from './settings';

export interface ServerOptions {
  /** The folder of an extension that all pages have as if it were installed. */
  readonly extension?: string;
  /** Lets pages run tests. It also keeps notifications from popping up, so it is not for users or for UI tests. */
  readonly testDriver?: boolean;
  /** With `ask`, an unknown folder opens in Restricted Mode. */
  readonly trust?: 'everything' | 'ask';
  /** User settings beside the quiet ones. */
  readonly settings?: Settings;
  /** Where the server's own output goes. */
  readonly log: string;
}

export interface PageRequest {
  readonly folder: string;
  /** An extension under development, and a bundle whose `run` is called instead of waiting for a user. */
  readonly tests?: { readonly extension: string; readonly bundle: string };
}

export interface Server {
  readonly port: number;
  readonly process: ChildProcess;
  /** Where extensions keep what is theirs in all windows. */
  readonly storage: string;
  url(request: PageRequest): string;
  /** Ends the server and all its processes. */
  stop(): Promise<void>;
}

/** VS Code's server on a free port, with data of its own; any number of pages may open different folders in it. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const [vscode, node] = [await installNodeBuild(), await node24()];
  const dataFolder = temporaryFolder();
  writeUserSettings(dataFolder, { ...quietSettings, ...options.settings });
  if (options.extension) linkExtension(dataFolder, options.extension);
  fs.mkdirSync(path.dirname(options.log), { recursive: true });
  const child = spawn(node, [path.join(vscode, 'out', 'server-main.js'), ...flags(dataFolder, options)], {
    detached: process.platform !== 'win32',
    env: ownEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  ownGroup(child);
  const log = fs.createWriteStream(options.log);
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const stop = (): Promise<void> => stopGroup(child);
  try {
    const port = await portOf(child, options.log);
    return { port, process: child, storage: path.join(dataFolder, 'data', 'User', 'globalStorage'), url: (request) => urlOf(port, request), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function flags(dataFolder: string, { testDriver, trust }: ServerOptions): string[] {
  const fixed = '--host 127.0.0.1 --port 0 --without-connection-token --accept-server-license-terms --telemetry-level off';
  return [
    ...fixed.split(' '),
    ...(testDriver ? ['--enable-smoke-test-driver'] : []),
    ...(trust === 'ask' ? [] : ['--disable-workspace-trust']),
    '--server-data-dir',
    dataFolder,
  ];
}

function writeUserSettings(dataFolder: string, settings: Settings): void {
  const file = path.join(dataFolder, 'data', 'User', 'settings.json');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(settings, undefined, 2));
}

/** What stands in its extensions folder at the first start, the server takes for installed. */
function linkExtension(dataFolder: string, extension: string): void {
  const { publisher, name, version } = JSON.parse(fs.readFileSync(path.join(extension, 'package.json'), 'utf8'));
  fs.mkdirSync(path.join(dataFolder, 'extensions'));
  fs.symlinkSync(extension, path.join(dataFolder, 'extensions', `${publisher}.${name}-${version}`), 'junction');
}

/** What a surrounding VS Code or a loader put into the environment would lead the server astray. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/.test(name));
  return Object.fromEntries(kept);
}

function portOf(child: ChildProcess, log: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const fail = (why: string): void => reject(new Error(`VS Code's server did not start: ${why}. Its output is in ${log}`));
    setTimeout(() => fail('no answer in 60 seconds'), 60_000).unref();
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code, signal) => fail(`it ended with ${code ?? signal}`));
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      const port = /Extension host agent listening on (\d+)/.exec(text)?.[1];
      if (port) resolve(Number(port));
    });
  });
}

function urlOf(port: number, { folder, tests }: PageRequest): string {
  const query = new URLSearchParams({ folder: uriPath(folder) });
  if (tests) {
    const remote = (file: string): string => `vscode-remote://localhost:${port}${uriPath(file)}`;
    const payload = [
      ['extensionDevelopmentPath', remote(tests.extension)],
      ['extensionTestsPath', remote(tests.bundle)],
    ];
    query.set('payload', JSON.stringify(payload));
  }
  return `http://localhost:${port}/?${query}`;
}

/** `C:\notes` becomes `/C:/notes`. */
const uriPath = (file: string): string => (path.sep === '/' ? file : `/${file.split(path.sep).join('/')}`);
