import { once } from 'node:events';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseArgs } from 'node:util';
import { outFolder } from '../paths';
import { runMain } from '../runMain';
import { startServer } from './server';
import type { Settings } from './settings';
import { runTestsAt } from './testPage';

/**
 * Behaves like VS Code's own executable towards `@vscode/test-electron`: takes the same flags, prints what the tests
 * print, and ends with their exit code; but what it starts is the build from npm, in a headless Chromium.
 */
async function launch(): Promise<number> {
  const { values, positionals } = parseArgs({ strict: false, allowPositionals: true, options: flags });
  const { extensionDevelopmentPath: extension, extensionTestsPath: bundle } = values;
  const [folder] = positionals;
  if (typeof extension !== 'string' || typeof bundle !== 'string' || !folder) {
    throw new Error('Needed: --extensionDevelopmentPath=, --extensionTestsPath= and a folder');
  }
  const server = await startServer({
    testDriver: true,
    trust: values['disable-workspace-trust'] ? 'everything' : 'ask',
    settings: userSettings(values['user-data-dir']),
    log: path.join(outFolder, 'logs', 'node-server.log'),
  });
  const died = once(server.process, 'exit').then(() => Promise.reject(new Error("VS Code's server ended in the middle of the tests")));
  try {
    const url = server.url({ folder, tests: { extension, bundle } });
    return await Promise.race([runTestsAt(url, path.join(outFolder, 'logs', 'node-page.log')), died]);
  } finally {
    died.catch(() => undefined); // from here on it is meant to end
    await server.stop();
  }
}

const flags = {
  extensionDevelopmentPath: { type: 'string' },
  extensionTestsPath: { type: 'string' },
  'user-data-dir': { type: 'string' },
  'disable-workspace-trust': { type: 'boolean' },
} as const;

/** The settings of the profile that the desktop build would have used. */
function userSettings(profile: unknown): Settings {
  const file = typeof profile === 'string' ? path.join(profile, 'User', 'settings.json') : '';
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Settings) : {};
}

runMain(launch);
