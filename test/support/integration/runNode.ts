import { runTests, TestRunFailedError } from '@vscode/test-electron';
import * as path from 'node:path';
import { fixtureFolder, root } from '../paths';
import { runMain } from '../runMain';
import { copyOf, temporaryFolder } from '../temporary';
import { bundleTests } from './bundle';

/**
 * Runs the integration tests with the Node extension host: in the build from npm, or with `--desktop` in VS Code's
 * desktop build, which is downloaded at the first use.
 */
async function runInNodeHost(): Promise<number> {
  const desktop = process.argv.includes('--desktop');
  const extensionTestsPath = await bundleTests('node');
  const run = runTests({
    ...(desktop ? {} : { vscodeExecutablePath: path.join(__dirname, '..', 'vscode', 'launcher.sh') }),
    extensionDevelopmentPath: root,
    extensionTestsPath,
    launchArgs: [copyOf(fixtureFolder), `--user-data-dir=${temporaryFolder()}`, '--disable-extensions'],
  });
  return run.catch((error: unknown) => {
    if (error instanceof TestRunFailedError) return 1; // the results have told why
    throw error;
  });
}

runMain(runInNodeHost);
