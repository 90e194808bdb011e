import * as assert from 'node:assert/strict';
import { type CodeAction, CodeActionKind, commands, type Diagnostic, languages, Range, type Uri, window, workspace } from 'vscode';
import { eventually, removeFile, writeFile } from '../support';

const paper = (id: string) => `references:\n  - id: ${id}\n    type: article-journal\n    title: A title of ${id}\n    author: [{family: Example, given: A.}]\n    container-title: Journal of Examples\n    issued: 1995\n    volume: 1\n    page: 1-2\n`;

function ours(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'Casebook');
}

function codes(uri: Uri): unknown[] {
  return ours(uri).map(({ code }) => code);
}

describe('Problems', () => {
  afterEach(async () => {
    await removeFile('library');
    await removeFile('glossary.yaml');
  });

  it('show broken YAML where it is broken, and the other papers stay', async () => {
    const broken = await writeFile('library/broken.yaml', 'references:\n  - id: a\n    title: "no end\n');
    const whole = await writeFile('library/whole.yaml', paper('whole'));
    await eventually(() => assert.deepEqual(codes(broken), ['yaml-syntax']));
    assert.ok((ours(broken)[0]?.range.start.line ?? 0) >= 2);
    assert.deepEqual(codes(whole), []);
  });

  it('show two papers with one key, and go when it is mended', async () => {
    const one = await writeFile('library/one.yaml', paper('same'));
    const two = await writeFile('library/two.yaml', paper('same'));
    await eventually(() => assert.deepEqual([codes(one), codes(two)], [['citekey-duplicate'], ['citekey-duplicate']]));
    assert.match(ours(one)[0]?.message ?? '', /`same` is also used in two\.yaml/);
    assert.equal(ours(one)[0]?.range.start.line, 1);
    await writeFile('library/two.yaml', paper('other'));
    await eventually(() => assert.deepEqual([codes(one), codes(two)], [[], []]));
  });

  it('show mistakes of the glossary at their place', async () => {
    const uri = await writeFile('glossary.yaml', 'terms:\n  - name: a sign\n    sinonyms: [x]\n  - definition: nameless\n');
    await eventually(() => assert.deepEqual(codes(uri), ['unknown-key', 'term-without-name']));
    assert.deepEqual(ours(uri).map(({ range }) => range.start.line), [2, 3]);
  });
});

describe('Problems of bibliographies and notes', () => {
  after(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFile('notes/problems');
  });

  const codesIn = (uri: Uri): string[] => languages.getDiagnostics(uri).map(({ code, range }) => `${range.start.line}:${String(code)}`);

  it('stand in the file where they are, and go with their cause', async () => {
    const bib = '@article{a1,\n  author = {Chen, Y.},\n  title = {T},\n  journal = {Gut},\n  year = 1995,\n  volume = 2,\n  pages = {168--72}\n}\n\n@book{a1, title = {Other}, author = {Li, X.}, publisher = {P}, year = 2000}\n';
    const uri = await writeFile('notes/problems/refs.bib', bib);
    const note = await writeFile('notes/problems/note.md', '---\nbibliography: [refs.bib, nowhere.bib]\n---\n\n[@a1]\n');
    await window.showTextDocument(await workspace.openTextDocument(note));
    await eventually(() => assert.deepEqual(codesIn(uri).filter((code) => /duplicate|abbreviated/.test(code)).sort(), ['0:citekey-duplicate', '6:page-range-abbreviated', '9:citekey-duplicate']));
    await eventually(() => assert.deepEqual(codesIn(note), ['1:bibliography-missing']));
    const document = await workspace.openTextDocument(uri);
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, new Range(6, 13, 6, 13), CodeActionKind.QuickFix.value, 10);
    const fix = actions.find(({ edit }) => edit);
    assert.ok(fix?.edit, actions.map(({ title }) => title).join());
    await workspace.applyEdit(fix.edit);
    assert.equal(document.getText(), bib.replace('168--72', '168--172'));
    await document.save();
    await eventually(() => assert.deepEqual(codesIn(uri).filter((code) => /abbreviated/.test(code)), []));
    await writeFile('notes/problems/nowhere.bib', bib.replaceAll('a1', 'b1'));
    await eventually(() => assert.deepEqual(codesIn(note), []));
  });

  it('stand in a broken `_quarto.yml`, whose bibliographies its notes lack, and go when it is mended or gone', async () => {
    const project = await writeFile('notes/problems/_quarto.yml', 'project:\n  type: book\nbibliography: [refs.bib\nformat: html\n');
    await eventually(() => assert.deepEqual(codesIn(project).map((code) => code.replace(/^\d+:/, '')), ['yaml-syntax']));
    await writeFile('notes/problems/_quarto.yml', 'project:\n  type: book\nbibliography: [refs.bib]\n');
    await eventually(() => assert.deepEqual(codesIn(project), []));
    const metadata = await writeFile('notes/problems/_metadata.yml', 'bibliography: "refs.bib\n');
    await eventually(() => assert.deepEqual(codesIn(metadata), ['0:yaml-syntax']));
    await removeFile('notes/problems/_metadata.yml');
    await eventually(() => assert.deepEqual(codesIn(metadata), []));
  });
});
