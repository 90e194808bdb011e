import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { largeBibtex } from '../bench/formatsLarge';
import { temporaryFolder } from '../support/temporary';
import { inWorkbench } from '../support/ui/inWorkbench';

/** A folder with a bibliography of many records, a note that names it, and no library. */
function bibliographyFolder(): string {
  const folder = path.join(temporaryFolder(), 'large');
  fs.mkdirSync(folder);
  const own = '@article{aaron1999,\n  author = {Aaron, Ada and Bell, Bo},\n  title = {Eosinophilia after a walk},\n  journal = {Gut},\n  year = 1999,\n  doi = {10.1000/walk.1}\n}\n\n';
  fs.writeFileSync(path.join(folder, 'refs.bib'), own + largeBibtex(2_000));
  fs.writeFileSync(path.join(folder, 'note.md'), '---\nbibliography: refs.bib\n---\n\nA walk [@aaron1999].\n');
  return folder;
}

inWorkbench(
  'Bibliographies',
  (workbench) => {
    const papers = () => workbench().tree('Papers');

    it('stand in the Papers view, in ranges where they are long', async () => {
      await workbench().openContainer('Casebook');
      await papers().row(/refs\.bib\s*2,001/).waitFor(); // until it has been read, there is nothing to open
      await papers().expand('refs.bib');
      await papers().expand('Aaron & Bell'); // the name of the first range
      await papers().expand('Eosinophilia after a walk');
      await papers().row('Source').waitFor();
    });

    it('are searched while one types', async () => {
      const { page, quickInput } = workbench();
      await workbench().runCommand('Casebook: Filter Papers…');
      await quickInput.type('eosinophilia 1999');
      await quickInput.box.getByText('1 of 2,001 records').waitFor();
      await papers().row('Source').waitFor({ state: 'hidden' }); // of the row that was open without the filter
      await papers().row('Eosinophilia after a walk').waitFor();
      await papers().row('Aaron & Bell –').waitFor({ state: 'hidden' }); // the range is gone, so all that is left was found
      assert.equal((await papers().labels()).filter((label) => label.includes('1999')).length, 1);
      await page.keyboard.press('Escape');
    });

    it('are asked by fields, and have what saved searches look for', async () => {
      const { page, quickInput } = workbench();
      await workbench().runCommand('Casebook: Filter Papers…');
      await quickInput.type('author:bell year:1999 -lymphoma');
      await papers().row('Eosinophilia after a walk').waitFor();
      await page.keyboard.press('Enter');
      await quickInput.box.waitFor({ state: 'hidden' });
      await workbench().runCommand('Casebook: Save Search…');
      await quickInput.accept('Walks');
      await quickInput.leaves('Walks');
      await workbench().runCommand('Casebook: Clear Filter');
      await papers().row('Source').waitFor(); // the rows have their places now, open as they were
      await papers().expand(/^Walks\s*1$/);
      await papers().row('Eosinophilia after a walk').first().waitFor();
      await papers().chooseFromMenu('Walks', 'Remove Search');
      await papers().row(/^Walks/).waitFor({ state: 'hidden' });
    });

    it('are searched by fields, and open with what was found though they were closed', async () => {
      const { page, quickInput } = workbench();
      await workbench().runCommand('Casebook: Filter Papers…');
      await quickInput.type('author:bell year:1998-1999 -title:run');
      await papers().row('Aaron & Bell –').waitFor({ state: 'hidden' }); // the range that was open
      await papers().row('Eosinophilia after a walk').waitFor();
      assert.equal((await papers().labels()).length, 2);
      await quickInput.type('author:bell -year:1999');
      await papers().row('No record matches the filter').waitFor();
      await page.keyboard.press('Escape');
      await papers().row('No record matches the filter').waitFor({ state: 'hidden' });
    });

    it('are open again after a filter as they were before, but closed where all rows were closed', async () => {
      const { page, quickInput } = workbench();
      const filterAndBack = async () => {
        await workbench().runCommand('Casebook: Filter Papers…');
        await quickInput.type('author:bell -year:1999');
        await papers().row('No record matches the filter').waitFor();
        await page.keyboard.press('Escape');
        await papers().row('No record matches the filter').waitFor({ state: 'hidden' });
        await papers().atRest('refs.bib');
      };
      await papers().expand('refs.bib');
      await papers().expand('Aaron & Bell');
      await filterAndBack();
      await papers().row('Eosinophilia after a walk').waitFor();
      await page.locator('.pane-header, .composite.title').first().hover();
      await page.locator('a.action-label[aria-label^="Collapse All"]').first().click();
      await papers().row('Eosinophilia after a walk').waitFor({ state: 'hidden' });
      await filterAndBack();
      assert.equal(await papers().row('refs.bib').getAttribute('aria-expanded'), 'false');
    });

    it('open at a record from its hover in a note', async () => {
      const { editor, page } = workbench();
      await workbench().openFile('note.md');
      const hover = await editor.hover('@aaron1999');
      await hover.locator('a', { hasText: 'In refs.bib' }).click();
      await page.locator('.editor-group-container.active .tab.active', { hasText: 'refs.bib' }).waitFor();
      await editor.boxOf('@article{aaron1999');
      await workbench().closeEditors();
    });

    it('give their records to the library', async () => {
      const { page, quickInput } = workbench();
      await workbench().runCommand('Casebook: Filter Papers…');
      await quickInput.type('eosinophilia');
      await page.keyboard.press('Enter');
      await quickInput.box.waitFor({ state: 'hidden' });
      await papers().row('Eosinophilia after a walk').waitFor();
      await papers().chooseFromMenu('Eosinophilia after a walk', 'Open Bibliography');
      await workbench().editor.boxOf('@article{aaron1999');
      await papers().select('Eosinophilia after a walk');
      await page.keyboard.press('F2');
      await page.locator('.rename-input').waitFor();
      assert.equal(await page.locator('.rename-input').inputValue(), 'aaron1999');
      await page.keyboard.press('Escape');
      await papers().chooseFromMenu('Eosinophilia after a walk', 'Add to Library');
      await workbench().notifications.first().waitFor();
      assert.deepEqual(fs.readdirSync(path.join(workbench().folder, 'library')), ['aaron1999.yaml']);
    });
  },
  { folder: bibliographyFolder() },
);
