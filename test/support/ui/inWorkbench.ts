import * as path from 'node:path';
import type { Browser } from 'playwright-core';
import { fixtureFolder, outFolder, root } from '../paths';
import { launchBrowser, openPage } from '../vscode/page';
import { startServer, type Server } from '../vscode/server';
import { startWebServer } from '../vscode/webServer';
import { copyOf } from '../temporary';
import { writeFolderSettings } from './folderSettings';
import { Workbench } from './workbench';

/** `node`: the newest VS Code, extensions in Node. `web`: the oldest, extensions in a web worker. */
export type Build = 'node' | 'web';

export interface WorkbenchOptions {
  readonly builds?: readonly Build[];
  /** The folder that is copied and opened. */
  readonly folder?: string;
  /** Adds to the copy before it is opened. */
  readonly prepare?: (folder: string) => Promise<void>;
  /** Settings of the opened folder. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** With `ask` the folder opens in Restricted Mode; only the `node` build can. */
  readonly trust?: 'everything' | 'ask';
}

/**
 * A mocha suite in a VS Code of its own, once for each build. The tests of one suite share its window, in order; a test
 * that fails leaves a picture of it behind.
 */
export function inWorkbench(title: string, define: (workbench: () => Workbench) => void, options: WorkbenchOptions = {}): void {
  for (const build of options.builds ?? ['node']) {
    describe(`${title} (${build})`, function () {
      this.timeout(60_000);
      let opened: Opened | undefined;
      before(async function () {
        this.timeout(180_000); // the first one may have to install VS Code
        opened = await open(build, title, options);
      });
      afterEach(async function () {
        if (this.currentTest?.state !== 'failed') return;
        const picture = path.join(outFolder, 'failed', `${fileName(this.currentTest.fullTitle())}.png`);
        await opened?.workbench.screenshot(picture);
        console.log(`A picture of the failed test is in ${path.relative(root, picture)}`);
      });
      after(() => opened?.close());
      define(() => {
        if (!opened) throw new Error('The workbench opens in a `before` hook: call this inside a test');
        return opened.workbench;
      });
    });
  }
}

interface Opened {
  readonly workbench: Workbench;
  close(): Promise<void>;
}

async function open(build: Build, title: string, options: WorkbenchOptions): Promise<Opened> {
  const folder = copyOf(options.folder ?? fixtureFolder);
  await options.prepare?.(folder);
  if (options.settings) writeFolderSettings(folder, options.settings);
  const log = (name: string): string => path.join(outFolder, 'logs', `ui-${fileName(title)}-${build}-${name}.log`);
  const web = build === 'web' ? await startWebServer({ folder, extension: root, log: log('server') }) : undefined;
  const url = web?.url ?? (await sharedServer(options.trust ?? 'everything')).url({ folder });
  const page = await openPage(await sharedBrowser(), url, { log: log('page') });
  const workbench = new Workbench(page, folder);
  await workbench.ready();
  return {
    workbench,
    async close() {
      await page.context().close();
      await web?.stop();
    },
  };
}

// One browser and one server for all suites: they take seconds to start, and every suite has a page and a folder of its own.
let browser: Promise<Browser> | undefined;
const servers = new Map<string, Promise<Server>>();

const sharedBrowser = (): Promise<Browser> => (browser ??= launchBrowser());

function sharedServer(trust: 'everything' | 'ask'): Promise<Server> {
  let server = servers.get(trust);
  if (!server) servers.set(trust, (server = startServer({ extension: root, trust, log: path.join(outFolder, 'logs', `ui-server-${trust}.log`) })));
  return server;
}

export async function closeShared(): Promise<void> {
  await (await browser)?.close();
  for (const server of servers.values()) await (await server).stop();
}

const fileName = (title: string): string => title.replace(/[^\p{L}\p{N}]+/gu, '-');
