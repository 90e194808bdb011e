import * as assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { eventually, fileUri, readFile, removeFile, writeFile } from '../support';

const title = 'Leukemoid reaction resulting from multiple cytokine production';

function paper(id: string, more = '', beside = ''): string {
  return `references:\n  - id: ${id}\n    type: article-journal\n    title: ${title}\n    author: [{family: Chen, given: Y. M.}]\n    issued: {date-parts: [[1995]]}\n${more}${beside}`;
}

async function files(): Promise<string[]> {
  return (await workspace.fs.readDirectory(fileUri('library'))).map(([name]) => name).sort();
}

/** Presses Enter in whatever quick pick is shown, until the command is over; the library may have to be read first. */
async function acceptAll(isDone: () => Promise<void>, patience = 30_000): Promise<void> {
  await eventually(async () => {
    let over = false;
    void commands.executeCommand('casebook.findDuplicates').then(() => (over = true));
    for (let step = 0; step < 12 && !over; step++) {
      await new Promise((resolve) => setTimeout(resolve, 300));
      if (!over) await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    }
    await isDone();
  }, patience);
}

describe('Duplicates', function () {
  this.timeout(40_000); // a busy machine tells late which files came and went

  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFile('library');
    for (const note of ['notes/citing.md', 'notes/citing-too.md']) await removeFile(note);
  });

  it('become one paper with the fields, annotations, attachments and keys of both', async () => {
    await writeFile('library/chen1995.pdf', 'ours');
    await writeFile('library/wang.pdf', 'theirs');
    await writeFile('library/wang.md', 'notes');
    await writeFile('notes/citing.md', '[@wang]\n');
    await writeFile('notes/citing-too.md', '[@chen1995, p. 2; @chen1995, p. 4]\n');
    const kept = await writeFile('library/chen1995.yaml', paper('chen1995', '', 'annotations:\n  - quote: one # mine\n'));
    await writeFile('library/wang.yaml', paper('wang', "    volume: '25'\n", 'annotations:\n  - quote: two\n    source: wang.pdf\ncase:\n  age: 45\n'));
    await acceptAll(async () => assert.deepEqual(await files(), ['chen1995-2.pdf', 'chen1995.md', 'chen1995.pdf', 'chen1995.yaml']));
    assert.deepEqual([await readFile(fileUri('library/chen1995.pdf')), await readFile(fileUri('library/chen1995-2.pdf'))], ['ours', 'theirs']);
    const merged = "    volume: '25'\n    other-ids:\n      - wang\n";
    const beside = 'annotations:\n  - quote: one # mine\n  - quote: two\n    source: chen1995-2.pdf\ncase:\n  age: 45\n';
    await eventually(async () => assert.equal(await readFile(kept), paper('chen1995', merged, beside)));
    assert.equal(await readFile(fileUri('notes/citing.md')), '[@chen1995]\n');
  });

  it('keep the key that most notes cite, which then stay as they are', async () => {
    await writeFile('notes/citing.md', '[@wang]\n');
    await writeFile('library/chen1995.yaml', paper('chen1995', "    volume: '25'\n    issue: '4'\n"));
    const kept = await writeFile('library/wang.yaml', paper('wang'));
    await acceptAll(async () => assert.deepEqual(await files(), ['wang.yaml']));
    await eventually(async () => assert.equal(await readFile(kept), paper('wang', "    volume: '25'\n    issue: '4'\n    other-ids:\n      - chen1995\n")));
    assert.equal(await readFile(fileUri('notes/citing.md')), '[@wang]\n');
  });

  it('in a bibliography become one record, named so in notes, and undo takes it back', async () => {
    const first = `@article{chen1995,\n  title = {${title}},\n  author = {Chen, Y. M.},\n  year = 1995\n}\n`;
    const second = `@article{wang,\n  title = {${title}},\n  author = {Chen, Y. M.},\n  year = 1995,\n  volume = {25}\n}\n`;
    const bib = await writeFile('notes/twice.bib', `${first}\n${second}`);
    await writeFile('notes/citing.md', '---\nbibliography: twice.bib\n---\n\n[@wang]\n');
    await writeFile('notes/citing-too.md', '[@chen1995; @chen1995]\n');
    const editor = await window.showTextDocument(bib);
    await acceptAll(async () => assert.equal(await readFile(bib), first.replace('1995\n}', '1995,\n  volume = {25},\n  ids = {wang}\n}').concat('\n')));
    await eventually(async () => assert.match(await readFile(fileUri('notes/citing.md')), /\[@chen1995\]/));
    await window.showTextDocument(editor.document);
    await commands.executeCommand('undo');
    await eventually(() => assert.equal(editor.document.getText(), `${first}\n${second}`));
    assert.match((await workspace.openTextDocument(fileUri('notes/citing.md'))).getText(), /\[@wang\]/);
    await commands.executeCommand('workbench.action.files.saveAll');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFile('notes/twice.bib');
  });

  it('stay as they are where one file is broken', async () => {
    await writeFile('library/chen1995.yaml', paper('chen1995'));
    const broken = await writeFile('library/wang.yaml', paper('wang', '', 'annotations:\n  - "open\n'));
    await assert.rejects(acceptAll(async () => assert.equal((await files()).length, 1), 4000));
    assert.equal(await readFile(broken), paper('wang', '', 'annotations:\n  - "open\n'));
    assert.equal(await readFile(fileUri('library/chen1995.yaml')), paper('chen1995'));
  });
});
