import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/paths';
import { eventually } from '../support/ui/eventually';
import { folderSettings } from '../support/ui/folderSettings';
import { inWorkbench } from '../support/ui/inWorkbench';
import { untilDone } from '../support/ui/untilDone';

const sample = path.join(root, 'media', 'sample');
const portalPage = `Leukemoid reaction resulting from multiple cytokine production in metastatic mucoepidermoid carcinoma with central necrosis.

Y. M. Chen, J. Whang-Peng, J. M. Liu

Research output: Contribution to journal › Article › peer-review

17 Citations (Scopus)

Abstract

A short telling of the case in words of our own, with a leukemoid reaction and a mucoepidermoid carcinoma.

Original languageEnglish
Pages (from-to)168-172
Number of pages5
JournalJapanese Journal of Clinical Oncology
Issue number4
Publication statusPublished - Aug 1 1995
`;

const hostile = `references:
  - id: "../../evil/key"
    type: article-journal
    title: "<img src=x onerror=alert(1)> [x](command:workbench.action.quit) $(alert)"
    author: [{family: Evil}]
    issued: {date-parts: [[2020]]}
`;
const hostileTitle = '<img src=x onerror=alert(1)> [x](command:workbench.action.quit) $(alert)';

inWorkbench(
  'Papers',
  (workbench) => {
    const papers = () => workbench().tree('Papers');
    const names = async () => (await papers().labels()).map((label) => label.slice(0, 4));
    const libraryFiles = () => fs.readdirSync(path.join(workbench().folder, 'library')).sort();
    const read = (file: string) => fs.readFileSync(path.join(workbench().folder, file), 'utf8');

    const importClipboard = async (text: string) => {
      const { page, quickInput } = workbench();
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
      await workbench().runCommand('Casebook: Import Papers…');
      await quickInput.choose('Clipboard');
    };
    /** What the next notification says; it is closed then. */
    const told = async () => {
      await workbench().notifications.first().waitFor();
      const text = await workbench().notifications.first().innerText();
      await workbench().clearNotifications();
      return text;
    };

    it('opens rows by keyboard, down to the topics with their bars', async () => {
      const { page } = workbench();
      await workbench().openFile('notes/leukemoid-reaction.md');
      await workbench().openContainer('Casebook');
      await papers().select('Chen et al.');
      await papers().expand('Chen et al.'); // as the click did, if once was enough
      await papers().row('Topics').waitFor();
      await page.keyboard.press('ArrowLeft');
      await papers().row('Topics').waitFor({ state: 'hidden' });
      await page.keyboard.press('ArrowRight');
      await papers().row('Topics').waitFor();
      await page.keyboard.press('ArrowRight');
      for (let row = 0; row < 5; row++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowRight');
      await papers().row('▇▇▇▇▇▇ mucoepidermoid carcinoma').waitFor();
      assert.equal(await papers().row('▇▇▇▇▇▇ mucoepidermoid carcinoma').getAttribute('aria-label'), 'mucoepidermoid carcinoma, weight 100 percent');
      assert.match((await papers().row('Source').getAttribute('aria-label')) ?? '', /^Source, Japanese Journal/);
      await papers().select('Chen et al.');
    });

    it('filters while one types, until Escape', async () => {
      const { page, quickInput } = workbench();
      await workbench().runCommand('Casebook: Filter Papers…');
      await quickInput.type('lindqvist');
      await papers().row('Chen et al.').waitFor({ state: 'hidden' });
      assert.deepEqual(await names(), ['Lind']);
      await quickInput.type('autor:chen');
      await quickInput.box.getByText('Is "author:" meant?').waitFor();
      await page.keyboard.press('Escape');
      await papers().row('Chen et al.').waitFor();
    });

    it('sorts and groups', async () => {
      const { quickInput } = workbench();
      await workbench().runCommand('Casebook: Sort Papers By…');
      await quickInput.choose('Year');
      await workbench().runCommand('Casebook: Group Papers By…');
      await quickInput.choose('Subject Area');
      await papers().row('Infectious Diseases').waitFor();
      await workbench().runCommand('Casebook: Group Papers By…');
      await quickInput.choose('No Groups');
      await papers().row('Lindqvist').waitFor();
      assert.deepEqual((await names()).filter((name) => /^(Okon|Lind|Chen)/.test(name)), ['Okon', 'Lind', 'Chen']);
    });

    it('renames a citekey in its file and the notes, and takes it back with one undo', async () => {
      const { editor, page, quickInput } = workbench();
      await papers().chooseFromMenu('Lindqvist', 'Rename Citekey');
      await quickInput.type('chen1995');
      await quickInput.box.getByText('is the citekey of another paper').waitFor();
      await quickInput.accept('lindqvist-2021');
      await workbench().dialogButton('Rename in Notes Too').click();
      await editor.goTo(29);
      await editor.boxOf('[see @lindqvist-2021;');
      await eventually(() => assert.deepEqual(libraryFiles(), ['chen1995.yaml', 'lindqvist-2021.yaml', 'okonkwo2023.yaml']));
      await page.keyboard.press('ControlOrMeta+Z');
      await editor.boxOf('[see @lindqvist2021;');
      await papers().row('Lindqvist').waitFor();
      await eventually(() => assert.deepEqual(libraryFiles(), ['chen1995.yaml', 'lindqvist2021.yaml', 'okonkwo2023.yaml']));
    });

    it('moves a paper to the bin, and brings it back', async () => {
      const { page } = workbench();
      await papers().chooseFromMenu('Okonkwo', 'Move Paper to Bin');
      await workbench().dialogButton('Move to Bin').click();
      await papers().row('Okonkwo').waitFor({ state: 'hidden' });
      await page.locator('.notifications-toasts').getByRole('button', { name: 'Undo' }).click();
      await papers().row('Okonkwo').waitFor();
      assert.match(read('library/okonkwo2023.yaml'), /^# Invented/);
    });

    it('moves the selected papers to the bin by Delete', async () => {
      const { page } = workbench();
      await papers().select('Lindqvist');
      await papers().select('Okonkwo', { add: true });
      await page.keyboard.press('Delete');
      await page.locator('.monaco-dialog-box').getByText('Move 2 papers to the bin?').waitFor();
      await page.keyboard.press('Escape');
      await papers().keyboardIsBack();
      assert.deepEqual(libraryFiles(), ['chen1995.yaml', 'lindqvist2021.yaml', 'okonkwo2023.yaml']);
    });

    it('renames a saved search by F2 and removes it by Delete, like a paper', async () => {
      const { page, quickInput } = workbench();
      await workbench().runCommand('Casebook: Filter Papers…');
      await quickInput.type('liver');
      await page.keyboard.press('Enter');
      await quickInput.leaves('liver');
      await workbench().runCommand('Casebook: Save Search…');
      await quickInput.accept('Livers');
      await quickInput.leaves('Livers');
      await workbench().runCommand('Casebook: Clear Filter');
      await papers().chooseFromMenu(/^Livers/, 'Edit Search…');
      await quickInput.box.getByText('What the papers must have').waitFor();
      assert.equal(await quickInput.input.inputValue(), 'liver');
      await quickInput.accept('author:okonkwo');
      await eventually(() => assert.deepEqual(folderSettings(workbench().folder)?.['casebook.library.searches'], [{ name: 'Livers', query: 'author:okonkwo' }]));
      await papers().select(/^Livers/);
      await page.keyboard.press('F2');
      await quickInput.box.getByText('The name of the search').waitFor();
      await quickInput.accept('Kidneys');
      await papers().select(/^Kidneys/);
      await page.keyboard.press('Delete');
      await papers().row(/^Kidneys/).waitFor({ state: 'hidden' });
      await papers().row('Okonkwo').waitFor();
    });

    it('copies a citekey', async () => {
      await papers().chooseFromMenu('Okonkwo', 'Copy Citekey');
      await workbench().page.waitForFunction('navigator.clipboard.readText().then((text) => text === "okonkwo2023")');
    });

    it('follows a file that is deleted, and imports the portal page of its paper, saying what that lacks', async () => {
      fs.rmSync(path.join(workbench().folder, 'library', 'chen1995.yaml'));
      await papers().row('Chen et al.').waitFor({ state: 'hidden' });
      await importClipboard(portalPage);
      assert.match(await told(), /^Imported chen1995\. Not in the text: .*volume.*DOI/);
      assert.match(read('library/chen1995.yaml'), /mucoepidermoid/);
    });

    it('asks before it imports what is there', async () => {
      await importClipboard(portalPage);
      await workbench().quickInput.rows.filter({ hasText: 'In the library as chen1995' }).first().waitFor();
      await workbench().page.keyboard.press('Escape');
    });

    it('says why a text is no paper', async () => {
      await importClipboard(' \n ');
      assert.equal(await told(), 'The clipboard holds no text. Copy the text of a paper first.');
      await importClipboard('references:\n  - id: a\n   title: [oops\n');
      assert.match(await told(), /^This is not valid YAML: /);
      await importClipboard('Only some prose, copied by mistake.');
      assert.match(await told(), /^The format of this text is not known/);
    });

    it('offers to attach a PDF that was chosen to be imported', async () => {
      const { page, quickInput } = workbench();
      const file = path.join(workbench().folder, 'okonkwo.pdf');
      fs.writeFileSync(file, Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
      await workbench().runCommand('Casebook: Import Papers…');
      await quickInput.choose('Choose Files…');
      // VS Code's own dialog says where it is once it has looked there, and takes the place of what was typed before.
      await untilDone(page, async () => {
        await quickInput.type(file);
        await quickInput.row('okonkwo.pdf').waitFor({ timeout: 2000 });
      });
      await page.keyboard.press('Enter');
      await workbench().notifications.filter({ hasText: 'okonkwo.pdf: This is not a text file.' }).waitFor();
      await page.locator('.notifications-toasts').getByRole('button', { name: 'Attach to Paper…' }).click();
      await quickInput.rows.filter({ hasText: 'okonkwo2023' }).first().click();
      await eventually(() => assert.ok(libraryFiles().includes('okonkwo2023.pdf')));
      fs.rmSync(path.join(workbench().folder, 'library', 'okonkwo2023.pdf'));
      await workbench().clearNotifications();
    });

    it('never takes a title for markup, a link or an icon', async () => {
      const { editor, page, quickInput } = workbench();
      await importClipboard(hostile);
      await told();
      assert.deepEqual(libraryFiles(), ['chen1995.yaml', 'evil2020.yaml', 'lindqvist2021.yaml', 'okonkwo2023.yaml']);
      const tooltip = page.locator('.monaco-hover:not(.hidden)', { hasText: hostileTitle }).first();
      await untilDone(page, async () => {
        await page.mouse.move(0, 0); // a mouse that does not move opens no tooltip
        await (await papers().atRest('Evil 2020')).hover({ timeout: 2000 });
        await tooltip.waitFor({ timeout: 3000 });
      });
      assert.equal(await tooltip.locator('img, a, .codicon').count(), 0);
      await workbench().runCommand('Casebook: Insert Formatted Reference');
      await quickInput.type('evil');
      await quickInput.rows.filter({ hasText: hostileTitle }).first().waitFor();
      assert.equal(await quickInput.rows.locator('.codicon-alert').count(), 0);
      await page.keyboard.press('Escape');
      await editor.goTo(30);
      await editor.type('See @evil2020 there.');
      await eventually(async () => {
        const hover = await editor.hover('@evil2020'); // with a Problem in it until the note knows of the paper
        await page.locator('.monaco-hover:not(.hidden)', { hasText: '$(alert)' }).first().waitFor();
        assert.deepEqual(await hover.locator('a').allInnerTexts(), ['Open Paper', 'Show in Papers']);
        assert.equal(await hover.locator('img, p .codicon').count(), 0);
      });
    });

    it('are found again where their folder is renamed in the explorer, once the user agrees', async () => {
      const { page } = workbench();
      await workbench().openContainer('Explorer');
      await workbench().tree('Files Explorer').select(/^library$/);
      await page.keyboard.press('F2');
      const name = page.locator('.explorer-folders-view input').first();
      await name.fill('articles');
      await name.press('Enter');
      await workbench().notifications.filter({ hasText: '"library" was the library folder. Look for papers in "articles" from now on?' }).waitFor();
      await page.locator('.notifications-toasts').getByRole('button', { name: 'Change Setting' }).click();
      await eventually(() => assert.equal(folderSettings(workbench().folder)?.['casebook.library.folder'], 'articles'));
      await workbench().openContainer('Casebook');
      await papers().row('Okonkwo').waitFor();
    });
  },
  { folder: sample },
);
