import { runTests } from '@vscode/test-electron';
import * as path from 'node:path';
import { fixtureFolder, root } from '../paths';
import { runMain } from '../runMain';
import { copyOf, discard } from '../workspace';
import { bundleTests } from './bundle';

/**
 * Runs the integration tests with the Node extension host: in the build from npm, or with `--desktop` in VS Code's
 * desktop build, which is downloaded at the first use.
 */
async function runInNodeHost(): Promise<number> {
  const desktop = process.argv.includes('--desktop');
  const extensionTestsPath = await bundleTests('node');
  const folder = copyOf(fixtureFolder);
  const profile = `${folder}-profile`; // beside the copy, so it goes when the copy goes
  try {
    return await runTests({
      ...(desktop ? {} : { vscodeExecutablePath: path.join(__dirname, '..', 'vscode', 'launcher.sh') }),
      extensionDevelopmentPath: root,
      extensionTestsPath,
      launchArgs: [folder, `--user-data-dir=${profile}`, '--disable-extensions'],
    });
  } finally {
    discard(folder);
  }
}

runMain(runInNodeHost);
