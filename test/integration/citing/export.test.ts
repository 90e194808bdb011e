import * as assert from 'node:assert/strict';
import { commands, Uri, workspace } from 'vscode';
import { eventually, folder, removeFile } from '../support';
import { addPapers, openNote, removePapers } from './citingSupport';

describe('Exporting a note', () => {
  before(addPapers);
  after(async () => {
    await removeFile('exported.html');
    await removePapers();
  });

  it('writes a page that needs nothing else, with unknown keys named', async () => {
    await openNote('export', '# Case\n\nSeen [@chen1995; @nobody].\n');
    const file = Uri.joinPath(folder().uri, 'exported.html');
    await commands.executeCommand('casebook.exportNote', 'html', file.toString());
    await eventually(async () => {
      const html = new TextDecoder().decode(await workspace.fs.readFile(file));
      assert.match(html, /<h1 id="case">Case<\/h1>[^]*nobody\?[^]*id="ref-chen1995"[^]*<\/html>\n$/);
    });
  });
});
