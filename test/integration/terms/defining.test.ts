import * as assert from 'node:assert/strict';
import { commands, extensions, window, workspace } from 'vscode';
import { eventually, fileUri, hoverText, readFile, removeFile, writeFile } from '../support';

const define = (name: string, meaning: string | null): Thenable<unknown> => commands.executeCommand('casebook.defineTerm', { name, meaning });

describe('Defining terms', () => {
  before(() => extensions.getExtension('casebook.casebook')?.activate());
  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFile('glossary.yaml');
    await removeFile('notes/defining.md');
  });

  it('makes the glossary, with what is known of the term', async () => {
    await define('leukemoid reaction', 'casebook:leukemoid-reaction');
    const text = await readFile(fileUri('glossary.yaml'));
    assert.match(text, /^# Your own terms\..*\nterms:\n {2}- name: leukemoid reaction\n/);
    for (const part of [/synonyms:\n {6}- /, /definition: >-\n {6}A reactive rise/, /type: Finding/, /ids:\n {6}- MESH:D007955/, /broader:\n {6}- leukocytosis/]) assert.match(text, part);
    assert.equal(window.activeTextEditor?.document.getText(window.activeTextEditor.selection), 'name: leukemoid reaction');
  });

  it('adds to a glossary after its last term, and leaves the rest as it is; one undo takes it back', async () => {
    const before = 'terms: # mine\n  - {name: ward sign,   definition: Ours}   # kept\n';
    await writeFile('glossary.yaml', before);
    await define('bedside sign', null);
    const document = window.activeTextEditor?.document;
    assert.equal(document?.getText(), `${before}  - name: bedside sign\n    definition: ''\n`);
    assert.equal(document.isDirty, false);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('is known in notes at once', async () => {
    const note = await workspace.openTextDocument(await writeFile('notes/defining.md', 'A stairway sign was seen.\n'));
    assert.equal(await hoverText(note, 'stairway'), '');
    await define('stairway sign', null);
    await eventually(async () => assert.match(await hoverText(note, 'stairway'), /\*\*stairway sign\*\*/));
  });

  it('opens the entry of a term that is there already', async () => {
    await writeFile('glossary.yaml', 'terms:\n  - name: other\n  - name: ward sign\n');
    const note = await workspace.openTextDocument(await writeFile('notes/defining.md', 'A ward sign was seen.\n'));
    await eventually(async () => assert.match(await hoverText(note, 'ward'), /\*\*ward sign\*\*/));
    await define('Ward sign', null);
    assert.equal(window.activeTextEditor?.selection.start.line, 2);
    assert.equal((await readFile(fileUri('glossary.yaml'))).match(/name:/g)?.length, 2);
  });
});
