import * as path from 'node:path';
import { fixtureFolder, outFolder, root } from '../paths';
import { runMain } from '../runMain';
import { runTestsAt } from '../vscode/testPage';
import { startWebServer } from '../vscode/webServer';
import { bundleTests } from './bundle';

/** Runs the integration tests in VS Code for the Web, in a web worker. */
async function runInWebHost(): Promise<number> {
  const tests = await bundleTests('web');
  const server = await startWebServer({ folder: fixtureFolder, extension: root, tests, log: path.join(outFolder, 'logs', 'web-server.log') });
  try {
    return await runTestsAt(server.url, path.join(outFolder, 'logs', 'web-page.log'));
  } finally {
    await server.stop();
  }
}

runMain(runInWebHost);
