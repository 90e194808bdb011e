import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { root } from '../support/paths';
import { writeFolderSettings } from '../support/ui/folderSettings';
import { inWorkbench } from '../support/ui/inWorkbench';

const note = 'notes/leukemoid-reaction.md';

/** The note's lines, as far as they are in sight, with their ends wrapped or not. */
const unwrapped = (text: string): string => text.replace(/\s+/g, ' ');

inWorkbench(
  'Citing',
  (workbench) => {
    const tick = (label: string) => workbench().quickInput.row(label).locator('.monaco-checkbox, input[type=checkbox]').first().click();

    it('picks papers by words of several fields, ticked ones staying while the words change', async () => {
      const { editor, quickInput, page } = workbench();
      await workbench().openFile(note);
      await page.keyboard.press('Control+End');
      await workbench().runCommand('Casebook: Insert Citation');
      await quickInput.type('okonkwo klebsiella 2023');
      await quickInput.row('Chen et al. 1995').waitFor({ state: 'hidden' });
      await tick('Okonkwo et al. 2023');
      await quickInput.type('1995 leukemoid chen');
      await quickInput.row('Chen et al. 1995').waitFor();
      assert.deepEqual((await quickInput.labels()).sort(), ['Chen et al. 1995', 'Okonkwo et al. 2023']);
      await tick('Chen et al. 1995');
      await quickInput.input.press('Enter');
      await quickInput.row('Insert').waitFor();
      await page.keyboard.press('Enter');
      await editor.boxOf('[@okonkwo2023; @chen1995]');
      await page.keyboard.press('Control+Z');
      assert.doesNotMatch(await editor.text(), /\[@okonkwo2023; @chen1995\]/);
    });

    it('takes the row in focus where none is ticked', async () => {
      const { editor, quickInput, page } = workbench();
      await workbench().runCommand('Casebook: Insert Citation');
      await quickInput.type('invented lung');
      await quickInput.row('Chen et al. 1995').waitFor({ state: 'hidden' });
      await page.keyboard.press('ArrowDown');
      await quickInput.input.press('Enter');
      await quickInput.row('Insert').waitFor();
      await page.keyboard.press('Enter');
      await editor.boxOf('[@lindqvist2021]');
      await page.keyboard.press('Control+Z');
    });

    it('takes what was typed, however fast Enter follows', async () => {
      const { editor, quickInput, page } = workbench();
      await workbench().runCommand('Casebook: Insert Citation');
      await quickInput.rows.first().waitFor();
      await page.keyboard.type('klebsiella');
      await page.keyboard.press('Enter');
      await quickInput.row('Insert').waitFor();
      await page.keyboard.press('Enter');
      await editor.boxOf('[@okonkwo2023]');
      await page.keyboard.press('Control+Z');
    });

    it('asks for a page, a prefix and a suffix of each work, which Enter passes over', async () => {
      const { editor, quickInput, page } = workbench();
      await workbench().runCommand('Casebook: Insert Citation');
      await quickInput.type('klebsiella');
      await quickInput.row('Chen et al. 1995').waitFor({ state: 'hidden' });
      await page.keyboard.press('Enter');
      await quickInput.row('Insert').waitFor();
      await page.keyboard.type('pp. 33-35');
      await quickInput.row('Locator · Okonkwo et al. 2023').waitFor();
      await page.keyboard.press('Enter');
      await quickInput.rows.filter({ hasText: '[@okonkwo2023, pp. 33-35]' }).first().waitFor();
      await page.keyboard.type('see');
      await quickInput.rows.filter({ hasText: 'see @okonkwo2023, pp. 33-35' }).first().waitFor();
      await page.keyboard.press('Enter');
      await quickInput.rows.filter({ hasText: '[see @okonkwo2023, pp. 33-35]' }).first().waitFor();
      await page.keyboard.press('Enter');
      await editor.boxOf('[see @okonkwo2023, pp. 33-35]');
      await workbench().runCommand('Casebook: Toggle Citation Form');
      await editor.boxOf('see @okonkwo2023 [pp. 33-35]');
      await page.keyboard.press('Control+Z');
      await page.keyboard.press('Control+Z');
      assert.doesNotMatch(await editor.text(), /pp\. 33-35/);
    });

    it('knows the words for places of the note’s language', async () => {
      const { editor, quickInput, page } = workbench();
      await editor.type('\n---\nlang: de\n---\n\n');
      await workbench().runCommand('Casebook: Insert Citation');
      await quickInput.type('klebsiella');
      await quickInput.row('Chen et al. 1995').waitFor({ state: 'hidden' });
      await page.keyboard.press('Enter');
      await quickInput.row('Insert').waitFor();
      await page.keyboard.type('S. 33');
      // What it is taken for comes first.
      await quickInput.rows.first().filter({ hasText: 'Locator · Okonkwo et al. 2023' }).waitFor();
      await page.keyboard.press('Enter');
      await quickInput.rows.filter({ hasText: '[@okonkwo2023, S. 33]' }).first().waitFor();
      await page.keyboard.press('Enter');
      await editor.boxOf('[@okonkwo2023, S. 33]');
      while (/lang: de|S\. 33/.test(await editor.text())) await page.keyboard.press('Control+Z');
    });

    it('completes after @ while a word of the title is typed', async () => {
      const { editor, page } = workbench();
      await editor.type('See @leuk');
      await editor.suggestions.filter({ hasText: 'okonkwo2023' }).waitFor({ state: 'hidden' });
      await editor.offers('chen1995', 'lindqvist2021');
      await editor.type('emoid');
      await editor.suggestions.filter({ hasText: 'lindqvist2021' }).waitFor({ state: 'hidden' });
      await page.keyboard.press('Enter');
      await editor.boxOf('See @chen1995');
    });

    it('shows the reference where a citekey is hovered', async () => {
      const { editor } = workbench();
      await editor.goTo(25);
      const first = await editor.hoverText('@lindqvist2021');
      assert.match(first, /Invented example: A granulocyte/);
      // The first hover may be too early for the style.
      const text = await editor.hoverSays('@lindqvist2021', /Lindqvist EA, Moreau EB\. Invented example/);
      assert.match(text, /Open Paper · Show in Papers/);
    });

    it('shows the style in the status bar, and changes it there', async () => {
      const { quickInput, statusBar, page } = workbench();
      // For the last test: VS Code notices in its own time.
      writeFolderSettings(workbench().folder, { 'casebook.citing.addCited': 'always' });
      await statusBar.filter({ hasText: 'NLM / Vancouver' }).click();
      await quickInput.type('APA');
      await quickInput.rows.filter({ hasText: 'APA' }).first().waitFor();
      await page.keyboard.press('Enter');
      await statusBar.filter({ hasText: /APA/ }).waitFor();
    });

    it('writes the bibliography into its place', async () => {
      const { editor } = workbench();
      await workbench().runCommand('Casebook: Insert Bibliography');
      await editor.goTo(40);
      await editor.boxOf('Chen, Y. M.');
      assert.match(unwrapped(await editor.text()), /::: \{#refs\} Chen, Y\. M\..*\(1995\)\..*Okonkwo, E\. C\..* :::/);
      await workbench().notifications.filter({ hasText: 'citeproc-js' }).waitFor();
      await workbench().clearNotifications();
    });

    it('cites papers dragged from the tree, and names them where pandoc looks', async () => {
      const { editor, page } = workbench();
      await workbench().openContainer('Casebook');
      await editor.goTo(19);
      const row = await (await workbench().tree('Papers').atRest('Lindqvist')).boundingBox();
      const word = await editor.boxOf('therefore');
      assert.ok(row);
      await page.mouse.move(row.x + 60, row.y + 10);
      await page.mouse.down();
      await page.mouse.move(row.x + 80, row.y + 20, { steps: 4 });
      await page.keyboard.down('Shift'); // into the text instead of a new editor
      await page.mouse.move(word.x, word.y + word.height / 2, { steps: 10 });
      await page.mouse.up();
      await page.keyboard.up('Shift');
      await editor.boxOf('can [@lindqvist2021] therefore');
      await editor.goTo(1);
      await editor.boxOf('bibliography: ../library/lindqvist2021.yaml');
    });
  },
  { folder: path.join(root, 'media', 'sample') },
);
