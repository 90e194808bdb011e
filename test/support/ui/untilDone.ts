import type { Page } from 'playwright-core';

/** How long (ms) a user would go on trying. */
const patience = 15_000;

/**
 * Repeats what a user does until it has had its effect: on a busy machine a click falls between two drawings of a row,
 * or something that opens late takes the keyboard.
 *
 * @param attempt throws where it had no effect; what it does must bear being done again
 */
export async function untilDone(page: Page, attempt: () => Promise<void>): Promise<void> {
  for (const deadline = Date.now() + patience; ; await page.waitForTimeout(100)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
