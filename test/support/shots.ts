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
    name: 'papers-light',
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
  { name: 'term-hover-light', steps: (workbench) => hover(workbench, 'mucoepidermoid') },
  { name: 'citekey-hover-light', steps: (workbench) => hover(workbench, 'chen1995') },
  { name: 'completion-light', steps: complete },
  { name: 'insert-citation-light', steps: pickCitation },
  {
    name: 'bibliography-light',
    async steps(workbench) {
      const { editor, page } = workbench;
      await tidy(workbench);
      await workbench.runCommand('Casebook: Insert Bibliography');
      await editor.boxOf('Lindqvist EA');
      await workbench.notifications.first().waitFor({ timeout: 3000 }).catch(() => undefined); // who formats the citations, once
      await workbench.clearNotifications();
      await editor.goTo(36);
      await page.mouse.move(0, 0);
    },
  },
  {
    name: 'papers-dark',
    async steps(workbench) {
      await tidy(workbench);
      await workbench.setTheme('dark');
      await workbench.editor.goTo(11);
    },
  },
  { name: 'term-hover-dark', steps: (workbench) => hover(workbench, 'spiking fever') },
  { name: 'completion-dark', steps: complete },
  {
    name: 'term-hover-high-contrast',
    async steps(workbench) {
      await tidy(workbench);
      await workbench.setTheme('highContrast');
      await hover(workbench, 'granulocytosis');
    },
  },
  { name: 'insert-citation-high-contrast', steps: pickCitation },
  {
    name: 'walkthrough-light',
    async steps(workbench) {
      await tidy(workbench);
      await workbench.setTheme('light');
      await workbench.closeEditors();
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility'); // without it there is room for a step's own page
      await workbench.runCommand('Casebook: Get Started');
      await workbench.page.getByText('Hover a medical term').first().click();
    },
  },
];

/** Leaves the note as it is on disk, with nothing open over it. */
async function tidy(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape'); // a list of completions and a hover take one each
  await workbench.openFile(note);
  await workbench.runCommand('File: Revert File');
  await page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
  await page.mouse.move(0, 0);
}

/** Types a citation into a sentence of its own under the case. */
async function complete(workbench: Workbench): Promise<void> {
  const { page, editor } = workbench;
  await tidy(workbench);
  await editor.goTo(19, 100);
  await editor.type(' It is not the only one known [@leuk');
  await editor.completions();
  await editor.suggestions.filter({ hasText: 'okonkwo2023' }).waitFor({ state: 'hidden' });
  await page.waitForTimeout(500);
}

async function pickCitation(workbench: Workbench): Promise<void> {
  const { editor, page, quickInput } = workbench;
  await tidy(workbench);
  await editor.goTo(19, 100);
  await workbench.runCommand('Casebook: Insert Citation');
  await quickInput.type('1995');
  await quickInput.row('Chen et al. 1995').locator('.monaco-checkbox, input[type=checkbox]').first().click();
  await page.mouse.move(0, 0);
  await quickInput.type('case');
  await quickInput.row('Lindqvist & Moreau 2021').waitFor();
}

/** A hover shows what it knows at once, and a rendered reference a moment later. */
async function hover(workbench: Workbench, word: string): Promise<void> {
  await tidy(workbench);
  await workbench.editor.goTo(11);
  await workbench.editor.hover(word);
  await workbench.page.waitForTimeout(1500);
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
