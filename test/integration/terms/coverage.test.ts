import * as assert from 'node:assert/strict';
import { commands, extensions, window, workspace } from 'vscode';
import { eventually, hoverText, removeFile, writeFile } from '../support';

describe('Glossary coverage', () => {
  before(() => extensions.getExtension('casebook.casebook')?.activate());
  after(() => Promise.all(['glossary.yaml', 'notes/coverage.md'].map(removeFile)));

  it('tells which terms of the glossary notes speak of, which none does, and what is missing', async () => {
    await writeFile('glossary.yaml', 'terms:\n  - name: ward round sign\n  - name: [broken]\n  - name: never seen sign\n');
    const note = await workspace.openTextDocument(await writeFile('notes/coverage.md', 'The ward round sign, and ward round signs. An empyema.\n'));
    await eventually(async () => assert.match(await hoverText(note, 'ward'), /\*\*ward round sign\*\*/));
    await commands.executeCommand('casebook.showGlossaryCoverage');
    const text = window.activeTextEditor?.document.getText() ?? '';
    assert.match(text, /^# Glossary coverage\n\nYour glossary has 2 terms\. Used in the \d+ notes and papers of \w+: 1\.\n/);
    assert.match(text, /## Used\n\n- ward round sign: 2 mentions, 1 note, 0 papers\n\n## Never used\n\n- never seen sign\n\n/);
    assert.match(text, /## Frequent, and not in your glossary\n\n(- .*\n)*- pleural empyema: 1 mention, 1 note, 0 papers · Built-in glossary\n/);
  });

  it('speaks of one term where the glossary has one', async () => {
    await writeFile('glossary.yaml', 'terms:\n  - name: never seen sign\n');
    await eventually(async () => {
      await commands.executeCommand('casebook.showGlossaryCoverage');
      assert.match(window.activeTextEditor?.document.getText() ?? '', /\nYour glossary has 1 term\. Used in the .*: 0\.\n/);
    });
  });

  it('says what to do where there is no glossary', async () => {
    await removeFile('glossary.yaml');
    await eventually(async () => {
      await commands.executeCommand('casebook.showGlossaryCoverage');
      assert.match(window.activeTextEditor?.document.getText() ?? '', /Your glossary has no terms yet/);
    });
  });
});
