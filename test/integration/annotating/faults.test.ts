import * as assert from 'node:assert/strict';
import { commands, languages, Selection, type TextDocument, window, workspace } from 'vscode';
import { paperText } from '../library/support';
import { eventually, fileUri, hoverText, positionOf, readFile, removeFile, writeFile } from '../support';

const text = 'The liver abscess turned out to be a metastasis, and the fever went after resection.\n';
const annotation = (id: string, words: string): string => `  - id: ${id}
    motivation: highlighting
    target:
      source: wang2001.md
      selector:
        - type: TextQuoteSelector
          exact: ${words}
    body:
      - type: TextualBody
        purpose: classifying
        value: finding
`;
const annotated = `${paperText('wang2001')}annotations:\n${annotation('a2', 'liver abscess')}${annotation('a7', 'fever went')}`;
const paper = () => fileUri('library/wang2001.yaml');

async function shown(): Promise<TextDocument> {
  const document = await workspace.openTextDocument(fileUri('library/wang2001.md'));
  await window.showTextDocument(document);
  return document;
}

function highlight(words: string): Thenable<unknown> {
  const editor = window.activeTextEditor;
  assert.ok(editor);
  const { line, character } = positionOf(editor.document, words);
  const start = character - Math.floor(words.length / 2);
  editor.selection = new Selection(line, start, line, start + words.length);
  return commands.executeCommand('casebook.highlightWords', 'outcome');
}

describe('Annotations in trouble', () => {
  beforeEach(async () => {
    await writeFile('library/wang2001.md', text);
    await writeFile('library/wang2001.yaml', annotated);
    await commands.executeCommand('casebook.refreshPapers');
  });

  afterEach(async () => {
    await commands.executeCommand('notifications.clearAll');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await removeFile('library');
    await commands.executeCommand('casebook.refreshPapers');
  });

  it('are told where they were written wrongly by hand, and the others stay', async () => {
    const wrong = annotated.replace('  - id: a2\n    motivation', '  - motivation').replace('value: finding\n  - id: a7', 'value: finding\n  - id: a7\n    resolved: maybe');
    await writeFile('library/wang2001.yaml', wrong);
    const lineOf = (words: string): number => wrong.slice(0, wrong.indexOf(words)).split('\n').length - 1;
    await eventually(() => {
      const told = languages.getDiagnostics(paper()).filter(({ code }) => String(code).startsWith('annotation'));
      assert.deepEqual(told.map(({ code, range }) => [code, range.start.line]), [['annotation-without-id', lineOf('- motivation')], ['annotation-part-wrong', lineOf('resolved: maybe')]]);
    });
    const document = await shown();
    await eventually(async () => assert.match(await hoverText(document, 'fever went'), /finding/));
    assert.doesNotMatch(await hoverText(document, 'liver abscess'), /\*\*finding\*\*/);
    await highlight('metastasis');
    await eventually(async () => assert.match(await readFile(paper()), /exact: metastasis\n/));
    assert.match(await readFile(paper()), /^ {2}- motivation: highlighting\n/m);
  });

  it('are kept, and can be made again, where the text was deleted while it was open', async () => {
    const document = await shown();
    await eventually(async () => assert.match(await hoverText(document, 'fever went'), /finding/));
    await removeFile('library/wang2001.md');
    await eventually(async () => assert.doesNotMatch(await hoverText(document, 'fever went'), /\*\*finding\*\*/));
    await highlight('metastasis');
    assert.equal(await readFile(paper()), annotated);
    await writeFile('library/wang2001.md', text);
    const again = await eventually(shown);
    await eventually(async () => assert.match(await hoverText(again, 'fever went'), /finding/));
    await highlight('metastasis');
    await eventually(async () => assert.match(await readFile(paper()), /exact: metastasis\n/));
  });

  it('are not written where the paper was deleted while its text was open', async () => {
    const document = await shown();
    await eventually(async () => assert.match(await hoverText(document, 'fever went'), /finding/));
    await workspace.fs.delete(paper());
    await highlight('metastasis');
    await assert.rejects(Promise.resolve(workspace.fs.stat(paper())));
    await writeFile('library/wang2001.yaml', annotated);
    await eventually(async () => assert.match(await hoverText(document, 'fever went'), /finding/));
  });
});
