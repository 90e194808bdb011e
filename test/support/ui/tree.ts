import type { Locator, Page } from 'playwright-core';
import { chooseFromMenu } from './menu';

/** A tree view. Only the rows in sight exist, as for any user. */
export class Tree {
  readonly rows: Locator;

  constructor(
    private readonly page: Page,
    readonly element: Locator,
  ) {
    this.rows = element.locator('[role=treeitem]');
  }

  /** The first row that shows this text. */
  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text }).first();
  }

  async labels(): Promise<string[]> {
    await this.rows.first().waitFor();
    return this.rows.locator('.monaco-icon-label-container').allInnerTexts();
  }

  async expand(text: string | RegExp): Promise<void> {
    const row = this.row(text);
    if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
    await this.element.locator('[role=treeitem][aria-expanded=true]').filter({ hasText: text }).first().waitFor();
  }

  /** Clicks one of the icons that a row shows while the mouse is over it. */
  async clickAction(row: string | RegExp, action: string): Promise<void> {
    await this.row(row).hover();
    await this.row(row).locator(`a.action-label[aria-label^="${action}"]`).click();
  }

  /** Chooses from a row's context menu. */
  async chooseFromMenu(row: string | RegExp, entry: string): Promise<void> {
    await this.row(row).click({ button: 'right' });
    await chooseFromMenu(this.page, entry);
  }
}
