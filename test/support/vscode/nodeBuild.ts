import * as fs from 'node:fs';
import * as path from 'node:path';
import { installOnce, npmInstall } from './install';
import { versions } from './versions';

/** VS Code's server and web workbench, whose extensions run in Node. Returns the folder of `out/server-main.js`. */
export async function installNodeBuild(): Promise<string> {
  const home = await installOnce(`code-server-${versions['code-server']}`, async (draft) => {
    await npmInstall(draft, [`code-server@${versions['code-server']}`], ['--omit=optional']);
    const vscode = vscodeIn(draft);
    // Optional dependencies are native modules that nothing here misses, but for the one that reports changed files.
    await npmInstall(vscode, await watcherPackages(vscode), ['--omit=dev', '--omit=optional']);
    stubNativeModules(path.join(vscode, 'node_modules', '@vscode'));
  });
  return vscodeIn(home);
}

const vscodeIn = (home: string): string => path.join(home, 'node_modules', 'code-server', 'lib', 'vscode');

/** Without its native half `@parcel/watcher` takes the file watcher down: no extension would hear of a changed file. */
async function watcherPackages(vscode: string): Promise<string[]> {
  const lock = JSON.parse(await fs.promises.readFile(path.join(vscode, 'npm-shrinkwrap.json'), 'utf8'));
  const libc = process.platform === 'linux' ? '-glibc' : '';
  const name = `@parcel/watcher-${process.platform}-${process.arch}${libc}`;
  const version: unknown = lock.packages[`node_modules/${name}`]?.version;
  return typeof version === 'string' ? [`${name}@${version}`] : [];
}

/** Native modules that were not compiled: the extension host dies without the first, and grumbles without the second. */
function stubNativeModules(scope: string): void {
  const watchdog = path.join(scope, 'native-watchdog', 'build', 'Release');
  fs.mkdirSync(watchdog, { recursive: true });
  fs.writeFileSync(path.join(watchdog, 'watchdog.js'), 'exports.start = () => {};\n');
  fs.writeFileSync(path.join(scope, 'spdlog', 'index.js'), silentLog);
}

const silentLog = `
const nothing = () => {};
const logger = new Proxy({}, { get: (_, key) => (key === 'then' ? undefined : nothing) });
exports.Logger = function () { return logger; };
exports.setLevel = exports.setFlushOn = nothing;
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async () => logger;
`;
