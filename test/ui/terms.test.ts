import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/paths';
import { inWorkbench } from '../support/ui/inWorkbench';

const note = `---
title: Leukemoid reaction
---

A man with spiking fever and a leukemoid
reaction after exploratory laparotomy [@granulocytosis, p. 3].

Inline \`leukocytosis\` and a [neutropenia](https://example.org/sepsis) link.

<!-- anemia --> A mimic at the end.
`;

inWorkbench(
  'Terms',
  (workbench) => {
    /** The first line of what a hover over the word says; undefined where none of ours appears. */
    const named = async (word: string): Promise<string | undefined> => {
      const { editor, page } = workbench();
      const box = await editor.boxOf(word);
      await page.mouse.move(0, 0);
      await page.waitForTimeout(300);
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 2 });
      await page.waitForTimeout(1000);
      const hover = page.locator('[widgetid="editor.contrib.resizableContentHoverWidget"] .monaco-hover:not(.hidden)').first();
      return (await hover.isVisible()) ? (await hover.innerText()).split('\n')[0] : undefined;
    };

    it('explains every word of a term, across a line break too', async () => {
      fs.writeFileSync(path.join(workbench().folder, 'notes', 'terms.md'), note);
      await workbench().openFile('notes/terms.md');
      for (const word of ['spiking', 'fever']) assert.match(await workbench().editor.hoverText(word), /^spiking fever — Sign or Symptom/);
      for (const word of ['leukemoid', 'reaction after']) assert.match(await workbench().editor.hoverText(word), /^leukemoid reaction — Finding/);
    });

    it('explains the term at the cursor by keyboard', async () => {
      const { editor, page } = workbench();
      await page.mouse.move(0, 0);
      await editor.goTo(5, 14);
      await workbench().runCommand('Show or Focus Hover');
      await page.locator('.monaco-hover:not(.hidden)', { hasText: 'spiking fever — Sign' }).first().waitFor();
      await page.keyboard.press('Escape');
    });

    it('links ids to their terminologies, and the papers that speak of a term to the tree', async () => {
      const { page, editor } = workbench();
      const hover = await editor.hover('leukemoid');
      const ids = hover.locator('a', { hasText: /^(MESH|NCIT|HP|DOID):/ });
      for (const address of await ids.evaluateAll((links) => links.map((link) => String((link as unknown as { dataset: { href: string } }).dataset.href)))) {
        assert.match(address, /^https:\/\//);
      }
      assert.ok((await ids.count()) > 0);
      await hover.getByText('Chen et al. 1995').click();
      await page.locator('.part.sidebar .monaco-list-row.focused', { hasText: 'Chen et al. 1995' }).waitFor();
    });

    it('leads to a term of the user, whose unsaved words it shows', async () => {
      const { page, editor } = workbench();
      await workbench().openFile('notes/terms.md');
      await editor.clickWord('mimic');
      await page.keyboard.press('F12');
      await page.locator('.tab.active', { hasText: 'glossary.yaml' }).waitFor();
      await editor.boxOf('definition: A finding');
      await editor.goTo(14, 17);
      await editor.type('Unsaved words. ');
      await editor.boxOf('definition: Unsaved words.');
      await workbench().openFile('notes/terms.md');
      await editor.hoverSays('mimic', /Unsaved words\. A finding that looks like/);
    });

    it('tells a mistake in the glossary where it is', async () => {
      const { editor } = workbench();
      await workbench().openFile('glossary.yaml');
      await editor.goTo(16);
      await editor.type('    ids: [MESH-1]');
      const problem = (await workbench().problems()).filter({ hasText: 'MESH-1' });
      await problem.waitFor();
      await workbench().openFile('notes/terms.md');
      await problem.click();
      await workbench().page.locator('.tab.active', { hasText: 'glossary.yaml' }).waitFor();
      await workbench().statusBar.filter({ hasText: /Ln 16/ }).waitFor();
    });

    it('says nothing in front matter, code, addresses, citekeys and comments', async () => {
      await workbench().openFile('notes/terms.md');
      assert.deepEqual([await named('Leukemoid'), await named('leukocytosis'), await named('anemia')], [undefined, undefined, undefined]);
      for (const [word, said] of [['sepsis', /^Follow link/], ['granulocytosis', /^No paper/], ['neutropenia', /^neutropenia — /]] as const) {
        assert.match(await workbench().editor.hoverText(word), said);
      }
    });

    it('makes a glossary where there is none', async () => {
      await workbench().openFile('glossary.yaml');
      await workbench().runCommand('File: Revert File');
      await workbench().closeEditors();
      fs.rmSync(path.join(workbench().folder, 'glossary.yaml'));
      await workbench().runCommand('Casebook: Open Glossary');
      await workbench().editor.boxOf('name: example term');
    });
  },
  { folder: path.join(root, 'media', 'sample') },
);
