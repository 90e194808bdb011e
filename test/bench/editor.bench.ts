import { build } from 'esbuild';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Browser } from 'playwright-core';
import { outFolder, root } from '../support/paths';
import { copyOf, temporaryFolder } from '../support/temporary';
import { Workbench } from '../support/ui/workbench';
import { launchBrowser, openPage } from '../support/vscode/page';
import { startServer } from '../support/vscode/server';
import { figureOf } from './editor/figureLine';
import { writePapers } from './editor/manyPapers';

const sample = path.join(root, 'media', 'sample');
const log = (name: string): string => path.join(outFolder, 'logs', `bench-${name}.log`);

/** What a user waits for in a real VS Code, and what loads at its start. Run `npm run build` first. */
export default async function editor(): Promise<void> {
  for (const file of ['node/extension.js', 'web/extension.js', 'node/worker.js', 'web/worker.js']) {
    console.log(`bundle dist/${file}: ${(fs.statSync(path.join(root, 'dist', file)).size / 1000).toFixed(0)} kB`);
  }
  const browser = await launchBrowser();
  try {
    await measureActivation(browser);
    for (const figure of await figuresInside(browser, copyOf(sample))) console.log(figure);
    for (const count of [1000, 10_000]) await measureTree(browser, count);
  } finally {
    await browser.close();
  }
}

const activations = 5;

/** Activation is measured where nothing has woken Casebook before: in a folder without papers or notes. */
async function measureActivation(browser: Browser): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < activations; round++) {
    const figures = await figuresInside(browser, temporaryFolder());
    times.push(Number(/activation: ([\d.]+) ms/.exec(figures.join('\n'))?.[1]));
  }
  console.log(`activation, median of ${activations}: ${times.sort((a, b) => a - b)[activations >> 1]} ms`);
}

/** @returns what `inside.ts` measured in VS Code's extension host with the folder open */
async function figuresInside(browser: Browser, folder: string): Promise<string[]> {
  const bundle = path.join(outFolder, 'bench', 'index.js');
  await build({ entryPoints: [path.join(__dirname, 'editor', 'inside.ts')], outfile: bundle, bundle: true, platform: 'node', format: 'cjs', external: ['vscode'] });
  const server = await startServer({ testDriver: true, log: log('inside-server') });
  const figures: string[] = [];
  try {
    const url = server.url({ folder, tests: { extension: root, bundle } });
    await new Promise<number>((resolve, reject) => {
      const onLine = (line: string): void => void figures.push(...figureOf(line));
      openPage(browser, url, { log: log('inside-page'), onLine, onExit: resolve }).catch(reject);
    });
  } finally {
    await server.stop();
  }
  return figures;
}

/** From the click on Casebook's icon, which activates it, until the tree knows every paper. */
async function measureTree(browser: Browser, count: number): Promise<void> {
  const folder = temporaryFolder();
  writePapers(folder, count);
  const server = await startServer({ extension: root, log: log(`tree-${count}-server`) });
  try {
    const page = await openPage(browser, server.url({ folder }), { log: log(`tree-${count}-page`) });
    const workbench = new Workbench(page, folder);
    await workbench.ready();
    await page.waitForTimeout(3000); // what else VS Code does at its start is not ours
    const started = performance.now();
    await page.locator('.activitybar a.action-label[aria-label^="Casebook"]').click();
    await page.locator(`[role=treeitem][aria-setsize="${count}"]`).first().waitFor({ timeout: 60_000 });
    console.log(`tree with ${count} papers, from the click: ${(performance.now() - started).toFixed(0)} ms`);
    await page.context().close();
  } finally {
    await server.stop();
  }
}
