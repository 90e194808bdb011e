import * as assert from 'node:assert/strict';
import { commands, env, window, workspace } from 'vscode';
import { eventually, fileUri } from '../support';
import { addPapers, openNote, removePapers, withCursors } from './citingSupport';

const undo = () => commands.executeCommand('undo');

describe('Insert Citation', () => {
  before(addPapers);
  after(removePapers);

  it('writes one citation of all papers at the cursor, and one undo takes it back', async () => {
    const editor = await openNote('one', 'Seen before| once.\n');
    await commands.executeCommand('casebook.insertCitation', ['chen1995', 'smith-2001']);
    assert.equal(withCursors(editor), 'Seen before [@chen1995; @smith-2001]| once.\n');
    await undo();
    assert.equal(editor.document.getText(), 'Seen before once.\n');
  });

  it('adds to the citation that the cursor stands in', async () => {
    const editor = await openNote('append', 'Seen [@chen1995|].\n');
    await commands.executeCommand('casebook.insertCitation', ['smith-2001']);
    assert.equal(editor.document.getText(), 'Seen [@chen1995; @smith-2001].\n');
  });

  it('writes at every cursor', async () => {
    const editor = await openNote('many', 'One |.\n\nTwo |.\n');
    await commands.executeCommand('casebook.insertCitation', ['chen1995']);
    assert.equal(withCursors(editor), 'One [@chen1995]|.\n\nTwo [@chen1995]|.\n');
    await undo();
    assert.equal(editor.document.getText(), 'One .\n\nTwo .\n');
  });

  it('counts line breaks of Windows right', async () => {
    const editor = await openNote('crlf', 'One.\r\n\r\nTwo |.\r\n');
    await commands.executeCommand('casebook.insertCitation', ['chen1995']);
    assert.equal(withCursors(editor), 'One.\r\n\r\nTwo [@chen1995]|.\r\n');
  });

  it('never writes into front matter', async () => {
    const editor = await openNote('front', '---\ntitle: |x\n---\n\nText.\n');
    await commands.executeCommand('casebook.insertCitation', ['chen1995']);
    assert.ok(editor.document.getText().startsWith('---\ntitle: x\n---\n'), editor.document.getText());
  });

  it('offers a list, searched by words of any field', async () => {
    await openNote('pick', 'Seen |.\n');
    const inserted = commands.executeCommand('casebook.insertCitation');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await commands.executeCommand('workbench.action.closeQuickOpen');
    await inserted;
    assert.equal(window.activeTextEditor?.document.getText(), 'Seen .\n');
  });

  it('cites papers of the Papers view in the note that was worked on last', async () => {
    const editor = await openNote('tree', 'Seen |.\n');
    await window.showTextDocument(await workspace.openTextDocument(fileUri('library/chen1995.yaml')));
    const item = (key: string) => ({ kind: 'paper', uri: fileUri(`library/${key}.yaml`).toString() });
    await commands.executeCommand('casebook.citePaper', item('chen1995'), [item('chen1995'), item('smith-2001')]);
    assert.equal(editor.document.getText(), 'Seen [@chen1995; @smith-2001].\n');
    assert.equal(window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
  });
});

describe('Formatted text', () => {
  before(addPapers);
  after(removePapers);

  it('is a citation as the style reads, numbered on from the note’s own', async () => {
    const editor = await openNote('formatted', 'Seen [@smith-2001] and |.\n');
    await commands.executeCommand('casebook.insertFormattedCitation', ['chen1995']);
    assert.match(editor.document.getText(), /^Seen \[@smith-2001\] and (\(2\)|\\\[2\\\]|\^2\^)\.\n$/);
    await undo();
    assert.equal(editor.document.getText(), 'Seen [@smith-2001] and .\n');
  });

  it('is in the style of the note’s front matter', async () => {
    const editor = await openNote('apa', '---\ncsl: apa\n---\n\nSeen |.\n');
    await commands.executeCommand('casebook.insertFormattedCitation', ['chen1995']);
    assert.equal(editor.document.getText(), '---\ncsl: apa\n---\n\nSeen (Chen et al., 1995).\n');
  });

  it('is a reference in Markdown', async () => {
    const editor = await openNote('reference', '---\ncsl: apa\n---\n\n|\n');
    await commands.executeCommand('casebook.insertFormattedReference', ['chen1995']);
    assert.match(
      editor.document.getText(),
      /\n\nChen, Y\.-M\., Hsu, L\., & Wu, T\. \(1995\)\. Leukemoid reaction in mucoepidermoid carcinoma\. \*Japanese Journal of Clinical Oncology\*, \*25\*, 168–172\. <https:\/\/doi\.org\/10\.1000\/leukemoid_1>\n$/,
    );
  });

  it('escapes what a hostile title holds', async () => {
    const editor = await openNote('hostile', '---\ncsl: apa\n---\n\n|\n');
    await commands.executeCommand('casebook.insertFormattedReference', ['evil2020']);
    const text = editor.document.getText();
    assert.match(text, /Ev\\\*il/);
    assert.match(text, /\\\[click\\\]\(command/);
    assert.doesNotMatch(text, /[^\\]<b>bold/);
  });

  it('is a bibliography, written again in its place, in one step to undo', async () => {
    const before = '---\ncsl: apa\n---\n\nSeen [@smith-2001; @chen1995].\n';
    const editor = await openNote('bibliography', `${before}|`);
    await commands.executeCommand('casebook.insertBibliography');
    const text = editor.document.getText();
    assert.match(text, /<!-- bibliography -->\n\nChen, Y\.-M\.[^\n]+\n\nSmith, A\.[^\n]+\n\n<!-- \/bibliography -->\n$/);
    await commands.executeCommand('casebook.insertBibliography');
    assert.equal(editor.document.getText(), text);
    await undo();
    assert.equal(editor.document.getText(), before);
  });

  it('fills pandoc’s own place for references', async () => {
    const editor = await openNote('refs', 'Seen [@chen1995]|.\n\n::: {#refs}\n:::\n\nEnd.\n');
    await commands.executeCommand('casebook.insertBibliography');
    assert.match(editor.document.getText(), /^Seen \[@chen1995\]\.\n\n::: \{#refs\}\n\n1\. Chen [^\n]+\n\n:::\n\nEnd\.\n$/);
  });

  it('goes to the clipboard in a style of choice, the portals’ seven included', async () => {
    await openNote('copy', 'x\n');
    const item = { kind: 'paper', uri: fileUri('library/chen1995.yaml').toString() };
    const copied = async (style: string) => {
      await env.clipboard.writeText('');
      await commands.executeCommand('casebook.copyReferenceAs', item, undefined, style);
      return eventually(async () => {
        const text = await env.clipboard.readText();
        assert.notEqual(text, '');
        return text;
      });
    };
    assert.match(await copied('apa'), /^Chen, Y\.-M\., Hsu, L\., & Wu, T\. \(1995\)\. Leukemoid/);
    assert.match(await copied('vancouver'), /^Chen YM, Hsu L, Wu T\. Leukemoid/);
    assert.match(await copied('pure-ris'), /^TY  - JOUR/);
    assert.match(await copied('pure-bibtex'), /^@article\{/);
  });
});
