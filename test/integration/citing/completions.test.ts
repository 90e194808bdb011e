import * as assert from 'node:assert/strict';
import { CancellationTokenSource, commands, type CompletionList, type DocumentLink, type Location, type TextDocument, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { Library } from '../../../src/core/library/library';
import { CitekeySearch } from '../../../src/features/citing/citekeySearch';
import { CiteCompletions } from '../../../src/features/citing/citeCompletions';
import { earlyTyping } from '../../../src/features/citing/earlyTyping';
import type { Bibliographies } from '../../../src/platform/bibliographies';
import { CitableWorks } from '../../../src/platform/citableWorks';
import { Notes } from '../../../src/platform/notes';
import { libraryPaper } from '../library/support';
import { eventually, fileUri, hoverText, positionOf, writeFile } from '../support';
import { addPapers, openNote, removePapers } from './citingSupport';

/** What is offered at the `|` of a text. */
async function offered(name: string, marked: string, trigger?: string): Promise<{ readonly labels: string[]; readonly document: TextDocument }> {
  const { document, selection } = await openNote(name, marked);
  return { labels: await labelsAt(document, document.offsetAt(selection.active), trigger), document };
}

async function labelsAt(document: TextDocument, offset: number, trigger?: string): Promise<string[]> {
  const list = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, document.positionAt(offset), trigger);
  return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
}

describe('Completion around citations', () => {
  before(async () => {
    await addPapers();
    await writeFile('notes/citing/refs.bib', '@article{listed2010, ids={older2009}, author={Listed, Ann}, title={Of lists}, journal={Gut}, year=2010}\n');
    await writeFile('notes/citing/own.csl', '<style/>');
  });
  after(removePapers);

  it('waits for papers that are just being read', async () => {
    const { document, selection } = await openNote('early', 'So @che|.\n');
    const library = new Library();
    const none = { visibleTo: () => Promise.resolve([]), search: () => Promise.resolve({ rows: [] }) } as unknown as Bibliographies;
    const notes = new Notes();
    const completions = new CiteCompletions(new CitableWorks(library, none, notes), notes, new CitekeySearch());
    const asked = completions.provideCompletionItems(document, selection.active, new CancellationTokenSource().token);
    const paper = libraryPaper({ id: 'chen2001' }, { folder: workspace.getWorkspaceFolder(document.uri)?.uri.toString() ?? '' });
    library.change([{ uri: paper.uri, paper, problems: [] }]);
    library.markLoaded();
    assert.equal((await asked)?.items.length, 1);
    notes.dispose();
  });

  it('asks once more for a key that is typed while it is being started', async () => {
    const { document, selection } = await openNote('typed-early', 'So @ch|.\n');
    const places: number[] = [];
    const early = earlyTyping({ isTypingKey: (_, position) => places.push(position.character) > 0 });
    assert.deepEqual(places, [], 'the note has not been typed in');
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, selection.active, 'e');
    await workspace.applyEdit(edit);
    await commands.executeCommand('cursorRight');
    await eventually(() => assert.equal(places.length, 1));
    await commands.executeCommand('cursorRight');
    early.dispose();
    assert.equal(places.length, 1);
  });

  it('offers keys in MyST’s roles, closed or not', async () => {
    assert.deepEqual((await offered('role', 'So {cite:p}`missing,{see}che|`.\n', ',')).labels, ['chen1995']);
    assert.deepEqual((await offered('role-open', 'So {cite:t}`che|\n', '`')).labels.slice(0, 1), ['chen1995']);
  });

  it('offers words for places behind a comma, in the note’s language', async () => {
    const english = (await offered('locator', 'So [see @chen1995, |].\n', ',')).labels;
    assert.deepEqual(english.slice(0, 4), ['p.', 'pp.', 'chap.', 'chaps.']);
    const german = (await offered('ort', '---\nlang: de\n---\n\nSo [@chen1995, |]; @chen1995 [S|].\n'.replace('[S|]', '[S]'), ' ')).labels;
    assert.ok(german.includes('S.') && german.includes('Kap.'), german.join());
    assert.ok((await offered('author', 'So @chen1995 [|].\n', '[')).labels.includes('chap.'));
    assert.ok(!(await offered('prose', 'So, |.\n', ' ')).labels.includes('chap.'));
  });

  it('offers files behind bibliography:, and styles behind csl:', async () => {
    const files = (await offered('files', '---\nbibliography: |\n---\n')).labels;
    assert.ok(files.includes('refs.bib') && files.includes('../../library/chen1995.yaml'), files.join());
    const list = (await offered('list', '---\nbibliography:\n  - refs.bib\n  - |\n---\n')).labels;
    assert.ok(!list.includes('refs.bib') && list.includes('../../library/chen1995.yaml'), list.join());
    const styles = (await offered('styles', '---\ncsl: |\n---\n')).labels;
    assert.ok(styles.includes('own.csl') && styles.includes('nlm-citation-sequence') && styles.includes('apa'), styles.join());
    const journal = (await offered('journal', '---\ncsl: cureus|\n---\n')).labels;
    assert.ok(journal.includes('cureus'), journal.join());
  });

  it('finds a work by a key that it had before, and by its journal', async () => {
    const text = '---\nbibliography: refs.bib\n---\n\n[@older|].\n';
    await eventually(async () => assert.ok((await offered('alias', text, '@')).labels.includes('listed2010')));
    assert.ok((await offered('container', '@japanese|\n', '@')).labels.includes('chen1995'));
  });

  it('works for \\cite in LaTeX, and in a note', async () => {
    const uri = await writeFile('notes/citing/paper.tex', '\\addbibresource{refs.bib}\nSee \\parencite[p. 3]{listed2010, } and \\cite{chen1995}.\n');
    const document = await workspace.openTextDocument(uri);
    await window.showTextDocument(document);
    const keys = await eventually(async () => {
      const labels = await labelsAt(document, document.getText().indexOf(', }') + 2, ',');
      assert.ok(labels.includes('listed2010'), labels.join());
      return labels;
    });
    assert.ok(keys.includes('chen1995'), keys.join());
    await eventually(async () => assert.match(await hoverText(document, 'listed2010'), /Of lists/));
    assert.match(await hoverText(document, 'chen1995'), /Leukemoid reaction/);
    const note = await openNote('raw', 'See \\cite{chen1995}.\n');
    await eventually(async () => assert.match(await hoverText(note.document, 'chen1995'), /Leukemoid reaction/));
  });

  it('leads to bibliographies, styles and DOIs', async () => {
    const { document } = await openNote('links', '---\nbibliography: refs.bib\ncsl: own.csl\n---\n\n[@10.1000/x_1]\n');
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
    const targets = links.map(({ target, range }) => `${document.getText(range)} ${target?.toString(true) ?? ''}`);
    for (const [words, uri] of [['refs.bib', fileUri('notes/citing/refs.bib')], ['own.csl', fileUri('notes/citing/own.csl')], ['@10.1000/x_1', Uri.parse('https://doi.org/10.1000/x_1')]] as const) {
      assert.ok(targets.includes(`${words} ${uri.toString(true)}`), targets.join('\n'));
    }
  });

  it('finds all references of a key', async () => {
    const one = await openNote('uses', 'So [@smith-2001] and -@smith-2001.\n');
    await one.document.save();
    const quarto = await writeFile('notes/citing/uses.qmd', 'Also @smith-2001.\n');
    const places = await eventually(async () => {
      const found = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', one.document.uri, positionOf(one.document, 'smith-2001'));
      assert.ok(found.some(({ uri }) => uri.toString() === quarto.toString()), JSON.stringify(found));
      return found;
    });
    // VS Code's own Markdown gives the one in brackets too, in the same place, which its views show once.
    const files = [...new Set(places.map(({ uri, range }) => `${uri.path.slice(uri.path.lastIndexOf('/') + 1)} ${range.start.line}:${range.start.character}`))].sort();
    assert.deepEqual(files, ['smith-2001.yaml 1:8', 'uses.md 0:22', 'uses.md 0:4', 'uses.qmd 0:5']);
  });
});
