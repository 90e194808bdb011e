import { isResultLine } from '../results/line';
import { launchBrowser, openPage } from './page';

/** Opens a VS Code that runs tests, prints their results, and resolves with its exit code. */
export async function runTestsAt(url: string, log: string): Promise<number> {
  const browser = await launchBrowser();
  try {
    return await new Promise((resolve, reject) => {
      browser.once('disconnected', () => reject(new Error('Chromium ended in the middle of the tests')));
      openPage(browser, url, { log, onLine: printResult, onExit: resolve }).then(
        (page) => page.once('crash', () => reject(new Error('The page with VS Code crashed'))),
        reject,
      );
    });
  } finally {
    await browser.close();
  }
}

/** VS Code's services write to the same console; what they say is in the log. */
function printResult(line: string): void {
  if (isResultLine(line)) console.log(line);
}
