import type { Page } from 'playwright-core';
import { untilDone } from './untilDone';

/**
 * Chooses an entry of a menu.
 * @param open opens the menu
 */
export async function chooseFromMenu(page: Page, entry: string, open: () => Promise<void>): Promise<void> {
  const item = page.getByRole('menuitem', { name: entry }).first();
  await untilDone(page, async () => {
    if (!(await item.isVisible())) await open();
    await item.hover({ timeout: 2000 });
    await page.waitForTimeout(200); // at first a menu takes no click: it would be the end of the one that opened it
    await item.click({ timeout: 2000 });
    await item.waitFor({ state: 'hidden', timeout: 2000 });
  });
}
