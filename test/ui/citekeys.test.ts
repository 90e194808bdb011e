import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/paths';
import { eventually } from '../support/ui/eventually';
import { writeFolderSettings } from '../support/ui/folderSettings';
import { inWorkbench } from '../support/ui/inWorkbench';

inWorkbench(
  'Citekeys',
  (workbench) => {
    const libraryFiles = () => fs.readdirSync(path.join(workbench().folder, 'library')).sort();
    const read = (file: string) => fs.readFileSync(path.join(workbench().folder, file), 'utf8');

    it('renames a key by F2 in a note, and with it the paper, its file and its row', async () => {
      const { editor, page } = workbench();
      await workbench().openFile('notes/leukemoid-reaction.md');
      await workbench().openContainer('Casebook');
      await workbench().tree('Papers').row('Lindqvist').waitFor();
      await editor.clickWord('@lindqvist2021');
      await page.keyboard.press('F2');
      const input = page.locator('.rename-box input').first();
      await input.waitFor();
      assert.equal(await input.inputValue(), 'lindqvist2021');
      await input.fill('berg2022');
      await input.press('Enter');
      await editor.boxOf('@berg2022');
      await eventually(() => assert.deepEqual(libraryFiles(), ['berg2022.yaml', 'chen1995.yaml', 'okonkwo2023.yaml']));
      await eventually(() => assert.match(read('library/berg2022.yaml'), /^ +- id: berg2022$/m));
      await eventually(() => assert.match(read('notes/leukemoid-reaction.md'), /\[see @berg2022;/));
      assert.doesNotMatch(read('notes/leukemoid-reaction.md'), /lindqvist2021/);
      assert.match(await editor.hoverText('@berg2022'), /Lindqvist/); // from here on the library knows the paper by its new key
      await workbench().tree('Papers').chooseFromMenu('Lindqvist', 'Copy Citekey');
      await page.waitForFunction('navigator.clipboard.readText().then((text) => text === "berg2022")');
    });

    it('shows first what will change, in VS Code’s preview', async () => {
      const { editor, page } = workbench();
      await editor.clickWord('@berg2022');
      await page.keyboard.press('F2');
      const input = page.locator('.rename-box input').first();
      await input.fill('moreau2023');
      await input.press('ControlOrMeta+Enter');
      const preview = page.locator('.bulk-edit-panel');
      for (const file of ['leukemoid-reaction.md', 'berg2022.yaml']) await preview.locator('.monaco-list-row', { hasText: file }).first().waitFor();
      assert.deepEqual(libraryFiles(), ['berg2022.yaml', 'chen1995.yaml', 'okonkwo2023.yaml']);
      await preview.getByRole('button', { name: 'Apply' }).click();
      await editor.boxOf('@moreau2023');
      await eventually(() => assert.deepEqual(libraryFiles(), ['chen1995.yaml', 'moreau2023.yaml', 'okonkwo2023.yaml']));
      await eventually(() => assert.match(read('library/moreau2023.yaml'), /^ +- id: moreau2023$/m));
    });

    it('leaves the note as it is where the new key is refused, and says why', async () => {
      const { editor, notifications, page } = workbench();
      await editor.goTo(13, 'a pyogenic liver abscess on imaging [@chen'.length);
      const before = await editor.text();
      for (const [newKey, why] of [['a b', /made of letters, digits/], ['fig-one', /cross-reference/], ['okonkwo2023', /"okonkwo2023" is the citekey of another record: Invented/]] as const) {
        await page.keyboard.press('F2');
        const input = page.locator('.rename-box input').first();
        await input.fill(newKey);
        await input.press('Enter');
        await notifications.filter({ hasText: why }).waitFor();
        await workbench().clearNotifications();
        assert.equal(await editor.text(), before);
      }
    });

    it('leaves the note as it is on the other parts of a citation, and says that the key can be renamed', async () => {
      const { editor, notifications, page } = workbench();
      await editor.goTo(13, 'a pyogenic liver abscess on imaging [@chen1995, p. 1'.length);
      const before = await editor.text();
      await page.keyboard.press('F2');
      const input = page.locator('.rename-box input').first();
      await input.waitFor();
      const words = 'Of a citation only the citekey can be renamed';
      await notifications.filter({ hasText: words }).waitFor();
      assert.equal(await input.inputValue(), '168');
      await input.fill('169');
      await input.press('Enter');
      const refused = page.locator('.notifications-toasts .notification-list-item', { hasText: words }).filter({ has: page.locator('.codicon-error') });
      await refused.waitFor();
      await workbench().clearNotifications();
      assert.equal(await editor.text(), before);
    });

    it('begins in the Papers view as well', async () => {
      const { page, quickInput } = workbench();
      await workbench().tree('Papers').select('Okonkwo');
      await page.keyboard.press('F2');
      await quickInput.box.getByText('The new citekey of "okonkwo2023"').waitFor();
      await page.keyboard.press('Escape');
    });

    it('asks again right after a paper was renamed there, whose row stays open and under the keyboard', async () => {
      const { page, quickInput } = workbench();
      const papers = workbench().tree('Papers');
      await papers.select('Okonkwo');
      await papers.expand('Okonkwo');
      await page.keyboard.press('F2');
      await quickInput.accept('tanaka2023');
      await workbench().dialogButton('Rename in Notes Too').click();
      await eventually(() => assert.deepEqual(libraryFiles(), ['chen1995.yaml', 'moreau2023.yaml', 'tanaka2023.yaml']));
      await papers.keyboardIsBack();
      await page.keyboard.press('F2');
      await quickInput.box.getByText('The new citekey of "tanaka2023"').waitFor();
      await page.keyboard.press('Escape');
      const row = await papers.atRest('Okonkwo');
      assert.deepEqual([await row.getAttribute('aria-selected'), await row.getAttribute('aria-expanded')], ['true', 'true']);
    });

    it('says so where no key stands', async () => {
      const { editor, page } = workbench();
      await editor.clickWord('invented');
      await page.keyboard.press('F2');
      await page.locator('.monaco-editor-overlaymessage', { hasText: 'No citekey stands here.' }).waitFor();
    });

    it('says what is wrong with a formula that has been changed', async () => {
      writeFolderSettings(workbench().folder, { 'casebook.citekeys.formula': 'auth.lwer + year' });
      const message = workbench().notifications.filter({ hasText: 'no filter `.lwer`' });
      await message.waitFor();
      assert.match(await message.innerText(), /Is one of these meant: lower\?.* character 6\./);
      await workbench().clearNotifications();
    });
  },
  { folder: path.join(root, 'media', 'sample') },
);
