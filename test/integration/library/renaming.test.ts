import * as assert from 'node:assert/strict';
import { commands, type Position, Range, type TextDocument, type Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { eventually, fileUri, positionOf, readFile, removeFile, writeFile } from '../support';
import { paperText } from './support';

const note = '---\nnocite: "@yamada1999"\n---\n\nAs @yamada1999 [p. 3] said [see -@yamada1999; @{yamada1999}; @yamada1999x].\n\n`@yamada1999`\n';
const renamedNote = note.replace('"@yamada1999"', '"@sato2000"').replace('As @yamada1999', 'As @sato2000').replace('-@yamada1999', '-@sato2000').replace('@{yamada1999}', '@{sato2000}');
const bib = '% yamada1999 below\n@book{whole, title = {Whole}}\n@inbook{part, crossref = {yamada1999}, title = {Part}}\n';
const annotated = `${paperText('other')}annotations:\n  - target: {exact: "@yamada1999"}\n    body: Unlike [@yamada1999].\ndifferent-from: [yamada1999]\n`;

async function exists(path: string): Promise<boolean> {
  return workspace.fs.stat(fileUri(path)).then(() => true, () => false);
}

function renameAt(document: TextDocument, words: string, newName: string): Thenable<WorkspaceEdit> {
  return commands.executeCommand<WorkspaceEdit>('vscode.executeDocumentRenameProvider', document.uri, positionOf(document, words), newName);
}

function prepareAt(document: TextDocument, position: Position): Thenable<{ range: Range; placeholder: string }> {
  return commands.executeCommand('vscode.prepareRename', document.uri, position);
}

/** Waits for the library to have read a paper, since the names of its files follow its citekey. */
function untilMoves(document: TextDocument, words: string): Promise<WorkspaceEdit> {
  return eventually(async () => {
    const edit = await renameAt(document, words, 'sato2000');
    assert.ok(edit.entries().some(([uri]) => uri.path.endsWith('/library/sato2000.yaml')));
    return edit;
  });
}

describe('Renaming a key by F2', () => {
  let cited: TextDocument;
  let run = 0;
  /** A name for each test: an editor may still hold what a file of the last one said. */
  const named = (path: string): string => path.replace('.', `-${run}.`);
  const text = async (path: string): Promise<string> => (await workspace.openTextDocument(fileUri(path))).getText();

  beforeEach(async () => {
    run += 1;
    await writeFile('library/yamada1999.pdf', 'the paper');
    await writeFile('library/yamada1999.yaml', `# kept\n${paperText('yamada1999')}`);
    await writeFile('library/other.yaml', annotated);
    await writeFile(named('refs.bib'), bib);
    cited = await workspace.openTextDocument(await writeFile(named('notes/renaming.md'), note));
  });

  afterEach(async () => {
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await workspace.saveAll(false);
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const path of ['notes/renaming.md', 'notes/second.md', 'notes/article.tex', 'refs.bib', 'more.bib']) await removeFile(named(path));
    await removeFile('library');
  });

  it('changes the record, its files, other records, annotations and notes, and one undo takes all of it back', async () => {
    await window.showTextDocument(cited);
    const edit = await untilMoves(cited, 'As @yamada1999');
    assert.ok(await workspace.applyEdit(edit, { isRefactoring: true }));
    assert.equal(cited.getText(), renamedNote);
    assert.equal(await text('library/sato2000.yaml'), `# kept\n${paperText('yamada1999').replace('id: yamada1999', 'id: sato2000')}`);
    assert.equal(await readFile(fileUri('library/sato2000.pdf')), 'the paper');
    assert.equal(await exists('library/yamada1999.yaml'), false);
    assert.equal(await text(named('refs.bib')), bib.replace('{yamada1999}', '{sato2000}'));
    assert.equal(await text('library/other.yaml'), annotated.replace('[@yamada1999]', '[@sato2000]').replace('[yamada1999]', '[sato2000]'));
    await window.showTextDocument(cited);
    await commands.executeCommand('undo');
    await eventually(async () => assert.ok(await exists('library/yamada1999.yaml')));
    await eventually(async () => assert.equal(await text('library/yamada1999.yaml'), `# kept\n${paperText('yamada1999')}`));
    assert.equal(await exists('library/sato2000.yaml'), false);
    assert.equal(await readFile(fileUri('library/yamada1999.pdf')), 'the paper');
    assert.equal(cited.getText(), note);
    assert.equal(await text(named('refs.bib')), bib);
    assert.equal(await text('library/other.yaml'), annotated);
  });

  it('begins in the paper file as well, and in a .bib file', async () => {
    const paper = await workspace.openTextDocument(fileUri('library/yamada1999.yaml'));
    const fromPaper = await untilMoves(paper, 'yamada1999');
    const fromBib = await renameAt(await workspace.openTextDocument(fileUri(named('refs.bib'))), '{yamada1999}', 'sato2000');
    const fromNote = await renameAt(cited, '@{yamada1999}', 'sato2000');
    const told = (edit: WorkspaceEdit): string[] => edit.entries().map(([uri, edits]) => `${uri.path} ${edits.length}`).sort();
    assert.deepEqual(told(fromPaper), told(fromNote));
    assert.deepEqual(told(fromBib), told(fromNote));
    const bibliography = await workspace.openTextDocument(fileUri(named('refs.bib')));
    const fromEntry = await renameAt(bibliography, 'whole,', 'total');
    assert.deepEqual(fromEntry.entries().map(([uri, edits]) => [uri.path, edits.map(({ range }) => bibliography.getText(range))]), [[bibliography.uri.path, ['whole']]]);
  });

  it('offers the key alone, and nothing where none is', async () => {
    for (const [words, key] of [['As @yamada1999', 'yamada1999'], ['@{yamada1999}', 'yamada1999'], ['@yamada1999x', 'yamada1999x'], ['nocite: "@yamada1999"', 'yamada1999']] as const) {
      const at = cited.positionAt(note.indexOf(words) + words.indexOf(key) + 2);
      const { range, placeholder } = await prepareAt(cited, at);
      assert.deepEqual([cited.getText(range), placeholder], [key, key]);
    }
    await assert.rejects(async () => prepareAt(cited, positionOf(cited, ' said ')), /No citekey stands here/);
    await assert.rejects(async () => prepareAt(cited, positionOf(cited, '`@yamada1999`')), /No citekey stands here/);
  });

  it('changes nothing on the other parts of a citation, and offers no link there', async () => {
    for (const words of ['[p. 3]', '[p', 'p. 3', '3]', '[see', ' -@', '; @', '].']) {
      assert.match((await prepareAt(cited, positionOf(cited, words))).placeholder, /^(?:\w+|\W)$/, words);
      assert.deepEqual((await renameAt(cited, words, 'sato2000')).entries(), [], words);
    }
  });

  it('changes nothing where the new key cannot be cited, is taken, or the old one is not one record’s', async () => {
    const cluster = '[see -@yamada1999'; // VS Code's own Markdown would rename this as a link
    const more = await workspace.openTextDocument(await writeFile(named('more.bib'), '@book{yamada1999, title = {Another}}\n'));
    const bibliography = await workspace.openTextDocument(fileUri(named('refs.bib')));
    for (const words of ['As @yamada1999', cluster]) {
      for (const newName of ['a b', 'fig-one', 'other', 'whole']) assert.deepEqual((await renameAt(cited, words, newName)).entries(), [], `${words} to ${newName}`);
      // Of a file that has just been written VS Code may not know yet.
      await eventually(async () => assert.deepEqual((await renameAt(cited, words, 'sato2000')).entries(), []));
    }
    assert.deepEqual((await renameAt(bibliography, 'whole,', 'half#1')).entries(), []);
    const edit = await renameAt(more, '{yamada1999,', 'sato2000');
    assert.deepEqual(edit.entries().map(([uri]: [Uri, unknown]) => uri.toString()), [more.uri.toString()]);
  });

  it('renames a key in LaTeX too, and from there', async () => {
    const latex = await workspace.openTextDocument(await writeFile(named('notes/article.tex'), 'As \\cite{yamada1999} and \\citep[see][p.~3]{other,yamada1999}.\n'));
    const edit = await untilMoves(latex, '{yamada1999}');
    assert.ok(edit.entries().some(([uri]) => uri.toString() === cited.uri.toString()));
    assert.ok(await workspace.applyEdit(await untilMoves(cited, 'As @yamada1999')));
    assert.equal(latex.getText(), 'As \\cite{sato2000} and \\citep[see][p.~3]{other,sato2000}.\n');
  });

  it('renames another name of a record where that is defined', async () => {
    const more = await workspace.openTextDocument(await writeFile(named('more.bib'), '@book{mine, ids = {yamada1999x}, title = {Another}}\n'));
    const edit = await renameAt(cited, '@yamada1999x', 'sato2000x');
    assert.deepEqual(edit.entries().map(([uri, edits]) => [uri.path, edits.length]), [[cited.uri.path, 1], [more.uri.path, 1]]);
    assert.ok(await workspace.applyEdit(edit));
    assert.equal(more.getText(), '@book{mine, ids = {sato2000x}, title = {Another}}\n');
    assert.equal(cited.getText(), note.replace('@yamada1999x', '@sato2000x'));
  });

  it('keeps to a note whose own record has the key, and sees what is typed and not yet saved', async () => {
    const own = await workspace.openTextDocument(await writeFile(named('notes/second.md'), '---\nreferences:\n- id: yamada1999\n  title: Mine\n---\n\n@yamada1999\n'));
    const typed = new WorkspaceEdit();
    typed.replace(own.uri, new Range(6, 0, 6, 0), 'Typed: @yamada1999. ');
    await workspace.applyEdit(typed);
    const edit = await renameAt(own, 'Typed: @yamada1999', 'sato2000');
    assert.deepEqual(edit.entries().map(([uri, edits]) => [uri.toString(), edits.length]), [[own.uri.toString(), 3]]);
    const others = await untilMoves(cited, 'As @yamada1999');
    assert.ok(!others.has(own.uri));
    await own.save();
  });
});
