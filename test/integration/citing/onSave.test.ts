import * as assert from 'node:assert/strict';
import { commands, WorkspaceEdit, workspace } from 'vscode';
import { folder } from '../support';
import { addPapers, openNote, removePapers } from './citingSupport';

const configure = (value: boolean | undefined) => workspace.getConfiguration('casebook', folder().uri).update('citing.updateBibliographyOnSave', value, 3);

describe('A bibliography in a note', () => {
  before(addPapers);
  after(async () => {
    await configure(undefined);
    await removePapers();
  });

  async function citeAndSave(name: string, text: string): Promise<string> {
    const { document } = await openNote(name, text);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.positionAt(0), 'First [@smith-2001].\n\n');
    await workspace.applyEdit(edit);
    await document.save();
    return document.getText();
  }

  it('is updated on save between its marks alone, where that is asked for', async () => {
    await configure(true);
    const text = 'Seen [@chen1995].\n\n<!-- bibliography -->\n\nOld.\n\n<!-- /bibliography -->\n\nAfter  \n';
    const saved = await citeAndSave('save', text);
    assert.match(saved, /^First \[@smith-2001\]\.\n\nSeen \[@chen1995\]\.\n\n<!-- bibliography -->\n\n1\. Smith A\. [^\n]*\n\n2\. Chen YM, [^\n]*\n\n<!-- \/bibliography -->\n\nAfter {2}\n$/);
  });

  it('is left for pandoc where its place is empty', async () => {
    await configure(true);
    const text = 'Seen [@chen1995].\n\n::: {#refs}\n:::\n';
    assert.equal(await citeAndSave('save-empty', text), `First [@smith-2001].\n\n${text}`);
  });

  it('stays as it is where nothing is asked for', async () => {
    await configure(undefined);
    const text = 'Seen [@chen1995].\n\n::: {#refs}\nOld.\n:::\n';
    assert.equal(await citeAndSave('save-off', text), `First [@smith-2001].\n\n${text}`);
    await commands.executeCommand('workbench.action.closeActiveEditor');
  });
});
