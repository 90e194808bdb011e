import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { type PdfWords, pdfPage } from '../../src/core/pdf/pdfPage';
import { makePdf, reportPages } from '../support/pdf/makePdf';
import { root } from '../support/paths';
import { launchBrowser } from '../support/vscode/page';
import { print } from './figure';

const origin = 'http://localhost:9';

/** Opening PDFs in Casebook's page for them, as it stands in VS Code's webview: time, and the memory of its process. */
export default async function pdf(): Promise<void> {
  if (!fs.existsSync(path.join(root, 'dist', 'webview', 'pdf.js'))) throw new Error('Run `npm run build` first.');
  for (const count of [10, 1000]) await measure(count, await makePdf(reportPages(count), 10), 1);
  await measure(1000, await makePdf(reportPages(1000), 10), 2);
}

/** @param density how many of the screen's pixels a CSS pixel is wide */
async function measure(count: number, bytes: Uint8Array, density: number): Promise<void> {
  const name = `${count} pages (${(bytes.length / 1e6).toFixed(1)} MB)${density > 1 ? ` on a screen of ${density} pixels for one` : ''}`;
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: density });
    const read = await serve(page, bytes);
    await page.goto(`${origin}/`);
    while (!(await page.evaluate('window.shownAt'))) await page.waitForTimeout(20); // the page's policy lets no waiting be put into it
    print(`${name}: opened until its first page is drawn`, (await page.evaluate('shownAt - openedAt')) as number, 'ms');
    print(`${name}: that, with the start of the page itself`, (await page.evaluate('shownAt')) as number, 'ms');
    print(`${name}: read of it by then`, read() / 1e6, 'MB');
    print(`${name}: memory then`, await memory(browser), 'MB');
    for (let step = 1; step <= 20; step++) {
      await page.evaluate(`{ const pages = document.querySelector('.pages'); pages.scrollTop = pages.scrollHeight * ${step / 20}; }`);
      await page.waitForTimeout(300);
    }
    print(`${name}: memory after scrolling through it`, await memory(browser), 'MB');
    const begin = performance.now();
    await page.locator('button[aria-label=find]').click();
    await page.locator('.findBar input[type=text]').fill('Case report');
    await page.locator('.findBar .count', { hasText: new RegExp(` ${count}$`) }).waitFor({ timeout: 120_000 });
    print(`${name}: a phrase found and counted on all pages`, performance.now() - begin, 'ms');
    print(`${name}: memory after that`, await memory(browser), 'MB');
    await page.locator('.toolbar select').selectOption('4');
    for (let step = 0; step < 12; step++) {
      await page.evaluate(`document.querySelector('.pages').scrollTop += 700`);
      await page.waitForTimeout(300);
    }
    print(`${name}: memory after scrolling on at 400 %`, await memory(browser), 'MB');
  } finally {
    await browser.close();
  }
}

/** Serves the page and what it is made of. @returns how many bytes of the PDF were read */
async function serve(page: Page, bytes: Uint8Array): Promise<() => number> {
  let read = 0;
  const at = (name: string): string => `${origin}/webview/${name}`;
  const words = new Proxy({} as PdfWords, { get: (_, name) => (name === 'toJSON' ? () => ({ matches: '{0} of {1}', find: 'find' }) : String(name)) });
  const html = pdfPage({
    words,
    places: { script: at('pdf.js'), style: at('pdf.css'), worker: at('pdfWorker.mjs'), writer: at('pdfWriter.mjs'), cMaps: at('cmaps/'), fonts: at('fonts/'), wasm: at('wasm/'), icons: at('icons/'), origin },
  }, 'bench', 'en');
  await page.addInitScript({ content: hostScript(bytes.length) });
  await page.route(`${origin}/**`, (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: html });
    if (pathname !== '/bytes') return route.fulfill({ path: path.join(root, 'dist', pathname) });
    const [begin, end] = [Number(searchParams.get('begin')), Number(searchParams.get('end'))];
    read += end - begin;
    return route.fulfill({ body: Buffer.from(bytes.subarray(begin, end)) });
  });
  return () => read;
}

/** Answers the page as the extension does, in the page itself. */
function hostScript(length: number): string {
  return `window.acquireVsCodeApi = () => ({ postMessage(message) {
    if (message.type === 'ready') { window.openedAt = performance.now(); window.postMessage({ type: 'open', version: 1, length: ${length} }); }
    if (message.type === 'shown') window.shownAt = performance.now();
    if (message.type === 'range') fetch('/bytes?begin=' + message.begin + '&end=' + message.end).then((answer) => answer.arrayBuffer())
      .then((bytes) => window.postMessage({ type: 'range', version: 1, begin: message.begin, bytes: new Uint8Array(bytes) }));
  } });`;
}

/** @returns the memory of the page's process (MB): what it shares with others counts in part, as Linux works it out */
async function memory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => {
    const pss = /^Pss:\s+(\d+) kB/m.exec(fs.readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1];
    return Number(pss) / 1e3;
  });
  return Math.max(...sizes);
}
