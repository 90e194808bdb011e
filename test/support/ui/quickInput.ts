import type { Locator, Page } from 'playwright-core';

/** The box that command palette, quick open, quick picks and input boxes share. */
export class QuickInput {
  readonly box: Locator;
  readonly input: Locator;
  readonly rows: Locator;

  constructor(page: Page) {
    this.box = page.locator('.quick-input-widget');
    this.input = this.box.locator('.quick-input-box input');
    this.rows = this.box.locator('.monaco-list-row');
  }

  async type(text: string): Promise<void> {
    await this.input.waitFor();
    await this.input.fill(text);
  }

  /** The text of an input box, or of a quick pick that takes what was typed. */
  async accept(text: string): Promise<void> {
    await this.type(text);
    await this.input.press('Enter');
  }

  /** The row with this label, whatever stands beside the label. */
  row(label: string): Locator {
    const name = this.box.page().locator('.label-name', { hasText: new RegExp(`^\\s*${escaped(label)}\\s*$`) });
    return this.rows.filter({ has: name }).first();
  }

  async choose(label: string): Promise<void> {
    await this.row(label).click();
  }

  /** Waits until the box is gone, or asks for something else than what `text` answered. */
  async leaves(text: string): Promise<void> {
    while ((await this.input.isVisible()) && (await this.input.inputValue({ timeout: 1000 }).catch(() => '')) === text) await this.box.page().waitForTimeout(50);
  }

  async labels(): Promise<string[]> {
    await this.rows.first().waitFor();
    return this.rows.locator('.quick-input-list-row:first-child .label-name').allInnerTexts();
  }
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
