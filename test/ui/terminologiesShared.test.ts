import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { FileServer } from '../support/fileServer';
import { outFolder, root } from '../support/paths';
import { signs } from '../support/signs';
import { eventually } from '../support/ui/eventually';
import { TwoWindows } from '../support/ui/twoWindows';
import type { Workbench } from '../support/ui/workbench';

describe('Terminologies in two windows', function () {
  this.timeout(90_000);
  let windows: TwoWindows;
  let server: FileServer;
  const both = async (act: (workbench: Workbench) => Promise<void>): Promise<void> => void (await Promise.all([act(windows.first), act(windows.second)]));
  const row = (workbench: Workbench) => workbench.tree('Terminologies').row('Signs of the Test');
  const open = async (workbench: Workbench): Promise<void> => {
    await workbench.openContainer('Casebook');
    await workbench.runCommand('Casebook: Focus on Terminologies View');
    await workbench.tree('Terminologies').row('Built-in glossary').waitFor();
  };
  /** The explorer is what tells that a window is ready; it comes back with what was shown before. */
  const reload = async (workbench: Workbench): Promise<void> => {
    await workbench.runCommand('View: Show Explorer');
    await workbench.page.locator('.explorer-folders-view').waitFor();
    await workbench.page.waitForTimeout(1000); // what is shown is remembered a moment later
    await workbench.page.reload();
    await workbench.ready();
  };
  const files = (): string[] => fs.readdirSync(windows.storage, { recursive: true, encoding: 'utf8' }).filter((name) => /terminologies/.test(name)).sort();
  const indexes = (): string[] => files().filter((name) => name.endsWith('.index')).map((name) => path.join(windows.storage, name));

  before(async function () {
    this.timeout(180_000);
    server = await FileServer.start(new TextEncoder().encode(signs), { etag: '"1"', ranges: true, pause: 300 });
    windows = await TwoWindows.open(path.join(root, 'media', 'sample'));
    fs.writeFileSync(path.join(windows.folder, 'notes', 'signs.md'), 'He had a leopard rash.\n');
    await both(open);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await windows.first.screenshot(path.join(outFolder, 'failed', 'terminologies-first.png'));
    await windows.second.screenshot(path.join(outFolder, 'failed', 'terminologies-second.png'));
  });
  after(async () => {
    await windows?.close();
    await server?.stop();
  });

  it('are whole where both add the same at once, and leave nothing beside', async () => {
    await both(async (workbench) => {
      await workbench.runCommand('Casebook: Add Terminology…');
      await workbench.quickInput.choose('Enter an Address…');
      await workbench.quickInput.accept(server.address);
      await workbench.page.locator('.monaco-dialog-box').getByText(/(Add|Replace) Signs of the Test|Replace Signs/).first().waitFor();
    });
    await both((workbench) => workbench.page.keyboard.press('Enter'));
    await both((workbench) => row(workbench).waitFor());
    await eventually(() => {
      const stores = files().filter((name) => name.endsWith('.store'));
      assert.deepEqual([stores.length, files().filter((name) => /casebook-part|downloads/.test(name) && !name.endsWith('terminologies-downloads'))], [1, []]);
    });
  });

  it('have an index that is made anew where it was damaged', async () => {
    await eventually(() => assert.equal(indexes().length, 1));
    const [index = ''] = indexes();
    const whole = fs.readFileSync(index);
    fs.writeFileSync(index, whole.subarray(0, whole.length >> 1));
    await reload(windows.second);
    await windows.second.openFile('notes/signs.md');
    assert.match(await windows.second.editor.hoverText('leopard'), /^leopard rash/);
    await eventually(() => assert.ok(fs.readFileSync(index).equals(whole)));
  });

  it('are told where their file is gone, and read again by an update', async () => {
    const [store = ''] = files().filter((name) => name.endsWith('.store'));
    fs.rmSync(path.join(windows.storage, store));
    await reload(windows.second);
    await open(windows.second);
    await windows.second.tree('Terminologies').row('cannot be used').waitFor();
    await windows.second.tree('Terminologies').chooseFromMenu('Signs of the Test', 'Update Terminology');
    await windows.second.tree('Terminologies').row(/Signs of the Test.*2026-11-01/).waitFor();
    await windows.second.clearNotifications();
  });

  it('go in one window when they are removed in the other', async () => {
    await windows.first.tree('Terminologies').chooseFromMenu('Signs of the Test', 'Remove Terminology…');
    await windows.first.dialogButton('Remove').click();
    await both((workbench) => row(workbench).waitFor({ state: 'hidden' }));
    await eventually(() => assert.deepEqual(files().filter((name) => name.endsWith('.store')), []));
  });
});
