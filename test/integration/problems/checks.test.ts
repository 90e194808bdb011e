import * as assert from 'node:assert/strict';
import { type CodeAction, CodeActionKind, commands, type Diagnostic, extensions, languages, Range, type TextDocument, type Uri, workspace } from 'vscode';
import { eventually, folder, removeFile, writeFile } from '../support';

const paper = `references:
  - id: chen1995
    type: article-journal
    title: A leukemoid reaction # kept as it is
    author:
      - {family: Chen, given: Y. M.}
      - literal: et al.
    container-title: Journal of Examples
    issued: 1995-08-01
    volume: 25
    page: 168-72
    DOI: https://doi.org/10.1093/jjco/x
annotations: []
`;

function ours(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'Casebook');
}

/** What is told, each with its line counted from 1. */
function told(uri: Uri): string[] {
  return ours(uri).map(({ code, range }) => `${range.start.line + 1} ${String(code)}`).sort();
}

async function actionsAt(document: TextDocument, words: string): Promise<CodeAction[]> {
  const start = document.positionAt(document.getText().indexOf(words));
  const range = new Range(start, start.translate(0, words.length));
  const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, CodeActionKind.QuickFix.value, 20);
  return actions.filter(({ title }) => title !== '');
}

async function apply(action: CodeAction | undefined): Promise<void> {
  assert.ok(action?.edit, 'an edit');
  assert.ok(await workspace.applyEdit(action.edit));
}

describe('Checks of a paper', () => {
  before(async () => {
    await extensions.getExtension('casebook.casebook')?.activate();
  });

  afterEach(async () => {
    await removeFile('library');
    await workspace.getConfiguration('casebook', folder()).update('problems.off', undefined, 3);
  });

  it('are told where they stand, and mended with the rest left alone', async () => {
    const uri = await writeFile('library/mended.yaml', paper);
    await eventually(() => assert.deepEqual(told(uri), ['11 page-range-abbreviated', '12 doi-not-bare', '6 name-et-al']));
    const document = await workspace.openTextDocument(uri);
    const [first, ...more] = await actionsAt(document, '168-72');
    assert.deepEqual([first?.title, ...more.map(({ title }) => title)], ['Write the pages as 168-172', 'Turn off this check (page-range-abbreviated)']);
    assert.ok(first?.isPreferred);
    await apply(first);
    assert.equal(document.getText(), paper.replace('168-72', '168-172'));
    await eventually(() => assert.deepEqual(told(uri), ['12 doi-not-bare', '6 name-et-al']));
    await apply((await actionsAt(document, 'https://doi.org')).find(({ title }) => title === 'Write the DOI as 10.1093/jjco/x'));
    assert.match(document.getText(), /DOI: 10\.1093\/jjco\/x\nannotations: \[\]\n$/);
    await document.save();
  });

  it('are turned off for the folder', async () => {
    const uri = await writeFile('library/off.yaml', paper);
    await eventually(() => assert.equal(told(uri).length, 3));
    const document = await workspace.openTextDocument(uri);
    const { command } = (await actionsAt(document, '168-72')).find(({ title }) => title.startsWith('Turn off')) ?? {};
    assert.ok(command);
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    await eventually(() => assert.deepEqual(told(uri), ['12 doi-not-bare', '6 name-et-al']));
    assert.deepEqual(workspace.getConfiguration('casebook', folder()).get('problems.off'), ['page-range-abbreviated']);
  });

  it('go with the paper', async () => {
    const uri = await writeFile('library/gone.yaml', paper);
    await eventually(() => assert.equal(told(uri).length, 3));
    await removeFile('library/gone.yaml');
    await eventually(() => assert.deepEqual(told(uri), []));
  });
});
