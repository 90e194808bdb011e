import * as assert from 'node:assert/strict';
import { commands, type CompletionItem, CompletionItemKind, type CompletionList, extensions, type TextDocument, workspace } from 'vscode';
import { eventually, removeFile, untitledNote } from '../support';

interface Offer {
  readonly label: string;
  readonly inserts: string;
}

/** What is offered behind the given words. */
async function offered(document: TextDocument, words: string): Promise<Offer[]> {
  const position = document.positionAt(document.getText().indexOf(words) + words.length);
  const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, position);
  return items.filter(({ kind }) => kind === CompletionItemKind.Value).map(({ label, insertText }: CompletionItem) => ({ label: typeof label === 'string' ? label : label.label, inserts: String(insertText) }));
}

const labels = async (document: TextDocument, words: string): Promise<string[]> => (await offered(document, words)).map(({ label }) => label);

describe('Completing terms', () => {
  before(() => extensions.getExtension('casebook.casebook')?.activate());
  after(() => removeFile('notes/completing.md'));

  it('offers names that begin as typed, over several words too', async () => {
    const note = await untitledNote('He had a leukemoid rea\n\nLeukem\n');
    await eventually(async () => assert.ok((await labels(note, 'leukemoid rea')).includes('leukemoid reaction')));
    const capital = (await offered(note, 'Leukem')).find(({ label }) => label === 'leukemoid reaction');
    assert.equal(capital?.inserts, 'Leukemoid reaction');
  });

  it('offers a name that writes out the Greek letters that were typed', async () => {
    const note = await untitledNote('A raised α-fet\n');
    await eventually(async () => assert.ok((await labels(note, 'α-fet')).includes('alpha-fetoprotein')));
  });

  it('writes abbreviations out, those of the text itself first', async () => {
    const note = await untitledNote('A GM-CSF\n\nA leukemoid reaction (LKR) came. An LKR');
    await eventually(async () => {
      const colony = (await offered(note, 'A GM-CSF')).find(({ label }) => label.startsWith('GM-CSF: '));
      assert.equal(colony?.inserts, 'granulocyte-macrophage colony-stimulating factor');
    });
    assert.deepEqual((await offered(note, 'An LKR'))[0], { label: 'LKR', inserts: 'leukemoid reaction' });
  });

  it('is for prose alone: not code, front matter, citations', async () => {
    const note = await untitledNote('---\ntitle: leukem\n---\n\nA `leukemo` and [see leukemoi @chen1995] here. And leukemoid\n');
    await eventually(async () => assert.ok((await labels(note, 'And leukemoid')).includes('leukemoid reaction')));
    for (const words of ['title: leukem', 'A `leukemo', 'see leukemoi']) assert.deepEqual(await labels(note, words), [], words);
  });

  it('can be set off', async () => {
    const settings = workspace.getConfiguration('casebook');
    const note = await untitledNote('A leukem');
    await settings.update('terms.completion', 'off');
    await eventually(async () => assert.deepEqual(await labels(note, 'leukem'), []));
    await settings.update('terms.completion', undefined);
    await eventually(async () => assert.ok((await labels(note, 'leukem')).length > 0));
  });
});
