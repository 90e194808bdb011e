import * as assert from 'node:assert/strict';
import { commands, type CompletionList, Position, workspace } from 'vscode';
import { eventually, folder, readFile, writeFile } from '../support';
import { addPapers, openNote, removePapers, withCursors } from './citingSupport';

const setAdd = (mode: string | undefined) => workspace.getConfiguration('casebook', folder().uri).update('citing.addCited', mode, 3);

describe('Works that are cited', () => {
  before(addPapers);
  after(async () => {
    await setAdd(undefined);
    await removePapers();
  });

  it('are added to the bibliography that the note names, where the user agreed', async () => {
    await setAdd('always');
    const before = '% mine\n@book{own, title={Own}}\n';
    const refs = await writeFile('notes/citing/refs.bib', before);
    const editor = await openNote('adds', '---\nbibliography: refs.bib\n---\n\nSeen |.\n');
    await commands.executeCommand('casebook.insertCitation', ['chen1995', 'smith-2001']);
    assert.match(editor.document.getText(), /\[@chen1995; @smith-2001\]/);
    const text = await eventually(async () => {
      const now = await readFile(refs);
      assert.match(now, /@article\{chen1995,[\s\S]*@article\{smith-2001,/);
      return now;
    });
    assert.ok(text.startsWith(before));
    await commands.executeCommand('casebook.insertCitation', ['chen1995']);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(await readFile(refs), text);
  });

  it('are named in the front matter of a note that names none', async () => {
    await setAdd('always');
    const editor = await openNote('names', 'Seen |.\n');
    await commands.executeCommand('casebook.insertCitation', ['chen1995']);
    await eventually(() => assert.equal(withCursors(editor), '---\nbibliography: ../../library/chen1995.yaml\n---\n\nSeen [@chen1995]|.\n'));
  });

  it('count when they are completed too', async () => {
    await setAdd('always');
    const editor = await openNote('completed', 'Seen @chen1995.\n');
    const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, new Position(0, 10), '@');
    const command = list.items.find(({ label }) => typeof label !== 'string' && label.label === 'chen1995')?.command;
    assert.ok(command);
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    await eventually(() => assert.match(editor.document.getText(), /^---\nbibliography: \.\.\/\.\.\/library\/chen1995\.yaml\n---\n/));
  });

  it('leave all as it was where the user said no', async () => {
    await setAdd('never');
    const editor = await openNote('never', 'Seen |.\n');
    await commands.executeCommand('casebook.insertCitation', ['chen1995']);
    await new Promise((resolve) => setTimeout(resolve, 500));
    assert.equal(editor.document.getText(), 'Seen [@chen1995].\n');
  });

  it('change their form at the cursor, with one undo', async () => {
    await setAdd('never');
    const editor = await openNote('forms', 'So [@che|n1995, p. 3].\n');
    for (const form of ['@chen1995 [p. 3]', '[-@chen1995, p. 3]', '[@chen1995, p. 3]']) {
      await commands.executeCommand('casebook.toggleCitationForm');
      assert.equal(editor.document.getText(), `So ${form}.\n`);
    }
    await commands.executeCommand('undo');
    assert.equal(editor.document.getText(), 'So [-@chen1995, p. 3].\n');
  });

});
