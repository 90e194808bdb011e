import * as assert from 'node:assert/strict';
import { commands, extensions, type LocationLink, type TextDocument, workspace } from 'vscode';
import { eventually, hoverText, positionOf, readFile, removeFile, untitledNote, writeFile } from '../support';

/** Which of the words have a term's hover. */
async function hovered(document: TextDocument, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const word of words) if ((await hoverText(document, word)).includes('**')) found.push(word);
  return found;
}

describe('Term hovers', () => {
  // Before Casebook has woken up, VS Code's own command finds nobody to ask.
  before(() => extensions.getExtension('casebook.casebook')?.activate());

  it('say what a term means, with its names, ids and type', async () => {
    const note = await untitledNote('He had a leukemoid reaction at first.');
    const text = await hoverText(note, 'reaction');
    assert.match(text, /\*\*leukemoid reaction\*\*/);
    assert.match(text, /Finding/);
    assert.match(text, /\[MESH&#58;D007955\]\(https:\/\/|\[MESH:D007955\]\(https:\/\//);
    assert.match(text, /Broader/);
  });

  it('take the longest term, whatever its spelling', async () => {
    const note = await untitledNote('Metastatic mucoepidermoid\ncarcinomas. The patient’s IL-1α rose. A leukaemoid-reaction.\n\n> pyogenic\n> liver abscess\n');
    assert.match(await hoverText(note, 'mucoepidermoid'), /\*\*mucoepidermoid carcinoma\*\*/);
    assert.match(await hoverText(note, 'carcinomas'), /\*\*mucoepidermoid carcinoma\*\*/);
    assert.match(await hoverText(note, 'IL-1α'), /\*\*interleukin/);
    assert.match(await hoverText(note, 'leukaemoid'), /\*\*leukemoid reaction\*\*/);
    assert.match(await hoverText(note, 'liver abscess'), /\*\*pyogenic liver abscess\*\*/);
  });

  it('are for prose alone', async () => {
    const note = await untitledNote(
      [
        '---\ntitle: fever\n---',
        'A `cytokine` and [words](https://example.org/necrosis) and @granulocytosis and <!-- biopsy --> here.',
        '```\nleukocytosis\n```',
        'Then sepsis came.',
      ].join('\n\n'),
    );
    assert.deepEqual(await hovered(note, ['fever', 'cytokine', 'necrosis', 'granulocytosis', 'biopsy', 'leukocytosis', 'sepsis']), ['sepsis']);
  });
});

describe('The user’s glossary', () => {
  after(() => removeFile('glossary.yaml'));

  it('adds terms and overrides built-in ones, and is found by Go to Definition', async () => {
    const uri = await writeFile('glossary.yaml', 'terms:\n  - name: ward round sign\n    definition: Ours <b>alone</b>.\n  - name: leukemoid reaction\n    definition: In our words.\n');
    const note = await workspace.openTextDocument(await writeFile('notes/glossary-test.md', 'The ward round signs. A leukemoid reaction.\n'));
    await eventually(async () => assert.match(await hoverText(note, 'ward round'), /Ours &lt;b\\>alone/));
    const overridden = await hoverText(note, 'leukemoid');
    assert.match(overridden, /In our words/);
    assert.match(overridden, /D007955/, 'what the entry leaves out stays');
    const links = await commands.executeCommand<LocationLink[]>('vscode.executeDefinitionProvider', note.uri, positionOf(note, 'ward round'));
    assert.equal(links[0]?.targetUri.toString(), uri.toString());
    assert.equal(links[0]?.targetRange.start.line, 1);
    assert.ok((await readFile(uri)).startsWith('terms:'));
    await removeFile('notes/glossary-test.md');
  });

  it('is followed when it goes', async () => {
    const note = await workspace.openTextDocument(await writeFile('notes/glossary-gone.md', 'A leukemoid reaction.\n'));
    await eventually(async () => assert.match(await hoverText(note, 'leukemoid'), /In our words/));
    await removeFile('glossary.yaml');
    await eventually(async () => assert.doesNotMatch(await hoverText(note, 'leukemoid'), /In our words/));
    await removeFile('notes/glossary-gone.md');
  });
});
