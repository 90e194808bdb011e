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

const note = 'notes/leukemoid-reaction.md';

/** The main job, picture by picture. */
const shots: readonly Shot[] = [
  {
    name: '01-papers-light',
    async steps(workbench) {
      await workbench.setTheme('light');
      await workbench.openFile(note);
      await workbench.openContainer('Casebook');
      const papers = workbench.tree('Papers');
      await papers.row('Chen et al.').waitFor();
      await papers.expand('Chen et al.');
      await papers.expand('Topics');
      await workbench.editor.goTo(11);
    },
  },
  { name: '02-term-hover-light', steps: (workbench) => hover(workbench, 'mucoepidermoid') },
  { name: '03-citekey-hover-light', steps: (workbench) => hover(workbench, 'chen1995') },
  {
    name: '04-completion-light',
    async steps({ page, editor }) {
      await page.keyboard.press('Escape');
      await editor.goTo(37);
      await editor.type('Fever without infection is known [@leuk');
      await editor.completions();
    },
  },
  {
    name: '05-insert-citation-light',
    async steps(workbench) {
      const { page, editor, quickInput } = workbench;
      await page.keyboard.press('Escape');
      for (let undone = 0; undone < 6; undone++) await page.keyboard.press('ControlOrMeta+Z');
      await editor.goTo(36, 60);
      await workbench.runCommand('Casebook: Insert Citation');
      await quickInput.type('leukocytosis');
      await quickInput.rows.first().waitFor();
    },
  },
  {
    name: '06-bibliography-light',
    async steps(workbench) {
      await workbench.page.keyboard.press('Escape');
      await workbench.runCommand('Casebook: Insert Bibliography');
      await workbench.page.waitForTimeout(1500);
    },
  },
  {
    name: '07-papers-dark',
    async steps(workbench) {
      await workbench.clearNotifications();
      await workbench.setTheme('dark');
      await workbench.editor.goTo(11);
    },
  },
  { name: '08-term-hover-dark', steps: (workbench) => hover(workbench, 'spiking fever') },
  {
    name: '09-papers-high-contrast',
    async steps(workbench) {
      await workbench.page.keyboard.press('Escape');
      await workbench.setTheme('highContrast');
      await hover(workbench, 'granulocytosis');
    },
  },
];

/** A hover shows what it knows at once, and a rendered reference a moment later. */
async function hover({ page, editor }: Workbench, word: string): Promise<void> {
  await page.keyboard.press('Escape');
  await editor.hover(word);
  await page.waitForTimeout(1500);
}

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
