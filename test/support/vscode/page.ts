import * as fs from 'node:fs';
import * as path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from './chromium';

/** Sandboxes need a kernel's leave that neither root nor a container has; without the last, Chromium calls home. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({ executablePath, env: env as Record<string, string>, args });
}

export interface PageOptions {
  /** What the console of the page and of its extension host said. */
  readonly log: string;
  /** A page opened with tests: the lines that they print. */
  readonly onLine?: (line: string) => void;
  /** A page opened with tests: their end. */
  readonly onExit?: (code: number) => void;
}

/** A page of its own in a browser profile of its own, with the two functions that VS Code calls when it runs tests. */
export async function openPage(browser: Browser, url: string, options: PageOptions): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(15_000); // shorter than a test may take, so that what was waited for is told
  const page = await context.newPage();
  fs.mkdirSync(path.dirname(options.log), { recursive: true });
  const log = fs.createWriteStream(options.log);
  page.on('console', (message) => log.write(`${message.type()}: ${message.text()}\n`));
  page.on('close', () => log.end());
  await page.exposeFunction('codeAutomationLog', (_type: string, values: unknown[]) => options.onLine?.(values.map(String).join(' ')));
  await page.exposeFunction('codeAutomationExit', (code: number) => options.onExit?.(code));
  await page.goto(url);
  return page;
}
