import * as assert from 'node:assert/strict';
import { type CodeAction, CodeActionKind, commands, languages, Range, type TextDocument, window, workspace } from 'vscode';
import { eventually, fileUri, readFile, removeFile, writeFile } from '../support';

const bib = '@article{chen1995, author={Chen, Yi}, title={A leukemoid reaction}, journal={Gut}, year=1995, volume=2, pages={1--2}}\n@book{li2000, title={Other}, author={Li, X.}, publisher={P}, year=2000}\n';

/** What is wrong in a note, with the words that it stands at. */
function found(document: TextDocument): string[] {
  return languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Casebook').map(({ code, range }) => `${String(code)} ${document.getText(range)}`).sort();
}

async function open(name: string, text: string): Promise<TextDocument> {
  const uri = await writeFile(`notes/written/${name}`, text);
  return (await window.showTextDocument(await workspace.openTextDocument(uri))).document;
}

async function fixesAt(document: TextDocument, words: string): Promise<CodeAction[]> {
  const at = document.positionAt(document.getText().indexOf(words) + 1);
  return commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', document.uri, new Range(at, at), CodeActionKind.QuickFix.value, 20);
}

async function fix(document: TextDocument, words: string, title: string): Promise<void> {
  const fixes = await fixesAt(document, words);
  const action = fixes.find((one) => one.title === title);
  assert.ok(action, fixes.map((one) => one.title).join(' | '));
  if (action.edit) await workspace.applyEdit(action.edit);
  if (action.command) await commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

describe('Problems of citations', () => {
  before(() => writeFile('notes/written/refs.bib', bib));
  after(async () => {
    await commands.executeCommand('workbench.action.files.saveAll'); // or a browser's auto save brings notes back later
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFile('notes/written');
  });

  it('stand where they are written, in Quarto and R Markdown too, and a quick fix mends each', async () => {
    for (const name of ['fixes.md', 'fixes.qmd', 'fixes.Rmd', 'fixes.markdown']) {
      const document = await open(name, '---\nbibliography: refs.bib\n---\n\nOne [@chen1959]. Two [@chen1995, @li2000]. @li2000, p. 3 too.\n\nThree [see @li2000 and.\n');
      await eventually(() => assert.deepEqual(found(document), [
        'citation-unclosed [see @li2000', 'citations-unparted @li2000', 'citekey-unknown @chen1959', 'locator-bare p. 3',
      ], name));
      await fix(document, '@chen1959', 'Cite @chen1995 instead');
      await fix(document, '@li2000]', 'Part the citations with a semicolon');
      await fix(document, 'p. 3', 'Put the locator in brackets');
      await fix(document, '[see', 'Close the bracket');
      assert.match(document.getText(), /One \[@chen1995\]\. Two \[@chen1995; @li2000\]\. @li2000 \[p\. 3\] too\.\n\nThree \[see @li2000\] and\.\n$/);
      await eventually(() => assert.deepEqual(found(document), []));
      await document.save();
    }
  });

  it('know the words for places in the language of the note', async () => {
    const document = await open('german.md', '---\nbibliography: refs.bib\nlang: de\n---\n\nNach @chen1995, S. 3 und [@li2000, p. 4].\n');
    await eventually(() => assert.deepEqual(found(document), ['locator-bare S. 3']));
    await fix(document, 'S. 3', 'Put the locator in brackets');
    assert.match(document.getText(), /Nach @chen1995 \[S\. 3\] und/);
    await document.save();
  });

  it('tell of a key that stands for different works, and lead to each', async () => {
    await writeFile('notes/written/more.bib', '@article{chen1995, author={Chen, Bo}, title={Something else altogether}, journal={Cell}, year=2011, volume=9}\n');
    const document = await open('ambiguous.md', '---\nbibliography: [refs.bib, more.bib]\n---\n\nOne [@chen1995] and [@li2000].\n');
    await eventually(() => assert.deepEqual(found(document), ['citekey-ambiguous @chen1995']));
    const titles = (await fixesAt(document, '@chen1995')).map(({ title }) => title);
    assert.deepEqual(titles, ['Open @chen1995 in notes/written/more.bib, to Rename It', 'Open @chen1995 in notes/written/refs.bib, to Rename It']);
  });

  it('tell of styles, languages and files that are not there', async () => {
    const document = await open('front.md', '---\nbibliography: ref.bib\ncsl: vancuver\nlang: german\ncitation-abbreviations: none.json\n---\n\nText [@chen1995].\n');
    await eventually(() => assert.deepEqual(found(document), ['abbreviations-unreadable none.json', 'bibliography-missing ref.bib', 'citekey-unknown @chen1995', 'locale-unknown german', 'style-unknown vancuver']));
    await fix(document, 'german', 'Write de-DE instead');
    await fix(document, 'ref.bib', 'Write refs.bib instead');
    const [style] = (await fixesAt(document, 'vancuver')).filter(({ edit }) => edit);
    assert.match(style?.title ?? '', /^Write [\w-]+ instead$/);
    if (style?.edit) await workspace.applyEdit(style.edit);
    await eventually(() => assert.deepEqual(found(document), ['abbreviations-unreadable none.json', 'bibliography-uncited refs.bib']));
  });

  it('heed metadata further on in the note', async () => {
    const document = await open('further.md', '---\nbibliography: ref.bib\n---\n\nText [@chen1995, S. 3] and @li2000, S. 4.\n\n---\nbibliography: refs.bib\nlang: de\ncsl: vancuver\n---\n\nEnd.\n');
    await eventually(() => assert.deepEqual(found(document), ['locator-bare S. 4', 'style-unknown vancuver']));
    const [style] = (await fixesAt(document, 'vancuver')).filter(({ edit }) => edit);
    assert.match(style?.title ?? '', /^Write [\w-]+ instead$/);
  });

  it('make a bibliography that is named and not there', async () => {
    const document = await open('create.md', '---\nbibliography: sub/new.yaml\n---\n\nText.\n');
    await eventually(() => assert.deepEqual(found(document), ['bibliography-missing sub/new.yaml']));
    await fix(document, 'sub/new', 'Create sub/new.yaml');
    assert.equal(await readFile(fileUri('notes/written/sub/new.yaml')), 'references: []\n');
    await eventually(() => assert.deepEqual(found(document), []));
  });

  it('say nothing of names with an @ where nothing is cited', async () => {
    const document = await open('mentions.md', 'Thanks to @someone p. 3 and @other.\n');
    const control = await open('control.md', '---\nbibliography: refs.bib\n---\n\n[@nobody]\n');
    await eventually(() => assert.deepEqual(found(control), ['citekey-unknown @nobody']));
    assert.deepEqual(found(document), []);
  });

  it('offer to turn off what VS Code itself says of citations', async () => {
    await workspace.getConfiguration('markdown.validate').update('enabled', true, 1);
    try {
      const document = await open('builtin.md', '---\nbibliography: refs.bib\n---\n\nOne [@chen1995] two.\n');
      const builtIn = () => languages.getDiagnostics(document.uri).filter(({ code }) => code === 'link.no-such-reference' || (typeof code === 'object' && code.value === 'link.no-such-reference'));
      await eventually(() => assert.equal(builtIn().length, 1), 20_000);
      await fix(document, '@chen1995', 'This is a citation: turn off VS Code’s check of link definitions');
      assert.equal(workspace.getConfiguration('markdown.validate', document.uri).get('referenceLinks.enabled'), 'ignore');
      await eventually(() => assert.equal(builtIn().length, 0), 20_000);
    } finally {
      await workspace.getConfiguration('markdown.validate').update('enabled', undefined, 1);
    }
  });
});
