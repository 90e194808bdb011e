import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/paths';
import { eventually } from '../support/ui/eventually';
import { inWorkbench } from '../support/ui/inWorkbench';

const twin = `references:
  - id: zchen
    type: article-journal
    title: LEUKEMOID REACTION RESULTING FROM MULTIPLE CYTOKINE PRODUCTION IN METASTATIC MUCOEPIDERMOID CARCINOMA WITH CENTRAL NECROSIS
    author: [{family: Chen, given: Y M}]
    container-title: Jpn J Clin Oncol
    issued: {date-parts: [[1995]]}
    volume: "25"
    page: 168-172
annotations:
  - quote: granulocytosis
`;

inWorkbench(
  'Duplicates and marks',
  (workbench) => {
    const papers = () => workbench().tree('Papers');
    const file = (name: string) => path.join(workbench().folder, 'library', name);
    const read = (name: string) => fs.readFileSync(file(name), 'utf8');
    const find = async () => {
      await workbench().runCommand('Casebook: Find Duplicates');
      await workbench().quickInput.rows.filter({ hasText: 'Chen et al. 1995' }).first().click();
      await workbench().quickInput.row('Merge into chen1995').waitFor();
    };

    it('are shown field by field, and side by side', async () => {
      const { page, quickInput } = workbench();
      fs.writeFileSync(file('zchen.yaml'), twin);
      fs.writeFileSync(file('zchen.pdf'), 'theirs');
      await workbench().openContainer('Casebook');
      await papers().row('Chen 1995').waitFor();
      await find();
      const journal = quickInput.rows.filter({ hasText: 'journal or book' }).first();
      assert.match(await journal.innerText(), /chen1995: Japanese Journal of Clinical Oncology[\s\S]*zchen: Jpn J Clin Oncol/);
      await journal.click();
      await quickInput.rows.filter({ hasText: /zchen: Jpn J Clin Oncol[\s\S]*chen1995: Japanese/ }).first().waitFor();
      await journal.click();
      await quickInput.rows.filter({ hasText: /chen1995: Japanese[\s\S]*zchen: Jpn/ }).first().waitFor();
      await quickInput.choose('Compare Side by Side');
      await page.locator('.monaco-diff-editor .view-line', { hasText: 'Jpn J Clin Oncol' }).first().waitFor();
      await page.keyboard.press('Escape'); // back to the list
      await quickInput.rows.filter({ hasText: 'same title and author' }).first().waitFor();
      await page.keyboard.press('Escape');
      await quickInput.box.waitFor({ state: 'hidden' });
      await workbench().closeEditors();
    });

    it('are merged, and one undo takes it back', async () => {
      const { editor, page, quickInput } = workbench();
      await workbench().openFile('library/chen1995.yaml');
      const before = read('chen1995.yaml');
      await find();
      await quickInput.choose('Merge into chen1995');
      await papers().row('Chen 1995').waitFor({ state: 'hidden' });
      await eventually(() => assert.match(read('chen1995.yaml'), /volume: '25'[\s\S]*other-ids:\s+- zchen[\s\S]*quote: granulocytosis/));
      assert.deepEqual(fs.readdirSync(file('')).filter((name) => /chen/.test(name)), ['chen1995.pdf', 'chen1995.yaml']);
      await workbench().clearNotifications();
      await editor.goTo(1);
      await page.keyboard.press('ControlOrMeta+Z');
      await papers().row('Chen 1995').waitFor();
      await eventually(() => assert.deepEqual([read('zchen.yaml'), fs.readFileSync(file('zchen.pdf'), 'utf8')], [twin, 'theirs']));
      await workbench().save();
      assert.equal(read('chen1995.yaml'), before);
      await workbench().closeEditors();
    });

    it('are not shown again once they are said to be different', async () => {
      const { quickInput } = workbench();
      await find();
      await quickInput.choose('These Are Different');
      await eventually(() => assert.match(read('chen1995.yaml'), /^different-from:\n {2}- zchen$/m));
      await workbench().notifications.filter({ hasText: 'No other work is there twice.' }).waitFor();
      await workbench().clearNotifications();
    });

    it('of one bibliography are merged where they stand, and undo takes it back', async () => {
      const { editor, page, quickInput } = workbench();
      const entry = (key: string, more: string) => `@article{${key},\n  title = {Eosinophilia after a long walk in the woods},\n  author = {Aaron, Ada},\n  year = 1999${more}\n}\n`;
      const before = `${entry('aaron1999', '')}\n${entry('walk', ',\n  volume = {7}')}`;
      const bib = path.join(workbench().folder, 'walks.bib');
      fs.writeFileSync(bib, before);
      fs.writeFileSync(path.join(workbench().folder, 'walks.md'), '---\nbibliography: walks.bib\n---\n\nA walk [@walk].\n');
      const note = () => fs.readFileSync(path.join(workbench().folder, 'walks.md'), 'utf8');
      await papers().row('walks.bib').waitFor();
      await papers().chooseFromMenu('walks.bib', 'Open Bibliography');
      await page.locator('.tab.active', { hasText: 'walks.bib' }).waitFor();
      await workbench().runCommand('Casebook: Find Duplicates');
      await quickInput.rows.filter({ hasText: 'Aaron 1999' }).first().click();
      await quickInput.row('Merge into walk').waitFor(); // which a note cites
      await quickInput.choose('Keep Another Record');
      await quickInput.choose('Merge into aaron1999');
      await quickInput.row('Rename in 1 Note Too').waitFor();
      await quickInput.choose('Keep the Old Key in Notes');
      await eventually(() => assert.equal(fs.readFileSync(bib, 'utf8'), `${entry('aaron1999', ',\n  volume = {7},\n  ids = {walk}')}\n`));
      assert.match(note(), /\[@walk\]/);
      await workbench().clearNotifications();
      await editor.goTo(1);
      await page.keyboard.press('ControlOrMeta+Z');
      await editor.boxOf('@article{walk');
      await workbench().save();
      await eventually(() => assert.equal(fs.readFileSync(bib, 'utf8'), before));
      await workbench().runCommand('Casebook: Find Duplicates');
      await quickInput.rows.filter({ hasText: 'Aaron 1999' }).first().click();
      await quickInput.choose('These Are Different');
      const settings = path.join(workbench().folder, '.vscode', 'settings.json');
      await eventually(() => assert.match(fs.readFileSync(settings, 'utf8'), /"casebook\.library\.differentWorks": \[\s*\[\s*"aaron1999",\s*"walk"\s*\]\s*\]/));
      await workbench().notifications.filter({ hasText: 'No other work is there twice.' }).waitFor();
      await workbench().clearNotifications();
      await workbench().closeEditors();
      for (const name of ['walks.bib', 'walks.md']) fs.rmSync(path.join(workbench().folder, name));
      await papers().row('walks.bib').waitFor({ state: 'hidden' });
    });

    it('take a reading status and tags from the menu, for several papers at once', async () => {
      const { page, quickInput } = workbench();
      await papers().select('Lindqvist');
      await papers().select('Okonkwo', { add: true });
      await papers().chooseFromMenu('Okonkwo', 'Set Reading Status');
      await quickInput.choose('read');
      await eventually(() => ['lindqvist2021.yaml', 'okonkwo2023.yaml'].forEach((name) => assert.match(read(name), /^case:\n(?: {2}.*\n)* {2}status: read$/m)));
      await papers().row('Lindqvist').filter({ hasText: 'read · ' }).waitFor();
      await papers().chooseFromMenu('Okonkwo', 'Edit Tags');
      await quickInput.accept('methods'); // makes it a tag
      await quickInput.row('methods').waitFor();
      await page.keyboard.press('Enter'); // is done
      await eventually(() => ['lindqvist2021.yaml', 'okonkwo2023.yaml'].forEach((name) => assert.match(read(name), /- methods$/m)));
    });

    it('are found by queries, which can be kept as folders', async () => {
      const { page, quickInput } = workbench();
      await workbench().runCommand('Casebook: Filter Papers…');
      await quickInput.type('tag:methods -author:okonkwo');
      await papers().row('Okonkwo').waitFor({ state: 'hidden' });
      await papers().row('Lindqvist').waitFor();
      await page.keyboard.press('Enter');
      await quickInput.box.waitFor({ state: 'hidden' });
      await workbench().runCommand('Casebook: Save Search…');
      await quickInput.accept('Methods');
      await quickInput.leaves('Methods');
      await workbench().runCommand('Casebook: Clear Filter');
      await papers().row('Okonkwo').waitFor();
      await papers().row(/^Methods/).waitFor();
      assert.match((await papers().labels())[0] ?? '', /^Methods\s*1$/);
      await papers().chooseFromMenu('Methods', 'Remove Search');
      await papers().row(/^Methods/).waitFor({ state: 'hidden' });
    });
  },
  { folder: path.join(root, 'media', 'sample') },
);
