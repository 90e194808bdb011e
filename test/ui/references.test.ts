import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { outFolder, root } from '../support/paths';
import { inWorkbench } from '../support/ui/inWorkbench';
import { untilDone } from '../support/ui/untilDone';

const note = 'notes/leukemoid-reaction.md';

inWorkbench(
  'The References view',
  (workbench) => {
    const page = () => workbench().webview();
    const rows = () => page().locator('li.work');

    it('lists the works of the note in its style, as it is typed', async () => {
      await workbench().openFile(note);
      await workbench().runCommand('References: Focus on References View');
      await rows().first().waitFor();
      await rows().filter({ hasText: 'Chen YM' }).first().waitFor();
      await workbench().editor.clickWord('imaging');
      await workbench().page.keyboard.press('Control+End');
      await workbench().editor.type('\nAs @nobody1999 says.\n');
      const unknown = page().locator('li.unknown');
      await unknown.filter({ hasText: '@nobody1999 is not known' }).waitFor();
      assert.equal(await page().locator('li').first().getAttribute('class'), 'unknown');
    });

    it('goes round the citations of a work by keyboard', async () => {
      const row = rows().filter({ hasText: 'Chen YM' }).first();
      await row.click();
      await untilDone(workbench().page, async () => {
        await row.press(' ');
        assert.match((await page().locator('#status').textContent()) ?? '', /^Citation \d of \d$/);
      });
      await row.press('ArrowDown');
      assert.notEqual(await page().locator('li:focus').textContent(), await row.textContent());
    });

    it('copies references as rich text', async () => {
      const row = rows().filter({ hasText: 'Chen YM' }).first();
      await row.focus();
      await row.press('Control+c');
      await page().locator('#status', { hasText: 'Copied' }).waitFor({ state: 'attached' });
      await workbench().editor.goTo(1);
      await workbench().page.keyboard.press('Control+End');
      await workbench().page.keyboard.press('Control+V');
      await untilDone(workbench().page, async () => assert.match((await workbench().editor.text()).replace(/\s+/g, ' '), /Chen YM, Whang-Peng J/));
    });

    it('changes the style from there', async () => {
      await page().getByRole('button', { name: /change the citation style/ }).click();
      await workbench().quickInput.type('APA');
      await workbench().quickInput.rows.filter({ hasText: 'APA' }).first().waitFor();
      await workbench().page.keyboard.press('Enter');
      await rows().filter({ hasText: 'Chen, Y' }).first().waitFor();
    });

    it('is fit to be seen', async () => {
      for (const theme of ['light', 'dark', 'highContrast', 'highContrastLight'] as const) {
        await workbench().setTheme(theme);
        await rows().first().hover();
        await workbench().screenshot(path.join(outFolder, 'shots', `references-${theme}.png`));
      }
    });
  },
  { builds: ['node', 'web'], folder: path.join(root, 'media', 'sample') },
);
