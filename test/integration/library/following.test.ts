import * as assert from 'node:assert/strict';
import { commands, type Disposable, FileType, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { Library } from '../../../src/core/library/library';
import { PaperFolders } from '../../../src/features/library/paperFolders';
import { PaperReader } from '../../../src/features/library/paperReader';
import { Settings } from '../../../src/platform/settings';
import { eventually, fileUri, folder, removeFile, writeFile } from '../support';
import { keepingLog, paperText, workHere } from './support';

describe('The library', () => {
  let library: Library;
  let following: Disposable;
  let hold: (() => Promise<void>) | undefined;

  beforeEach(() => {
    library = new Library();
    hold = undefined;
    const settings = new Settings();
    const reader = new PaperReader(library, workHere(async () => hold?.()), keepingLog().log, () => true);
    const folders = new PaperFolders(reader, settings, keepingLog().log);
    following = { dispose: () => void [folders.dispose(), settings.dispose()] };
  });

  afterEach(async () => {
    following.dispose();
    await removeFile('library');
  });

  const keys = (): string[] => library.papers().map(({ record }) => record.id).sort();
  const has = (...expected: string[]): Promise<void> => eventually(() => assert.deepEqual(keys(), expected));

  it('follows files that are made, changed and deleted, in folders too', async () => {
    const uri = await writeFile('library/a.yaml', paperText('a'));
    await writeFile('library/deeper/still/b.yml', paperText('b'));
    await has('a', 'b');
    assert.equal(library.find('a')?.folder, folder().uri.toString());
    await writeFile('library/a.yaml', paperText('changed'));
    await has('b', 'changed');
    await workspace.fs.delete(uri);
    await has('b');
  });

  it('empties with its folder, and fills again', async () => {
    await writeFile('library/a.yaml', paperText('a'));
    await has('a');
    await removeFile('library');
    await has();
    await writeFile('library/a.yaml', paperText('a'));
    await has('a');
  });

  it('finds attachments by their name, as they come and go', async () => {
    await writeFile('library/a.yaml', paperText('a'));
    await writeFile('library/ab.pdf', 'of another');
    await has('a');
    const pdf = await writeFile('library/a.pdf', 'x');
    await eventually(() => assert.deepEqual(library.find('a')?.attachments, [pdf.toString()]));
    await workspace.fs.delete(pdf);
    await eventually(() => assert.deepEqual(library.find('a')?.attachments, []));
  });

  it('keeps the rest when one file is broken, and says what is wrong with it', async () => {
    const broken = await writeFile('library/broken.yaml', 'references:\n  - id: "a\n');
    await writeFile('library/whole.yaml', paperText('whole'));
    await has('whole');
    await eventually(() => assert.equal(library.problemsOf(broken.toString())[0]?.code, 'yaml-syntax'));
  });

  it('takes a thousand files at once as few changes', async function () {
    this.timeout(60_000);
    await writeFile('library/first.yaml', paperText('first'));
    await has('first');
    let changes = 0;
    library.onDidChange(() => changes++);
    const names = Array.from({ length: 1000 }, (_, index) => `p${index}`);
    await Promise.all(names.map((name) => writeFile(`library/${name}.yaml`, paperText(name))));
    await eventually(() => assert.equal(library.papers().length, 1001), 30_000);
    assert.ok(changes <= 10, `${changes} changes`);
  });

  it('reads what stands in an editor, and the file again when that is given up', async () => {
    const uri = await writeFile('library/a.yaml', paperText('a'));
    await has('a');
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document);
    const edit = new WorkspaceEdit();
    edit.replace(uri, new Range(0, 0, document.lineCount, 0), paperText('typed'));
    await workspace.applyEdit(edit);
    await has('typed');
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await has('a');
  });

  it('does not let a late reading overwrite a newer one', async () => {
    await writeFile('library/a.yaml', paperText('a'));
    await has('a');
    following.dispose(); // or its own readings would be held and counted too
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let readings = 0;
    hold = () => (readings++ === 0 ? held : Promise.resolve());
    const reader = new PaperReader(library, workHere(async () => hold?.()), keepingLog().log, () => true);
    const uri = fileUri('library/a.yaml');
    const task = { files: [{ uri, attachments: [] }], gone: [], folder: folder().uri, progressively: false, fullTexts: false };
    const slow = reader.read(task);
    await eventually(() => assert.equal(readings, 1));
    await workspace.fs.writeFile(uri, new TextEncoder().encode(paperText('newer')));
    await reader.read(task);
    assert.deepEqual(keys(), ['newer']);
    release();
    await slow;
    assert.deepEqual(keys(), ['newer']);
  });

  it('holds nothing of a folder that is given up', async () => {
    await writeFile('library/a.yaml', paperText('a'));
    await has('a');
    following.dispose();
    assert.deepEqual(keys(), []);
    assert.equal((await workspace.fs.stat(Uri.joinPath(folder().uri, 'library'))).type, FileType.Directory);
  });
});
