import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { root } from '../support/paths';
import { inWorkbench } from '../support/ui/inWorkbench';

inWorkbench(
  'Restricted Mode',
  (workbench) => {
    it('is what an unknown folder opens in', async () => {
      await workbench().statusBar.filter({ hasText: 'Restricted Mode' }).first().waitFor();
    });

    it('leaves papers, hovers and citing as they are', async () => {
      const { editor } = workbench();
      await workbench().openFile('notes/leukemoid-reaction.md');
      await workbench().openContainer('Casebook');
      await workbench().tree('Papers').row('Chen et al.').waitFor();
      assert.match(await editor.hoverText('mucoepidermoid'), /Neoplastic Process/);
      await editor.goTo(36);
      await editor.type('See @okon');
      await editor.offers('okonkwo2023');
    });
  },
  { folder: path.join(root, 'media', 'sample'), trust: 'ask' },
);
