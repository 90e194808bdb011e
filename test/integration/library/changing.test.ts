import * as assert from 'node:assert/strict';
import { commands, Position, type Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { eventually, fileUri, readFile, removeFile, writeFile } from '../support';
import { paperText } from './support';

async function exists(path: string): Promise<boolean> {
  return workspace.fs.stat(fileUri(path)).then(() => true, () => false);
}

/** Runs a command on a paper until it shows its effect: the library may not have read the paper yet. */
function untilDone(command: string, uri: Uri, answers: object, effect: () => Promise<void>): Promise<void> {
  return eventually(async () => {
    await commands.executeCommand(command, uri, undefined, answers);
    await effect();
  });
}

const comment = '# kept as it is\n';

describe('A paper', () => {
  afterEach(async () => {
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFile('library');
    await removeFile('notes/citing.md');
  });

  it('is renamed in its file, with its attachments, and in the notes that cite it', async () => {
    await writeFile('library/old1999.pdf', 'the paper');
    const uri = await writeFile('library/old1999.yaml', comment + paperText('old1999'));
    await writeFile('notes/citing.md', '---\nnocite: "@old1999"\n---\n\nAs @old1999 [p. 3] said [see -@old1999; @old1999x].\n\n`@old1999`\n');
    await untilDone('casebook.renameCitekey', uri, { citekey: 'new2000', inNotes: true }, async () =>
      assert.ok(await exists('library/new2000.yaml')),
    );
    await eventually(async () => assert.equal(await readFile(fileUri('library/new2000.yaml')), comment + paperText('old1999').replace('id: old1999', 'id: new2000')));
    assert.equal(await readFile(fileUri('library/new2000.pdf')), 'the paper');
    assert.equal(await exists('library/old1999.yaml'), false);
    await eventually(async () =>
      assert.equal(
        await readFile(fileUri('notes/citing.md')),
        '---\nnocite: "@new2000"\n---\n\nAs @new2000 [p. 3] said [see -@new2000; @old1999x].\n\n`@old1999`\n',
      ),
    );
  });

  it('keeps its file’s name where that is not its citekey, and the notes as they are if so wished', async () => {
    const uri = await writeFile('library/my reading.yaml', paperText('old1999'));
    await writeFile('notes/citing.md', '[@old1999]\n');
    await untilDone('casebook.renameCitekey', uri, { citekey: 'new2000', inNotes: false }, async () =>
      assert.match(await readFile(uri), /id: new2000/),
    );
    assert.equal(await readFile(fileUri('notes/citing.md')), '[@old1999]\n');
  });

  it('is not renamed to what another paper bears, or to what cannot be cited', async () => {
    const uri = await writeFile('library/one.yaml', paperText('one'));
    await writeFile('library/two.yaml', paperText('two'));
    for (const citekey of ['two', 'a b', '', 'fig-one']) {
      await commands.executeCommand('casebook.renameCitekey', uri, undefined, { citekey, inNotes: true });
    }
    assert.equal(await readFile(uri), paperText('one'));
  });

  it('is renamed as it stands in the editor, unsaved', async () => {
    const uri = await writeFile('library/old1999.yaml', paperText('old1999'));
    await window.showTextDocument(await workspace.openTextDocument(uri));
    const edit = new WorkspaceEdit();
    edit.insert(uri, new Position(0, 0), '# typed\n');
    await workspace.applyEdit(edit);
    await untilDone('casebook.renameCitekey', uri, { citekey: 'new2000', inNotes: true }, async () =>
      assert.ok(await exists('library/new2000.yaml')),
    );
    const document = await workspace.openTextDocument(fileUri('library/new2000.yaml'));
    await eventually(() => assert.equal(document.getText(), `# typed\n${paperText('new2000', 'A title of old1999')}`));
    // Or a browser's auto save would bring the file back later.
    await commands.executeCommand('workbench.action.files.saveAll');
    await eventually(() => assert.deepEqual(workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.path), []));
  });

  it('goes to the bin with its attachments, and comes back', async () => {
    // The attachment first: once the library knows the paper, it knows what lies beside it.
    await writeFile('library/gone.pdf', 'the paper');
    const uri = await writeFile('library/gone.yaml', paperText('gone'));
    await untilDone('casebook.removePaper', uri, { attachments: true }, async () => assert.equal(await exists('library/gone.yaml'), false));
    assert.equal(await exists('library/gone.pdf'), false);
    await eventually(async () => {
      await commands.executeCommand('notification.acceptPrimaryAction');
      assert.ok(await exists('library/gone.yaml'));
    });
    assert.equal(await readFile(uri), paperText('gone'));
    assert.equal(await readFile(fileUri('library/gone.pdf')), 'the paper');
  });

  it('goes without its attachments if so wished', async () => {
    // The attachment first: once the library knows the paper, it knows what lies beside it.
    await writeFile('library/gone.pdf', 'the paper');
    const uri = await writeFile('library/gone.yaml', paperText('gone'));
    await untilDone('casebook.removePaper', uri, { attachments: false }, async () => assert.equal(await exists('library/gone.yaml'), false));
    assert.equal(await exists('library/gone.pdf'), true);
  });

  it('opens from the tree’s command', async () => {
    const uri = await writeFile('library/one.yaml', paperText('one'));
    await eventually(async () => {
      await commands.executeCommand('casebook.openPaperFile', uri);
      assert.equal(window.activeTextEditor?.document.uri.toString(), uri.toString());
    });
  });
});
