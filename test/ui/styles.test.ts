import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { FileServer } from '../support/fileServer';
import { inWorkbench } from '../support/ui/inWorkbench';
import { untilDone } from '../support/ui/untilDone';

const style = (mark: string) => new TextEncoder().encode(`<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Of a test</title><id>t</id></info>
  <citation><layout prefix="${mark}"><text variable="title"/></layout></citation><bibliography><layout><text variable="title" prefix="${mark} "/></layout></bibliography></style>`);

inWorkbench('A citation style at an address', (workbench) => {
  let server: FileServer;
  const dialog = () => workbench().page.locator('.monaco-dialog-box');
  const item = () => workbench().statusBar.locator('[id="casebook.citing.style"], [aria-label*="itation style"]').first();
  /** The bibliography that the note gets, which says which style it is in. */
  const writes = async (mark: string): Promise<void> => {
    await untilDone(workbench().page, async () => {
      await workbench().runCommand('Casebook: Insert Bibliography');
      assert.match((await workbench().editor.text()).replace(/\s+/g, ' '), new RegExp(`${mark} A title of one`));
    });
  };

  before(async () => {
    server = await FileServer.start(style('First:'));
  });
  after(() => server.stop());

  it('is asked for before it is fetched', async () => {
    const note = `---\ncsl: ${server.address}\nreferences:\n  - {id: one, type: book, title: A title of one}\n---\n\nSeen [@one].\n`;
    for (const name of ['styled.md', 'offline.md']) fs.writeFileSync(path.join(workbench().folder, 'notes', name), note);
    await workbench().openFile('notes/styled.md');
    await workbench().notifications.filter({ hasText: 'This note asks for the citation style at' }).first().waitFor();
    assert.equal(server.requests.length, 0);
    await workbench().clearNotifications();
    await item().click();
    await dialog().filter({ hasText: 'learns your network address and nothing else' }).waitFor();
    await workbench().page.keyboard.press('Enter');
    await writes('First:');
  });

  it('is fetched anew by Update Style, and works without the network', async () => {
    server.file = style('Second:');
    await workbench().runCommand('Casebook: Update Style…');
    await dialog().waitFor();
    await workbench().page.keyboard.press('Enter');
    await writes('Second:');
    await server.stop();
    await workbench().save();
    await workbench().page.reload();
    await workbench().ready();
    await workbench().openFile('notes/offline.md');
    await writes('Second:');
  });
});
