import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { root } from '../support/paths';
import { inWorkbench } from '../support/ui/inWorkbench';

const note = 'notes/leukemoid-reaction.md';

inWorkbench(
  'Concepts',
  (workbench) => {
    it('are found by the beginnings of words, and opened by Enter', async () => {
      const { quickInput, page, editor } = workbench();
      await workbench().openFile(note);
      await workbench().runCommand('Casebook: Search Concept…');
      await quickInput.type('rea leuk');
      await quickInput.row('leukemoid reaction').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.tab.active', { hasText: 'leukemoid reaction.md' }).waitFor();
      assert.match(await editor.text(), /^# leukemoid reaction\n\nFinding · Built-in glossary/);
    });

    it('are found in any spelling, and by mistyped words; and the list says where there is none', async () => {
      const { quickInput, page } = workbench();
      await workbench().runCommand('Casebook: Search Concept…');
      for (const [query, label] of [['α-fetoprotein', 'alpha-fetoprotein'], ['carcinomas', 'carcinoma'], ['hemmorhage', 'hemorrhage'], ['zzzzqq', 'No concept is called so']] as const) {
        await quickInput.type(query);
        await quickInput.row(label).waitFor();
      }
      await page.keyboard.press('Enter');
      await quickInput.row('No concept is called so').waitFor();
      await page.keyboard.press('Escape');
    });

    it('lead from page to page', async () => {
      const { editor, page } = workbench();
      const box = await editor.boxOf('leukocytosis');
      await page.keyboard.down('ControlOrMeta');
      await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      await page.keyboard.up('ControlOrMeta');
      await page.locator('.tab.active', { hasText: /^leukocytosis\.md/ }).waitFor();
    });

    it('put their names into a note by a button of the list', async () => {
      const { quickInput, page, editor } = workbench();
      await workbench().openFile(note);
      await editor.goTo(11, 1);
      await workbench().runCommand('Casebook: Search Concept…');
      await quickInput.type('GM-CSF');
      const row = quickInput.rows.filter({ hasText: 'granulocyte-macrophage' }).first();
      await row.hover();
      await row.locator('a.action-label[aria-label^="Insert Name"]').click();
      await editor.boxOf('granulocyte-macrophage colony-stimulating factor');
      await workbench().runCommand('File: Revert File');
      await page.locator('.editor-group-container.active .tab.active:not(.dirty)').waitFor();
    });

    it('show all their mentions in the References view', async () => {
      const { editor, page } = workbench();
      await workbench().openFile(note);
      await editor.goTo(13, 20);
      await workbench().runCommand('Casebook: Find All Mentions');
      const rows = page.locator('.part.sidebar [role=treeitem]');
      await rows.filter({ hasText: 'chen1995.yaml' }).first().waitFor();
      await rows.filter({ hasText: 'okonkwo2023.yaml' }).first().waitFor();
      await page.locator('.part.sidebar').getByText(/^3 results in 3 files$/).waitFor();
    });

    it('are asked for where the cursor is on none, and their first mention is gone to', async () => {
      const { editor, page, quickInput } = workbench();
      await workbench().openFile(note);
      await editor.goTo(1);
      await workbench().runCommand('Casebook: Find All Mentions');
      await quickInput.type('granulocytosis');
      await quickInput.row('granulocytosis').waitFor();
      await page.keyboard.press('Enter');
      await workbench().statusBar.filter({ hasText: /Ln 12/ }).waitFor();
    });

    it('are defined in the glossary from a selection, filled from the meaning that is chosen', async () => {
      const { editor, page, quickInput } = workbench();
      await workbench().openFile(note);
      const box = await editor.boxOf('granulocytosis');
      await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
      await workbench().runCommand('Casebook: Define Term…');
      await quickInput.input.waitFor();
      assert.equal(await quickInput.input.inputValue(), 'granulocytosis');
      await page.keyboard.press('Enter');
      await quickInput.row('A meaning of its own').waitFor();
      await quickInput.choose('granulocytosis');
      await page.locator('.tab.active', { hasText: 'glossary.yaml' }).waitFor();
      await editor.boxOf('- name: granulocytosis');
      await editor.boxOf('HP:0032310');
    });

    it('tell of a name that is in the glossary, and open its entry', async () => {
      const { page, quickInput } = workbench();
      await workbench().openFile(note);
      await workbench().runCommand('Casebook: Define Term…');
      await quickInput.type('mimic');
      await quickInput.box.getByText('"mimic" is in your glossary: Enter opens its entry.').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.tab.active', { hasText: 'glossary.yaml' }).waitFor();
      await workbench().statusBar.filter({ hasText: /Ln 12, / }).waitFor();
    });
  },
  { folder: path.join(root, 'media', 'sample') },
);
