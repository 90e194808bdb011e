import * as assert from 'node:assert/strict';
import { commands, ConfigurationTarget, extensions, type Hover, type MarkdownString, type TextDocument, workspace } from 'vscode';
import { eventually, folder, hoverText, positionOf, removeFile, writeFile } from '../support';

const glossary = `terms:
  - name: liver resection
    abbreviations: [LRX]
    definition: Taking out a part of the liver.
  - name: likelihood ratio
    abbreviations: [LRX]
    definition: How much a test changes the odds.
`;

const settings = () => workspace.getConfiguration('casebook', folder().uri);

/** Runs the link of a hover that has these words, as a click does. */
async function follow(document: TextDocument, words: string, link: string, nth = 0): Promise<void> {
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, positionOf(document, words));
  const text = hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value)).join('\n');
  const [, command, args] = [...text.matchAll(/\[([^\]]*)\]\(command:([\w.]+)\?([^\s"]+)/g)].filter(([, label]) => label === link).map(([, , id, encoded]) => ['', id, encoded])[nth] ?? [];
  assert.ok(command && args, `no link "${link}" in ${text}`);
  await commands.executeCommand(command, ...(JSON.parse(decodeURIComponent(args)) as unknown[]));
}

describe('Meanings', () => {
  before(() => extensions.getExtension('casebook.casebook')?.activate());
  after(async () => {
    await removeFile('glossary.yaml');
    await removeFile('notes/meanings.md');
    await settings().update('terms.senses', undefined, ConfigurationTarget.WorkspaceFolder);
  });

  it('of a name are listed, and the one that is chosen is remembered in the folder until it is taken back', async () => {
    await writeFile('glossary.yaml', glossary);
    const note = await workspace.openTextDocument(await writeFile('notes/meanings.md', 'The LRX was high.\n'));
    await eventually(async () => assert.match(await hoverText(note, 'LRX'), /^\*\*liver resection\*\*[^]*may also mean:[^]*\n- \*\*likelihood ratio\*\*/));
    await follow(note, 'LRX', 'this is meant');
    await eventually(async () => assert.match(await hoverText(note, 'LRX'), /^\*\*likelihood ratio\*\*[^]*You chose this meaning of “LRX”[^]*\n- \*\*liver resection\*\*/));
    assert.deepEqual(settings().inspect('terms.senses')?.workspaceFolderValue ?? settings().inspect('terms.senses')?.workspaceValue, { LRX: 'glossary:likelihood-ratio' });
    await follow(note, 'LRX', 'Undo');
    await eventually(async () => assert.match(await hoverText(note, 'LRX'), /^\*\*liver resection\*\*/));
    assert.equal(settings().get<object>('terms.senses') && Object.keys(settings().get<object>('terms.senses') ?? {}).length, 0);
  });

  it('say what the text says of them', async () => {
    const note = await workspace.openTextDocument(await writeFile('notes/meanings.md', 'There was no evidence of sepsis. A possible necrosis.\n'));
    await eventually(async () => assert.match(await hoverText(note, 'sepsis'), /\$\(circle-slash\) Negated here by “no evidence of”/));
    assert.match(await hoverText(note, 'necrosis'), /\$\(question\) Possible here, by “possible”/i);
  });

  it('leave out what the folder’s settings set off: a step, a name', async () => {
    const note = await workspace.openTextDocument(await writeFile('notes/meanings.md', '# Family history\n\nNo sepsis. A necrosis.\n'));
    await eventually(async () => assert.match(await hoverText(note, 'sepsis'), /Negated here by “No”/));
    assert.match(await hoverText(note, 'necrosis'), /\$\(organization\) Of a relative here, by “Family history”\n/);
    await settings().update('terms.steps', { status: false }, ConfigurationTarget.WorkspaceFolder);
    await eventually(async () => assert.match(await hoverText(note, 'sepsis'), /^\*\*sepsis\*\*(?![^]*Negated)/));
    await writeFile('glossary.yaml', 'terms:\n  - name: ward signs\n    definition: Ours.\n');
    const signs = await workspace.openTextDocument(await writeFile('notes/meanings.md', 'One ward sign.\n'));
    await eventually(async () => assert.match(await hoverText(signs, 'ward sign'), /^\*\*ward signs\*\*/));
    await settings().update('terms.steps', { plural: false }, ConfigurationTarget.WorkspaceFolder);
    await eventually(async () => assert.equal(await hoverText(signs, 'ward sign'), ''));
    await settings().update('terms.steps', undefined, ConfigurationTarget.WorkspaceFolder);
    await eventually(async () => assert.match(await hoverText(signs, 'ward sign'), /^\*\*ward signs\*\*/));
  });

  it('are all named where words put several together', async () => {
    const note = await workspace.openTextDocument(await writeFile('notes/meanings.md', 'Liver and lymph node metastases were seen.\n'));
    await eventually(async () => assert.match(await hoverText(note, 'Liver'), /^\*\*liver metastasis\*\*[^\n]*\n+\$\(references\) “Liver and lymph node metastases” is also: \[lymph node metastasis\]/));
    assert.match(await hoverText(note, 'lymph'), /^\*\*lymph node metastasis\*\*[^\n]*\n+\$\(references\) “Liver and lymph node metastases” is also: \[liver metastasis\]/);
    assert.doesNotMatch(await hoverText(note, 'lymph'), /may also mean/);
  });

  it('of an abbreviation are those that the text gives it', async () => {
    const note = await workspace.openTextDocument(await writeFile('notes/meanings.md', 'A leukemoid reaction (LKR) came. The LKR went.\n'));
    await eventually(async () => assert.match(await hoverText(note, 'e LKR w'), /LKR: leukemoid reaction, as this text defines it/));
  });
});
