import { build } from 'esbuild';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Browser } from 'playwright-core';
import { outFolder, root } from '../support/paths';
import { sharedPath } from '../support/shared';
import { copyOf, temporaryFolder } from '../support/temporary';
import { Workbench } from '../support/ui/workbench';
import { launchBrowser, openPage } from '../support/vscode/page';
import { type Server, startServer } from '../support/vscode/server';
import { figureOf } from './editor/figureLine';
import { writePapers } from './editor/manyPapers';
import { largeBibtex } from './formatsLarge';
import { corpus } from './terms/data';

const sample = path.join(root, 'media', 'sample');
const log = (name: string): string => path.join(outFolder, 'logs', `bench-${name}.log`);

/** What a user waits for in a real VS Code, and what loads at its start. Run `npm run build` first. `--only=large`: what much holds the extension host for; `--only=papers`: what ten thousand papers do; `--only=terms`: what a long note does. */
export default async function editor(): Promise<void> {
  for (const file of ['node/extension.js', 'web/extension.js', 'node/worker.js', 'web/worker.js']) {
    console.log(`bundle dist/${file}: ${(fs.statSync(path.join(root, 'dist', file)).size / 1000).toFixed(0)} kB`);
  }
  const browser = await launchBrowser();
  try {
    const only = process.argv.find((argument) => argument.startsWith('--only='));
    if (!only) {
      await measureActivation(browser);
      for (const figure of await figuresInside(browser, copyOf(sample))) console.log(figure);
      for (const count of [1000, 10_000]) await measureTree(browser, count);
    }
    const isWanted = (...parts: readonly string[]): boolean => !only || parts.some((part) => only === `--only=${part}`);
    if (isWanted('large')) await measureLarge(browser);
    if (isWanted('large', 'papers')) await measureManyPapers(browser);
    if (isWanted('terms')) await measureTerms(browser);
  } finally {
    await browser.close();
  }
}

const activations = 5;

/** Activation is measured where nothing has woken Casebook before: in a folder without papers or notes. */
async function measureActivation(browser: Browser): Promise<void> {
  const figures: string[] = [];
  for (let round = 0; round < activations; round++) figures.push(...(await figuresInside(browser, temporaryFolder())));
  for (const what of ['activation', 'activation by processor time']) {
    const times = figures.flatMap((figure) => (figure.startsWith(`${what}: `) ? [Number.parseFloat(figure.slice(what.length + 2))] : []));
    console.log(`${what}, median of ${activations}: ${times.sort((a, b) => a - b)[activations >> 1]} ms`);
  }
}

/** @returns what `inside.ts` measured in VS Code's extension host with the folder open */
async function figuresInside(browser: Browser, folder: string): Promise<string[]> {
  const server = await startServer({ testDriver: true, log: log('inside-server') });
  try {
    return await figuresOf(browser, server, { folder, script: 'inside' });
  } finally {
    await server.stop();
  }
}

async function figuresOf(browser: Browser, server: Server, { folder, script }: { readonly folder: string; readonly script: string }): Promise<string[]> {
  const bundle = path.join(outFolder, 'bench', `${script}.js`);
  await build({ entryPoints: [path.join(__dirname, 'editor', `${script}.ts`)], outfile: bundle, bundle: true, platform: 'node', format: 'cjs', external: ['vscode'] });
  const figures: string[] = [];
  const url = server.url({ folder, tests: { extension: root, bundle } });
  await new Promise<number>((resolve, reject) => {
    const onLine = (line: string): void => void figures.push(...figureOf(line));
    openPage(browser, url, { log: log(`${script}-page`), onLine, onExit: resolve }).catch(reject);
  });
  return figures;
}

/** A note that names 50 MB of BibTeX: what that holds the extension host for, at first and once it has been read before. */
async function measureLarge(browser: Browser): Promise<void> {
  const folder = temporaryFolder();
  const own = '@article{aaron1999,\n  author = {Aaron, Ada},\n  title = {Eosinophilia},\n  journal = {Gut},\n  year = 1999\n}\n\n';
  fs.writeFileSync(path.join(folder, 'refs.bib'), own + largeBibtex());
  fs.writeFileSync(path.join(folder, 'note.md'), '---\nbibliography: refs.bib\n---\n\n@aaron\n\n@carcinoma\n');
  const server = await startServer({ testDriver: true, log: log('large-server') });
  try {
    for (const figure of await figuresOf(browser, server, { folder, script: 'insideLarge' })) console.log(figure);
    fs.writeFileSync(path.join(folder, 'warm'), '');
    for (const figure of await figuresOf(browser, server, { folder, script: 'insideLarge' })) console.log(figure);
  } finally {
    await server.stop();
  }
}

/** Ten thousand papers: what those hold the extension host for. */
async function measureManyPapers(browser: Browser): Promise<void> {
  const folder = temporaryFolder();
  writePapers(folder, 10_000);
  const server = await startServer({ testDriver: true, log: log('papers-server') });
  try {
    for (const figure of await figuresOf(browser, server, { folder, script: 'insidePapers' })) console.log(figure);
  } finally {
    await server.stop();
  }
}

/** A note of 1 MB, with HPO where it is there: what its terms hold the extension host for. */
async function measureTerms(browser: Browser): Promise<void> {
  const folder = temporaryFolder();
  fs.mkdirSync(path.join(folder, 'notes'));
  const paragraphs = corpus();
  const text = `# A long note\n\n${`${paragraphs}\n\n`.repeat(Math.ceil(1_000_000 / paragraphs.length))}`;
  fs.writeFileSync(path.join(folder, 'large.md'), text.slice(0, 1_000_000));
  const hpo = sharedPath('data', 'terminologies', 'hp.v2024-08-13.json.gz');
  if (hpo) fs.copyFileSync(hpo, path.join(folder, 'hp.json.gz'));
  const server = await startServer({ testDriver: true, log: log('terms-server') });
  try {
    for (const figure of await figuresOf(browser, server, { folder, script: 'insideTerms' })) console.log(figure);
  } finally {
    await server.stop();
  }
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
    const rows = count > 1000 ? Math.ceil(count / 250) : count; // many are parted into ranges
    await page.locator(`[role=treeitem][aria-setsize="${rows}"]`).first().waitFor({ timeout: 60_000 });
    console.log(`tree with ${count} papers, from the click: ${(performance.now() - started).toFixed(0)} ms`);
    await page.context().close();
  } finally {
    await server.stop();
  }
}
