import type { Locator, Page } from 'playwright-core';
import { chooseFromMenu } from './menu';
import { untilDone } from './untilDone';

/** A tree in which nothing has changed for so long (ms) is at rest: more than passes between two redrawings of one change. */
const rest = 400;

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

  /** Waits for a row, and until the tree has nothing more to draw: rows that are drawn anew lose clicks and close menus. */
  async atRest(row: string | RegExp): Promise<Locator> {
    await this.row(row).waitFor();
    for (let before = ''; ; ) {
      const now = await this.element.innerText();
      if (now === before) return this.row(row);
      before = now;
      await this.page.waitForTimeout(rest);
    }
  }

  /** Clicks a row, which opens or closes it too, until it is selected and the keyboard is the tree's. */
  async select(row: string | RegExp, { add = false } = {}): Promise<void> {
    await untilDone(this.page, async () => {
      await (await this.atRest(row)).click({ timeout: 2000, modifiers: add ? ['ControlOrMeta'] : [] });
      await this.atRest(row);
      if (!(await this.holds(row))) throw new Error(`The row "${row}" is not selected, or the keyboard is elsewhere`);
    });
  }

  /** Waits until the keyboard is the tree's: after a dialog it comes back a moment later. */
  async keyboardIsBack(): Promise<void> {
    await untilDone(this.page, async () => {
      if (!(await this.element.evaluate(hasKeyboard))) throw new Error('The keyboard is not the tree’s');
    });
  }

  async expand(row: string | RegExp): Promise<void> {
    await untilDone(this.page, async () => {
      const element = await this.atRest(row);
      if ((await element.getAttribute('aria-expanded')) === 'false') await element.locator('.monaco-tl-twistie').click({ timeout: 2000 });
      await this.element.locator('[role=treeitem][aria-expanded=true]').filter({ hasText: row }).first().waitFor({ timeout: 2000 });
    });
  }

  /** Clicks one of the icons that a row shows while the mouse is over it. */
  async clickAction(row: string | RegExp, action: string): Promise<void> {
    await (await this.atRest(row)).hover();
    await this.row(row).locator(`a.action-label[aria-label^="${action}"]`).click();
  }

  /** Chooses from a row's context menu. */
  async chooseFromMenu(row: string | RegExp, entry: string): Promise<void> {
    await chooseFromMenu(this.page, entry, async () => (await this.atRest(row)).click({ button: 'right', timeout: 2000 }));
  }

  private async holds(row: string | RegExp): Promise<boolean> {
    const selected = this.element.locator('[role=treeitem][aria-selected=true]').filter({ hasText: row });
    return (await selected.count()) > 0 && (await this.element.evaluate(hasKeyboard));
  }
}

/** Runs in the page, whose types this project does not load; made from text, it reaches it undecorated by a loader. */
const hasKeyboard = new Function('tree', 'return tree.contains(document.activeElement)') as (tree: unknown) => boolean;
