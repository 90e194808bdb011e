import * as assert from 'node:assert/strict';
import { commands, extensions, type Location, type LocationLink, type TextDocument, window, workspace } from 'vscode';
import { eventually, positionOf, removeFile, untitledNote, writeFile } from '../support';

/** What Find All References gives, as `file:line words`. */
async function references(document: TextDocument, words: string): Promise<string[]> {
  const found = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', document.uri, positionOf(document, words));
  return Promise.all(
    found.map(async ({ uri, range }) => {
      const there = await workspace.openTextDocument(uri);
      return `${workspace.asRelativePath(uri)}:${range.start.line + 1} ${there.getText(range).replace(/\s+/g, ' ')}`;
    }),
  );
}

describe('Mentions', () => {
  before(() => extensions.getExtension('casebook.casebook')?.activate());
  after(() => Promise.all(['notes/mentions-a.md', 'notes/mentions-b.md', 'library/mentions2001.yaml'].map(removeFile)));

  it('are found in the notes and papers of the folder, under all names, unsaved words too', async () => {
    const a = await workspace.openTextDocument(await writeFile('notes/mentions-a.md', 'An empyema came.\n\nPus in the pleural space: `empyema` again.\n'));
    await writeFile('notes/mentions-b.md', 'Two empyemas, and a pleural\nempyema.\n');
    await writeFile('library/mentions2001.yaml', 'references:\n  - id: mentions2001\n    type: article-journal\n    title: Empyema in sepsis\n');
    await eventually(async () => {
      const found = await references(a, 'empyema');
      assert.ok(found.includes('notes/mentions-a.md:1 empyema'), found.join('\n'));
      assert.ok(found.includes('notes/mentions-b.md:1 empyemas'), found.join('\n'));
      assert.ok(found.includes('library/mentions2001.yaml:4 Empyema'), found.join('\n'));
      assert.ok(!found.some((one) => one.startsWith('notes/mentions-a.md:3')), 'code is no mention');
    });
    const editor = await window.showTextDocument(a);
    await editor.edit((builder) => builder.insert(a.positionAt(0), 'Unsaved empyema. '));
    const here = (await references(a, 'empyema')).filter((one) => one.startsWith('notes/mentions-a.md'));
    assert.deepEqual(here, ['notes/mentions-a.md:1 empyema', 'notes/mentions-a.md:1 empyema']);
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('stand on the concept’s page', async () => {
    const note = await workspace.openTextDocument(await writeFile('notes/mentions-b.md', 'Two empyemas, and a pleural\nempyema.\n'));
    const [link] = await commands.executeCommand<LocationLink[]>('vscode.executeDefinitionProvider', note.uri, positionOf(note, 'empyemas'));
    assert.ok(link);
    const page = await workspace.openTextDocument(link.targetUri);
    await eventually(() => assert.match(page.getText(), /## Mentions\n\n(- .*\n)*- notes\/mentions-b\.md:1 … Two empyemas, and a pleural …\n/));
  });

  it('are those of the note alone, outside of a folder', async () => {
    const note = await untitledNote('An empyema, then another empyema.');
    const found = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', note.uri, positionOf(note, 'empyema'));
    assert.deepEqual(found.map(({ range }) => range.start.character), [3, 25]);
  });
});
