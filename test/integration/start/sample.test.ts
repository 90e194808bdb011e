import * as assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { commandIds } from '../../../src/platform/ids';
import { eventually, fileUri, folder, readFile, removeFile, writeFile } from '../support';

describe('Open Sample Casebook', () => {
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFile('sample-casebook');
    await removeFile('sample-casebook-2');
  });

  it('makes the folder, and leaves one that is there alone', async () => {
    const mine = await writeFile('sample-casebook/mine.md', 'mine');
    await commands.executeCommand(commandIds.openSample, folder().uri);
    assert.match(await readFile(fileUri('sample-casebook-2/library/chen1995.yaml')), /id: chen1995/);
    assert.match(await readFile(fileUri('sample-casebook-2/glossary.yaml')), /^# Your own terms/);
    assert.equal(await readFile(mine), 'mine');
    await eventually(() => assert.match(window.activeTextEditor?.document.uri.path ?? '', /sample-casebook-2\/notes\/leukemoid-reaction\.md$/));
  });
});
