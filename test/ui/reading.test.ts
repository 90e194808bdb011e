import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/paths';
import { inWorkbench } from '../support/ui/inWorkbench';
import { untilDone } from '../support/ui/untilDone';

const article = `<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN" "JATS-archivearticle1.dtd">
<article article-type="case-report"><front><article-meta><title-group><article-title>A febrile tumor</article-title></title-group></article-meta></front>
<body><sec><title>Case</title><p>Blood cultures were negative, and the <italic>liver abscess</italic> held no pus.</p></sec></body></article>`;
const text = `# A case, in full

A man of 54 came with night sweats for weeks. A CT showed what was taken for an abscess.

He was given amoxicillin for ten days, without success. He was well at two years; a second opinion was asked for.
`;
/** The words of each meaning. */
const marked = { finding: 'night sweats', diagnosis: 'an abscess', treatment: 'amoxicillin', outcome: 'well at two years', doubt: 'second opinion' };

async function withTexts(folder: string): Promise<void> {
  fs.writeFileSync(path.join(folder, 'library', 'chen1995.xml'), article);
  fs.writeFileSync(path.join(folder, 'library', 'chen1995.md'), text);
}

inWorkbench(
  'Reading',
  (workbench) => {
    const tab = (name: string) => workbench().page.locator('.editor-group-container.active .tab.active', { hasText: name });
    const annotations = () => workbench().tree('Annotations');

    /** Finds words by the editor's own Find, which selects them. */
    const find = async (words: string): Promise<void> => {
      const { page, editor } = workbench();
      await editor.goTo(1);
      await page.keyboard.press('Control+f');
      await page.locator('.find-widget.visible textarea').first().fill(words, { timeout: 2000 });
      await workbench().statusBar.filter({ hasText: `(${words.length} selected)` }).waitFor({ timeout: 2000 });
      await page.keyboard.press('Escape');
    };

    const mark = async (words: string, meaning: string): Promise<void> => {
      const { page, quickInput } = workbench();
      await untilDone(workbench().page, async () => {
        await find(words);
        await page.keyboard.press('Control+Alt+h');
        await quickInput.box.waitFor({ timeout: 2000 });
      });
      await quickInput.accept(meaning);
      await quickInput.box.waitFor({ state: 'hidden' });
    };

    it('opens a paper by a click, and marks its abstract by keyboard', async () => {
      const { editor, page } = workbench();
      await workbench().openContainer('Casebook');
      await workbench().tree('Papers').clickAction(/Chen et al/, 'Open Paper');
      await tab('chen1995').waitFor();
      await untilDone(workbench().page, async () => assert.match(await editor.text(), /Leukemoid reaction resulting from[^]*Abstract/));
      await mark('spiking fever', 'finding');
      // There is little room for three views.
      for (const view of ['Annotations', 'Papers']) await page.locator('.pane-header', { hasText: view }).click();
      await annotations().row('spiking fever').filter({ hasText: 'finding' }).waitFor();
      assert.match(await editor.hoverSays('granulocytosis', /granulocyte/i), /granulocyt/i);
    });

    it('leads from the page to a full text by keyboard, where words are marked as well', async () => {
      const { page, editor } = workbench();
      await untilDone(workbench().page, async () => {
        await find('chen1995.xml');
        await page.keyboard.press('Enter');
        await tab('chen1995.xml').waitFor({ timeout: 2000 });
      });
      assert.match(await editor.text(), /A febrile tumor\s+Case\s+Blood cultures were negative, and the liver abscess held no pus\./);
      await mark('negative', 'finding');
      await annotations().row('negative').waitFor();
    });

    it('keeps marks of five colors where they belong when the text was edited, closed and opened again', async () => {
      const { page, editor } = workbench();
      await workbench().openFile('library/chen1995.md');
      for (const [meaning, words] of Object.entries(marked)) await mark(words, meaning);
      await annotations().row('second opinion').waitFor();
      await editor.goTo(2);
      await editor.type('A line put in.\n');
      await editor.goTo(6, 1);
      await editor.type('Another sentence. ');
      await workbench().save();
      await workbench().closeEditors();
      await workbench().openFile('library/chen1995.md');
      await annotations().row('second opinion').click();
      await workbench().statusBar.filter({ hasText: `(${'second opinion'.length} selected)` }).waitFor();
      const said = await annotations().rows.evaluateAll((rows) => rows.map((row) => String((row as unknown as { ariaLabel: string }).ariaLabel)));
      const rows = Object.entries(marked).map(([meaning, words]) => `${words}, ${meaning}, chen1995`);
      assert.deepEqual(said, ['chen1995 7', 'spiking fever, finding, chen1995', ...rows, 'negative, finding, chen1995']);
      await page.keyboard.press('Escape');
    });

    it('makes a note of them, and leaves what was written in it when it is made again', async () => {
      const { page, editor, quickInput } = workbench();
      const again = async (): Promise<void> => {
        await workbench().runCommand('Casebook: New Note from Paper…');
        await quickInput.accept('chen1995');
        await tab('notes').waitFor();
      };
      await again();
      await untilDone(workbench().page, async () => {
        await page.keyboard.press('Control+End');
        assert.match(await editor.text(), /## Notes/);
      });
      await editor.type('My own words.');
      await workbench().save();
      await workbench().openFile('library/chen1995.md');
      await mark('without success', 'outcome');
      await annotations().row('without success').waitFor();
      await again();
      await untilDone(workbench().page, async () => {
        await find('> without success');
      });
      await page.keyboard.press('Control+End');
      await untilDone(workbench().page, async () => assert.match(await editor.text(), /My own words\./));
    });
  },
  { folder: path.join(root, 'media', 'sample'), builds: ['node', 'web'], prepare: withTexts },
);
