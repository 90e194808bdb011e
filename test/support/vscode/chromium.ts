import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CannotRun } from '../cannotRun';
import { installOnce, npmInstall } from './install';
import { node24 } from './node24';
import { versions } from './versions';

export interface Chromium {
  readonly executablePath: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The Chromium named in CASEBOOK_CHROMIUM, else one on this machine, else one from npm. */
export async function findChromium(): Promise<Chromium> {
  const asked = process.env['CASEBOOK_CHROMIUM'];
  if (asked) return { executablePath: asked, env: process.env };
  const installed = candidates().find(starts);
  if (installed) return { executablePath: installed, env: process.env };
  if (process.platform === 'linux' && process.arch === 'x64') return chromiumFromNpm();
  throw new CannotRun('No Chromium was found. Install Chromium or Google Chrome, or name one in the environment variable CASEBOOK_CHROMIUM.');
}

function candidates(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const programs = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LocalAppData']];
    return programs.flatMap((folder) => (folder ? ['Google/Chrome', 'Microsoft/Edge'].map((app) => path.join(folder, app, 'Application', app.endsWith('Edge') ? 'msedge.exe' : 'chrome.exe')) : []));
  }
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].flatMap((name) => folders.map((folder) => path.join(folder, name)));
}

/** A file of the right name may be no browser: Ubuntu's `chromium-browser` only says which snap to install. */
function starts(executable: string): boolean {
  if (!fs.existsSync(executable)) return false;
  if (process.platform === 'win32') return true; // where `--version` opens a window
  return printsVersion({ executablePath: executable, env: process.env });
}

const printsVersion = ({ executablePath, env }: Chromium): boolean =>
  spawnSync(executablePath, ['--version', '--no-sandbox'], { env, timeout: 20_000 }).status === 0;

async function chromiumFromNpm(): Promise<Chromium> {
  const home = await installOnce(`chromium-${versions['@sparticuz/chromium']}`, unpack);
  const executablePath = path.join(home, 'chromium');
  const system: Chromium = { executablePath, env: fontsOf(home) };
  if (printsVersion(system)) return system;
  // A machine that never had a browser lacks libnss3: the package brings its own, which serve only where there are none.
  const bundled = { executablePath, env: { ...system.env, LD_LIBRARY_PATH: path.join(home, 'al2023', 'lib') } };
  if (printsVersion(bundled)) return bundled;
  throw new CannotRun('The Chromium from npm does not start on this machine. Install Chromium, or name one in the environment variable CASEBOOK_CHROMIUM.');
}

/** The package unpacks into the folder for temporary files, and its libraries only where it believes itself on AWS. */
async function unpack(draft: string): Promise<void> {
  const node = await node24(); // older ones are refused by the package
  await npmInstall(draft, [`@sparticuz/chromium@${versions['@sparticuz/chromium']}`]);
  const entry = path.join(draft, 'node_modules', '@sparticuz', 'chromium', 'build', 'index.js');
  const script = `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)}); await chromium.executablePath();`;
  const { status, stderr } = spawnSync(node, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'nodejs24.x' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new CannotRun(`Chromium could not be unpacked into .vscode-test:\n${stderr}`);
  fs.rmSync(path.join(draft, 'node_modules'), { recursive: true });
}

/** A machine without fontconfig has no fonts that Chromium would find: the package's own then draw the text. */
function fontsOf(home: string): NodeJS.ProcessEnv {
  if (fs.existsSync('/etc/fonts/fonts.conf')) return process.env;
  const file = path.join(home, 'fonts.conf');
  fs.writeFileSync(file, `<fontconfig><dir>/usr/share/fonts</dir><dir>${path.join(home, 'fonts')}</dir><cachedir>${path.join(home, 'font-cache')}</cachedir></fontconfig>\n`);
  return { ...process.env, FONTCONFIG_FILE: file };
}
