import * as assert from 'node:assert/strict';
import { inWorkbench } from '../support/ui/inWorkbench';

inWorkbench(
  'A note',
  (workbench) => {
    it('opens in the editor', async () => {
      await workbench().openFile('notes/leukemoid.md');
      assert.match(await workbench().editor.text(), /^A leukemoid reaction is a leukocytosis/m);
    });

    it('takes what is typed at the cursor, and saves it', async () => {
      const { editor } = workbench();
      await editor.goTo(6);
      await editor.type('Seen in severe infection.');
      assert.match(await editor.text(), /^Seen in severe infection\.$/m);
      await workbench().save();
    });
  },
  { builds: ['node', 'web'] },
);
