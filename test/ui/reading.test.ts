import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/paths';
import { eventually } from '../support/ui/eventually';
import { inWorkbench } from '../support/ui/inWorkbench';

const article = `<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) Journal Archiving and Interchange DTD v1.2 20190208//EN" "JATS-archivearticle1.dtd">
<article article-type="case-report"><front><article-meta><title-group><article-title>A febrile tumor</article-title></title-group></article-meta></front>
<body><sec><title>Case</title><p>Blood cultures were negative, and the <italic>liver abscess</italic> held no pus.</p></sec></body></article>`;

inWorkbench(
  'Reading',
  (workbench) => {
    const file = (name: string): string => path.join(workbench().folder, 'library', name);
    const paper = (): string => fs.readFileSync(file('chen1995.yaml'), 'utf8');
    const tab = (name: string) => workbench().page.locator('.editor-group-container.active .tab.active', { hasText: name });
    /** Finds words by the editor's own Find, which selects them, and marks them. */
    const mark = async (words: string, meaning: string): Promise<void> => {
      const { page, quickInput, editor } = workbench();
      await eventually(async () => {
        await editor.goTo(1);
        await page.keyboard.press('Control+f');
        await page.locator('.find-widget.visible textarea').first().fill(words, { timeout: 2000 });
        await workbench().statusBar.filter({ hasText: `(${words.length} selected)` }).waitFor({ timeout: 2000 });
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+Alt+h');
        await quickInput.box.waitFor({ timeout: 2000 });
      });
      await quickInput.accept(meaning);
      await eventually(() => assert.ok(paper().includes(`exact: ${words}\n`)));
    };

    it('opens a paper by a click, and marks its abstract by keyboard', async () => {
      fs.writeFileSync(file('chen1995.xml'), article);
      await workbench().openContainer('Casebook');
      await workbench().tree('Papers').clickAction(/Chen et al/, 'Open Paper');
      await tab('chen1995').waitFor();
      await eventually(async () => assert.match(await workbench().editor.text(), /Leukemoid reaction resulting from[^]*Abstract/));
      await mark('spiking fever', 'finding');
      assert.match(paper(), /source: abstract\n/);
      assert.match(await workbench().editor.hoverSays('granulocytosis', /granulocyte/i), /granulocyt/i);
    });

    it('leads from the page to a full text by keyboard, where words are marked as well', async () => {
      const { page, editor } = workbench();
      await eventually(async () => {
        await page.keyboard.press('Control+f');
        await page.locator('.find-widget.visible textarea').first().fill('chen1995.xml', { timeout: 2000 });
        await page.keyboard.press('Enter');
        await page.keyboard.press('Escape');
        await page.keyboard.press('Enter');
        await tab('chen1995.xml').waitFor({ timeout: 2000 });
      });
      assert.match(await editor.text(), /A febrile tumor\s+Case\s+Blood cultures were negative, and the liver abscess held no pus\./);
      await mark('negative', 'finding');
      assert.match(paper(), /source: chen1995\.xml\n/);
    });
  },
  { folder: path.join(root, 'media', 'sample') },
);
