import { setTimeout as sleep } from 'node:timers/promises';

/** Repeats a check of what lies outside the window, a file say, until it holds or ten seconds are over. */
export async function eventually(check: () => void | Promise<void>): Promise<void> {
  for (const deadline = Date.now() + 10_000; ; await sleep(100)) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}
