import * as assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { eventually } from '../support';

describe('The page on citekey formulas', () => {
  afterEach(() => commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens from the settings’ description, as a preview', async () => {
    await commands.executeCommand('casebook.showCitekeyReference');
    await eventually(() => assert.match(window.tabGroups.activeTabGroup.activeTab?.label ?? '', /citekeys\.md/));
  });
});
