import type { FrameLocator, Locator } from 'playwright-core';
import { untilDone } from './untilDone';
import type { Workbench } from './workbench';

/** Casebook's editor for PDFs, as its user meets it. */
export class PdfEditor {
  readonly frame: FrameLocator;
  readonly pages: Locator;
  readonly toolbar: Locator;
  readonly pageNumber: Locator;

  constructor(private readonly workbench: Workbench) {
    this.frame = workbench.webview();
    this.pages = this.frame.locator('.pages');
    this.toolbar = this.frame.getByRole('toolbar');
    this.pageNumber = this.frame.getByLabel('Page number');
  }

  /** Opens a PDF from the explorer, and waits until it is drawn, or something is said of it. */
  async open(relativePath: string): Promise<void> {
    const { page } = this.workbench;
    const name = relativePath.slice(relativePath.lastIndexOf('/') + 1);
    const drawn = this.frame.locator('.page[data-loaded] canvas, .notice:not([hidden]) p').first();
    const asText = page.getByRole('button', { name: 'Open Anyway' }).or(page.locator('.editor-group-container.active .monaco-editor .view-lines')).first();
    // A window that has only just opened may not have read which editor its settings want.
    await untilDone(page, async () => {
      await this.workbench.tree('Files Explorer').row(name).click({ timeout: 5000 });
      await page.locator('.editor-group-container.active .tab.active', { hasText: name }).waitFor({ timeout: 5000 });
      await Promise.race([drawn.waitFor(), asText.waitFor()]);
      if (!(await asText.isVisible())) return;
      await this.workbench.closeEditors();
      throw new Error(`${name} opened as a text`);
    });
  }

  button(name: string): Locator {
    return this.frame.getByRole('button', { name, exact: true }).first();
  }

  /** Waits until this page is the one that is looked at. */
  async isAt(page: number): Promise<void> {
    await untilDone(this.workbench.page, async () => {
      const shown = await this.pageNumber.inputValue({ timeout: 2000 });
      if (shown !== String(page)) throw new Error(`The editor is at page ${shown}, not ${page}`);
    });
  }

  /** Repeats a check until it holds: what is drawn anew takes its time. */
  settles(check: () => Promise<void>): Promise<void> {
    return untilDone(this.workbench.page, check);
  }

  /** The text layer's words of a page, once they are there. */
  async text(page: number): Promise<string> {
    const layer = this.frame.locator(`.page[data-page-number="${page}"] .textLayer`);
    await layer.locator('span').first().waitFor({ state: 'attached' });
    return (await layer.innerText()).trim();
  }

  /** Double-clicks a word in the first line of a page that holds `line`. */
  async clickTwice(page: number, line: string, word: string): Promise<void> {
    const { x, y, width, height } = await this.boxOf(page, line, word);
    await this.workbench.page.mouse.dblclick(x + width / 2, y + height / 2);
  }

  /** Where a word of a line stands in the window. */
  async boxOf(page: number, line: string, word: string): Promise<Box> {
    const span = this.frame.locator(`.page[data-page-number="${page}"] .textLayer span`, { hasText: line }).first();
    const whole = await span.boundingBox();
    const part = await span.evaluate(boxOfWord, word);
    if (!whole || !part) throw new Error(`Page ${page} does not show "${word}" in "${line}"`);
    return { ...part, x: whole.x + part.x, y: whole.y + part.y };
  }

  /** The words that are selected on the pages. */
  selected(): Promise<string> {
    return this.pages.evaluate(selection);
  }

  /** What is drawn over marked words, by how these are listed. */
  mark(words: string): Locator {
    return this.frame.locator(`.markLayer [data-words="${words}"]`).first();
  }
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const selection = new Function('return getSelection().toString()') as () => string;

const boxOfWord = new Function(
  'span',
  'word',
  `const node = document.createTreeWalker(span, NodeFilter.SHOW_TEXT).nextNode();
  const at = node ? node.data.indexOf(word) : -1;
  if (at < 0) return null;
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + word.length);
  const { x, y, width, height } = range.getBoundingClientRect();
  const outer = span.getBoundingClientRect();
  return { x: x - outer.x, y: y - outer.y, width, height };`,
) as (span: unknown, word: string) => Box | null;
