import * as assert from 'node:assert/strict';
import { commands, workspace } from 'vscode';
import { folder, hoverText, writeFile } from '../support';
import { addPapers, openNote, removePapers, resetStyle } from './citingSupport';

const ownStyle = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text" default-locale="en-US">
  <info><title>Ours</title><id>ours</id><updated>2020-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title" prefix="OURS "/></layout></citation>
  <bibliography><layout><text variable="title" prefix="OURS "/></layout></bibliography>
</style>`;

const settingOf = () => workspace.getConfiguration('casebook', folder().uri).inspect<string>('citing.style');

describe('The citation style', () => {
  before(addPapers);
  afterEach(resetStyle);
  after(removePapers);

  it('is remembered in the folder’s settings', async () => {
    const { document } = await openNote('style', 'Seen @chen1995.\n');
    assert.match(await warmHover(document, 'chen1995'), /Chen YM, Hsu L, Wu T/);
    await commands.executeCommand('casebook.chooseStyle', 'apa');
    assert.equal(settingOf()?.workspaceFolderValue ?? settingOf()?.workspaceValue, 'apa');
    assert.match(await warmHover(document, 'chen1995'), /Hsu, L\., &amp; Wu, T\./);
  });

  it('may be a .csl file that the settings name', async () => {
    await writeFile('notes/citing/ours.csl', ownStyle);
    const { document } = await openNote('csl', 'Seen @chen1995.\n');
    await commands.executeCommand('casebook.chooseStyle', 'notes/citing/ours.csl');
    assert.match(await warmHover(document, 'chen1995'), /OURS Leukemoid/);
  });

  it('is the note’s own where its front matter says so', async () => {
    await writeFile('notes/citing/ours.csl', ownStyle);
    const { document } = await openNote('own', '---\ncsl: ours.csl\n---\n\nSeen @chen1995.\n');
    assert.match(await warmHover(document, 'chen1995'), /OURS Leukemoid/);
    const above = await openNote('above', '---\ncsl: ../../../../secret.csl\n---\n\nSeen @chen1995.\n');
    assert.match(await hoverText(above.document, 'chen1995'), /\*\*Leukemoid reaction/, 'the plain data, since the style is not to be had');
  });

  it('does not change a note when it is unknown', async () => {
    const editor = await openNote('unknown', '---\ncsl: no-such-style\n---\n\nSeen [@chen1995].|\n');
    const text = editor.document.getText();
    await commands.executeCommand('casebook.insertBibliography');
    assert.equal(editor.document.getText(), text);
    await commands.executeCommand('notifications.clearAll');
  });

  it('may be a broken file without harm to the note', async () => {
    await writeFile('notes/citing/broken.csl', '<style>no');
    const editor = await openNote('broken', '---\ncsl: broken.csl\n---\n\nSeen [@chen1995].|\n');
    const text = editor.document.getText();
    await commands.executeCommand('casebook.insertBibliography');
    assert.equal(editor.document.getText(), text);
    assert.match(await hoverText(editor.document, 'chen1995'), /\*\*Leukemoid reaction/);
    await commands.executeCommand('notifications.clearAll');
  });

  it('is followed in its language', async () => {
    const { document } = await openNote('lang', '---\ncsl: apa\nlang: de-DE\n---\n\nSeen @chen1995.\n');
    assert.match(await warmHover(document, 'chen1995'), /Hsu, L\., &amp; Wu, T\.|Hsu, L\. und Wu|Hsu, L\., und Wu/);
  });
});

/** A hover waits for its style only briefly, so the first one may show the plain data. */
async function warmHover(document: Parameters<typeof hoverText>[0], words: string): Promise<string> {
  for (let tries = 0; ; tries++) {
    const text = await hoverText(document, words);
    if (tries > 50 || !/^\*\*/.test(text)) return text;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
