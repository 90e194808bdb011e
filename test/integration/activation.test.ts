import * as assert from 'node:assert/strict';
import { extensions } from 'vscode';

describe('The extension', () => {
  it('activates', async () => {
    const extension = extensions.getExtension('casebook.casebook');
    assert.ok(extension, 'it is not installed');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });
});
