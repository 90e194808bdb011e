import * as path from 'node:path';
import { Workbench } from './ui/workbench';
import { launchBrowser, openPage } from './vscode/page';
import { outFolder } from './paths';

interface Shot {
  /** The picture's file name. */
  readonly name: string;
  /** What to do first; each goes on from where the one before it stopped. */
  readonly steps: (workbench: Workbench) => Promise<void>;
}

/** The main job, picture by picture. */
const shots: readonly Shot[] = [
  {
    name: '01-note-light',
    async steps(workbench) {
      await workbench.setTheme('light');
      await workbench.openFile('notes/leukemoid-reaction.md');
    },
  },
  {
    name: '02-note-dark',
    steps: (workbench) => workbench.setTheme('dark'),
  },
];

/** Takes every shot of the workbench at `url`, and says which file each one went to. */
export async function takeShots(url: string, folder: string, into: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser, url, { log: path.join(outFolder, 'logs', 'shots-page.log') });
    const workbench = new Workbench(page, folder);
    await workbench.ready();
    for (const { name, steps } of shots) {
      const file = path.join(into, `${name}.png`);
      try {
        await steps(workbench);
      } finally {
        await workbench.screenshot(file); // also of what went wrong
      }
      console.log(file);
    }
  } finally {
    await browser.close();
  }
}
