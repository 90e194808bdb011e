import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/paths';
import { writeFolderSettings } from '../support/ui/folderSettings';
import { inWorkbench } from '../support/ui/inWorkbench';
import { untilDone } from '../support/ui/untilDone';

inWorkbench(
  'Term completion',
  (workbench) => {
    it('is quiet while one types, and comes when it is asked for', async () => {
      const { editor, page } = workbench();
      fs.writeFileSync(path.join(workbench().folder, 'notes', 'typing.md'), '# Typing of leukocytosis\n\n\n');
      await workbench().openFile('notes/typing.md');
      // While Casebook starts, VS Code waits for what a space may bring, and asks everyone when a word is begun meanwhile.
      await editor.hoverSays('leukocytosis', /white/i);
      await untilDone(page, async () => {
        await editor.goTo(3);
        await page.keyboard.press('Shift+End');
        await editor.type('A leukem');
        await page.waitForTimeout(700);
        assert.equal(await editor.suggestions.count(), 0);
      });
      await page.keyboard.press('Control+Space');
      await editor.suggestions.filter({ hasText: 'leukemoid reaction' }).first().waitFor();
      await editor.type('oid r');
      await editor.suggestions.filter({ hasText: 'leukemoid reaction' }).first().waitFor();
      await page.keyboard.press('Enter');
      await editor.boxOf('A leukemoid reaction');
    });

    it('comes after three letters where the setting wants it', async () => {
      const { editor, page } = workbench();
      writeFolderSettings(workbench().folder, { 'casebook.terms.completion': 'whileTyping' });
      await editor.type(' and leu');
      const offered = editor.suggestions.filter({ hasText: 'leukocytosis' }).first();
      // VS Code hears of the settings file in its own time.
      await untilDone(page, async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Backspace');
        await page.waitForTimeout(300);
        assert.equal(await editor.suggestions.count(), 0, 'nothing after two letters');
        await editor.type('u');
        await offered.waitFor({ timeout: 1500 });
      });
      await page.keyboard.press('Escape');
    });

    it('leaves citekeys alone', async () => {
      const { editor, page } = workbench();
      await editor.type('k [@chen');
      await editor.suggestions.filter({ hasText: 'chen1995' }).first().waitFor();
      await editor.type('19');
      await page.waitForTimeout(300);
      assert.equal(await editor.suggestions.filter({ hasText: 'chen1995' }).count(), 1);
    });
  },
  { folder: path.join(root, 'media', 'sample') },
);
