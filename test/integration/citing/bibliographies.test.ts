import * as assert from 'node:assert/strict';
import { commands, type LocationLink, Uri, workspace, WorkspaceEdit } from 'vscode';
import { eventually, fileUri, folder, hoverText, readFile, removeFile, writeFile } from '../support';
import { completionsAt, openNote, positionOf, withCursors } from './citingSupport';

const bib = `@article{kim2003,
  author = {Kim, Ha-Neul and Park, Min},
  title = {Granulocytosis in a {DNA} repair syndrome},
  journal = {Gut},
  year = 2003,
  volume = 52,
  pages = {10--14}
}

@book{mason1990,
  author = {Mason, Ann},
  title = {Fever},
  publisher = {Karger},
  year = 1990,
  ids = {fever90}
}
`;

describe('Bibliographies that notes name', () => {
  before(async () => {
    await writeFile('notes/citing/refs.bib', bib);
  });
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFile('notes/citing');
    await workspace.getConfiguration('casebook', folder().uri).update('library.bibliographies', undefined, 3);
    for (const path of ['shared', 'common']) await removeFile(path);
  });

  it('are completed from, by note: who names none is offered none', async () => {
    const note = await openNote('names', '---\nbibliography: refs.bib\n---\n\n@granu @fever90 @kim');
    const found = await eventually(async () => {
      const keys = await completionsAt(note.document, '@granu');
      assert.ok(keys.includes('kim2003'), keys.join());
      return keys;
    });
    assert.equal(found[0], 'kim2003');
    const other = await openNote('names-none', '@granu');
    assert.ok(!(await completionsAt(other.document, '@granu')).includes('kim2003'));
  });

  it('explain a key on hover, by its other names too, and lead to its place', async () => {
    const { document } = await openNote('hover', '---\nbibliography: refs.bib\n---\n\nSee @kim2003 and [@fever90].');
    await eventually(async () => assert.match(await hoverText(document, 'kim2003'), /Granulocytosis in a DNA repair syndrome[\s\S]*In notes\/citing\/refs\\?\.bib/));
    assert.match(await hoverText(document, 'fever90'), /Mason[\s\S]*Fever/);
    const links = await commands.executeCommand<LocationLink[]>('vscode.executeDefinitionProvider', document.uri, positionOf(document, 'fever90'));
    assert.equal(links[0]?.targetUri.toString(), fileUri('notes/citing/refs.bib').toString());
    assert.equal(links[0]?.targetRange.start.line, 9);
  });

  it('are cited and listed', async () => {
    const note = await openNote('list', '---\nbibliography: refs.bib\n---\n\nText|.\n');
    await commands.executeCommand('casebook.insertCitation', ['kim2003']);
    assert.match(withCursors(note), /Text \[@kim2003\]/);
    await commands.executeCommand('casebook.insertBibliography');
    await eventually(() => assert.match(note.document.getText(), /Kim HN, Park M\. Granulocytosis in a DNA repair syndrome/));
  });

  it('of the settings serve all notes, and follow the file', async () => {
    const uri = await writeFile('shared/all.ris', 'TY  - JOUR\nID  - lund2010\nAU  - Lund, Eva\nTI  - Hiccups\nPY  - 2010\nER  - \n');
    await workspace.getConfiguration('casebook', folder().uri).update('library.bibliographies', ['shared/all.ris'], 3);
    const { document } = await openNote('settings', '@lund');
    await eventually(async () => assert.deepEqual(await completionsAt(document, '@lund'), ['lund2010']));
    await writeFile('shared/all.ris', `${await readFile(uri)}TY  - JOUR\nID  - lundgren2011\nAU  - Lundgren, Ida\nTI  - Sneezes\nPY  - 2011\nER  - \n`);
    await eventually(async () => assert.deepEqual((await completionsAt(document, '@lund')).sort(), ['lund2010', 'lundgren2011']));
  });

  it('of the settings are followed where they are renamed or moved, once the user agrees', async () => {
    const settings = () => workspace.getConfiguration('casebook', folder().uri);
    const move = async (from: string, to: string, expected: readonly string[]): Promise<void> => {
      const edit = new WorkspaceEdit();
      edit.renameFile(fileUri(from), fileUri(to));
      assert.ok(await workspace.applyEdit(edit));
      await eventually(async () => {
        await commands.executeCommand('notification.acceptPrimaryAction');
        assert.deepEqual(settings().get('library.bibliographies'), expected);
      });
    };
    for (const path of ['shared/one.bib', 'shared/two.bib']) await writeFile(path, bib);
    await settings().update('library.bibliographies', ['shared/one.bib', 'else.bib', fileUri('shared/two.bib').path], 3);
    await commands.executeCommand('notifications.clearAll');
    await move('shared/one.bib', 'shared/first.bib', ['shared/first.bib', 'else.bib', fileUri('shared/two.bib').path]);
    await move('shared', 'common', ['common/first.bib', 'else.bib', 'common/two.bib']);
  });

  it('are exported in another format: all, and what a note cites', async () => {
    const { document } = await openNote('export', '---\nbibliography: refs.bib\n---\n\n[@mason1990]');
    const file = fileUri('notes/citing/out.ris');
    await eventually(async () => {
      await commands.executeCommand('casebook.exportPapers', undefined, undefined, { what: 'cited', format: 'ris', file });
      assert.match(await readFile(file), /^TY {2}- BOOK[\s\S]*TI {2}- Fever/m);
    });
    assert.doesNotMatch(await readFile(file), /Granulocytosis/);
    assert.equal(document.isDirty, false);
    await assert.rejects(async () => workspace.fs.stat(Uri.joinPath(file, '..', 'out.ris.casebook-part')));
  });
});
