import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { root } from '../support/paths';
import { eventually } from '../support/ui/eventually';
import { inWorkbench } from '../support/ui/inWorkbench';

const note = `# Case

A cytokine and a leukemoid reaction, but no evidence of sepsis. A possible abscess of the liver.

\`necrosis\` in code.
`;

inWorkbench(
  'Underlines',
  (workbench) => {
    /** The lines under words, as `style width`, in no order. */
    const strokes = async (): Promise<string[]> =>
      workbench().page.locator('.editor-group-container.active .monaco-editor .view-overlays .cdr').evaluateAll((all) =>
        all.map((one) => (globalThis as unknown as { getComputedStyle(element: unknown): { borderBottomStyle: string; borderBottomWidth: string } }).getComputedStyle(one))
          .filter(({ borderBottomWidth }) => borderBottomWidth === '2px')
          .map(({ borderBottomStyle }) => borderBottomStyle),
      );

    it('are off at first', async () => {
      fs.writeFileSync(path.join(workbench().folder, 'notes', 'underlined.md'), note);
      await workbench().openFile('notes/underlined.md');
      await workbench().editor.hoverText('cytokine');
      assert.deepEqual(await strokes(), []);
    });

    it('tell what is so from what is not and what may be', async () => {
      await workbench().runCommand('Casebook: Toggle Underlines of Terms');
      await eventually(async () => {
        const found = (await strokes()).sort();
        assert.equal(found.filter((one) => one === 'dashed').length, 1, found.join());
        assert.ok(found.filter((one) => one === 'dotted').length >= 1, found.join());
        assert.ok(found.filter((one) => one === 'solid').length >= 2, found.join());
      });
    });

    it('follow typing', async () => {
      const before = (await strokes()).length;
      await workbench().editor.goTo(1, 100);
      await workbench().editor.type(' of leukocytosis');
      await eventually(async () => assert.equal((await strokes()).length, before + 1));
    });

    it('go when they are set off', async () => {
      await workbench().runCommand('Casebook: Toggle Underlines of Terms');
      await eventually(async () => assert.deepEqual(await strokes(), []));
    });

    it('a definition stands in the line on demand, moves with its term, and goes again', async () => {
      const { editor } = workbench();
      await editor.goTo(3, 5);
      await workbench().runCommand('Casebook: Show or Hide Definition in Line');
      await editor.boxOf('A small signaling protein released by immune and other cells');
      await editor.goTo(3, 1);
      await editor.type('Here ');
      await editor.boxOf('A small signaling protein released by immune and other cells');
      await editor.goTo(3, 10);
      await workbench().runCommand('Casebook: Show or Hide Definition in Line');
      await eventually(async () => assert.doesNotMatch(await editor.text(), /A small signaling protein/));
    });
  },
  { folder: path.join(root, 'media', 'sample') },
);
