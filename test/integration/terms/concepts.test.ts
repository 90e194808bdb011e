import * as assert from 'node:assert/strict';
import { commands, type DocumentHighlight, type DocumentLink, extensions, type LocationLink, type TextDocument, workspace } from 'vscode';
import { eventually, hoverText, positionOf, removeFile, untitledNote, writeFile } from '../support';

async function definitions(document: TextDocument, words: string): Promise<LocationLink[]> {
  return commands.executeCommand<LocationLink[]>('vscode.executeDefinitionProvider', document.uri, positionOf(document, words));
}

/** The page that Go to Definition leads to. */
async function pageOf(document: TextDocument, words: string): Promise<TextDocument> {
  const [link] = await definitions(document, words);
  assert.equal(link?.targetUri.scheme, 'casebook-concept');
  return workspace.openTextDocument(link.targetUri);
}

async function marked(document: TextDocument, words: string): Promise<string[]> {
  const found = await commands.executeCommand<DocumentHighlight[] | undefined>('vscode.executeDocumentHighlights', document.uri, positionOf(document, words));
  return (found ?? []).map(({ range }) => document.getText(range));
}

describe('Concepts', () => {
  before(() => extensions.getExtension('casebook.casebook')?.activate());

  it('have a page that Go to Definition leads to, with names, ids and kin', async () => {
    const page = await pageOf(await untitledNote('He had a leukemoid reaction at first.'), 'leukemoid');
    const text = page.getText();
    assert.match(page.uri.path, /^\/leukemoid reaction\.md$/);
    assert.match(text, /^# leukemoid reaction\n\nFinding · Built-in glossary\n\n/);
    assert.match(text, /## Ids\n\n- MESH:D007955\n/);
    assert.match(text, /## Broader\n\n- leukocytosis\n/);
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', page.uri);
    const broader = links.find(({ range }) => page.getText(range) === 'leukocytosis');
    assert.equal(broader?.target?.scheme, 'casebook-concept');
    assert.match((await workspace.openTextDocument(broader.target)).getText(), /## Narrower\n\n(- .*\n)*- leukemoid reaction\n/);
    assert.ok(links.some(({ target }) => target?.toString().startsWith('https://meshb.nlm.nih.gov/')));
  });

  it('are explained in their pages too', async () => {
    const page = await pageOf(await untitledNote('He had a leukemoid reaction at first.'), 'leukemoid');
    assert.match(await hoverText(page, 'leukocytosis'), /\*\*leukocytosis\*\*/);
  });

  it('are marked in a note under all their names', async () => {
    const note = await untitledNote('A leukemoid reaction. Leukaemoid reactions again.\n\n`leukemoid reaction` in code, and sepsis.\n');
    assert.deepEqual(await marked(note, 'leukemoid'), ['leukemoid reaction', 'Leukaemoid reactions']);
  });

  it('are known in the title and abstract of a paper, and nowhere else in it', async () => {
    const text = 'references:\n  - id: seen2001\n    type: article-journal\n    title: Leukemoid reaction in sepsis\n    abstract: >-\n      The leukemoid\n      reaction went.\n    publisher: Sepsis Press\n';
    const paper = await workspace.openTextDocument(await writeFile('library/seen2001.yaml', text));
    await eventually(async () => assert.match(await hoverText(paper, 'in sepsis'), /\*\*sepsis\*\*/));
    assert.deepEqual((await marked(paper, 'Leukemoid')).map((words) => words.replace(/\s+/g, ' ')), ['Leukemoid reaction', 'leukemoid reaction']);
    assert.equal(await hoverText(paper, 'Sepsis Press'), '');
    await removeFile('library/seen2001.yaml');
  });
});
