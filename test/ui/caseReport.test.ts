import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { outFolder, root } from '../support/paths';
import { eventually } from '../support/ui/eventually';
import { inWorkbench } from '../support/ui/inWorkbench';
import { untilDone } from '../support/ui/untilDone';

const keys = ['chen1995', 'okonkwo2023', 'lindqvist2021'];
const paragraph = (number: number): string => Array.from({ length: 5 }, (_, at) => `A man had fever and granulocytosis [@${keys[(number + at) % 3]}${at === 2 ? ', p. 170' : ''}].`).join(' ');
const report = `---\ntitle: Fever without infection\n---\n\n# The case\n\n${Array.from({ length: 6 }, (_, number) => paragraph(number)).join('\n\n')}\n`;

/** What a new user does with a first report, from its citations to the page that others read. */
inWorkbench(
  'A case report with 30 citations',
  (workbench) => {
    const read = (): string => fs.readFileSync(path.join(workbench().folder, 'notes', 'report.md'), 'utf8');
    const chooses = async (from: RegExp, typed: string, shown: RegExp): Promise<void> => {
      const { page, quickInput, statusBar } = workbench();
      await statusBar.filter({ hasText: from }).click();
      await quickInput.type(typed);
      await quickInput.rows.filter({ hasText: typed }).first().waitFor();
      await page.keyboard.press('Enter');
      await statusBar.filter({ hasText: shown }).waitFor();
    };

    it('changes its style twice, and a key in all its places', async () => {
      const { editor, page } = workbench();
      fs.writeFileSync(path.join(workbench().folder, 'notes', 'report.md'), report);
      await workbench().openFile('notes/report.md');
      await chooses(/NLM \/ Vancouver/, 'APA', /APA/);
      await chooses(/APA/, 'New England', /New England/);
      await editor.goTo(7);
      await editor.clickWord('@chen1995');
      await page.keyboard.press('F2');
      const input = page.locator('.rename-box input').first();
      await input.waitFor();
      await input.fill('chen-case');
      await input.press('Enter');
      await eventually(() => assert.equal(read().match(/@chen-case/g)?.length, 10));
      assert.doesNotMatch(read(), /chen1995/);
    });

    it('tells of keys that are mistyped, and mends one', async () => {
      const { editor, page } = workbench();
      await page.keyboard.press('Control+End');
      await editor.type('\nAs @chen-cse and [@okonkow2023; see @lindquist2021] say.\n');
      await page.locator('.squiggly-warning').nth(2).waitFor();
      // A hover that was asked for before the Problem was there says it itself; the next one leaves it to the Problem.
      await untilDone(page, async () => {
        const said = await editor.hoverSays('okonkow2023', /No paper in the library has the citekey `okonkow2023`/);
        assert.doesNotMatch(said, /No paper of this folder/);
      });
      await editor.clickWord('okonkow2023');
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row', { hasText: 'Cite @okonkwo2023 instead' }).click();
      await editor.boxOf('[@okonkwo2023; see');
    });

    it('is previewed with its bibliography, and exported with the unknown keys named', async () => {
      const { page, quickInput } = workbench();
      await workbench().runCommand('Casebook: Insert Bibliography');
      await workbench().clearNotifications();
      await workbench().runCommand('Markdown: Open Preview to the Side');
      const preview = workbench().webview();
      await untilDone(page, async () => assert.equal(await preview.locator('#refs .csl-entry').count(), 3));
      assert.equal(await preview.locator('.citation').count(), 32);
      assert.match((await preview.locator('.citation').last().innerText()).trim(), /^2,see lindquist2021\?$/);
      await workbench().screenshot(path.join(outFolder, 'shots', 'report.png'));
      await page.locator('.tab', { hasText: 'report.md' }).first().click();
      await workbench().runCommand('Casebook: Export Note…');
      await quickInput.choose('Web page');
      // The list goes before the dialog comes, and an Enter between them would be the note's.
      await untilDone(page, async () => assert.match(await quickInput.input.inputValue({ timeout: 1000 }), /report\.html$/));
      await quickInput.input.press('Enter');
      await workbench().notifications.filter({ hasText: '2 citekeys are not known and stand there as they are: chen-cse, lindquist2021' }).waitFor();
      const html = fs.readFileSync(path.join(workbench().folder, 'notes', 'report.html'), 'utf8');
      assert.match(html, /<h1 class="title">Fever without infection<\/h1>[^]*id="ref-chen-case"/);
    });
  },
  { folder: path.join(root, 'media', 'sample') },
);
