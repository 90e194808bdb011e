import * as fs from 'node:fs';
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
    name: 'library-light',
    async steps(workbench) {
      const { folder, page, quickInput } = workbench;
      await tidy(workbench);
      await workbench.setTheme('light');
      fs.writeFileSync(path.join(folder, 'refs.bib'), bibliography);
      fs.writeFileSync(path.join(folder, 'notes', 'second-case.md'), secondNote);
      await workbench.openFile('notes/second-case.md');
      await workbench.runCommand('Casebook: Filter Papers…');
      await quickInput.type('author:chen year:1990-2000');
      await page.keyboard.press('Enter');
      await workbench.runCommand('Casebook: Save Search…');
      await quickInput.accept('Chen in the nineties');
      await quickInput.leaves('Chen in the nineties');
      await workbench.runCommand('Casebook: Clear Filter');
      const papers = workbench.tree('Papers');
      await papers.row('Chen in the nineties').click();
      await page.keyboard.press('ControlOrMeta+ArrowLeft'); // closes all rows
      await papers.chooseFromMenu('Okonkwo', 'Set Reading Status');
      await quickInput.choose('read');
      await papers.row('Okonkwo').filter({ hasText: 'read · ' }).waitFor();
      await page.mouse.move(0, 0);
      await papers.expand('refs.bib');
      await papers.row('Kasuga').waitFor();
      await workbench.editor.goTo(6);
    },
  },
  {
    name: 'check-light',
    async steps(workbench) {
      const { editor, page } = workbench;
      await workbench.openFile('refs.bib');
      await workbench.problems();
      await page.locator('.markers-panel [role=treeitem]', { hasText: 'page-range-abbreviated' }).first().waitFor();
      await editor.goTo(7, 14);
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row', { hasText: 'Write the pages as' }).waitFor();
    },
  },
  {
    name: 'duplicates-light',
    async steps(workbench) {
      const { folder, page, quickInput } = workbench;
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+J'); // closes the panel
      await workbench.openFile(note);
      fs.writeFileSync(path.join(folder, 'library', 'chen-leukemoid.yaml'), twin);
      await workbench.tree('Papers').row('Chen & Whang-Peng 1995').waitFor();
      await workbench.runCommand('Casebook: Find Duplicates');
      await quickInput.rows.filter({ hasText: 'Chen & Whang-Peng 1995' }).first().click();
      await quickInput.rows.filter({ hasText: 'Compare Side by Side' }).first().waitFor();
      await page.mouse.move(0, 0);
    },
  },
  {
    name: 'walkthrough-light',
    async steps(workbench) {
      // Back from the comparison one comes to the list of duplicates, and from there out.
      while (await workbench.quickInput.box.isVisible()) {
        await workbench.page.keyboard.press('Escape');
        await workbench.page.waitForTimeout(300);
      }
      await tidy(workbench);
      fs.rmSync(path.join(workbench.folder, 'library', 'chen-leukemoid.yaml'));
      await workbench.closeEditors();
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility'); // without it there is room for a step's own page
      await workbench.runCommand('Casebook: Get Started');
      await workbench.page.getByText('Hover a medical term').first().click();
    },
  },
  {
    name: 'terms-light',
    async steps(workbench) {
      await workbench.closeEditors();
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      fs.writeFileSync(path.join(workbench.folder, 'notes', 'third-case.md'), thirdNote);
      await workbench.openFile('notes/third-case.md');
      await workbench.openContainer('Casebook');
      await workbench.tree('Terms').row('sepsis').waitFor();
      await workbench.runCommand('Casebook: Toggle Underlines of Terms');
      await workbench.tree('Terms').expand('sepsis');
      await workbench.editor.hover('sepsis');
      await workbench.page.waitForTimeout(1500);
    },
  },
  {
    name: 'paper-light',
    async steps(workbench) {
      const { page, editor, quickInput } = workbench;
      await workbench.closeEditors();
      await workbench.tree('Papers').clickAction('Chen et al. 1995', 'Open Paper');
      await page.locator('.editor-group-container.active .tab.active', { hasText: 'chen1995' }).waitFor();
      await editor.boxOf('spiking fever');
      await page.keyboard.press('Control+f');
      await page.locator('.find-widget.visible textarea').first().fill('spiking fever');
      await workbench.statusBar.filter({ hasText: '(13 selected)' }).waitFor();
      await page.keyboard.press('Escape');
      await workbench.runCommand('Casebook: Highlight…');
      await quickInput.accept('finding');
      for (const view of ['Terms', 'Annotations']) await page.locator('.pane-header', { hasText: view }).click();
      await workbench.tree('Annotations').row('spiking fever').waitFor();
      await editor.goTo(2);
      await page.mouse.move(0, 0);
    },
  },
];

/** Invented but for the first, which is the sample's real paper as another library has it. */
const bibliography = `@article{chen95,
  author = {Chen, Y. M. and Whang-Peng, J.},
  title = {Leukemoid reaction in metastatic mucoepidermoid carcinoma},
  journal = {Jpn J Clin Oncol},
  year = 1995,
  volume = 25,
  pages = {168--72}
}

@article{kasuga2001,
  author = {Kasuga, Example A. and Orlov, Example B.},
  title = {Invented example: Spiking fever without an abscess},
  journal = {Sample Journal of Invented Cases},
  year = 2001,
  volume = 3,
  pages = {11--15}
}

@book{abara2019,
  author = {Abara, Example C.},
  title = {Invented example: Fever and the white cell count},
  publisher = {Sample Press},
  year = 2019
}
`;

const secondNote = `---
title: Fever without an abscess
bibliography: ../refs.bib
---

Two more cases had a spiking fever [@kasuga2001; @lindqvist2021].
`;

const thirdNote = `# A third case

A woman had a leukemoid reaction (LKR) and spiking fever, with no evidence of sepsis or pneumonia. A possible
pyogenic liver abscess was aspirated.

The LKR went after exploratory laparotomy. Liver and lymph node metastases made G-CSF and IL-6.

## Family history

Diabetes mellitus.
`;

const twin = `references:
  - id: chen-leukemoid
    type: article-journal
    title: Leukemoid reaction resulting from multiple cytokine production in metastatic mucoepidermoid carcinoma with central necrosis
    author: [{family: Chen, given: Yuh-Min}, {family: Whang-Peng, given: Jacqueline}]
    container-title: Jpn J Clin Oncol
    issued: {date-parts: [[1995]]}
    volume: "25"
    page: 168-172
`;

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
