import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { inWorkbench } from '../support/ui/inWorkbench';
import { temporaryFolder } from '../support/temporary';
import { emptyFolder } from '../support/ui/emptyFolder';
import { untilDone } from '../support/ui/untilDone';

inWorkbench(
  'Starting',
  (workbench) => {
    const sideBar = () => workbench().page.locator('.part.sidebar');

    it('says what to do where there are no papers', async () => {
      await workbench().openContainer('Casebook');
      await sideBar().getByText('No papers yet.').waitFor();
      await sideBar().getByRole('button', { name: 'Import Papers…' }).last().waitFor();
    });

    it('says so where no paper file can be read, and leads to what is wrong', async () => {
      const library = path.join(workbench().folder, 'library');
      fs.mkdirSync(library);
      fs.writeFileSync(path.join(library, 'bad.yaml'), 'references: [oops\n');
      await sideBar().getByText('none can be read').waitFor();
      await sideBar().getByRole('button', { name: 'Show Problems' }).click();
      await workbench().page.locator('.markers-panel [role=treeitem]', { hasText: 'not valid YAML' }).waitFor();
    });

    it('offers to clear a filter that nothing matches', async () => {
      const { quickInput, page } = workbench();
      fs.writeFileSync(path.join(workbench().folder, 'library', 'a.yaml'), 'references:\n  - id: a\n    title: A title\n');
      await workbench().tree('Papers').row('A title').waitFor();
      await workbench().runCommand('Casebook: Filter Papers…');
      await quickInput.accept('no such paper');
      await sideBar().getByText('No paper matches').waitFor();
      await sideBar().getByRole('button', { name: 'Clear Filter' }).last().click();
      await workbench().tree('Papers').row('A title').waitFor();
      await page.keyboard.press('Escape');
    });

    it('leads through five steps, and ticks those that are done', async () => {
      const { page, quickInput } = workbench();
      await workbench().runCommand('Casebook: Get Started');
      const steps = page.locator('.getting-started-step');
      await steps.first().waitFor();
      assert.deepEqual((await steps.locator('.step-title').allInnerTexts()).map((title) => title.trim()), [
        'Open the sample casebook', 'Import a paper', 'Look through your papers', 'Hover a medical term', 'Cite in a note',
      ]);
      await page.getByText('Import a paper').first().click();
      await page.locator('.getting-started-step.expanded').getByRole('button', { name: 'Import Papers…' }).click();
      await quickInput.row('Clipboard').waitFor();
      await page.locator('.quick-input-widget input:focus').waitFor();
      await page.keyboard.press('Escape'); // which in the walkthrough leads back, and does so where the list was gone by then
      await quickInput.box.waitFor({ state: 'hidden' });
      await untilDone(page, async () => {
        await workbench().runCommand('Casebook: Get Started');
        await page.getByText('Look through your papers').first().click({ timeout: 3000 });
      });
      await steps.filter({ hasText: 'Import a paper' }).locator('.codicon-getting-started-step-checked.complete').waitFor();
      await page.locator('.getting-started-step.expanded').getByRole('button', { name: 'Show Papers' }).click();
      await steps.filter({ hasText: 'Look through your papers' }).locator('.codicon-getting-started-step-checked.complete').waitFor();
      await workbench().tree('Papers').select('A title');
    });

    it('makes the sample where it is told, and opens it with its papers and note in sight', async () => {
      const { editor, page, quickInput } = workbench();
      const parent = temporaryFolder();
      await workbench().runCommand('Casebook: Open Sample Casebook');
      await quickInput.box.getByText('Where should the folder').waitFor();
      await quickInput.rows.filter({ hasText: 'library' }).waitFor(); // the dialog has its own folder in it by now
      await quickInput.type(`${parent}/`);
      await page.getByRole('button', { name: 'Make It Here' }).click();
      await editor.boxOf('When a liver abscess');
      assert.deepEqual(fs.readdirSync(path.join(parent, 'sample-casebook')).sort(), ['glossary.yaml', 'library', 'notes']);
      await page.locator('.notifications-toasts').getByRole('button', { name: 'Open Folder' }).click();
      await page.waitForURL(/sample-casebook/);
      await workbench().tree('Papers').row('Chen et al. 1995').waitFor({ timeout: 30_000 });
      await editor.boxOf('When a liver abscess');
    });
  },
  { folder: emptyFolder() },
);
