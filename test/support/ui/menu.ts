import type { Page } from 'playwright-core';

/** Chooses an entry of the menu that has just been opened. */
export async function chooseFromMenu(page: Page, entry: string): Promise<void> {
  const item = page.getByRole('menuitem', { name: entry }).first();
  await item.hover();
  await page.waitForTimeout(200); // at first a menu takes no click: it would be the end of the one that opened it
  await item.click();
}
