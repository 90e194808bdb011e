import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { root } from '../support/paths';
import { inWorkbench } from '../support/ui/inWorkbench';

const note = 'notes/leukemoid-reaction.md';

inWorkbench(
  'Mistakes in citations',
  (workbench) => {
    const fix = async (title: string): Promise<void> => {
      const { page } = workbench();
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row', { hasText: title }).first().click();
    };

    it('are mended by the quick fix under the cursor', async () => {
      const { editor, page } = workbench();
      await workbench().openFile(note);
      await editor.goTo(7);
      await editor.type('So [@chne1995].');
      await page.locator('.squiggly-warning').first().waitFor();
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await fix('Cite @chen1995 instead');
      await editor.boxOf('So [@chen1995].');
      await page.keyboard.press('Control+Z');
    });

    it('ask before a DOI is looked up on the web', async () => {
      const { editor, page } = workbench();
      await editor.goTo(7);
      await editor.type('And [@10.1000/none].');
      await editor.boxOf('@10.1000/none');
      await page.locator('.squiggly-warning').nth(1).waitFor();
      for (let left = 0; left < 3; left++) await page.keyboard.press('ArrowLeft');
      await fix('Look Up 10.1000/none on the Web');
      const dialog = page.locator('.monaco-dialog-box');
      await dialog.waitFor();
      assert.match(await dialog.innerText(), /Look up 10\.1000\/none on the web\?[\s\S]*doi\.org/);
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await editor.boxOf('And [@10.1000/none].');
    });
  },
  { folder: path.join(root, 'media', 'sample') },
);
