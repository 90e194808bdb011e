import * as assert from 'node:assert/strict';
import type { Uri} from 'vscode';
import { commands, type DocumentLink, type DocumentSymbol, type Hover, languages, type Position, Selection, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { paperText } from '../library/support';
import { eventually, fileUri, readFile, removeFile, writeFile } from '../support';

const abstract = 'A man with a liver abscess had a leukemoid reaction. The fever went after resection.';
const paper = `${paperText('wang2001', 'Fever of the liver')}    author:\n      - {family: Wang, given: Y}\n    DOI: 10.1000/xyz\n    abstract: ${abstract}\n`;
const html = '<title>x</title><script>alert(1)</script><h1>A case</h1><p>The <i>liver abscess</i> was drained &amp; healed; see <a href="https://example.org/">there</a>.</p><img src="https://example.org/x.png">';
const jats = '<article article-type="case-report"><front><article-meta><title-group><article-title>A case</article-title></title-group></article-meta></front><body><sec><title>Course</title><p>Eosinophilia here. Eosinophilia there. Eosinophilia it was.</p></sec><sec><title>Family history</title><p>Granulocytosis was known.</p></sec></body></article>';

const uri = (): Uri => fileUri('library/wang2001.yaml');
const annotations = async (): Promise<string> => (await readFile(uri())).split('annotations:')[1] ?? '';

async function opened(command: string, argument: unknown, wanted: RegExp): Promise<TextEditor> {
  return eventually(async () => {
    await commands.executeCommand(command, argument);
    const editor = window.activeTextEditor;
    assert.ok(editor);
    assert.match(editor.document.getText(), wanted);
    return editor;
  });
}

function place(document: TextDocument, words: string): Position {
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0, words);
  return document.positionAt(at);
}

function select(editor: TextEditor, words: string): void {
  const start = place(editor.document, words);
  editor.selection = new Selection(start, start.translate(0, words.length));
}

async function hovers(document: TextDocument, words: string): Promise<string> {
  const found = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, place(document, words).translate(0, 2));
  return found.flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value))).join('\n');
}

describe('Reading', () => {
  beforeEach(async () => {
    await writeFile('library/wang2001.html', html);
    await writeFile('library/wang2001.xml', jats);
    await writeFile('library/wang2001-2.xml', '<feed><title>of something else</title></feed>');
    await writeFile('library/wang2001.yaml', paper);
    await writeFile('notes/citing.md', 'As [@wang2001] saw, and @wang2001 again.\n');
    await commands.executeCommand('casebook.refreshPapers');
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFile('library');
    await removeFile('notes/citing.md');
    await commands.executeCommand('casebook.refreshPapers');
  });

  it('opens a paper as a page with all that belongs to it', async () => {
    const { document } = await opened('casebook.openPaper', uri(), /notes\/citing\.md \(2\)/);
    assert.equal(document.languageId, 'casebook-reading');
    assert.match(document.getText(), /^Fever of the liver\n\nY Wang\n\nWang Y\. Fever of the liver\./);
    assert.ok(document.getText().includes(`\n${abstract}\n`));
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const linked = links.map(({ range, target }) => [document.getText(range), target?.scheme]);
    const { scheme } = fileUri('');
    for (const wanted of [['10.1000/xyz', 'https'], ['wang2001.html', 'command'], ['wang2001.yaml', scheme], ['notes/citing.md', scheme]]) {
      assert.ok(linked.some((one) => one.join() === wanted.join()), `${wanted.join()} in ${JSON.stringify(linked)}`);
    }
    const symbols = await commands.executeCommand<DocumentSymbol[]>('vscode.executeDocumentSymbolProvider', document.uri);
    assert.deepEqual(symbols.map(({ name }) => name), ['Fever of the liver']);
    assert.deepEqual(symbols[0]?.children.map(({ name }) => name), ['Abstract', 'Topics', 'Files', 'Notes that cite it']);
    assert.match(await hovers(document, 'leukemoid reaction'), /leuk/i);
  });

  it('marks words of an abstract where they stand in the record, and shows them on its page', async () => {
    const editor = await opened('casebook.openPaper', uri(), /Abstract/);
    select(editor, 'liver abscess had');
    await commands.executeCommand('casebook.highlightWords', 'finding');
    const written = await annotations();
    assert.match(written, /source: abstract\n/);
    assert.match(written, /exact: liver abscess had\n/);
    assert.match(written, new RegExp(`start: ${abstract.indexOf('liver abscess had')}\\n`));
    await eventually(() => assert.match(editor.document.getText(), /Annotations\n\nfinding\n\n- liver abscess had\n/));
    await eventually(async () => assert.match(await hovers(editor.document, 'liver abscess had'), /\*\*finding\*\*[^]*Remove/));
    assert.doesNotMatch(await hovers(editor.document, 'leukemoid'), /finding/);
    const id = /id: (a\w+)/.exec(written)?.[1];
    editor.selection = new Selection(0, 0, 0, 0);
    await commands.executeCommand('casebook.openAnnotation', uri().toString(), id);
    assert.equal(editor.document.getText(window.activeTextEditor?.selection), 'liver abscess had');
  });

  it('marks nothing that is no text of the paper', async () => {
    const editor = await opened('casebook.openPaper', uri(), /Notes that cite it/);
    select(editor, 'Notes that');
    await commands.executeCommand('casebook.highlightWords', 'finding');
    assert.equal(await annotations(), '');
  });

  it('reads HTML and JATS without their markup, and marks them as any text', async () => {
    const editor = await opened('_casebook.openAttachment', fileUri('library/wang2001.html').toString(), /^A case\n\nThe liver abscess was drained & healed; see there\.$/);
    select(editor, 'abscess was drained');
    await commands.executeCommand('casebook.highlightWords', 'treatment');
    const written = await annotations();
    assert.match(written, /source: wang2001\.html\n/);
    assert.match(written, /exact: abscess was drained\n/);
    await eventually(async () => assert.match(await hovers(editor.document, 'abscess was'), /treatment/));
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', editor.document.uri);
    assert.deepEqual(links.map(({ target }) => target?.toString()), ['https://example.org/']);
    const article = await opened('_casebook.openAttachment', fileUri('library/wang2001.xml').toString(), /^A case\n\nCourse\n\nEosinophilia here/);
    assert.match(await hovers(article.document, 'Eosinophilia'), /eosinophil/i);
    await eventually(async () => assert.match(await hovers(article.document, 'Granulocytosis'), /Of a relative here, by “Family history”/));
    assert.doesNotMatch(await hovers(article.document, 'Eosinophilia'), /Of a relative/);
    await opened('_casebook.openAttachment', fileUri('library/wang2001-2.xml').toString(), /^<feed>/);
  });

  it('is led to from a citekey, whose files open as on the paper’s page', async () => {
    const note = await workspace.openTextDocument(fileUri('notes/citing.md'));
    const links = await eventually(async () => {
      const found = [...(await hovers(note, '@wang2001')).matchAll(/\[[^\]]*\]\(command:_casebook\.openAttachment\?([^ )]+)/g)].map(([, given = '']) => JSON.parse(decodeURIComponent(decodeURIComponent(given))) as [string]);
      assert.deepEqual(found.map(([file]) => file.slice(file.lastIndexOf('/') + 1)).sort(), ['wang2001-2.xml', 'wang2001.html', 'wang2001.xml']);
      return found;
    });
    const page = links.find(([file]) => file.endsWith('wang2001.html'));
    await opened('_casebook.openAttachment', page?.[0], /^A case\n\nThe liver abscess was drained/);
  });

  it('follows a full text that changes', async () => {
    const editor = await opened('_casebook.openAttachment', fileUri('library/wang2001.html').toString(), /liver abscess/);
    select(editor, 'abscess was drained');
    await commands.executeCommand('casebook.highlightWords', 'treatment');
    await writeFile('library/wang2001.html', html.replace('<h1>', '<p>A new line before.</p><h1>'));
    await eventually(() => assert.match(editor.document.getText(), /^A new line before\.\n\nA case/));
    await eventually(async () => assert.match(await hovers(editor.document, 'abscess was'), /treatment/));
    assert.doesNotMatch(await hovers(editor.document, 'abscess was'), /has changed/);
  });

  it('takes topics from the full text, too, and tells what is wrong in it', async () => {
    const { document } = await opened('casebook.openPaper', uri(), /Topics[^]*eosinophilia/i);
    await writeFile('library/wang2001.xml', jats.replace('</p></sec>', '</sec>'));
    const [problem] = await eventually(() => {
      const found = languages.getDiagnostics(fileUri('library/wang2001.xml'));
      assert.equal(found.length, 1);
      return found;
    });
    assert.match(problem?.message ?? '', /not valid XML/);
    await writeFile('library/wang2001.xml', jats.replace(/Eosinophilia/g, 'Nothing'));
    await eventually(() => assert.doesNotMatch(document.getText(), /eosinophilia/i));
    await eventually(() => assert.deepEqual(languages.getDiagnostics(fileUri('library/wang2001.xml')), []));
    assert.deepEqual(languages.getDiagnostics(fileUri('library/wang2001-2.xml')), []);
  });

  it('says that a paper is gone', async () => {
    const { document } = await opened('casebook.openPaper', uri(), /Abstract/);
    await removeFile('library/wang2001.yaml');
    await eventually(() => assert.match(document.getText(), /not in the library any more/));
  });
});
