import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/paths';
import { eventually } from '../support/ui/eventually';
import { inWorkbench } from '../support/ui/inWorkbench';
import { untilDone } from '../support/ui/untilDone';

const text = `# Full text

The patient had a spiking fever for weeks. Blood cultures were negative.

The liver abscess turned out to be a metastasis with central necrosis.
`;

inWorkbench(
  'Annotating',
  (workbench) => {
    const file = (name: string): string => path.join(workbench().folder, 'library', name);
    const paper = (): string => fs.readFileSync(file('chen1995.yaml'), 'utf8');
    /** The backgrounds of marked words, as the page draws them. */
    const marks = async (): Promise<number> =>
      workbench().page.locator('.editor-group-container.active .monaco-editor .view-overlays .cdr').evaluateAll((all) =>
        all.filter((one) => {
          const { backgroundColor } = (globalThis as unknown as { getComputedStyle(element: unknown): { backgroundColor: string } }).getComputedStyle(one);
          return /^rgba\((?:255, 213, 79|239, 154, 154), 0\.3/.test(backgroundColor);
        }).length);

    const select = async (line: number, column: number, length: number): Promise<void> => {
      await workbench().editor.goTo(line, column);
      for (let step = 0; step < length; step++) await workbench().page.keyboard.press('Shift+ArrowRight');
    };

    it('marks selected words by keyboard, and keeps them in the paper’s file', async () => {
      fs.writeFileSync(file('chen1995.md'), text);
      await workbench().openContainer('Casebook');
      await workbench().openFile('library/chen1995.md');
      await eventually(async () => {
        await select(3, 19, 'spiking fever'.length);
        await workbench().page.keyboard.press('Control+Alt+h');
        await workbench().quickInput.box.waitFor({ timeout: 2000 });
      });
      await workbench().quickInput.accept('diagnosis');
      await eventually(() => assert.match(paper(), /annotations:\n +- id: a\w{10}\n/));
      assert.match(paper(), /exact: spiking fever\n/);
      assert.match(paper(), /source: chen1995\.md\n/);
      assert.match(paper(), /purpose: classifying\n[^]*value: diagnosis|value: diagnosis\n[^]*purpose: classifying/);
      await eventually(async () => assert.equal(await marks(), 1));
    });

    it('follows the words while the text is edited', async () => {
      await workbench().editor.goTo(2, 1);
      await workbench().editor.type('A line more.\n');
      await workbench().save();
      await workbench().closeEditors();
      await workbench().openFile('library/chen1995.md');
      await eventually(async () => assert.equal(await marks(), 1));
      const shown = await workbench().editor.hoverSays('spiking', /diagnosis/);
      assert.match(shown, /Remove/);
    });

    it('lists marks in its view, from where a click leads to the words', async () => {
      const annotations = workbench().tree('Annotations');
      await workbench().page.locator('.pane-header', { hasText: 'Annotations' }).click();
      await annotations.row('spiking fever').waitFor();
      await workbench().editor.goTo(1, 1);
      await annotations.row('spiking fever').click();
      await workbench().statusBar.filter({ hasText: /\(13 selected\)/ }).waitFor();
    });

    it('lists them under their paper by meaning, from where a click leads to the words, too', async () => {
      const papers = workbench().tree('Papers');
      await workbench().editor.goTo(1, 1);
      await papers.expand(/Chen et al/);
      await papers.expand(/^Annotations/);
      await papers.expand(/^diagnosis/);
      await papers.row(/^spiking fever$/).click();
      await workbench().statusBar.filter({ hasText: /\(13 selected\)/ }).waitFor();
    });

    it('keeps comments, written in VS Code’s own box', async () => {
      await select(4, 64, 'negative'.length);
      await workbench().page.keyboard.press('Control+Alt+m');
      await workbench().page.locator('.comment-thread, .review-widget').first().waitFor();
      await workbench().page.keyboard.type('Twice, see [@chen1995].');
      await workbench().page.getByRole('button', { name: 'Add Comment' }).first().click();
      await eventually(() => assert.match(paper(), /Twice, see \[@chen1995\]\./));
      assert.match(paper(), /motivation: commenting/);
      assert.match(paper(), /exact: negative\n/);
    });

    it('takes the last change back', async () => {
      await workbench().runCommand('Casebook: Undo Last Change of Annotations');
      await eventually(() => assert.doesNotMatch(paper(), /Twice, see/));
      assert.match(paper(), /exact: spiking fever\n/);
    });

    it('quotes marked words in a note, with their citation and a link back', async () => {
      await workbench().openFile('notes/leukemoid-reaction.md');
      await workbench().editor.goTo(1, 1);
      await workbench().page.keyboard.press('Control+End');
      await workbench().tree('Annotations').clickAction('spiking fever', 'Insert Quote…');
      await eventually(async () => assert.match(await workbench().editor.text(), /^> spiking fever\n>\n> \[@chen1995\] \[↗\]\(<[\w-]+:\/\/casebook\.casebook\/paper\?key=chen1995&annotation=a\w+>\)/m));
    });

    it('makes a note from a paper, and brings it up to date', async () => {
      await workbench().tree('Papers').chooseFromMenu(/Chen et al/, 'New Note from Paper…');
      const note = path.join(workbench().folder, 'notes', 'chen1995.md');
      await eventually(() => assert.match(fs.readFileSync(note, 'utf8'), /### diagnosis\n\n> spiking fever\n/));
      await workbench().page.locator('.tab.active', { hasText: 'chen1995.md' }).waitFor();
    });

    it('marks words by mouse alone, from their menu', async () => {
      const { editor, page, quickInput } = workbench();
      await workbench().openFile('library/chen1995.md');
      const middle = async (): Promise<[number, number]> => {
        const { x, y, width, height } = await editor.boxOf('necrosis');
        return [x + width / 2, y + height / 2];
      };
      await untilDone(page, async () => {
        await page.mouse.dblclick(...(await middle()));
        await page.mouse.click(...(await middle()), { button: 'right' });
        await page.getByRole('menuitem', { name: 'Annotate' }).first().hover({ timeout: 2000 });
        // VS Code takes no button let go in a menu's first 100 ms.
        await page.getByRole('menuitem', { name: 'Highlight…' }).first().click({ timeout: 2000, delay: 200 });
        await quickInput.row('outcome').click({ timeout: 2000 });
      });
      await eventually(() => assert.match(paper(), /exact: necrosis\n[^]*value: outcome/));
    });

    it('never puts a mark on other words, and tells that it was not found', async () => {
      await workbench().openFile('library/chen1995.md');
      await workbench().page.keyboard.press('Control+a');
      await workbench().editor.type('Something else altogether stands here now.');
      await workbench().save();
      await workbench().tree('Annotations').row(/spiking fever.*not found/).waitFor();
      await eventually(async () => assert.equal(await marks(), 0));
      assert.match(paper(), /exact: spiking fever\n/);
    });
  },
  { folder: path.join(root, 'media', 'sample') },
);
