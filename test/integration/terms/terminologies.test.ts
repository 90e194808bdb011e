import * as assert from 'node:assert/strict';
import { commands, type CompletionList, ConfigurationTarget, extensions, type LocationLink, type TextDocument, workspace } from 'vscode';
import { eventually, hoverText, positionOf, removeFile, writeFile } from '../support';

const phenotypes = `format-version: 1.4
data-version: 2026-01-01
ontology: tph
property_value: http://purl.org/dc/terms/title "Test Phenotypes"
property_value: http://purl.org/dc/terms/license https://example.org/licence

[Term]
id: TPH:0000001
name: Abnormal test finding

[Term]
id: TPH:0000002
name: Zebra-stripe effusion
def: "Stripes <b>of</b> fluid [see](command:workbench.action.quit)." []
synonym: "striped effusion" EXACT []
is_a: TPH:0000001
xref: TDIS:7

[Term]
id: TPH:0000003
name: Ward sign
def: "Theirs." []

[Term]
id: TPH:0000004
name: Bedside sign

[Term]
id: TPH:0000009
name: obsolete stripes
is_obsolete: true
replaced_by: TPH:0000002
`;

const diseases = `format-version: 1.4
ontology: tdis

[Term]
id: TDIS:7
name: zebra stripe effusions
def: "A disease of stripes." []
`;

const glossary = 'terms:\n  - name: ward sign\n    definition: Ours.\n    ids: [TPH:0000003]\n  - name: stripe disease\n    ids: [TPH:0000009]\n  - name: BEDSIDE sign\n    definition: Another one.\n';

async function add(path: string, text: string, name: string): Promise<void> {
  await commands.executeCommand('casebook.addTerminology', { source: [await writeFile(path, text)], name, add: true });
}

async function pageOf(document: TextDocument, words: string): Promise<string> {
  const [link] = await commands.executeCommand<LocationLink[]>('vscode.executeDefinitionProvider', document.uri, positionOf(document, words));
  assert.ok(link);
  return (await workspace.openTextDocument(link.targetUri)).getText();
}

const settings = () => workspace.getConfiguration('casebook');

describe('Terms of added terminologies', () => {
  let note: TextDocument;

  before(async () => {
    await extensions.getExtension('casebook.casebook')?.activate();
    await add('tph.obo', phenotypes, 'tph');
    await add('tdis.obo', diseases, 'tdis');
    await settings().update('terminologies.order', ['tph', 'tdis'], ConfigurationTarget.Workspace);
    await writeFile('glossary.yaml', glossary);
    note = await workspace.openTextDocument(await writeFile('notes/striped.md', 'A zebra-stripe effusion. A ward sign, and stripe disease. A bedside sign.\n'));
  });
  after(async () => {
    await settings().update('terminologies.order', undefined, ConfigurationTarget.Workspace);
    for (const id of ['tph', 'tdis']) await commands.executeCommand('casebook.removeTerminology', id, true);
    await Promise.all(['tph.obo', 'tdis.obo', 'glossary.yaml', 'notes/striped.md'].map(removeFile));
  });

  it('are joined in one hover where they mean the same, with ids, definition, broader terms and whose words they are', async () => {
    await eventually(async () => assert.match(await hoverText(note, 'stripe effusion'), /\*\*Zebra\\-stripe effusion\*\*/));
    const text = await hoverText(note, 'stripe effusion');
    assert.match(text, /Stripes &lt;b\\>of&lt;\/b\\> fluid \\\[see\\\]/, 'escaped');
    assert.match(text, /TPH:0000002 · TDIS:7/);
    assert.match(text, /Broader: \[Abnormal test finding\]/);
    assert.match(text, /Test Phenotypes 2026\\-01\\-01|tph 2026\\-01\\-01/);
    assert.match(text, /\[licence\]\(https:\/\/example\.org\/licence\)/);
    assert.doesNotMatch(text, /may also mean/);
    assert.doesNotMatch(text, /\(command:workbench/);
  });

  it('give way to the glossary, which says so', async () => {
    const text = await eventually(async () => {
      const shown = await hoverText(note, 'ward sign');
      assert.match(shown, /^\*\*ward sign\*\*[^]*Ours\./);
      return shown;
    });
    assert.doesNotMatch(text, /Theirs/);
    assert.match(text, /Your glossary’s words go before those of/);
  });

  it('that mean something else than the glossary does come after it', async () => {
    const text = await hoverText(note, 'bedside sign');
    assert.match(text, /^\*\*BEDSIDE sign\*\*[^]*Another one\.[^]*Your glossary’s meaning goes before the others\.[^]*may also mean:[^]*\n- \*\*Bedside sign\*\* \\\(tph/);
  });

  it('warn of ids that are deprecated, with what to use', async () => {
    const text = await hoverText(note, 'stripe disease');
    assert.match(text, /\$\(warning\) TPH:0000009 \\\(obsolete stripes\\\) is deprecated\. Use instead: \[Zebra\\-stripe effusion/);
  });

  it('have pages with what each terminology says', async () => {
    const page = await pageOf(note, 'stripe effusion');
    assert.match(page, /^# Zebra-stripe effusion\n/);
    for (const part of [/Stripes \\<b>of\\<\/b> fluid/, /A disease of stripes\. \(.*tdis/i, /## Other names\n\n- striped effusion/, /## Broader\n\n- Abnormal test finding/, /## Sources\n\n- /]) assert.match(page, part);
  });

  it('complete', async () => {
    await eventually(async () => {
      const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', note.uri, note.positionAt(note.getText().indexOf('zebra') + 4));
      assert.ok(items.some(({ insertText }) => insertText === 'Zebra-stripe effusion' || insertText === 'zebra stripe effusions'), items.map(({ insertText }) => String(insertText)).join());
    });
  });
});
