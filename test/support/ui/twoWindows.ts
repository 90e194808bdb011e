import * as path from 'node:path';
import type { Browser } from 'playwright-core';
import { outFolder, root } from '../paths';
import { copyOf } from '../temporary';
import { launchBrowser, openPage } from '../vscode/page';
import { type Server, startServer } from '../vscode/server';
import { Workbench } from './workbench';

/** Two windows of one VS Code on the same folder. */
export class TwoWindows {
  private constructor(
    readonly first: Workbench,
    readonly second: Workbench,
    private readonly browser: Browser,
    private readonly server: Server,
  ) {}

  /** @param folder is copied */
  static async open(folder: string): Promise<TwoWindows> {
    const copy = copyOf(folder);
    const log = (name: string): string => path.join(outFolder, 'logs', `ui-two-windows-${name}.log`);
    const server = await startServer({ extension: root, log: log('server') });
    const browser = await launchBrowser();
    const windows = ['first', 'second'].map(async (name) => {
      const workbench = new Workbench(await openPage(browser, server.url({ folder: copy }), { log: log(name) }), copy);
      await workbench.ready();
      return workbench;
    });
    const [first, second] = (await Promise.all(windows)) as [Workbench, Workbench];
    return new TwoWindows(first, second, browser, server);
  }

  get folder(): string {
    return this.first.folder;
  }

  /** The folder that Casebook shares between windows. */
  get storage(): string {
    return path.join(this.server.storage, 'casebook.casebook');
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }
}
