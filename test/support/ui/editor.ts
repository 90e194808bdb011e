import type { Locator, Page } from 'playwright-core';
import { untilDone } from './untilDone';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The active text editor. Only the lines in sight exist: `goTo` brings others there. */
export class Editor {
  readonly element: Locator;
  readonly lines: Locator;
  readonly suggestions: Locator;
  private readonly hovers: Locator;

  constructor(private readonly page: Page) {
    this.element = page.locator('.editor-group-container.active .editor-instance .monaco-editor').first();
    this.lines = this.element.locator('.view-line');
    this.suggestions = page.locator('.suggest-widget.visible .monaco-list-row');
    this.hovers = page.locator('[widgetid="editor.contrib.resizableContentHoverWidget"] .monaco-hover:not(.hidden)');
  }

  /** The lines in sight, from the top. */
  async text(): Promise<string> {
    await this.lines.first().waitFor();
    return this.element.evaluate(readLines);
  }

  /** Puts the cursor there; both count from 1. */
  async goTo(line: number, column = 1): Promise<void> {
    const input = this.page.locator('.quick-input-widget .quick-input-box input');
    await untilDone(this.page, async () => {
      await this.page.keyboard.press('ControlOrMeta+G'); // the same key on a Mac, where it is spelt Control
      await input.fill(`:${line}:${column}`, { timeout: 3000 });
      await input.press('Enter', { timeout: 3000 });
      await this.hasKeyboard();
    });
  }

  /** Types at the cursor, key by key, so that completions and automatic closing take part. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text, { delay: 20 });
  }

  /** Clicks a word, until the keyboard is the editor's. */
  async clickWord(word: string, occurrence = 1): Promise<void> {
    await untilDone(this.page, async () => {
      const box = await this.boxOf(word, occurrence);
      await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await this.hasKeyboard();
    });
  }

  /** Rests the mouse on a word and returns the hover that appears. */
  async hover(word: string, occurrence = 1): Promise<Locator> {
    const hover = this.hovers.filter({ hasNotText: /^Loading\.\.\.$/ }).first();
    const deadline = Date.now() + 15_000;
    for (;;) {
      const { x, y, width, height } = await this.boxOf(word, occurrence);
      await this.page.mouse.move(0, 0);
      await hover.waitFor({ state: 'hidden' });
      await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 2 }); // a mouse that does not move opens no hover
      try {
        await hover.waitFor({ timeout: 3000 });
        return hover;
      } catch (error) {
        if (Date.now() > deadline) throw error; // else try once more: the extension may still have been starting
      }
    }
  }

  async hoverText(word: string, occurrence = 1): Promise<string> {
    return (await this.hover(word, occurrence)).innerText();
  }

  /** Rests the mouse on a word, and again, until the hover says something that may have to be read first. */
  async hoverSays(word: string, what: RegExp): Promise<string> {
    let text = '';
    await untilDone(this.page, async () => {
      text = await this.hoverText(word);
      if (!what.test(text)) throw new Error(`The hover over "${word}" does not say ${what}, but:\n${text}`);
    });
    return text;
  }

  /** Waits for the list of completions, asking for it where typing did not. */
  async completions(ask = false): Promise<string[]> {
    if (ask) await this.page.keyboard.press('Control+Space');
    await this.suggestions.first().waitFor();
    return this.suggestions.locator('.label-name').allInnerTexts();
  }

  /** Waits until these are what completions offer, in this order: the list changes while the words are still being searched. */
  async offers(...labels: readonly string[]): Promise<void> {
    await untilDone(this.page, async () => {
      const offered = await this.completions();
      if (offered.join() !== labels.join()) throw new Error(`Completions offer ${offered.join()}, not ${labels.join()}`);
    });
  }

  /** Where a word stands on the screen. */
  async boxOf(word: string, occurrence = 1): Promise<Box> {
    const deadline = Date.now() + 10_000;
    for (;;) {
      const box = await this.element.evaluate(findWord, { word, occurrence });
      if (box) return box;
      if (Date.now() > deadline) throw new Error(`The editor does not show "${word}" (occurrence ${occurrence}):\n${await this.text()}`);
      await this.page.waitForTimeout(100);
    }
  }

  private async hasKeyboard(): Promise<void> {
    await this.page.locator('.editor-group-container.active .editor-instance .monaco-editor.focused').first().waitFor({ timeout: 1000 });
  }
}

// These run in the page, whose types this project does not load; made from text, they reach it undecorated by a loader.

const sorted = `const lines = [...editor.querySelectorAll('.view-line')].sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top));
const textOf = (line) => line.textContent.replaceAll('\\u00a0', ' ');`;

const readLines = new Function('editor', `${sorted} return lines.map(textOf).join('\\n');`) as (editor: unknown) => string;

const findWord = new Function(
  'editor',
  '{ word, occurrence }',
  `${sorted}
  for (const line of lines) {
    const text = textOf(line);
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (--occurrence > 0) continue;
      const range = document.createRange();
      const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let start = 0, node = nodes.nextNode(); node; start += node.length, node = nodes.nextNode()) {
        const end = start + node.length;
        if (at >= start && at < end) range.setStart(node, at - start);
        if (at + word.length > start && at + word.length <= end) range.setEnd(node, at + word.length - start);
      }
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
  }
  return null;`,
) as (editor: unknown, wanted: { word: string; occurrence: number }) => Box | null;
