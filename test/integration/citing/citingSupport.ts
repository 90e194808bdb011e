import * as assert from 'node:assert/strict';
import { commands, type CompletionList, Selection, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { eventually, folder, positionOf, removeFile, writeFile } from '../support';

const papers: Readonly<Record<string, string>> = {
  chen1995: `references:
  - id: chen1995
    type: article-journal
    title: Leukemoid reaction in mucoepidermoid carcinoma
    author:
      - {family: Chen, given: Yi-Ming}
      - {family: Hsu, given: Ling}
      - {family: Wu, given: Tao}
    issued: {date-parts: [[1995]]}
    container-title: Japanese Journal of Clinical Oncology
    container-title-short: Jpn J Clin Oncol
    volume: '25'
    page: 168-172
    DOI: 10.1000/leukemoid_1
    abstract: A man had a persistent fever and granulocytosis.
`,
  'smith-2001': `references:
  - id: smith-2001
    type: article-journal
    title: Tumour necrosis in Größe
    author:
      - {family: Smith, given: Ann}
    issued: {date-parts: [[2001]]}
    container-title: Cancer
    volume: '3'
    page: 1-2
`,
  evil2020: `references:
  - id: evil2020
    type: article-journal
    title: 'A [click](command:workbench.action.quit) <b>bold</b> $(bug) ![x](https://example.org/x.png)'
    author:
      - {family: 'Ev*il', given: X}
    issued: {date-parts: [[2020]]}
    container-title: Journal
    abstract: '<script>alert(1)</script> [go](command:evil) |x|'
`,
};

/** Puts the papers of these tests into the library, and waits until they can be cited. */
export async function addPapers(): Promise<void> {
  for (const [key, text] of Object.entries(papers)) await writeFile(`library/${key}.yaml`, text);
  const note = await openNote('ready', '@');
  await eventually(async () => assert.equal((await completionsAt(note.document, '@')).length >= Object.keys(papers).length, true));
}

export async function removePapers(): Promise<void> {
  await commands.executeCommand('workbench.action.files.saveAll'); // or a browser's auto save brings notes back later
  await commands.executeCommand('workbench.action.closeAllEditors');
  for (const key of Object.keys(papers)) await removeFile(`library/${key}.yaml`);
  await removeFile('notes/citing');
  await resetStyle();
}

/** Forgets the folder's citation style. */
export async function resetStyle(): Promise<void> {
  await workspace.getConfiguration('casebook', folder().uri).update('citing.style', undefined, 3);
}

/** Opens a note with the given text; each `|` in it is a cursor and does not stay. */
export async function openNote(name: string, marked: string): Promise<TextEditor> {
  const parts = marked.split('|');
  const uri = await writeFile(`notes/citing/${name}.md`, parts.join(''));
  const editor = await window.showTextDocument(await workspace.openTextDocument(uri));
  await eventually(() => assert.equal(editor.document.getText(), parts.join('')));
  let offset = 0;
  const offsets = parts.slice(0, -1).map((part) => (offset += part.length));
  const cursors = offsets.length > 0 ? offsets : [parts.join('').length];
  editor.selections = cursors.map((at) => new Selection(editor.document.positionAt(at), editor.document.positionAt(at)));
  return editor;
}

/** The note's text, with a `|` for each cursor. */
export function withCursors({ document, selections }: TextEditor): string {
  const text = document.getText();
  const offsets = selections.map(({ active }) => document.offsetAt(active)).sort((a, b) => b - a);
  return offsets.reduce((marked, at) => `${marked.slice(0, at)}|${marked.slice(at)}`, text);
}

/** The citekeys offered right after the given words. */
export async function completionsAt(document: TextDocument, words: string): Promise<string[]> {
  const at = document.getText().indexOf(words) + words.length;
  const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, document.positionAt(at), '@');
  return list.items.filter(({ kind }) => kind === 17).map(({ label }) => (typeof label === 'string' ? label : label.label));
}

export { positionOf };
